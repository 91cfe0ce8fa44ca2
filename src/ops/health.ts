import { within } from '../handling/within.js';
import { listen } from '../http/listen.js';
import type { Exposed } from './metrics.js';

/** Checks by name, run at the same time. A check that throws or takes too long has failed. */
export type HealthChecks = Readonly<Record<string, () => Promise<boolean>>>;

export type OpsServer = Readonly<{ port: number; stop(): Promise<void> }>;

/** How long a check may take, in milliseconds. */
const mostMs = 2000;

/**
 * `GET /livez`: the process answers. `GET /readyz`: 200 when every check passes, else 503, with each check's name and `ok` or
 * `failed`. The checks in `informational` are listed too, but never make a replica unready: restarting it would not help.
 * `GET /metrics`: what `expose` gives.
 */
export async function startOpsServer(
  host: string,
  port: number,
  checks: HealthChecks,
  checkMs = mostMs,
  informational: HealthChecks = {},
  expose?: () => Promise<Exposed>,
): Promise<OpsServer> {
  const { port: bound, stop } = await listen(host, port, (request, response) => {
    const path = request.url?.split('?')[0];
    if (request.method === 'GET' && path === '/metrics' && expose !== undefined) {
      void expose().then(
        ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
        () => response.writeHead(500).end(),
      );
      return;
    }
    if (request.method !== 'GET' || (path !== '/livez' && path !== '/readyz')) {
      response.writeHead(404).end();
      return;
    }
    if (path === '/livez') {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n');
      return;
    }
    void Promise.all([readiness(checks, checkMs), readiness(informational, checkMs)]).then(
      ([{ ready, lines }, notes]) => {
        const all = [...lines, ...notes.lines];
        response.writeHead(ready ? 200 : 503, { 'content-type': 'text/plain' }).end(`${all.join('\n')}\n`);
      },
    );
  });
  return { port: bound, stop: () => stop(0) };
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
