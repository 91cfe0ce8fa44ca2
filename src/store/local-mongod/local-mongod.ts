import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { findMongod, userCacheDir } from './find-mongod.js';
import { lastFault } from './mongod-log.js';
import { becomePrimary } from './replica-set.js';
import { logOf, type MongodExit, type RunningMongod, replicaSet, runMongod } from './run-mongod.js';
import type { OnProgress } from './watched-download.js';

export type LocalMongodOptions = Readonly<{
  /** Holds the database and its log. Only one program may use it at a time. */
  dataDir: string;
  /** The mongod to prefer; by default the value of MONGOD_BINARY. */
  binary?: string | undefined;
  /** How long to wait for the mongod of an earlier run to end, in milliseconds. */
  leaveMs?: number;
  onProgress: OnProgress;
}>;

export type LocalMongod = Readonly<{
  /** Stays the same when mongod is started again. */
  uri: string;
  /** The process id of the mongod that runs now. */
  pid: number;
  stop(): Promise<void>;
  /** Resolves when mongod is stopped, or given up after it ended too often. */
  whenExited: Promise<MongodExit>;
}>;

/** How long mongod may take to accept writes, in milliseconds. */
const readyMs = 30_000;
const restartsPerTenMinutes = 5;

/**
 * A real MongoDB on this machine, for the sandbox and for trials: a replica set of one on loopback, without passwords. It ends
 * with this process, even if that is killed. If it ends by itself, it is restarted.
 * @throws NoMongod when there is none to run; Error when it does not start.
 */
export async function startLocalMongod(options: LocalMongodOptions): Promise<LocalMongod> {
  const { dataDir, binary = process.env.MONGOD_BINARY, leaveMs = 20_000, onProgress } = options;
  const program = await findMongod({ binary, path: process.env.PATH, cacheDir: userCacheDir(), onProgress });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const startOn = (port: number) => startPrimary(program, dataDir, port, leaveMs, onProgress);
  const first = await startSomewhere(startOn);
  const { port } = first;
  let current = first.running;
  let stopping = false;
  const stopped = new AbortController();

  async function supervise(): Promise<MongodExit> {
    const restarts: number[] = [];
    for (;;) {
      const exit = await current.exited;
      if (stopping) return exit;
      const now = Date.now();
      const recent = restarts.filter((at) => at > now - 600_000).length;
      if (recent >= restartsPerTenMinutes) {
        onProgress(
          `The local MongoDB ended ${recent + 1} times in ten minutes (code ${exit.code}) and is not restarted. Its log: ${logOf(dataDir)}`,
        );
        return exit;
      }
      onProgress(`The local MongoDB ended (code ${exit.code}). Restarting it …`);
      restarts.push(now);
      await pause(100 * 2 ** recent, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopping) return exit;
      current = await startOn(port).catch((error: Error) => failed(error, onProgress));
      if (stopping) await current.stop();
      else if (!Number.isNaN(current.pid)) onProgress('The local MongoDB runs again.');
    }
  }

  const whenExited = supervise();
  return {
    uri: `mongodb://127.0.0.1:${port}/?replicaSet=${replicaSet}`,
    get pid() {
      return current.pid;
    },
    whenExited,
    stop: async () => {
      stopping = true;
      stopped.abort();
      await current.stop();
      await whenExited;
    },
  };
}

/** Starts on a free port. Another program may take the port first, so up to three are tried. */
async function startSomewhere(startOn: (port: number) => Promise<RunningMongod>) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { port, running: await startOn(port) };
    } catch (error) {
      if (attempt === 3 || !/address already in use/i.test(message(error))) throw error;
    }
  }
}

/** Starts mongod and waits until it accepts writes. If an earlier one still holds the data, it waits for that one to end. */
async function startPrimary(
  program: string,
  dataDir: string,
  port: number,
  leaveMs: number,
  onProgress: OnProgress,
): Promise<RunningMongod> {
  const giveUpAt = Date.now() + leaveMs;
  for (let attempt = 0; ; attempt += 1) {
    const startedAt = new Date();
    const running = await runMongod(program, dataDir, port);
    const gone = new AbortController();
    const ended = running.exited.then(() => gone.abort());
    try {
      await becomePrimary(port, readyMs, gone.signal);
      return running;
    } catch (error) {
      await running.stop();
      await ended;
      const fault = await lastFault(logOf(dataDir), startedAt);
      if (fault?.includes('DBPathInUse') !== true)
        throw new Error(`${message(error)}: ${fault ?? 'its log says no more'}`);
      if (Date.now() > giveUpAt)
        throw new Error(`Another MongoDB uses the data in ${dataDir}. Stop it, or set DATA_DIR to another folder.`);
      if (attempt === 0) onProgress('Waiting for the MongoDB of an earlier run to end …');
      await pause(250);
    }
  }
}

/** Stands for a mongod that did not start, so that the next attempt follows. */
function failed(error: Error, onProgress: OnProgress): RunningMongod {
  onProgress(`  ${error.message}`);
  return { pid: Number.NaN, exited: Promise.resolve({ code: 1 }), stop: async () => undefined };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free on 127.0.0.1');
  return address.port;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
