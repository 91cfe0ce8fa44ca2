import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from '../support/bounded-poll.js';
import { root } from '../support/project.js';
import { freePort } from '../support/running-bot.js';

/** The program that operators start, compiled, in a process of its own and on the real clock. */
export type Replica = Readonly<{
  pid: number;
  /** Tells it to end, as Kubernetes does, and waits until it has: with which code, and after how long. */
  end(): Promise<Readonly<{ code: number | null; ms: number }>>;
  kill(): Promise<void>;
  /** What it logged and said. */
  output(): string;
}>;

/** How it is run: `node dist/main.js start` unless something else is named. */
export type Program = Readonly<{
  command: string;
  args: readonly string[];
  cwd?: string;
  uid?: number;
  gid?: number;
}>;

/** Loaded before the program: it does not outlive a test run that is killed. */
const endsWithUs = `data:text/javascript,${encodeURIComponent("process.on('disconnect', () => process.exit(9))")}`;

const compiled: Program = {
  command: process.execPath,
  args: [join(root, 'dist', 'main.js'), 'start'],
};

/** Resolves when it is ready, as /readyz tells it. @throws with what it said when it ends before */
export async function startReplica(
  settings: Readonly<Record<string, string>>,
  { command, args, ...how }: Program = compiled,
): Promise<Replica> {
  const port = await freePort();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH ?? '', ...settings, OPS_PORT: String(port), NODE_OPTIONS: `--import=${endsWithUs}` },
    ...how,
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said.push(String(data)));
  const exited = once(child, 'exit');
  if (child.pid === undefined) throw new Error(`${command} could not be started`);
  const replica: Replica = {
    pid: child.pid,
    end: async () => {
      const began = Date.now();
      child.kill('SIGTERM');
      await exited;
      return { code: child.exitCode, ms: Date.now() - began };
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    output: () => said.join(''),
  };
  const ready = until(
    'a replica is ready',
    async () => {
      if (child.exitCode !== null) throw new Error(`the replica did not start: ${said.join('')}`);
      return (await readiness(port)) === 200 || undefined;
    },
    120_000,
  );
  await ready.catch(async (error: unknown) => {
    await replica.kill();
    throw error;
  });
  return replica;
}

/** The status of /readyz; `undefined` while nothing listens. */
async function readiness(port: number): Promise<number | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5000) });
    await answer.text();
    return answer.status;
  } catch {
    return undefined;
  }
}
