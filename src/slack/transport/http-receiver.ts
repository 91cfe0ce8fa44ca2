import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../../handling/log.js';
import { within } from '../../handling/within.js';
import { type Listening, listen } from '../../http/listen.js';
import { handToBolt, type Outcome, type Retry } from './hand-to-bolt.js';
import { createHandledOnce, deliveryKey } from './handled-once.js';
import { type Answer, ackAnswer } from './http/answer.js';
import { createTurns } from './http/in-turn.js';
import { readBody } from './http/read-body.js';
import { createGuard, type Deliver, type Guard } from './http-guard.js';

/** The one path that Slack posts to over HTTP. */
const slackPath = '/slack/events';

/** The largest form has about 10 kB; a view's limit is 250 kB, and a form's encoding may double it. */
const mostBytes = 512 * 1024;
/** Milliseconds for the body to come. Slack sends it at once and gives up after three seconds in all. */
const bodyMs = 3000;
/** Milliseconds for a handler to acknowledge; a submitted form has a shorter budget of its own. */
const ackMs = 2800;
/** Milliseconds that open requests have to end when the bot stops. */
const stopMs = 5000;

export type HttpReceiverDeps = Readonly<{ signingSecret: string; now: () => Date; log: Log }>;

const failed: Answer = { status: 500 };

/** Takes what Slack posts, lets the guard look at it, and hands it to Bolt. Nothing of a request is ever logged. */
export function createHttpReceiver({ signingSecret, now, log }: HttpReceiverDeps): Receiver {
  const guard = createGuard({ signingSecret, now, log });
  const once = createHandledOnce<Answer>();
  const turn = createTurns();
  let app: App | undefined;
  let listening: Listening | undefined;

  const deliverWith =
    (retry: Retry): Deliver =>
    async (body, signature) => {
      const bolt = app;
      if (bolt === undefined) return { status: 503 };
      // As text: thousands of answers are kept, and each part of a view would be looked at with every collection of garbage.
      const handle = async () => answerTo(await handToBolt(bolt, body, retry, log));
      const inTime = await within(ackMs, once(deliveryKey(body, signature), handle), undefined);
      if (inTime?.kind === 'repeat') guard.refused('repeated');
      return inTime?.answer ?? failed;
    };

  return {
    init: (bolt) => {
      app = bolt;
    },
    start: async ({ host, port }: Readonly<{ host: string; port: number }>) => {
      listening = await listen(host, port, (request, response, trusted) => {
        const deliver = deliverWith(retryOf(request));
        const deliverTrusted: Deliver = (body, signature) => {
          trusted();
          return deliver(body, signature);
        };
        respond(request, response, guard, turn, deliverTrusted).catch((error: unknown) => {
          log.fail('slack request failed', error);
          send(response, failed);
        });
      });
    },
    stop: async () => {
      await listening?.stop(stopMs);
      listening = undefined;
    },
  };
}

function answerTo(outcome: Outcome): Answer {
  return outcome.kind === 'acknowledged' ? ackAnswer(outcome.said) : failed;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  guard: Guard,
  turn: () => Promise<void>,
  deliver: Deliver,
): Promise<void> {
  const early = refusedUnread(request);
  if (early !== undefined) {
    guard.refused(early.why);
    // What may still come is not read; the connection ends with the answer.
    send(response.setHeader('connection', 'close'), early);
    return;
  }
  const read = await readBody(request, mostBytes, bodyMs);
  switch (read.kind) {
    case 'gone':
      return;
    case 'too_large':
    case 'too_slow':
      guard.refused(read.kind);
      send(response.setHeader('connection', 'close'), { status: read.kind === 'too_large' ? 413 : 408 });
      return;
    case 'whole': {
      await turn();
      const { headersDistinct } = request;
      const headers = {
        timestamp: headersDistinct['x-slack-request-timestamp'] ?? [],
        signature: headersDistinct['x-slack-signature'] ?? [],
      };
      const contentType = request.headers['content-type'];
      send(response, await guard.admit({ headers, contentType, body: read.body }, deliver));
      return;
    }
    default:
      read satisfies never;
  }
}

/** What is refused without a look at its body. */
function refusedUnread({ url, method, headers }: IncomingMessage) {
  if (url?.split('?')[0] !== slackPath) return { status: 404, why: 'no_such_path' } as const;
  if (method !== 'POST') return { status: 405, why: 'no_such_method' } as const;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return { status: 415, why: 'encoded' } as const;
  return undefined;
}

/** Slack's own retry of an event, which it dates and signs anew. */
function retryOf({ headersDistinct }: IncomingMessage): Retry {
  const [number = '', reason = ''] = [
    headersDistinct['x-slack-retry-num'],
    headersDistinct['x-slack-retry-reason'],
  ].map((values) => values?.[0]);
  return {
    ...(/^\d{1,3}$/.test(number) ? { retryNum: Number(number) } : {}),
    ...(/^[a-z_]{1,64}$/.test(reason) ? { retryReason: reason } : {}),
  };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  if (status === 405) response.setHeader('allow', 'POST');
  if (body !== undefined) response.setHeader('content-type', body.mediaType);
  // Without a written head Node knows the length in time, and sends head and body in one piece.
  response.statusCode = status;
  response.end(body?.text);
}
