import type { Outcome } from './ports.js';

/** Seconds until a post that may have arrived is looked up again. */
const unsureSeconds = 5;

/** When to try again after a post that failed: after Slack's own Retry-After where it gave one. */
export function retryIn(outcome: Outcome, now: Date): Date {
  const seconds = outcome.kind === 'later' ? outcome.seconds : unsureSeconds;
  return new Date(now.getTime() + seconds * 1000);
}
