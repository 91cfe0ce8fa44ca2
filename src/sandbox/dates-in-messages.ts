import type { World } from './world.js';

/** The moments that messages of a channel name by Slack's date tokens: what people there have been told of time. */
export function namedMoments(world: World, channel: string): readonly Date[] {
  const seconds = world.messages
    .in(channel)
    .flatMap(({ text, blocks }) => [...JSON.stringify([text, blocks]).matchAll(/<!date\^(\d+)\^/g)])
    .map(([, digits]) => Number(digits));
  return [...new Set(seconds)].map((second) => new Date(second * 1000));
}
