import type { KnownBlock, MrkdwnElement, PlainTextElement } from '@slack/types';
import { context, divider, marked, plain, section } from '../kit/blocks.js';
import { wholeText } from '../kit/long-text.js';

/** Something that was said: its place in the history, who said it and when, and the text. */
export type Said = Readonly<{ event: number; about: readonly (PlainTextElement | MrkdwnElement)[]; text: string }>;

/** What was said to and fro, the oldest first. `left`: how many earlier ones are not shown, in a sentence. */
export function conversationBlocks(
  heading: string,
  said: readonly Said[],
  { most = said.length, left }: Readonly<{ most?: number; left?: (count: number) => string }> = {},
): KnownBlock[] {
  const inOrder = said.toSorted((a, b) => a.event - b.event);
  const earlier = inOrder.length - most;
  return [
    divider,
    section(marked(`*${heading}*`)),
    ...(earlier > 0 && left !== undefined ? [context(plain(left(earlier)))] : []),
    ...inOrder.slice(-most).flatMap(({ about, text }) => [context(...about), ...wholeText(text)]),
  ];
}
