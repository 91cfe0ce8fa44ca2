import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ClockSetting } from './shared-clock.js';

/** The bot in a process of its own. */
export type BotProcess = Readonly<{
  /** Without warning, as a machine that loses its power. */
  kill(): Promise<void>;
  setClock(setting: ClockSetting): void;
  /** What it logged, and what it said on its way down. */
  output(): string;
}>;

export type BotOptions = Readonly<{
  env: Readonly<Record<string, string>>;
  clock: ClockSetting;
  leaseMs: number;
}>;

/** Resolves when Slack can reach it. It runs from dist/. @throws with what it said when it ends before */
export async function startBot({ env, clock, leaseMs }: BotOptions): Promise<BotProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bot-child.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH ?? '',
      ...env,
      CHAOS_CLOCK: JSON.stringify(clock),
      CHAOS_LEASE_MS: String(leaseMs),
    },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said.push(String(data)));
  const exited = once(child, 'exit');
  const ended = exited.then(() => 'ended' as const);
  const first = await Promise.race([once(child, 'message'), ended]);
  if (first === 'ended') throw new Error(`the bot did not start: ${said.join('')}`);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    setClock: (setting) => void child.send(setting),
    output: () => said.join(''),
  };
}
