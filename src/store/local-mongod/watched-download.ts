import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Called with a line for the person who watches the program start. */
export type OnProgress = (line: string) => void;

export type Download = Readonly<{
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Everything is downloaded into this folder. */
  folder: string;
  onProgress: OnProgress;
  /** How long an attempt may go without a new byte, in milliseconds. */
  quietMs?: number;
}>;

const lookEveryMs = 250;
const reportEveryMs = 2000;
/** The first size worth reporting, in bytes. */
const reportFrom = 100_000;
const keptOutput = 4000;

/**
 * Runs a program that downloads, and reports its progress. Returns the program's output.
 * @throws Error with the reason in one line when it fails or stalls.
 */
export async function watchedDownload(download: Download): Promise<string> {
  const { command, args, env, folder, onProgress, quietMs = 15_000 } = download;
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    // Its own process group, so that giving up stops its helpers too.
    detached: true,
  });
  let output = '';
  const keep = (text: Buffer) => {
    output = `${output}${text.toString()}`.slice(-keptOutput);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<string | undefined>((resolve) => {
    child.on('error', ({ message }) => resolve(`${command} did not start (${message})`));
    child.on('close', (code) => resolve(code === 0 ? undefined : (lastLine(output) ?? `exit code ${code}`)));
  });
  const watch = watchFolder(folder, onProgress, quietMs);
  const fault = await Promise.race([ended, watch.stalled]);
  watch.end();
  if (fault === undefined) return output;
  if (child.pid !== undefined && child.exitCode === null) endGroup(child.pid);
  throw new Error(fault);
}

/** `stalled` resolves with a sentence once the folder has not grown for `quietMs`. */
function watchFolder(folder: string, onProgress: OnProgress, quietMs: number) {
  let bytes = 0;
  let grewAt = Date.now();
  let reportedAt = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<string>((resolve) => {
    const look = async () => {
      const now = Date.now();
      const size = await sizeOf(folder);
      if (size > bytes) grewAt = now;
      if (size > bytes && size > reportFrom && now - reportedAt >= reportEveryMs) {
        onProgress(`  ${megabytes(size)} so far`);
        reportedAt = now;
      }
      bytes = Math.max(bytes, size);
      if (now - grewAt >= quietMs) resolve(`nothing arrived for ${Math.round(quietMs / 1000)} seconds`);
      else if (timer !== undefined) timer = setTimeout(() => void look(), lookEveryMs);
    };
    timer = setTimeout(() => void look(), lookEveryMs);
  });
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return { stalled, end };
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  // A file may be renamed after it was listed.
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
