import { readConfig } from '../config/read-config.js';
import { within } from '../handling/within.js';
import { listenFault } from './listen-fault.js';
import type { ExitCode, Terminal } from './terminal.js';

/** How long the bot may take to finish its work, in milliseconds. */
const patience = 10_000;

/**
 * Runs the bot until `ended` resolves. Then the bot has ten seconds to finish its work.
 * @throws ConfigFaults with all faults of the configuration
 */
export async function start({ env, files, err, clock }: Terminal, ended: Promise<unknown>): Promise<ExitCode> {
  const config = readConfig(env, files);
  // Loaded here, so that the other commands need no Slack or database packages.
  const { createApp } = await import('../app.js');
  const app = createApp(config, { clock, onProgress: err });
  const begun = app.start();
  try {
    await Promise.race([begun, ended]);
  } catch (error) {
    err(`Vulndesk could not start: ${listenFault(error, config) ?? firstLine(error)}`);
    return 1;
  }
  await ended;
  // Stopped while it starts: let it finish starting, then stop it.
  const stopping = begun.catch(() => undefined).then(() => app.stop());
  const inTime = await within(
    patience,
    stopping.then(() => true),
    false,
  );
  if (!inTime) err('Some work was not finished within ten seconds. The next start completes it.');
  return 0;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
