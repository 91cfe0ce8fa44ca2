/** Slack allows one message a second in a channel, and short bursts (docs.slack.dev/apis/web-api/rate-limits). Milliseconds. */
const spacingMs = 1000;
/** A second refusal after so few posts, and within this time, means that Slack takes no burst. Milliseconds. */
const [fewPosts, soonMs] = [2, 10_000];
/** How long posts then keep that distance before a burst is tried again. Milliseconds. */
const spacedForMs = 30_000;
/** A refusal so soon after spaced posts means that nothing has changed. Milliseconds. */
const stillMs = 10_000;
/** How long a post may wait for the one before it in its channel; then it is due again in a moment. Milliseconds. */
export const longestTurnMs = 1000;
/** More than is ever claimed at once: nothing is known against it. */
const noLimit = 100_000;

type Place = {
  /** By the injected clock. */
  closedUntil: number;
  /** These three in real time. */
  refusedAt: number;
  nextAt: number;
  spacedAt: number;
  spaced: boolean;
  most: number;
  waiting: number;
  last: Promise<void>;
};

/** How fast Slack takes posts, channel by channel. Direct messages are channels too. */
export type ChannelPace = Readonly<{
  /** Until when nothing is posted there, by the injected clock. */
  closedUntil(channel: string): Date | undefined;
  /** Milliseconds of real time until the next post. */
  spaceMs(channel: string): number;
  /** How many posts are likely to be taken in a row. */
  most(channel: string): number;
  /** Milliseconds until something may be posted; 0: now. */
  waitMs(channel: string): number;
  /** Why nothing may be posted now, for one who would. While posts are spaced, it is due at once: the next claim waits. */
  blocked(channel: string): Readonly<{ kind: 'later'; seconds: number }> | undefined;
  posted(channel: string): void;
  /** Slack answered 429, with so many seconds to wait. */
  refused(channel: string, seconds: number): void;
  close(channel: string, seconds: number): void;
  /** One after the other. `undefined`: its turn did not come in time. */
  inTurn<T>(channel: string, post: () => Promise<T>): Promise<T | undefined>;
}>;

export function createChannelPace(clock: () => Date): ChannelPace {
  const places = new Map<string, Place>();
  const placeOf = (channel: string): Place => {
    const known = places.get(channel);
    if (known !== undefined) return known;
    const never = Number.NEGATIVE_INFINITY;
    const place = {
      closedUntil: 0,
      refusedAt: never,
      nextAt: 0,
      spacedAt: never,
      spaced: false,
      most: noLimit,
      waiting: 0,
    };
    const fresh = { ...place, last: Promise.resolve() };
    places.set(channel, fresh);
    return fresh;
  };
  const closedMs = (channel: string) => (places.get(channel)?.closedUntil ?? 0) - clock().getTime();
  const spaceMs = (channel: string) => Math.max(0, (places.get(channel)?.nextAt ?? 0) - performance.now());
  const close = (channel: string, seconds: number) => {
    placeOf(channel).closedUntil = clock().getTime() + seconds * 1000;
  };
  /** Where all is well there is nothing to remember. */
  const forget = (channel: string, place: Place) => {
    if (place.waiting === 0 && place.most === noLimit && place.closedUntil <= clock().getTime()) places.delete(channel);
  };
  return {
    closedUntil: (channel) => (closedMs(channel) > 0 ? new Date(places.get(channel)?.closedUntil ?? 0) : undefined),
    spaceMs,
    most: (channel) => places.get(channel)?.most ?? noLimit,
    waitMs: (channel) => Math.max(0, closedMs(channel), spaceMs(channel)),
    blocked: (channel) => {
      const seconds = Math.ceil(Math.max(0, closedMs(channel)) / 1000);
      return seconds > 0 || spaceMs(channel) > 0 ? { kind: 'later', seconds } : undefined;
    },
    posted: (channel) => {
      const place = places.get(channel);
      if (place === undefined) return;
      const now = performance.now();
      place.spaced &&= now - place.refusedAt < spacedForMs;
      if (place.spaced) {
        place.nextAt = now + spacingMs;
        place.spacedAt = now;
      } else place.most = Math.min(noLimit, place.most * 2);
    },
    refused: (channel, seconds) => {
      const place = placeOf(channel);
      const now = performance.now();
      const again = place.most <= 2 ** fewPosts && now - place.refusedAt < soonMs;
      place.spaced ||= again || now - place.spacedAt < stillMs;
      place.refusedAt = now;
      place.most = 1;
      close(channel, seconds);
    },
    close,
    inTurn: async (channel, post) => {
      const place = placeOf(channel);
      const begun = performance.now();
      const before = place.last;
      place.waiting += 1;
      let done: () => void = () => undefined;
      place.last = new Promise((resolve) => {
        done = resolve;
      });
      await before;
      try {
        return performance.now() - begun > longestTurnMs ? undefined : await post();
      } finally {
        place.waiting -= 1;
        done();
        forget(channel, place);
      }
    },
  };
}
