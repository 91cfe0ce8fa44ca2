import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

// Nothing is imported from our sources here: jest runs this file without the mapping that finds `.ts` for `.js`.

export type SharedByTheRun = { server: Server; stop: () => Promise<void> };
declare global {
  var sharedByTheRun: SharedByTheRun | undefined;
}

/**
 * What all test files of a run share, made when the first one asks for it: suites that need none pay nothing. A test names at
 * a socket what it wants and gets the answer (`ask-the-run.ts`).
 */
export default async function setup(): Promise<void> {
  const folder = await mkdtemp(join(await quickFolder(), 'vulndesk-test-'));
  const shared: SharedByTheRun = {
    server: createServer(),
    stop: () => rm(folder, { recursive: true, force: true }),
  };
  const make: Readonly<Record<string, () => Promise<string>>> = {
    mongod: () => startMongod(folder, shared),
    chromium: unpackChromium,
  };
  const made = new Map<string, Promise<string>>();
  const answer = (what: string) => {
    const given = made.get(what) ?? make[what]?.() ?? Promise.reject(new Error(`the run shares no ${what}`));
    made.set(what, given);
    return given;
  };
  shared.server.on('connection', (socket) => {
    socket.once('data', (what) => {
      answer(String(what)).then(
        (given) => socket.end(JSON.stringify({ given })),
        (error: Error) => socket.end(JSON.stringify({ fault: error.message })),
      );
    });
  });
  const path = join(folder, 'ask');
  shared.server.listen(path);
  await once(shared.server, 'listening');
  shared.server.unref();
  process.env.VULNDESK_TEST_RUN = path;
  globalThis.sharedByTheRun = shared;
}

/** One MongoDB. Its address is the answer. */
async function startMongod(folder: string, shared: SharedByTheRun): Promise<string> {
  const entry = join(import.meta.dirname, 'mongod-process.ts');
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'typescript.mjs'), entry, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const removeFolder = shared.stop;
  shared.stop = async () => {
    child.stdin.end();
    await exited;
    await removeFolder();
  };
  const ended = exited.then(() => Promise.reject(new Error('the MongoDB for the tests did not start; see above')));
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended]);
  return JSON.parse(line).uri as string;
}

/**
 * The browser of the npm package. It unpacks itself where it is not there yet, and would start half written where two test files
 * ask at once.
 */
async function unpackChromium(): Promise<string> {
  const print = "import c from '@sparticuz/chromium'; process.stdout.write(await c.executablePath())";
  const env = { ...process.env, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', print], { env });
  return stdout;
}

/** In memory where there is room: nobody reads this MongoDB's data after the run, and each write waits for the disk. */
async function quickFolder(): Promise<string> {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 4e9 ? memory : tmpdir();
}
