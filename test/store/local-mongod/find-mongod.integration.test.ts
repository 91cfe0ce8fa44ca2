import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMongod, type MongodSearch, NoMongod, userCacheDir } from '../../../src/store/local-mongod/find-mongod.js';
import { watchedDownload } from '../../../src/store/local-mongod/watched-download.js';
import { until } from '../../support/bounded-poll.js';
import { isAlive } from '../../support/is-alive.js';

let folder: string;
let told: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vulndesk-find-'));
  told = [];
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A program that says it is this version of mongod. */
async function programOf(version: string, at: string): Promise<string> {
  await mkdir(join(at, '..'), { recursive: true });
  await writeFile(at, `#!/bin/sh\necho "db version v${version}"\n`);
  await chmod(at, 0o755);
  return at;
}

const search = (over: Partial<MongodSearch> = {}): MongodSearch => ({
  cacheDir: join(folder, 'cache'),
  onProgress: (line) => told.push(line),
  fetches: [],
  ...over,
});

describe('finding a mongod', () => {
  it('prefers the named one to one on PATH, and that to a fetched one', async () => {
    const named = await programOf('7.0.1', join(folder, 'named'));
    const onPath = await programOf('6.0.9', join(folder, 'bin', 'mongod'));
    const cached = await programOf('6.0.5', join(folder, 'cache', 'mongod'));
    const path = `${join(folder, 'empty')}:${join(folder, 'bin')}`;
    expect(await findMongod(search({ binary: named, path }))).toBe(named);
    expect(await findMongod(search({ path }))).toBe(onPath);
    expect(await findMongod(search())).toBe(cached);
  });

  it('passes over what is too old or does not run, and says so', async () => {
    await programOf('5.0.31', join(folder, 'bin', 'mongod'));
    const cached = await programOf('6.0.0', join(folder, 'cache', 'mongod'));
    expect(await findMongod(search({ binary: join(folder, 'nothing'), path: join(folder, 'bin') }))).toBe(cached);
    expect(told.join('\n')).toMatch(/Skipping MONGOD_BINARY: .*nothing does not run as a mongod here/);
    expect(told.join('\n')).toMatch(/Skipping PATH: .* is MongoDB 5\.0\.31, but 6\.0 or later is needed/);
  });

  it('tries one way to fetch after the other, keeps what came, and leaves no half of anything', async () => {
    const fetches = [
      async () => undefined,
      async (into: string) => {
        await writeFile(join(into, 'half'), 'x');
        throw new Error('the line went dead');
      },
      (into: string) => programOf('6.0.5', join(into, 'deep', 'mongod')),
    ];
    const found = await findMongod(search({ fetches }));
    expect(found).toBe(join(folder, 'cache', 'mongod'));
    expect(await readdir(join(folder, 'cache'))).toEqual(['mongod']);
    expect(told).toContain('  Failed: the line went dead');
    expect(await findMongod(search({ fetches: [] }))).toBe(found);
  });

  it('makes a fetched program executable', async () => {
    const fetches = [
      async (into: string) => {
        const at = await programOf('6.0.5', join(into, 'mongod'));
        await chmod(at, 0o644);
        return at;
      },
    ];
    expect(await findMongod(search({ fetches }))).toBe(join(folder, 'cache', 'mongod'));
  });

  it('does not keep what does not run here', async () => {
    const fetches = [(into: string) => programOf('4.4.0', join(into, 'mongod'))];
    await expect(findMongod(search({ fetches }))).rejects.toThrow('the downloaded program does not run here');
    expect(await readdir(join(folder, 'cache'))).toEqual([]);
  });

  it('lets two fetch at once', async () => {
    const fetches = [(into: string) => programOf('6.0.5', join(into, 'mongod'))];
    const found = await Promise.all(Array.from({ length: 6 }, () => findMongod(search({ fetches }))));
    expect(new Set(found)).toEqual(new Set([join(folder, 'cache', 'mongod')]));
    expect(await readFile(join(folder, 'cache', 'mongod'), 'utf8')).toContain('v6.0.5');
    expect(await readdir(join(folder, 'cache'))).toEqual(['mongod']);
  });

  it('names the ways out when nothing helps', async () => {
    const fault = await findMongod(search({ fetches: [() => Promise.reject(new Error('no network'))] })).catch(
      (e: unknown) => e,
    );
    expect(fault).toBeInstanceOf(NoMongod);
    expect(String(fault)).toMatch(/no network.*on PATH.*MONGOD_BINARY.*MONGODB_URI/);
  });
});

describe('the cache', () => {
  it('is the user’s', () => {
    expect(userCacheDir({ XDG_CACHE_HOME: '/c' })).toBe('/c/vulndesk');
    expect(userCacheDir({ XDG_CACHE_HOME: '' })).toMatch(/\/\.cache\/vulndesk$/);
    expect(userCacheDir({})).toMatch(/\/\.cache\/vulndesk$/);
  });
});

describe('a download', () => {
  const run = (script: string, quietMs = 1000) =>
    watchedDownload({
      command: '/bin/sh',
      args: ['-c', script],
      folder,
      onProgress: (line) => told.push(line),
      quietMs,
    });

  it('is given up when no byte comes, its helpers with it', async () => {
    const begun = Date.now();
    await expect(run(`sleep 30 & echo $! > ${folder}.pid; wait`)).rejects.toThrow('nothing arrived for 1 seconds');
    expect(Date.now() - begun).toBeLessThan(10_000);
    const pid = Number(await readFile(`${folder}.pid`, 'utf8'));
    await rm(`${folder}.pid`);
    await until('its helper is gone', () => (isAlive(pid) ? undefined : true));
  });

  it('goes on for as long as bytes come', async () => {
    const drip = 'for i in 1 2 3 4 5 6 7 8; do head -c 100000 /dev/zero >> part; sleep 0.4; done; echo done';
    expect(await run(`cd ${folder}; ${drip}`)).toContain('done');
    expect(told.join('\n')).toMatch(/ MB so far/);
  });

  it('tells in one line why it failed', async () => {
    await expect(run('echo first >&2; echo the last word >&2; exit 3')).rejects.toThrow(/^the last word$/);
    await expect(run('exit 3')).rejects.toThrow('exit code 3');
    const nowhere = watchedDownload({ command: join(folder, 'none'), args: [], folder, onProgress: () => undefined });
    await expect(nowhere).rejects.toThrow('ENOENT');
  });
});
