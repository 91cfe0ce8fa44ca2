import { escapeMrkdwn } from './escape.js';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** At most `limit` UTF-16 characters, cut between graphemes, with an ellipsis where something is missing. */
export function cut(text: string, limit: number): string {
  return cutBy(text, limit, (part) => part.length);
}

/** Escaped for marked-up text, and at most `limit` characters after that. */
export function cutEscaped(text: string, limit: number): string {
  return escapeMrkdwn(cutBy(text, limit, (part) => escapeMrkdwn(part).length));
}

/** The whole text in pieces of at most `limit` characters, cut between graphemes. */
export function pieces(text: string, limit: number): string[] {
  if (text.length <= limit) return [text];
  const found: string[] = [''];
  for (const { segment } of graphemes.segment(text)) {
    const last = found.at(-1) ?? '';
    if (last.length + segment.length > limit && last !== '') found.push(segment);
    else found[found.length - 1] = last + segment;
  }
  return found;
}

function cutBy(text: string, limit: number, size: (part: string) => number): string {
  if (size(text) <= limit) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of graphemes.segment(text)) {
    used += size(segment);
    if (used > limit) break;
    kept += segment;
  }
  return `${kept}…`;
}
