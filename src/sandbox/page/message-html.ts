import type { KnownBlock } from '@slack/types';
import { localDate } from '../../deadline/local-date.js';
import type { Message } from '../message-log.js';
import { blocksHtml, plainMessageHtml } from './block-html.js';
import type { Viewer } from './viewer.js';

export type MessageHtml = (message: Message, viewer: Viewer) => string;

/**
 * Draws messages, each state of one only once for everybody who reads it in the same zone and language on the same day: the page
 * asks for all it shows after every change. Where a text tells how long ago something was, it is drawn anew.
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
