import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { answerTime, type Parcel, type Reply } from './deliver.js';

/**
 * Delivers as Slack does over HTTP, signed on real time: docs.slack.dev/authentication/verifying-requests-from-slack. The
 * content type of forms is bare, without a charset.
 */
export function deliverByHttp(url: string, signingSecret: string, { kind, body, retry }: Parcel): Promise<Reply> {
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
    const end = (reply: Reply) => {
      clearTimeout(timer);
      resolve(reply);
      outgoing.destroy();
    };
    outgoing.on('error', () => end({ kind: 'failed', why: 'dispatch_failed' }));
    outgoing.end(text);
  });
}

function formOf(kind: 'command' | 'interaction', body: Parcel['body']): Record<string, string> {
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
