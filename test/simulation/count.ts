import type { Message } from '../../src/sandbox/message-log.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { local } from '../deadline/oracle.js';
import { type Responder, responders } from './cast.js';
import type { Lived } from './simulate.js';

/** A message of the bot, and when it was posted. */
export type Said = Readonly<{ at: Date; key: string; text: string; broadcast: boolean; root: boolean }>;

export function saidIn(lived: Lived, channel: string): readonly Said[] {
  return lived.bot.slack.world.messages
    .in(channel)
    .filter((one) => one.author === sandbox.bot && one.onlyFor === undefined)
    .map((one) => ({
      at: new Date(Number(one.ts) * 1000),
      key: keyOf(one),
      text: one.text,
      broadcast: one.broadcast,
      root: one.threadTs === undefined,
    }));
}

function keyOf({ metadata }: Message): string {
  return String(metadata?.event_payload.key ?? '');
}

export function toResponder(lived: Lived, { user }: Responder): readonly Said[] {
  return saidIn(lived, lived.bot.slack.world.directChannel(user).id);
}

/** Posts in the security channel that everybody sees, other than cards. */
export function channelPosts(lived: Lived): readonly Said[] {
  return saidIn(lived, sandbox.securityChannel).filter(
    ({ root, broadcast, key }) => broadcast || (root && !key.endsWith('/card')),
  );
}

/** How many there are on each local day. */
export function byDay(said: readonly Said[], zone: string): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const { at } of said) {
    const day = local(at, zone).slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return days;
}

/** Messages per person and working day, of those that count: every day on which they work counts, also one without a message. */
export function perPersonAndDay(
  lived: Lived,
  counts: (one: Said, who: Responder) => boolean = () => true,
): readonly number[] {
  return responders.flatMap((who) => {
    const days = byDay(
      toResponder(lived, who).filter((one) => counts(one, who)),
      who.zone,
    );
    const perDay: number[] = [];
    for (let at = lived.plan.from.getTime(); at < lived.plan.to.getTime(); at += 24 * 3_600_000) {
      const noon = new Date(at);
      if (!lived.presence.isOff(who, noon)) perDay.push(days.get(local(noon, who.zone).slice(0, 10)) ?? 0);
    }
    return perDay;
  });
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
