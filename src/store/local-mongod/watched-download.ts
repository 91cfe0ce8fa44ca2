import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A line for whoever watches the program start. */
export type Tell = (line: string) => void;

export type Download = Readonly<{
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Everything that is fetched arrives below this folder. */
  folder: string;
  tell: Tell;
  /** An attempt without a new byte for so long is given up. */
  quietMs?: number;
}>;

const lookEveryMs = 250;
const tellEveryMs = 2000;
/** Bytes below which there is nothing to tell of. */
const tellFrom = 100_000;
const keptOutput = 4000;

/**
 * Runs a program that downloads, and tells how much has come. Returns what it wrote.
 * @throws Error with the reason in one line when it fails or falls silent.
 */
export async function watchedDownload(download: Download): Promise<string> {
  const { command, args, env, folder, tell, quietMs = 15_000 } = download;
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    // A group of its own, so that giving up ends its helpers too.
    detached: true,
  });
  let output = '';
  const keep = (text: Buffer) => {
    output = `${output}${text.toString()}`.slice(-keptOutput);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<string | undefined>((resolve) => {
    child.on('error', ({ message }) => resolve(`${command} could not be started (${message})`));
    child.on('close', (code) => resolve(code === 0 ? undefined : (lastLine(output) ?? `exit code ${code}`)));
  });
  const watch = watchFolder(folder, tell, quietMs);
  const fault = await Promise.race([ended, watch.silent]);
  watch.end();
  if (fault === undefined) return output;
  if (child.pid !== undefined && child.exitCode === null) endGroup(child.pid);
  throw new Error(fault);
}

/** `silent` resolves, with a sentence, once the folder has not grown for `quietMs`. */
function watchFolder(folder: string, tell: Tell, quietMs: number) {
  let bytes = 0;
  let grewAt = Date.now();
  let toldAt = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<string>((resolve) => {
    const look = async () => {
      const now = Date.now();
      const size = await sizeOf(folder);
      if (size > bytes) grewAt = now;
      if (size > bytes && size > tellFrom && now - toldAt >= tellEveryMs) {
        tell(`  ${megabytes(size)} so far`);
        toldAt = now;
      }
      bytes = Math.max(bytes, size);
      if (now - grewAt >= quietMs) resolve(`no byte came for ${Math.round(quietMs / 1000)} seconds`);
      else if (timer !== undefined) timer = setTimeout(() => void look(), lookEveryMs);
    };
    timer = setTimeout(() => void look(), lookEveryMs);
  });
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return { silent, end };
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  // A file may be renamed between being listed and being measured.
  const sizes = await Promise.all(
    entries.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function lastLine(output: string): string | undefined {
  return output.trim().split('\n').at(-1)?.trim() || undefined;
}
