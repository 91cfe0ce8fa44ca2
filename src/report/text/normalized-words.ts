/** A word, or one Chinese or Japanese character, in comparable form. `start` and `end` are its place in the original text. */
export type NormalizedWord = Readonly<{ text: string; ideograph: boolean; start: number; end: number }>;

const invisible = /[\p{M}\p{Cf}\u115F\u1160\u3164\uFFA0\u2800]/gu;
const ideographs = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * The words of a text without what a copy may change: case, accents, width, spaces, punctuation and invisible characters.
 */
export function normalizedWords(text: string): NormalizedWord[] {
  const words: NormalizedWord[] = [];
  let open: { text: string; start: number; end: number } | undefined;
  const close = () => {
    if (open !== undefined) words.push({ ...open, ideograph: false });
    open = undefined;
  };
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const bare = character.normalize('NFKD').toLowerCase().replace(invisible, '');
    for (const sign of bare) {
      if (!letterOrDigit.test(sign)) {
        close();
      } else if (ideographs.test(sign)) {
        close();
        words.push({ text: sign, ideograph: true, start, end });
      } else {
        open = { text: (open?.text ?? '') + sign, start: open?.start ?? start, end };
      }
    }
    start = end;
  }
  close();
  return words;
}
