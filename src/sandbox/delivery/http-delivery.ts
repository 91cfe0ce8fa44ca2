import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { answerTime, type Delivery, type DeliveryResult } from './deliver.js';

/**
 * Delivers over HTTP, signed with the real time: docs.slack.dev/authentication/verifying-requests-from-slack. As with Slack, the
 * content type of a form has no charset.
 */
export function deliverByHttp(
  url: string,
  signingSecret: string,
  { kind, body, retry }: Delivery,
): Promise<DeliveryResult> {
  const text = kind === 'event' ? JSON.stringify(body) : String(new URLSearchParams(formOf(kind, body)));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    'content-type': kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(text),
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${text}`).digest('hex')}`,
    ...(retry === undefined ? {} : { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason }),
  };
  return new Promise((resolve) => {
    const outgoing = request(url, { method: 'POST', headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => end({ kind: 'failed', why: 'dispatch_failed' }));
      response.on('end', () => {
        const ok = response.statusCode === 200;
        end(
          ok
            ? { kind: 'answered', body: readAnswer(Buffer.concat(chunks).toString()) }
            : { kind: 'failed', why: 'dispatch_failed' },
        );
      });
    });
    const timer = setTimeout(() => end({ kind: 'failed', why: 'operation_timeout' }), answerTime);
    const end = (result: DeliveryResult) => {
      clearTimeout(timer);
      resolve(result);
      outgoing.destroy();
    };
    outgoing.on('error', () => end({ kind: 'failed', why: 'dispatch_failed' }));
    outgoing.end(text);
  });
}

function formOf(kind: 'command' | 'interaction', body: Delivery['body']): Record<string, string> {
  return kind === 'command' ? (body as Record<string, string>) : { payload: JSON.stringify(body) };
}

function readAnswer(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
