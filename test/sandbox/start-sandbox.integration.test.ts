import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxFolder } from '../../src/sandbox/sandbox-folder.js';
import { startSandbox } from '../../src/sandbox/start-sandbox.js';

describe('the folder of one run', () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'vulndesk-folder-'));
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('has keys that only its owner may read, and goes with the run', async () => {
    const folder = await sandboxFolder(parent);
    expect((await stat(folder.keyringFile)).mode & 0o777).toBe(0o600);
    await folder.remove();
    expect(await readdir(parent)).toEqual([]);
  });

  it('goes with the next run when its own was killed, and stays while its own runs', async () => {
    const mine = await sandboxFolder(parent);
    // No process has this number: the highest of Linux is smaller.
    await mkdir(join(parent, 'run-99999999-dead'));
    await mkdir(join(parent, 'something-else'));
    const next = await sandboxFolder(parent);
    expect((await readdir(parent)).toSorted()).toEqual(
      [mine.path, next.path]
        .map((path) => path.slice(parent.length + 1))
        .concat('something-else')
        .toSorted(),
    );
  });
});

it('a port in use is named, with the way out', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(startSandbox({ port, env: {} })).rejects.toThrow(
    `Port ${port} is in use, perhaps by another sandbox. Stop that one, or choose another port: --port 4001.`,
  );
  server.close();
});
