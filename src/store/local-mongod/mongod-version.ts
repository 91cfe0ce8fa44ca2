import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The oldest major version that the store works with. */
const oldest = 6;

/** The version of a mongod (`6.0.5`). `undefined` when it does not run here. */
export async function mongodVersion(binary: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(binary, ['--version'], { timeout: 10_000 });
    return /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

export function isNewEnough(version: string): boolean {
  return Number.parseInt(version, 10) >= oldest;
}
