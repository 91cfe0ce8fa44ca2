import fc from 'fast-check';
import { visible } from '../../../../src/slack/views/kit/visible.js';

/** Nothing of this may be left: it has no look of its own, or turns text round. */
const unseen = /(?![\n\t])[\p{DI}\p{Bidi_C}\p{Cc}\p{Cs}\u2028\u2029]/gu;

/** Of these some are left, within the sequences that need them. */
const mayJoin = new Set(['\u200C', '\u200D', '\uFE0E', '\uFE0F', '\u{E0101}', '\u{E0041}']);

describe('text as it is shown', () => {
  it.each([
    ['turned round', 'a\u202Egpj.exe', 'a[U+202E]gpj.exe'],
    ['in isolates', '\u2066x\u2069', '[U+2066]x[U+2069]'],
    ['with marks of direction', 'a\u200Fb\u061Cc', 'a[U+200F]b[U+061C]c'],
    ['split unseen', 'pass\u200Bwo\u00ADrd', 'pass[U+200B]wo[U+00AD]rd'],
    ['joined where nothing joins', 'pay\u200Dload', 'pay[U+200D]load'],
    ['stretched by many of one kind', `a${'\u200B'.repeat(9)}b`, 'a[U+200B ×9]b'],
    ['hidden in tags', '\u{E0041}\u{E0042}', '[U+E0041][U+E0042]'],
    ['hidden in variation selectors', 'a\u{E0101}\u{E0102}', 'a[U+E0101][U+E0102]'],
    ['with a Hangul filler', '\u3164', '[U+3164]'],
    ['with control characters', 'a\u0000b\u001B[31m', 'a[U+0000]b[U+001B][31m'],
    ['of half a character', 'a\uD83Db', 'a[U+D83D]b'],
    ['broken unasked', 'a\u2028b', 'a[U+2028]b'],
  ])('says what was %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each([
    ['emoji of several parts', '👩‍💻 👩🏽‍❤️‍💋‍👨🏿 🕵🏽‍♂️ ☎︎ 1️⃣'],
    ['a flag of a country within a country', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['Persian', 'می\u200Cخواهم'],
    ['Hindi', 'क्\u200Dष'],
    ['a form of a Chinese character', '葛\u{E0100}'],
    ['Hebrew, combining marks, mathematics and lines', 'שלום e\u0301 𝒳\n\tend'],
    ['mark-up, which other code makes harmless', '<!channel> *bold* `x` &lt;'],
  ])('leaves as it is: %s', (_, text) => {
    expect(visible(text)).toBe(text);
  });

  it('never needs more room than a block has for a text that fitted one', () => {
    expect(visible('a\u202Eb\u202D'.repeat(750))).toBe('a▯b▯'.repeat(750));
    expect(visible('a\u202E'.repeat(100))).toBe('a[U+202E]'.repeat(100));
    expect(visible('\u202E'.repeat(3000))).toBe('[U+202E ×3000]');
  });

  it('hides nothing, changes nothing else, and is the same when shown again', () => {
    let changed = 0;
    const odd = fc.constantFrom(
      '\u202E',
      '\u2066',
      '\u200B',
      '\u{E0041}',
      '\uFE0F',
      '\u200D',
      '👩',
      'ب',
      'a',
      '\uD800',
      '葛',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(odd, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })) }),
        (text) => {
          const shown = visible(text);
          if (shown !== text) changed += 1;
          expect(visible(shown)).toBe(shown);
          expect((shown.match(unseen) ?? []).filter((one) => !mayJoin.has(one))).toEqual([]);
          const bare = (some: string) => some.replace(/\[U\+[0-9A-F]+(?: ×\d+)?\]/g, '').replace(unseen, '');
          expect(bare(shown)).toBe(bare(text));
        },
      ),
      { numRuns: 2000, verbose: 1 },
    );
    expect(changed).toBeGreaterThan(500);
  });
});
