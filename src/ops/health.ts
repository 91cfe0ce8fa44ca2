import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { within } from '../handling/within.js';

/** What makes this replica fit for work, asked all at once. A check that throws or takes too long has failed. */
export type HealthChecks = Readonly<Record<string, () => Promise<boolean>>>;

export type OpsServer = Readonly<{ port: number; stop(): Promise<void> }>;

/** Milliseconds that a check may take. */
const mostMs = 2000;

/**
 * `GET /livez`: the process answers. `GET /readyz`: 200 when every check passes, else 503; the names of checks and `ok` or
 * `failed`, nothing more. `noted` is told as well and makes no replica unready: taking it away would not help.
 */
export async function startOpsServer(
  host: string,
  port: number,
  checks: HealthChecks,
  checkMs = mostMs,
  noted: HealthChecks = {},
): Promise<OpsServer> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' || (path !== '/livez' && path !== '/readyz')) {
      response.writeHead(404).end();
      return;
    }
    if (path === '/livez') {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n');
      return;
    }
    void Promise.all([readiness(checks, checkMs), readiness(noted, checkMs)]).then(([{ ready, lines }, notes]) => {
      const told = [...lines, ...notes.lines];
      response.writeHead(ready ? 200 : 503, { 'content-type': 'text/plain' }).end(`${told.join('\n')}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => close(server) };
}

async function readiness(checks: HealthChecks, checkMs: number): Promise<{ ready: boolean; lines: string[] }> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ({ name, ok: await passes(check, checkMs) })),
  );
  return {
    ready: results.every(({ ok }) => ok),
    lines: results.map(({ name, ok }) => `${name}: ${ok ? 'ok' : 'failed'}`),
  };
}

async function passes(check: () => Promise<boolean>, checkMs: number): Promise<boolean> {
  try {
    return await within(checkMs, check(), false);
  } catch {
    return false;
  }
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
