import { readConfig } from '../config/read-config.js';
import { within } from '../handling/within.js';
import { listenFault } from './listen-fault.js';
import type { ExitCode, Terminal } from './terminal.js';

/** Milliseconds that the bot may take to end what was begun. */
const patience = 10_000;

/**
 * Runs the bot until `ended` resolves, then lets it end what was begun, ten seconds at most.
 * @throws ConfigFaults with every fault of the configuration
 */
export async function start({ env, files, err, clock }: Terminal, ended: Promise<unknown>): Promise<ExitCode> {
  const config = readConfig(env, files);
  // Loaded here, so that the other verbs need neither Slack's packages nor the database's.
  const { createApp } = await import('../app.js');
  const app = createApp(config, { clock, tell: err });
  const begun = app.start();
  try {
    await Promise.race([begun, ended]);
  } catch (error) {
    err(`Vulndesk could not start: ${listenFault(error, config) ?? firstLine(error)}`);
    return 1;
  }
  await ended;
  // Told to end while it begins: what is half up is let up first, and then taken down.
  const stopping = begun.catch(() => undefined).then(() => app.stop());
  const inTime = await within(
    patience,
    stopping.then(() => true),
    false,
  );
  if (!inTime) err('Not everything begun could be ended within ten seconds; the next start carries it on.');
  return 0;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
