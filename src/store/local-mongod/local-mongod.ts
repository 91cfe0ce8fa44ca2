import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { findMongod, userCacheDir } from './find-mongod.js';
import { lastFault } from './mongod-log.js';
import { becomePrimary } from './replica-set.js';
import { logOf, type MongodExit, type RunningMongod, replicaSet, runMongod } from './run-mongod.js';
import type { Tell } from './watched-download.js';

export type LocalMongodOptions = Readonly<{
  /** Holds the database and its log; kept from run to run. One program at a time. */
  dataDir: string;
  /** The mongod to run, before any other; by default what MONGOD_BINARY names. */
  binary?: string | undefined;
  tell: Tell;
}>;

export type LocalMongod = Readonly<{
  /** Stays the same when mongod is started again. */
  uri: string;
  /** Of the mongod that runs now. */
  pid: number;
  stop(): Promise<void>;
  /** Resolves when there is no mongod any more: stopped, or given up after it ended again and again. */
  whenExited: Promise<MongodExit>;
}>;

const readyMs = 30_000;
/** How long the mongod of an earlier run may take to leave the data to us. */
const leaveMs = 20_000;
const restartsPerTenMinutes = 5;

/**
 * A real MongoDB on this machine, for the sandbox and for a trial: a replica set of one on loopback, without passwords. It ends
 * with this process however that ends, and is started again when it ends by itself.
 * @throws NoMongod when there is none to run; Error when it does not start.
 */
export async function startLocalMongod(options: LocalMongodOptions): Promise<LocalMongod> {
  const { dataDir, binary = process.env.MONGOD_BINARY, tell } = options;
  const program = await findMongod({ binary, path: process.env.PATH, cacheDir: userCacheDir(), tell });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const first = await startSomewhere(program, dataDir, tell);
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
        tell(
          `The local MongoDB ended ${recent + 1} times in ten minutes (code ${exit.code}) and is given up. Its log: ${logOf(dataDir)}`,
        );
        return exit;
      }
      tell(`The local MongoDB ended (code ${exit.code}). Starting it again …`);
      restarts.push(now);
      await pause(100 * 2 ** recent, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopping) return exit;
      current = await startPrimary(program, dataDir, port, tell).catch((error: Error) => failed(error, tell));
      if (stopping) await current.stop();
      else if (!Number.isNaN(current.pid)) tell('The local MongoDB is there again.');
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

/** On a port that is free; another program may take it before mongod does, so that a second and third are tried. */
async function startSomewhere(program: string, dataDir: string, tell: Tell) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { port, running: await startPrimary(program, dataDir, port, tell) };
    } catch (error) {
      if (attempt === 3 || !/address already in use/i.test(message(error))) throw error;
    }
  }
}

/** Starts mongod and waits until it takes writes. Where an earlier one still holds the data, it waits for that to leave. */
async function startPrimary(program: string, dataDir: string, port: number, tell: Tell): Promise<RunningMongod> {
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
        throw new Error(`${message(error)}: ${fault ?? 'its log tells no more'}`);
      if (Date.now() > giveUpAt)
        throw new Error(
          `Another MongoDB uses the data in ${dataDir}. Stop the program that runs it, or give another DATA_DIR.`,
        );
      if (attempt === 0) tell('Waiting for the MongoDB of an earlier run to end …');
      await pause(250);
    }
  }
}

/** What stands for a mongod that did not start, so that the next attempt follows. */
function failed(error: Error, tell: Tell): RunningMongod {
  tell(`  ${error.message}`);
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
