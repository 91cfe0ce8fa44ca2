import type { Outcome } from './ports.js';

/** Seconds until something that may have been said is looked for again. */
const unsureSeconds = 5;

/** When to try again after a post that did not go through: Slack's own Retry-After where it gave one. */
export function retryIn(outcome: Outcome, now: Date): Date {
  const seconds = outcome.kind === 'later' ? outcome.seconds : unsureSeconds;
  return new Date(now.getTime() + seconds * 1000);
}
