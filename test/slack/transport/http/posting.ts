import { createHmac } from 'node:crypto';
import { Agent, createServer, type OutgoingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is posted, before it is signed. */
export type Parcel = Readonly<{ contentType: string; text: string }>;
export type Posted = Readonly<{ status: number; body: string; ms: number }>;

export const inForm = (payload: unknown): Parcel => formEncoded({ payload: JSON.stringify(payload) });
export const formEncoded = (fields: Readonly<Record<string, string>>): Parcel => ({
  contentType: 'application/x-www-form-urlencoded',
  text: String(new URLSearchParams(fields)),
});
export const inJson = (body: unknown): Parcel => ({ contentType: 'application/json', text: JSON.stringify(body) });

export const secondsNow = () => Math.floor(Date.now() / 1000);

export function signatureOf(secret: string, timestamp: number | string, text: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex')}`;
}

/** The headers that Slack would send. */
export function signedHeaders(
  secret: string,
  { contentType, text }: Parcel,
  timestamp: number | string = secondsNow(),
) {
  return {
    'content-type': contentType,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signatureOf(secret, timestamp, text),
  };
}

/** Posts over a few lasting connections. */
export function createPoster(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return {
    post: (text: string, headers: OutgoingHttpHeaders): Promise<Posted> =>
      new Promise((resolve, reject) => {
        const began = performance.now();
        const all = { ...headers, 'content-length': Buffer.byteLength(text) };
        const outgoing = request(url, { method: 'POST', headers: all, agent }, (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            body += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body, ms: performance.now() - began }));
          response.on('error', reject);
        });
        outgoing.on('error', reject);
        outgoing.end(text);
      }),
    close: () => agent.destroy(),
  };
}
export type Poster = ReturnType<typeof createPoster>;

/** Stands where response_urls lead, and counts what comes. */
export async function catchResponses() {
  let count = 0;
  const server = createServer((incoming, response) => {
    count += 1;
    incoming.resume().on('end', () => response.end('ok'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/response`,
    count: () => count,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Does all of it, a few at a time, in order of beginning. */
export async function aFewAtATime<T>(work: readonly (() => Promise<T>)[], atATime = 8): Promise<T[]> {
  const done: T[] = [];
  const left = work.map((act, at) => ({ act, at }));
  const one = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) done[next.at] = await next.act();
  };
  await Promise.all(Array.from({ length: atATime }, one));
  return done;
}
