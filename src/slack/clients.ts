import { WebClient } from '@slack/web-api';
import type { Log } from '../handling/log.js';
import { quietLogger } from './quiet-logger.js';

/** The longest a background post may take; shorter than a lease. Milliseconds. */
export const postTimeoutMs = 8000;
/** A modal's trigger lives 3 s (Slack): an interactive call that takes longer is no use. */
const interactiveTimeoutMs = 2500;

/** `interactive` serves people who wait; `background` the loop. Two, so that a rate-limited reminder never delays a modal. */
export type Clients = Readonly<{ interactive: WebClient; background: WebClient }>;

/**
 * Neither client sends anything twice: a call whose reply was lost may have been done. The callers decide what to do then.
 */
export function createClients(token: string, apiUrl: string, log: Log): Clients {
  const client = (timeout: number) =>
    new WebClient(token, {
      slackApiUrl: apiUrl,
      timeout,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: quietLogger(log),
    });
  return { interactive: client(interactiveTimeoutMs), background: client(postTimeoutMs) };
}
