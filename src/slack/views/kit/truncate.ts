import { escapeMarks } from './escape.js';
import { visible } from './visible.js';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Made visible, and at most `limit` UTF-16 characters, cut between graphemes, with an ellipsis where something is missing. */
export function cut(text: string, limit: number): string {
  return cutBy(visible(text), limit, (part) => part.length);
}

/** Made visible, escaped for marked-up text, and at most `limit` characters after that. */
export function cutEscaped(text: string, limit: number): string {
  return escapeMarks(cutBy(visible(text), limit, (part) => escapeMarks(part).length));
}

/** The whole text, made visible, in pieces of at most `limit` characters, cut between graphemes. */
export function pieces(text: string, limit: number): string[] {
  const whole = visible(text);
  if (whole.length <= limit) return [whole];
  const found: string[] = [''];
  for (const part of partsOf(whole, limit)) {
    const last = found.at(-1) ?? '';
    if (last.length + part.length > limit && last !== '') found.push(part);
    else found[found.length - 1] = last + part;
  }
  return found;
}

function cutBy(text: string, limit: number, size: (part: string) => number): string {
  if (size(text) <= limit) return text;
  let kept = '';
  let used = 1;
  for (const part of partsOf(text, limit)) {
    used += size(part);
    if (used > limit) break;
    kept += part;
  }
  return `${kept}…`;
}

/** Graphemes; one that alone is longer than the limit (a letter under a heap of marks) by its characters. */
function* partsOf(text: string, limit: number): Generator<string> {
  for (const segment of graphemesOf(text)) {
    if (segment.length < limit) yield segment;
    else yield* segment;
  }
}

/** Characters that are segmented at a time: the segmenter's time grows with the square of the text (7 s for 100,000). */
const stretch = 1000;

/** Graphemes, by stretches of the text. The last of a stretch may go on in the next, so it is looked at again there. */
function* graphemesOf(text: string): Generator<string> {
  let from = 0;
  let room = stretch;
  while (from < text.length) {
    const to = from + room - (/[\uD800-\uDBFF]/.test(text[from + room - 1] ?? '') ? 1 : 0);
    const part = text.slice(from, to);
    let used = 0;
    for (const { segment, index } of graphemes.segment(part)) {
      const end = index + segment.length;
      if (end === part.length && to < text.length) break;
      yield segment;
      used = end;
    }
    room = used === 0 ? room * 2 : stretch;
    from += used;
  }
}
