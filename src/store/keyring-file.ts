import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Keyring } from './keyring.js';

/** A sentence about the key ring file: what is wrong with it, what is expected. It shows no key. */
export class KeyringFault extends Error {
  override readonly name = 'KeyringFault';
}

const File = z.object({
  active: z.string(),
  index: z.string().optional(),
  keys: z.record(z.string().regex(/^[A-Za-z0-9_-]{1,32}$/), z.string()),
});

const expected =
  'Expected is JSON like { "active": "k1", "keys": { "k1": "<32 random bytes in base64>" } }, with an optional "index". ' +
  'Make a key with: openssl rand -base64 32';

/** @throws KeyringFault with what is wrong and what is expected. */
export async function readKeyring(path: string): Promise<Keyring> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new KeyringFault(`The key ring ${path} cannot be read (${error.code}). ${expected}`);
  });
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) {
    const bits = (mode & 0o777).toString(8);
    throw new KeyringFault(`The key ring ${path} can be read by others (mode ${bits}). Do: chmod 600 ${path}`);
  }
  return parseKeyring(text, path);
}

/** Makes a ring of one new key where no file is, for a sandbox or a trial. Two that try at once end up with the same. */
export async function makeKeyring(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const own = `${path}.${randomBytes(6).toString('hex')}`;
  const text = JSON.stringify({ active: 'k1', keys: { k1: randomBytes(32).toString('base64') } }, undefined, 2);
  await writeFile(own, `${text}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // A link fails where the name is taken: nobody's key is overwritten, and no half-written file is ever seen.
    await link(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(own);
  }
  return path;
}

function parseKeyring(text: string, path: string): Keyring {
  const parsed = File.safeParse(jsonOf(text));
  if (!parsed.success) throw new KeyringFault(`The key ring ${path} is not of the right form. ${expected}`);
  const { active, keys } = parsed.data;
  const ring = new Map(Object.entries(keys).map(([name, key]) => [name, bytesOf(name, key, path)]));
  const index = parsed.data.index ?? [...ring.keys()][0] ?? active;
  for (const [member, name] of Object.entries({ active, index })) {
    if (!ring.has(name))
      throw new KeyringFault(`The key ring ${path} names "${name}" as "${member}" but has no such key.`);
  }
  return { active, index, keys: ring };
}

function bytesOf(name: string, key: string, path: string): Buffer {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length === 32 && bytes.toString('base64').replace(/=+$/, '') === key.trim().replace(/=+$/, ''))
    return bytes;
  throw new KeyringFault(`The key "${name}" of the key ring ${path} is not 32 bytes in base64. ${expected}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
