import { WebAPIHTTPError, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import type { Log } from '../../../handling/log.js';
import { quietLogger } from '../../workspace/quiet-logger.js';
import { askAgainIn, slackCode } from '../../workspace/slack-error.js';
import { NoConnection } from './connection.js';

/** Milliseconds that Slack may take to give an address. */
const timeoutMs = 10_000;

/** Why there is no connection: Slack's own code, or one of ours. `waitMs`: how long Slack wants to be left alone. */
export type NotOpened = Readonly<{ code: string; waitMs: number; final: boolean }>;

/** Asks Slack for the address of one new connection; each serves once, within seconds. @throws what `notOpened` reads */
export function createAddresses(
  appToken: string,
  apiUrl: string,
  log: Log,
  stopped: AbortSignal,
): () => Promise<string> {
  const client = new WebClient(appToken, {
    slackApiUrl: apiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quietLogger(log),
    fetch: (url, init) =>
      fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, stopped]) : stopped }),
  });
  return async () => {
    const { url } = await client.apps.connections.open({});
    if (url === undefined) throw new Error('no address');
    return url;
  };
}

/** What a refusal means, in a closed code. `final`: Slack understood, and said no. */
export function notOpened(error: unknown): NotOpened {
  if (error instanceof WebAPIRateLimitedError)
    return { code: 'ratelimited', waitMs: error.retryAfter * 1000, final: false };
  if (error instanceof WebAPIHTTPError) return { code: `http_${error.statusCode}`, waitMs: 0, final: false };
  if (error instanceof NoConnection) return { code: error.code, waitMs: 0, final: false };
  const code = slackCode(error);
  return { code: code ?? 'unreachable', waitMs: 0, final: code !== undefined && askAgainIn(error) === undefined };
}
