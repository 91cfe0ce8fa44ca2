import type { KnownBlock } from '@slack/types';

/**
 * The blocks of a message as they go to Slack: JSON. An array is sent in the same way, but Slack's library first makes a text for a
 * log entry of it that nobody reads. Its types know only arrays.
 */
export function asJson(blocks: readonly KnownBlock[]): KnownBlock[] {
  return JSON.stringify(blocks) as unknown as KnownBlock[];
}
