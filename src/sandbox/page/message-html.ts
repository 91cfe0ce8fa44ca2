import type { KnownBlock } from '@slack/types';
import { localDate } from '../../deadline/local-date.js';
import type { Message } from '../message-log.js';
import { blocksHtml, plainMessageHtml } from './block-html.js';
import type { Viewer } from './viewer.js';

export type MessageHtml = (message: Message, viewer: Viewer) => string;

/**
 * Draws messages and remembers the HTML, because the page fetches everything again after each change. It is kept for each zone,
 * language and day of a reader. A message that says how long ago something was is always drawn again.
 */
export function createMessageHtml(): MessageHtml {
  const drawn = new WeakMap<Message, Map<string, string>>();
  return (message, viewer) => {
    const { zone, locale, now } = viewer.reader;
    const key = JSON.stringify([zone, locale, localDate(now, zone), viewer.people, viewer.channels]);
    const forMessage = drawn.get(message) ?? new Map<string, string>();
    const html = forMessage.get(key) ?? draw(message, viewer);
    if (!JSON.stringify(message.blocks).includes('{ago}') && !message.text.includes('{ago}')) forMessage.set(key, html);
    drawn.set(message, forMessage);
    return html;
  };
}

function draw({ channel, ts, blocks, text }: Message, viewer: Viewer): string {
  const prefix = `m-${channel}-${ts.replace('.', '-')}`;
  return blocks.length > 0
    ? blocksHtml(blocks as unknown as readonly KnownBlock[], viewer, prefix)
    : plainMessageHtml(text, viewer);
}
