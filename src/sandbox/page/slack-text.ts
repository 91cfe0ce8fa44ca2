import { type DateReader, formattedDate } from './formatted-date.js';
import { escaped } from './html.js';

/**
 * The rendering library reads Slack's `mrkdwn` as Markdown with entities already resolved, so that escaped `&lt;!channel&gt;`
 * comes out as a ping, and `# a` as a heading. Characters that Slack shows as they are therefore travel through it as private-use
 * characters, and come back as HTML afterwards.
 */
const offset = 0xe000;
const veil = (text: string) =>
  text.replace(/[!-/:-@[-`{-~]/g, (character) => String.fromCharCode(offset + character.charCodeAt(0)));
const withoutVeils = (text: string) => text.replace(/[\ue000-\ue07f]/g, '\ufffd');

/** Gives the shown characters back, safe as HTML. */
export function unveiled(html: string): string {
  return html.replace(/[\ue000-\ue07f]/g, (character) =>
    escaped(String.fromCharCode(character.charCodeAt(0) - offset)),
  );
}

/** Text of a `plain_text` or a `rich_text` element: every character is shown as it is. */
export function literal(text: string): string {
  return veil(withoutVeils(text)).replaceAll('LBKS', `${String.fromCharCode(offset + 76)}BKS`);
}

/** Text of a `mrkdwn` element, for the library. Date tokens are told in the reader's zone. */
export function mrkdwn(text: string, reader: DateReader): string {
  return withoutVeils(text)
    .split(/(<[^<>\n]*>)/)
    .map((part, index) => (index % 2 === 1 ? token(part, reader) : outsideTokens(part)))
    .join('');
}

function token(part: string, reader: DateReader): string {
  const date = /^<!date\^(-?\d+)\^([^^|>]*)(?:\^([^|>]*))?\|([^>]*)>$/.exec(part);
  // Links to the web and mentions are Slack's; anything else in angle brackets is shown as it is.
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
