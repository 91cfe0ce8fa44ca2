import { readConfig } from '../config/read-config.js';
import { type Difference, isOlder } from '../handling/cards-vs-database.js';
import { compareWithChannel, goOn } from '../handling/restore-hold.js';
import { noteByOperator } from './audit-operator.js';
import { type Consent, confirmed } from './confirmed.js';
import { CannotRun, type ExitCode, type Terminal } from './terminal.js';
import { withStore } from './with-store.js';

export type BackupCheckOptions = Consent & Readonly<{ goOn?: boolean }>;

/**
 * Compares the database with the cards in the security channel. Ends with 1 if the database is older. With `goOn` the bot goes
 * on with it all the same: nothing is posted again, and nobody is reminded again.
 * @throws ConfigFaults, BadInput without a reason, CannotRun where Slack can't be asked
 */
export async function backupCheck(options: BackupCheckOptions, terminal: Terminal): Promise<ExitCode> {
  const config = readConfig(terminal.env, terminal.files);
  const { readCards } = await import('../slack/notifier/read-cards.js');
  const { botToken, apiUrl } = config.slack;
  const cardsInChannel = () => readCards({ botToken, apiUrl, channel: config.channels.security });
  return await withStore(config, terminal, async ({ reports, holds, audit }) => {
    const deps = { reports, holds, cardsInChannel };
    const found = await compareWithChannel(deps);
    if (found.kind !== 'compared')
      throw new CannotRun("Slack doesn't show the cards in the security channel. Run doctor: it says what is missing.");
    terminal.out(told(found));
    if (found.unseen) terminal.out('Only the newest 5,000 messages of the channel were compared.');
    const held = (await holds.find()).hold !== undefined;
    if (options.goOn !== true || (!held && !isOlder(found))) return isOlder(found) ? 1 : 0;
    const what = 'The bot goes on with this database, and what is missing in it is lost.';
    const reason = await confirmed(options, terminal, { what, object: config.store.database });
    const at = terminal.clock();
    await noteByOperator(audit, { at, deed: 'administered', what: 'backup-check --go-on', reason });
    await goOn(deps, at);
    terminal.out('The bot goes on within a few seconds. Nothing is posted again.');
    return 0;
  });
}

function told({ missing, behind }: Difference): string {
  if (missing.length + behind.length === 0) return 'The database has everything that the security channel shows.';
  const lines = ['The database is older than the security channel.'];
  if (missing.length > 0) lines.push(`Missing in the database: ${missing.join(', ')}`);
  if (behind.length > 0) lines.push(`Older in the database:   ${behind.join(', ')}`);
  return lines.join('\n');
}
