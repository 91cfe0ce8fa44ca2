import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { root } from '../../support/project.js';

/** The compiled program, as operators start it. Run it with none of the settings of whoever runs the tests. */
export const program = join(root, 'dist', 'main.js');
const { PATH = '', HOME = '', XDG_CACHE_HOME, MONGOD_BINARY } = process.env;
const settings = {
  ...{ PATH, HOME },
  ...(XDG_CACHE_HOME === undefined ? {} : { XDG_CACHE_HOME }),
  ...(MONGOD_BINARY === undefined ? {} : { MONGOD_BINARY }),
};

export type Ended = Readonly<{ code: number | null; out: string; err: string }>;

/** Runs a program to its end: a minute at most. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const env = { ...settings, ...more };
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
}

export type RunningSandbox = Readonly<{
  url: string;
  /** Tells it to end, as Ctrl-C does, and waits until it has. */
  end(): Promise<number | null>;
  kill(): void;
}>;

/** Starts the compiled sandbox under a Node and waits until it says that it is up. @throws with what it said instead */
export async function startCompiledSandbox(node = process.execPath): Promise<RunningSandbox> {
  if (!existsSync(program)) throw new Error('dist/main.js is missing: run `npm run build` first (`npm test` does).');
  const env = { ...settings, LOG_LEVEL: 'error' };
  const child = spawn(node, [program, 'sandbox', '--port', '0'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const url = /(http:\/\/127\.0\.0\.1:\d+)\S*$/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stderr.resume();
    const end = async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    };
    return { url, end, kill: () => child.kill('SIGKILL') };
  }
  child.kill('SIGKILL');
  throw new Error(`the sandbox did not come up; it said:\n${said.join('\n')}`);
}
