import fc from 'fast-check';
import { escapeMrkdwn } from '../../../../src/slack/views/kit/escape.js';
import { cut, cutEscaped, pieces } from '../../../../src/slack/views/kit/truncate.js';
import { visible } from '../../../../src/slack/views/kit/visible.js';

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
const anyLimit = fc.integer({ min: 20, max: 50 });
const runs = { numRuns: 300, verbose: 1 } as const;

describe('cutting', () => {
  it('leaves a text that fits as it is', () => {
    expect(cut('漏洞 👩‍💻', 8)).toBe('漏洞 👩‍💻');
  });

  it('cuts between graphemes and says so with an ellipsis', () => {
    expect(cut('ab👩‍💻cd', 7)).toBe('ab…');
    expect(cut('abcdef', 4)).toBe('abc…');
  });

  it('cuts a letter under a heap of marks by its characters, so that something of it is left', () => {
    const heap = `a${'\u0301'.repeat(5000)}`;
    expect(cut(heap, 100)).toHaveLength(100);
    expect(pieces(heap, 3000).map(({ length }) => length)).toEqual([3000, 2001]);
  });

  it('never is longer than the limit, and keeps a beginning of the text', () => {
    fc.assert(
      fc.property(anyText, anyLimit, (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(visible(text).startsWith(short.replace(/…$/, ''))).toBe(true);
      }),
      runs,
    );
  });

  it('cuts only where a grapheme ends, whatever stands beside it', () => {
    const beside = ['a', ' ', '\n', '漏', '。', 'か', '\u0301', '\u302A', '\uFE0F', '👩‍💻', '🇨🇳', 'ﾞ', '각', 'क्'];
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...beside), maxLength: 400, size: 'max' }),
        anyLimit,
        (text, limit) => {
          const whole = visible(text);
          const ends = new Set(Array.from(graphemes.segment(whole), ({ segment, index }) => index + segment.length));
          if (Array.from(graphemes.segment(whole)).some(({ segment }) => segment.length >= limit)) return;
          const ended = pieces(text, limit).reduce<number[]>(
            (all, part) => [...all, (all.at(-1) ?? 0) + part.length],
            [],
          );
          expect(ended.filter((end) => !ends.has(end))).toEqual(whole === '' ? [0] : []);
        },
      ),
      runs,
    );
  });

  it('counts after escaping where a text is escaped, and never cuts an escape in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '&', 'a', '>'), maxLength: 60 }), anyLimit, (text, limit) => {
        const short = cutEscaped(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(escapeMrkdwn(text).startsWith(short.replace(/…$/, ''))).toBe(true);
        expect(short.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
      }),
      runs,
    );
  });

  it('splits a long text into pieces that together are the text', () => {
    fc.assert(
      fc.property(anyText, anyLimit, (text, limit) => {
        const parts = pieces(text, limit);
        expect(parts.join('')).toBe(visible(text));
        expect(parts.every((part) => part.length <= limit)).toBe(true);
      }),
      runs,
    );
  });
});

describe('a long text', () => {
  it.each(['a', '漏', '🇨🇳', '👩🏽‍❤️‍💋‍👨🏿', `e${'\u0301'.repeat(40)}`, `e${'\u0301'.repeat(2500)}`])(
    'comes in pieces that begin and end where graphemes do: %#',
    (unit) => {
      const text = unit.repeat(Math.floor(20_000 / unit.length));
      const found = pieces(text, 2999);
      expect(found.join('')).toBe(text);
      expect(found.filter((part) => part.length % unit.length !== 0).map(({ length }) => length)).toEqual([]);
      expect(Math.max(...found.map(({ length }) => length))).toBeLessThan(3000);
    },
  );
});
