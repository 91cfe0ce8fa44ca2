import type { ConfidentialText } from './confidential-parts.js';
import { type NormalizedWord, normalizedWords } from './normalized-words.js';
import { sharedLengths } from './suffix-automaton.js';

/**
 * A passage of a text that also is in a confidential text: its first word, counted from 0, how many words, and the passage itself.
 * A Chinese or Japanese character counts as a word.
 */
export type CopiedPassage = Readonly<{ of: ConfidentialText['of']; word: number; count: number; excerpt: string }>;

/** Eight words or twenty Chinese characters in a row are a long run, and so is a mixture of that length. */
const longRun = { words: 8, ideographs: 20 } as const;
/** So many characters of a line of code, and letters or digits among them, are too many to match by chance. */
const codeRun = { characters: 20, letters: 10 } as const;

/**
 * The long passages that `text` shares with confidential texts, text by text and in order, without overlaps. Case, accents,
 * width, spaces, punctuation and invisible characters make no difference. A line of code counts from 20 characters on, however
 * few words it has. Time grows with both lengths: about 20 ms for 3,000 characters each.
 */
export function copiedPassages(text: string, secret: readonly ConfidentialText[]): CopiedPassage[] {
  const words = normalizedWords(text);
  return secret.flatMap(({ of, texts, codeLines }) =>
    merged([...wordRuns(words, texts), ...codeRuns(words, codeLines)]).map(([first, last]) => ({
      of,
      word: first,
      count: last - first + 1,
      excerpt: text.slice(words[first]?.start, words[last]?.end),
    })),
  );
}

/** First and last word. */
type Span = readonly [number, number];

function wordRuns(words: readonly NormalizedWord[], secret: readonly string[]): Span[] {
  const tokens = apart(secret.map((text) => bare(normalizedWords(text))));
  return longestRuns(bare(words), tokens).filter(([first, last]) => {
    const run = words.slice(first, last + 1);
    const ideographs = run.filter(({ ideograph }) => ideograph).length;
    return (run.length - ideographs) / longRun.words + ideographs / longRun.ideographs >= 1;
  });
}

/** Compares letters and digits alone, so that other spaces and signs do not hide a copied command. */
function codeRuns(words: readonly NormalizedWord[], codeLines: readonly string[]): Span[] {
  const wordOf = words.flatMap(({ text }, word) => [...text].map(() => word));
  const letters = words.flatMap(({ text }) => [...text]);
  const lines = [...new Set(codeLines)]
    .filter((line) => [...line.trim()].length >= codeRun.characters)
    .map((line) => bare(normalizedWords(line)).flatMap((word) => [...word]))
    .filter((line) => line.length >= codeRun.letters);
  const inPart = longestRuns(letters, apart(lines)).filter(([first, last]) => last - first + 1 >= codeRun.characters);
  const short = new Set(lines.filter((line) => line.length < codeRun.characters).map((line) => line.join('')));
  const whole = [...short].flatMap((line) => placesOf([...line], letters));
  return [...inPart, ...whole].map(([first, last]) => [wordOf[first] ?? 0, wordOf[last] ?? 0]);
}

function placesOf(line: readonly string[], letters: readonly string[]): Span[] {
  return letters.flatMap((_, at): Span[] =>
    line.every((letter, i) => letters[at + i] === letter) ? [[at, at + line.length - 1]] : [],
  );
}

/** Joins parts with a separator that no text has, so that no run reaches from one into the next. */
const apart = (parts: readonly (readonly string[])[]) => parts.flatMap((part) => [...part, '|']);

/** The shared runs that can't be extended on either side; an empty one where nothing is shared. */
function longestRuns(text: readonly string[], secret: readonly string[]): Span[] {
  const lengths = sharedLengths(text, secret);
  return lengths.flatMap((length, last): Span[] =>
    (lengths[last + 1] ?? 0) <= length ? [[last - length + 1, last]] : [],
  );
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const before = result.at(-1);
    if (before !== undefined && span[0] <= before[1])
      result[result.length - 1] = [before[0], Math.max(before[1], span[1])];
    else result.push(span);
  }
  return result;
}

const bare = (words: readonly NormalizedWord[]) => words.map(({ text }) => text);
