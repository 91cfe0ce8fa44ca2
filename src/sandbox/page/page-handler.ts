import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SandboxLanguage } from '../sandbox-language.js';
import type { SlackEmulator } from '../slack-emulator.js';
import { createChangeStream } from './change-stream.js';
import { createMessageHtml } from './message-html.js';
import { doAction } from './page-actions.js';
import type { PageClock } from './page-clock.js';
import { pageFile } from './page-files.js';
import { pageView } from './page-view.js';

const mostBody = 256 * 1024;
const json = 'application/json; charset=utf-8';
/** The page loads nothing from elsewhere. The rendering library writes inline styles. */
const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data: https:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

export type PageHandler = Readonly<{
  /** For `startSlackEmulator({ page })`. */
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Tells open pages to fetch again, for example when the clock moved. */
  changed(): void;
  /** Ends the open event streams, so that the server can close. */
  stop(): void;
}>;

/**
 * Serves the sandbox's page, which acts for every person of the sandbox. It therefore answers to loopback names only (any other
 * name may be DNS rebinding), and takes actions from its own page only, never from another one in the same browser.
 */
export function createPageHandler(
  slack: () => SlackEmulator,
  clock: PageClock,
  language: SandboxLanguage,
): PageHandler {
  // A page that finds another run forgets what it kept of the last one.
  const run = randomUUID();
  const changes = createChangeStream();
  const messageHtml = createMessageHtml();
  let listening = false;
  const listenOnce = () => {
    if (!listening) slack().onChange(changes.notify);
    listening = true;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const send = (status: number, kind: string, content: string | Buffer) => {
      response.writeHead(status, {
        'content-type': kind,
        'cache-control': 'no-store',
        'content-security-policy': contentPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
      response.end(content);
    };
    const refuse = (status: number, problem: string) => send(status, json, JSON.stringify({ problem }));
    const host = request.headers.host ?? '';
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host))
      return refuse(403, 'Open this page at 127.0.0.1 or localhost.');
    const url = new URL(request.url ?? '/', `http://${host}`);

    if (request.method === 'POST') {
      if (request.headers.origin !== `http://${host}`)
        return refuse(403, 'Only the sandbox page may do this. Open it at its own address.');
      const body = await bodyOf(request);
      const result = await doAction(url.pathname.replace(/^\/do\//, ''), body, { slack: slack(), clock, language });
      if (result === undefined) return refuse(400, 'The sandbox does not know this action. Reload the page.');
      return send(result.problem === undefined ? 200 : 409, json, JSON.stringify(result));
    }
    if (request.method !== 'GET') return refuse(405, 'Use GET or POST.');
    if (url.pathname === '/events') {
      listenOnce();
      return changes.open(response);
    }
    if (url.pathname === '/seen') {
      const { world } = slack();
      const of = { world, clock, language: language.current(), messageHtml };
      const view = pageView(of, url.searchParams.get('as') ?? undefined);
      return send(200, json, JSON.stringify({ run, ...view }));
    }
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
    changed: changes.notify,
    stop: changes.close,
  };
}

/** The JSON of a request. `undefined` when it is not JSON or too long. */
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
