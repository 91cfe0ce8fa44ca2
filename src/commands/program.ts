import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { ConfigFaults, formatFault } from '../config/config-error.js';
import { languages } from '../report/languages.js';
import type { BackupCheckOptions } from './backup-check.js';
import type { Consent } from './confirmed.js';
import type { DeadlineOptions } from './deadline.js';
import type { Probe } from './doctor.js';
import type { EraseOptions } from './erase.js';
import type { ExportOptions } from './export.js';
import { BadInput, CannotRun, describeUnexpected, type ExitCode, type Terminal } from './terminal.js';

/** Commands that run until they are stopped, and doctor's probes. They come from main, since only main may load the sandbox. */
export type ProgramDeps = Readonly<{
  start(): Promise<ExitCode>;
  sandbox(options: Readonly<{ port: number; mode: 'socket' | 'http'; play: boolean }>): Promise<ExitCode>;
  probes(): Promise<readonly Probe[]>;
}>;

/** Runs the command line. Errors are sentences on the terminal, never stack traces. */
export async function runProgram(args: readonly string[], terminal: Terminal, deps: ProgramDeps): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = programWith(terminal, deps, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return printFailure(error, terminal);
  }
}

/** What a verb needs is loaded when it is typed, so that the help is there at once. */
function programWith(terminal: Terminal, deps: ProgramDeps, ends: (code: ExitCode) => void): Command {
  const program = new Command('vulndesk')
    .description("A Slack bot for an open-source project's security team.")
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .showHelpAfterError('See `vulndesk --help`.')
    .exitOverride();
  program
    .command('start')
    .description('run the bot, with settings from the environment')
    .action(async () => ends(await deps.start()));
  program
    .command('sandbox')
    .description('try the bot on this computer, without a Slack workspace')
    .option('--port <number>', 'the port of the page (0: any free port)', '4000')
    .option('--mode <mode>', 'how the Slack emulator reaches the bot: socket or http', 'socket')
    .option('--play', 'play the tour in the terminal, and end')
    .action(async (options: SandboxTyped) => ends(await deps.sandbox(sandboxOptions(options))));
  program
    .command('deadline')
    .description('show when the answer to a report is due, and why')
    .requiredOption(
      '--received <moment>',
      'when the report came in, as ISO 8601, for example 2026-09-22T10:00:00+08:00',
    )
    .option('--working-days <number>', 'how many working days are promised (default: as in the policy)')
    .option('--policy <file>', 'the policy file (default: POLICY_FILE, or the policy of KubeSphere)')
    .option('--json', 'print JSON')
    .action(async (options: DeadlineOptions) => ends((await import('./deadline.js')).deadline(options, terminal)));
  program
    .command('doctor')
    .description('check configuration, keys, calendar, Slack and MongoDB; exits with 1 if anything is red')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) =>
      ends(await (await import('./doctor.js')).doctor(options, terminal, await deps.probes())),
    );
  program
    .command('export')
    .description('print the published advisory of a report')
    .argument('<id>', 'the id of the report')
    .requiredOption('--format <format>', 'md (as on GitHub), osv, csaf or cve')
    .option(
      '--lang <language>',
      `${languages.join(' or ')}, for md; the others have every language in one (default: en)`,
    )
    .option('--revision <number>', 'an earlier revision (default: the newest)')
    .option('--preview', 'the prepared advisory, before it is published: for the team only')
    .action(async (id: string, options: ExportOptions) =>
      ends(await (await import('./export.js')).exportAdvisory(id, options, terminal)),
    );
  program
    .command('audit')
    .description('show who opened, changed or exported a report, and who was refused')
    .argument('<id>', 'the id of the report')
    .option('--json', 'print JSON')
    .action(async (id: string, options: { json?: boolean }) =>
      ends(await (await import('./audit.js')).audit(id, options, terminal)),
    );
  const keys = program.command('keys').description('look after the keys that seal reports');
  keys
    .command('status')
    .description('show the fingerprint of the key ring, and how many documents each key seals')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) =>
      ends(await (await import('./keys.js')).keysStatus(options, terminal)),
    );
  keys
    .command('rotate')
    .description('seal everything anew under the active key, while the bot goes on')
    .action(async () => ends(await (await import('./keys.js')).keysRotate(terminal)));
  keys
    .command('retire')
    .description('let a key open nothing any more')
    .argument('<name>', 'its name in the key ring')
    .option('--yes', 'do not ask')
    .option('--reason <text>', 'why; kept in the audit trail')
    .action(async (name: string, options: Consent) =>
      ends(await (await import('./keys.js')).keysRetire(name, options, terminal)),
    );
  program
    .command('backup-check')
    .description('compare the database with the security channel, after a backup was restored')
    .option('--go-on', 'let the bot go on with an older database')
    .option('--yes', 'do not ask')
    .option('--reason <text>', 'why; kept in the audit trail')
    .action(async (options: BackupCheckOptions) =>
      ends(await (await import('./backup-check.js')).backupCheck(options, terminal)),
    );
  program
    .command('erase')
    .description('erase the text, messages and names of a report; that there was one stays, with dates')
    .argument('<id>', 'the id of the report')
    .option('--open', 'also if the report is still open')
    .option('--yes', 'do not ask')
    .option('--reason <text>', 'why; kept in the audit trail')
    .action(async (id: string, options: EraseOptions) =>
      ends(await (await import('./erase.js')).erase(id, options, terminal)),
    );
  program
    .command('policy')
    .description('work with the policy file')
    .command('check')
    .description('check a policy file and list all faults with their lines')
    .argument('[file]', 'the policy file (default: POLICY_FILE, or the policy of KubeSphere)')
    .action(async (file: string | undefined) => ends((await import('./policy-check.js')).policyCheck(file, terminal)));
  return program;
}

type SandboxTyped = Readonly<{ port: string; mode: string; play?: boolean }>;

function sandboxOptions({ port, mode, play = false }: SandboxTyped): Parameters<ProgramDeps['sandbox']>[0] {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new BadInput(`"${port}" is not a port. Give --port a whole number from 0 to 65535.`);
  if (mode !== 'socket' && mode !== 'http') throw new BadInput(`"${mode}" is not a mode. Give --mode socket or http.`);
  return { port: Number(port), mode, play };
}

function printFailure(error: unknown, { err }: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ConfigFaults) {
    const { length } = error.faults;
    err(`The configuration has ${length === 1 ? 'one fault' : `${length} faults`}:`);
    for (const fault of error.faults) err(`  ${formatFault(fault)}`);
    return 2;
  }
  if (error instanceof BadInput) {
    err(error.message);
    return 2;
  }
  err(error instanceof CannotRun ? error.message : describeUnexpected(error));
  return 1;
}

function version(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
