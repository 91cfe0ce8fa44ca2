import type { Probe } from '../../src/commands/doctor.js';
import { runProgram } from '../../src/commands/program.js';
import type { Terminal } from '../../src/commands/terminal.js';
import { diskFiles, type Files } from '../../src/config/files.js';

export type Ended = Readonly<{ code: number; out: string; err: string }>;
export type Surroundings = Readonly<{ env?: NodeJS.ProcessEnv; files?: Files; now?: Date; probes?: readonly Probe[] }>;

/** A terminal that remembers what was written on it. */
export function aTerminal({ env = {}, files = diskFiles, now = new Date('2026-09-22T02:00:00Z') }: Surroundings = {}) {
  const written = { out: '', err: '' };
  const terminal: Terminal = {
    out: (text) => {
      written.out += `${text}\n`;
    },
    err: (text) => {
      written.err += `${text}\n`;
    },
    env,
    files,
    clock: () => now,
  };
  return { terminal, written };
}

/** Types a command line. The verbs that run until they are ended only record that they were called. */
export async function type(args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { terminal, written } = aTerminal(surroundings);
  const code = await runProgram(args, terminal, {
    start: async () => {
      terminal.out('started');
      return 0;
    },
    sandbox: async (options) => {
      terminal.out(`sandbox ${JSON.stringify(options)}`);
      return 0;
    },
    probes: async () => surroundings.probes ?? [],
  });
  return { code, ...written };
}
