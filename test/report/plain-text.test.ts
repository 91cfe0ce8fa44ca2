import fc from 'fast-check';
import { BSON } from 'mongodb';
import { oneLine, plainText } from '../../src/report/plain-text.js';
import { seeded } from '../support/seeded.js';

const { seed } = seeded('TEST_SEED');
const numRuns = 250;
/** Any UTF-16, lone halves of characters and control characters in plenty. */
const typed = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(0x0a, 0x0d, 0x09, 0x00, 0x0b, 0x7f, 0x85, 0x2028, 0xfeff, 0x20),
      fc.integer({ min: 0xd7fe, max: 0xe001 }),
    ),
    { maxLength: 40 },
  )
  .map((units) => String.fromCharCode(...units));

test.each([
  ['line ends of every kind', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['control characters', 'a\u0000b\u0007c\u000Bd\u007Fe\u0085f\u009Fg', 'abcdefg'],
  ['tabs and spaces at the ends stay', '\ta  b ', '\ta  b '],
  ['a lone first half', 'a\uD83Db', 'a\uFFFDb'],
  ['a lone second half', 'a\uDE00b', 'a\uFFFDb'],
  ['halves the wrong way round', '\uDE00\uD83D', '\uFFFD\uFFFD'],
  ['two first halves and one second', '\uD83D\uD83D\uDE00', '\uFFFD\u{1F600}'],
  ['a whole character split by a control character', '\uD83D\u0001\uDE00', '\u{1F600}'],
  [
    'signs, marks and other scripts stay',
    '<!channel> & *x* `y` 漏洞 é é \u200D \u202E',
    '<!channel> & *x* `y` 漏洞 é é \u200D \u202E',
  ],
])('%s', (_, from, to) => {
  expect(plainText(from)).toBe(to);
});

test('a title has one line, and no white space at its ends or twice in a row', () => {
  expect(oneLine('  A\r\n\ttitle \u2028 of\u00A0two \n')).toBe('A title of two');
});

test(`kept text is the same when tidied again, and survives JSON, UTF-8 and BSON (${numRuns} runs, seed ${seed})`, () => {
  fc.assert(
    fc.property(typed, (text) => {
      for (const tidy of [plainText, oneLine]) {
        const kept = tidy(text);
        expect(tidy(kept)).toBe(kept);
        expect(kept).not.toMatch(/\p{Surrogate}/u);
        expect(kept).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/);
        expect(kept.length).toBeLessThanOrEqual(text.length);
        expect(JSON.parse(JSON.stringify(kept))).toBe(kept);
        expect(Buffer.from(kept, 'utf8').toString('utf8')).toBe(kept);
        expect(BSON.deserialize(BSON.serialize({ kept })).kept).toBe(kept);
      }
      expect(oneLine(text)).not.toMatch(/^\s|\s\s|\s$|[^\S ]/);
    }),
    { seed, numRuns },
  );
});
