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
  const found: string[] = [];
  let from = 0;
  let to = 0;
  for (const part of partsOf(whole, limit)) {
    if (to + part.length - from > limit && to > from) {
      found.push(whole.slice(from, to));
      from = to;
    }
    to += part.length;
  }
  return [...found, whole.slice(from)];
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
const stretch = 200;

/** Characters that no neighbour of this kind joins: each is a grapheme by itself. */
const alone = /[\n\x20-\x7E\u3400-\u4DBF\u4E00-\u9FFF\u3000-\u3029\uFF01-\uFF9D]+/y;

/** Graphemes, by stretches of the text. The last of a stretch may go on in the next, so it is looked at again there. */
function* graphemesOf(text: string): Generator<string> {
  let from = 0;
  let room = stretch;
  while (from < text.length) {
    alone.lastIndex = from;
    const run = alone.exec(text)?.[0] ?? '';
    // The last of them may bear a mark that follows.
    const sure = from + run.length === text.length ? run : run.slice(0, -1);
    yield* sure;
    from += sure.length;
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
