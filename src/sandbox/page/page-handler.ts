import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SlackEmulator } from '../slack-emulator.js';
import { createChangeStream } from './change-stream.js';
import { createMessageHtml } from './message-html.js';
import { doAction } from './page-actions.js';
import type { PageClock } from './page-clock.js';
import { pageFile } from './page-files.js';
import { pageView } from './page-view.js';

const mostBody = 256 * 1024;
const json = 'application/json; charset=utf-8';
/** The page needs nothing from elsewhere; styles are inline where the rendering library writes them. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data: https:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

export type PageHandler = Readonly<{
  /** For `startSlackEmulator({ page })`. */
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Tells open pages to look again: the clock moved. */
  changed(): void;
  /** Ends the open event streams, so that the server can close. */
  stop(): void;
}>;

/**
 * Serves the sandbox's page. It acts for every person of the sandbox, so it answers only to its own address by loopback name
 * (another name is a rebound one), and takes deeds only from itself, never from another page in the same browser.
 */
export function createPageHandler(slack: () => SlackEmulator, clock: PageClock): PageHandler {
  const changes = createChangeStream();
  const messageHtml = createMessageHtml();
  let listening = false;
  const listenOnce = () => {
    if (!listening) slack().onChange(changes.tell);
    listening = true;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const send = (status: number, kind: string, content: string | Buffer) => {
      response.writeHead(status, {
        'content-type': kind,
        'cache-control': 'no-store',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
      response.end(content);
    };
    const refuse = (status: number, problem: string) => send(status, json, JSON.stringify({ problem }));
    const host = request.headers.host ?? '';
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host))
      return refuse(403, 'This page answers only to 127.0.0.1 and localhost.');
    const url = new URL(request.url ?? '/', `http://${host}`);

    if (request.method === 'POST') {
      if (request.headers.origin !== `http://${host}`)
        return refuse(403, 'Only the sandbox page itself may do this: open it by its own address.');
      const body = await bodyOf(request);
      const done = await doAction(url.pathname.replace(/^\/do\//, ''), body, slack(), clock);
      if (done === undefined)
        return refuse(400, 'The sandbox cannot do that: the page may be of another version. Reload it.');
      return send(done.problem === undefined ? 200 : 409, json, JSON.stringify(done));
    }
    if (request.method !== 'GET') return refuse(405, 'Only GET and POST.');
    if (url.pathname === '/events') {
      listenOnce();
      return changes.open(response);
    }
    if (url.pathname === '/seen')
      return send(
        200,
        json,
        JSON.stringify(pageView(slack().world, clock, url.searchParams.get('as') ?? undefined, messageHtml)),
      );
    const file = await pageFile(url.pathname);
    if (file === undefined) return refuse(404, 'There is no such page.');
    return send(200, file.kind, file.content);
  };

  return {
    handle: (request, response) => {
      answer(request, response).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500, { 'content-type': json });
        response.end(
          JSON.stringify({ problem: `The sandbox page failed: ${error instanceof Error ? error.message : error}` }),
        );
      });
    },
    changed: changes.tell,
    stop: changes.close,
  };
}

/** The JSON of a request, or `undefined` where it is none or too long. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type']?.split(';')[0] !== 'application/json') return undefined;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBody) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}
