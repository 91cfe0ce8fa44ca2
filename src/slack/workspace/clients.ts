import { WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import { quietLogger } from './quiet-logger.js';

/** The longest a background post may take; shorter than a lease. Milliseconds. */
export const postTimeoutMs = 8000;
/** A modal's trigger lives 3 s (Slack): an interactive call that takes longer is no use. */
const interactiveTimeoutMs = 2500;

/** Seconds that a 429 without a good Retry-After stands for, and the most that one is believed: to ask too early costs little. */
const [untoldSeconds, mostSeconds] = [30, 3600];

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
      fetch: fetchWithRetryAfter,
    });
  return { interactive: client(interactiveTimeoutMs), background: client(postTimeoutMs) };
}

/** Slack's library takes a 429 without a good Retry-After for a call of which nobody knows what became. It was refused. */
async function fetchWithRetryAfter(...call: Parameters<typeof fetch>): Promise<Response> {
  const answer = await fetch(...call);
  if (answer.status !== 429) return answer;
  await answer.body?.cancel();
  const retryAfter = Number.parseInt(answer.headers.get('retry-after') ?? '', 10);
  const seconds = Number.isNaN(retryAfter) ? untoldSeconds : Math.min(Math.max(retryAfter, 1), mostSeconds);
  return new Response(null, { status: 429, headers: { 'retry-after': String(seconds) } });
}
