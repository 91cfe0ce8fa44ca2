import type { ActionsBlock, Button, ContextBlock, KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { buttons, context, plain } from './blocks.js';

/** A view of Slack's holds 100 blocks and 250 kB; both leave room for the title, the place and the buttons. */
const mostBlocks = 90;
const mostBytes = 150_000;

/**
 * Blocks in pages that a view has room for, filled from the beginning: what is added at the end moves nothing that was
 * there before.
 */
export function pagesOf(blocks: readonly KnownBlock[]): readonly (readonly KnownBlock[])[] {
  const pages: KnownBlock[][] = [];
  let bytes = 0;
  for (const block of blocks) {
    const size = sizeOf(block);
    const last = pages.at(-1);
    if (last === undefined || last.length === mostBlocks || bytes + size > mostBytes) {
      // The line that says who wrote what follows, and when, goes with it.
      const about = last?.at(-1)?.type === 'context' && last.length > 1 ? last.splice(-1) : [];
      pages.push([...about, block]);
      bytes = about.concat(block).reduce((sum, one) => sum + sizeOf(one), 0);
    } else {
      last.push(block);
      bytes += size;
    }
  }
  return pages;
}

function sizeOf(block: KnownBlock): number {
  return Buffer.byteLength(JSON.stringify(block)) + 1;
}

/** A page that there is: the last one in place of any later. */
export function pageWithin(page: number, pages: number): number {
  return Math.max(0, Math.min(page, pages - 1));
}

/** Which page of how many this is. Nothing, where one holds it all. */
export function placeBlocks(page: number, pages: number, { pages: say }: Locale): ContextBlock[] {
  return pages < 2 ? [] : [context(plain(say.place(page + 1, pages)))];
}

/** The ways to the pages beside this one. */
export function turnBlocks(page: number, pages: number, previous: Button, next: Button): ActionsBlock[] {
  const ways = [...(page > 0 ? [previous] : []), ...(page < pages - 1 ? [next] : [])];
  return ways.length === 0 ? [] : [buttons(...ways)];
}
