import type { Fault, Faults } from './faults.js';

const second = 1000;

/**
 * Slack's real pace (docs.slack.dev/apis/web-api/rate-limits): a message a second in each channel; more is refused. For
 * `faults.decide`; `now` in milliseconds.
 */
export function slackPace(now: () => number): Parameters<Faults['decide']>[0] {
  const postedAt = new Map<string, number>();
  return (method, { channel }): Fault | undefined => {
    if (method !== 'chat.postMessage' || typeof channel !== 'string') return undefined;
    const at = now();
    if (at - (postedAt.get(channel) ?? Number.NEGATIVE_INFINITY) < second)
      return { kind: 'rate_limited', retryAfter: 1 };
    postedAt.set(channel, at);
    return undefined;
  };
}
