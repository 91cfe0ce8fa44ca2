import { within } from '../handling/within.js';
import { listen } from '../http/listen.js';
import type { Exposed } from './metrics.js';

/** Checks by name, run at the same time. A check that throws or takes too long has failed. */
export type HealthChecks = Readonly<Record<string, () => Promise<boolean>>>;

export type OpsServer = Readonly<{ port: number; stop(): Promise<void> }>;

/**
 * `alive`: while one fails, the process should be started again. `ready`: it can do its work. `noted`: told beside `ready`, but
 * never makes a replica unready, since taking it away would not help. `expose` gives the metrics.
 */
export type Health = Readonly<{
  alive?: HealthChecks;
  ready?: HealthChecks;
  noted?: HealthChecks;
  expose?: () => Promise<Exposed>;
}>;

/** How long a check may take, in milliseconds. */
const mostMs = 2000;

/**
 * `GET /livez` and `GET /readyz`: 200 when every check passes, else 503, with each check's name and `ok` or `failed`.
 * `GET /metrics`: what `expose` gives.
 */
export async function startOpsServer(host: string, port: number, health: Health, checkMs = mostMs): Promise<OpsServer> {
  const { alive = {}, ready = {}, noted = {}, expose } = health;
  const { port: bound, stop } = await listen(host, port, (request, response) => {
    const path = request.method === 'GET' ? request.url?.split('?')[0] : undefined;
    const tell = async (checks: HealthChecks, notes: HealthChecks) => {
      const [{ passed, lines }, { lines: more }] = await Promise.all([run(checks, checkMs), run(notes, checkMs)]);
      const text = [...lines, ...more].map((line) => `${line}\n`).join('');
      response.writeHead(passed ? 200 : 503, { 'content-type': 'text/plain' }).end(text);
    };
    if (path === '/livez') void tell(alive, {});
    else if (path === '/readyz') void tell(ready, noted);
    else if (path === '/metrics' && expose !== undefined)
      void expose().then(
        ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
        () => response.writeHead(500).end(),
      );
    else response.writeHead(404).end();
  });
  return { port: bound, stop: () => stop(0) };
}

async function run(checks: HealthChecks, checkMs: number): Promise<{ passed: boolean; lines: string[] }> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ({ name, ok: await passes(check, checkMs) })),
  );
  return {
    passed: results.every(({ ok }) => ok),
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
