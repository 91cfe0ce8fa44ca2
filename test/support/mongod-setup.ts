import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

// Nothing is imported from our sources here: jest runs this file without the mapping that finds `.ts` for `.js`.

export type SharedMongod = { server: Server; stop?: () => Promise<void> };
declare global {
  var vulndeskMongod: SharedMongod | undefined;
}

/**
 * One MongoDB for the whole run, started when the first test asks for it: suites that need none pay nothing. Tests ask at a
 * socket and get the address.
 */
export default async function setup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vulndesk-test-'));
  let uri: Promise<string> | undefined;
  const shared: SharedMongod = { server: createServer() };
  shared.stop = () => rm(folder, { recursive: true, force: true });
  const start = async () => {
    const entry = join(import.meta.dirname, 'mongod-process.ts');
    const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'typescript.mjs'), entry, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    shared.stop = async () => {
      child.stdin.end();
      await exited;
      await rm(folder, { recursive: true, force: true });
    };
    const ended = exited.then(() => Promise.reject(new Error('the MongoDB for the tests did not start; see above')));
    const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended]);
    return JSON.parse(line).uri as string;
  };
  shared.server.on('connection', (socket) => {
    uri ??= start();
    uri.then(
      (address) => socket.end(JSON.stringify({ uri: address })),
      (error: Error) => socket.end(JSON.stringify({ fault: error.message })),
    );
  });
  const path = join(folder, 'ask');
  shared.server.listen(path);
  await once(shared.server, 'listening');
  shared.server.unref();
  process.env.VULNDESK_TEST_MONGOD = path;
  globalThis.vulndeskMongod = shared;
}
