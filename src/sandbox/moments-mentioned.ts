import type { World } from './world.js';

/** The moments in Slack's date tokens (`<!date^…>`) of a channel's messages. */
export function datesInMessages(world: World, channel: string): readonly Date[] {
  const seconds = world.messages
    .in(channel)
    .flatMap(({ text, blocks }) => [...JSON.stringify([text, blocks]).matchAll(/<!date\^(\d+)\^/g)])
    .map(([, digits]) => Number(digits));
  return [...new Set(seconds)].map((second) => new Date(second * 1000));
}
