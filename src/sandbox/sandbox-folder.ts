import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type SandboxFolder = Readonly<{ path: string; keyringFile: string; remove(): Promise<void> }>;

/**
 * Makes the folder of one run, with a key ring. Nothing in it is of use after the run, because the Slack emulator keeps nothing.
 * Folders left by runs that were killed are removed.
 */
export async function sandboxFolder(parent: string): Promise<SandboxFolder> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  for (const name of await readdir(parent)) {
    const owner = /^run-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) await rm(join(parent, name), { recursive: true, force: true });
  }
  const path = join(parent, `run-${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(path, { mode: 0o700 });
  const keyringFile = join(path, 'keyring.json');
  const keys = { active: 'k1', keys: { k1: randomBytes(32).toString('base64') } };
  await writeFile(keyringFile, JSON.stringify(keys), { mode: 0o600 });
  return { path, keyringFile, remove: () => rm(path, { recursive: true, force: true }) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
