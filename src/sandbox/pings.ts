import { isObject } from './limits/shape.js';
import type { Content } from './message-log.js';

/**
 * Who is notified by a message: `@channel`, `@here`, `@everyone`, ids of people and user groups. Mentions count in `text` and in
 * every mrkdwn and markdown text, never in a plain_text. Rich text mentions by elements of its own.
 */
export function pings(message: Content): readonly string[] {
  return [...new Set([...inMrkdwn(message.text), ...message.blocks.flatMap(inBlock)])];
}

function inMrkdwn(text: string): string[] {
  const broadcasts = [...text.matchAll(/<!(channel|here|everyone)(\|[^>]*)?>/g)].map(([, range]) => `@${range}`);
  const named = [...text.matchAll(/<(?:@|!subteam\^)([UWS][A-Z0-9]+)(\|[^>]*)?>/g)].map(([, id]) => String(id));
  return [...broadcasts, ...named];
}

function inBlock(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(inBlock);
  if (!isObject(value)) return [];
  if ((value.type === 'mrkdwn' || value.type === 'markdown') && typeof value.text === 'string')
    return inMrkdwn(value.text);
  if (value.type === 'broadcast') return [`@${String(value.range)}`];
  if (value.type === 'user') return [String(value.user_id)];
  if (value.type === 'usergroup') return [String(value.usergroup_id)];
  return Object.values(value).flatMap(inBlock);
}
