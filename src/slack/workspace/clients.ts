import { WebClient } from '@slack/web-api';
import { type Dispatcher, request } from 'undici';
import type { Log } from '../../handling/log.js';
import type { CallResult, Metrics } from '../../handling/metrics.js';
import { quietLogger } from './quiet-logger.js';

/** The longest a background post may take; shorter than a lease. Milliseconds. */
export const postTimeoutMs = 8000;
/** A modal's trigger lives 3 s (Slack): an interactive call that takes longer is no use. */
const interactiveTimeoutMs = 2500;

/** Seconds that a 429 without a good Retry-After stands for, and the most that one is believed: to ask too early costs little. */
const [untoldSeconds, mostSeconds] = [30, 3600];

/** `interactive` serves people who wait; `background` the loop. Two, so that a rate-limited reminder never delays a modal. */
export type Clients = Readonly<{ interactive: WebClient; background: WebClient }>;

type RequestOptions = Omit<Dispatcher.RequestOptions, 'origin' | 'path'>;
export type ClientsDeps = Readonly<{ token: string; apiUrl: string; log: Log; metrics: Metrics; clock: () => Date }>;

/**
 * Neither client sends anything twice: a call whose reply was lost may have been done. The callers decide what to do then.
 */
export function createClients({ token, apiUrl, log, metrics, clock }: ClientsDeps): Clients {
  const client = (timeout: number) =>
    new WebClient(token, {
      slackApiUrl: apiUrl,
      timeout,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: quietLogger(log),
      fetch: measuredFetch(metrics, clock),
    });
  return { interactive: client(interactiveTimeoutMs), background: client(postTimeoutMs) };
}

/**
 * In place of `fetch`, for which Slack's library asks: undici's `request` does the same with a quarter of the work. No redirect is
 * followed. Measures each call, and how far the clock is ahead of Slack's.
 */
function measuredFetch(metrics: Metrics, clock: () => Date): typeof fetch {
  return async (url, init) => {
    const to = url instanceof Request ? url.url : String(url);
    const method = methodIn(to);
    const began = performance.now();
    const ended = (result: CallResult) => metrics.slackCalled(method, result, (performance.now() - began) / 1000);
    try {
      const { statusCode: status, headers, body } = await request(to, init as RequestOptions);
      const date = Date.parse(String(headers.date));
      if (!Number.isNaN(date)) metrics.clockAhead((clock().getTime() - date) / 1000);
      if (status === 429) {
        // Whatever its body says, or whether that ever ends: nothing was done.
        void body.dump();
        ended('refused');
        return refused(headers['retry-after']);
      }
      const text = await body.text();
      ended('answered');
      return new Response(text || null, { status, headers: headers as Record<string, string> });
    } catch (error) {
      ended('lost');
      throw error;
    }
  };
}

/** Slack's name of the method at the end of an address, and nothing else that an address may hold. */
function methodIn(url: string): string {
  return /\/([a-z]+(?:\.[a-zA-Z]+)+)$/.exec(url)?.[1] ?? 'other';
}

/** Slack's library takes a 429 without a good Retry-After for a call of which nobody knows what became. It was refused. */
function refused(retryAfter: unknown): Response {
  const told = Number.parseInt(String(retryAfter), 10);
  const seconds = Number.isNaN(told) ? untoldSeconds : Math.min(Math.max(told, 1), mostSeconds);
  return new Response(null, { status: 429, headers: { 'retry-after': String(seconds) } });
}
