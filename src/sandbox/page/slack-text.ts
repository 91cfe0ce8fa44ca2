import { type DateReader, formattedDate } from './formatted-date.js';
import { escaped } from './html.js';

/**
 * The rendering library reads `mrkdwn` as Markdown and resolves entities first: an escaped `&lt;!channel&gt;` becomes a ping, and
 * `# a` a heading. So characters that Slack shows as they are pass through it as private-use characters ("veiled").
 */
const offset = 0xe000;
const veil = (text: string) =>
  text.replace(/[!-/:-@[-`{-~]/g, (character) => String.fromCharCode(offset + character.charCodeAt(0)));
const withoutVeils = (text: string) => text.replace(/[\ue000-\ue07f]/g, '\ufffd');

/** Turns veiled characters back into what they were, escaped for HTML. */
export function unveiled(html: string): string {
  return html.replace(/[\ue000-\ue07f]/g, (character) =>
    escaped(String.fromCharCode(character.charCodeAt(0) - offset)),
  );
}

/** Text of a `plain_text` or `rich_text` element, which is shown character by character. */
export function literal(text: string): string {
  return veil(withoutVeils(text)).replaceAll('LBKS', `${String.fromCharCode(offset + 76)}BKS`);
}

/** Text of a `mrkdwn` element for the library, with dates in the reader's zone. */
export function mrkdwn(text: string, reader: DateReader): string {
  return withoutVeils(text)
    .split(/(<[^<>\n]*>)/)
    .map((part, index) => (index % 2 === 1 ? token(part, reader) : outsideTokens(part)))
    .join('');
}

function token(part: string, reader: DateReader): string {
  const date = /^<!date\^(-?\d+)\^([^^|>]*)(?:\^([^|>]*))?\|([^>]*)>$/.exec(part);
  // Slack knows links and mentions. Anything else in angle brackets is shown as it is.
  if (date === null) return /^<(https?:|mailto:|[@#!])/.test(part) ? part : veil(part);
  const [, seconds, format = '', , fallback = ''] = date;
  return veil(formattedDate(Number(seconds), format, reader) ?? entitiesResolved(fallback));
}

function outsideTokens(part: string): string {
  return part
    .replace(/&(?:lt|gt|amp);/g, (entity) => veil(entitiesResolved(entity)))
    .replace(/(\*[^*\n]+\*)(\*)(?!\*)/g, (_, bold: string, star: string) => bold + veil(star))
    .replace(/[#[\]!|^$\\=+@{}]/g, veil)
    .replace(/^-/gm, veil);
}

function entitiesResolved(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
