import { readStoreConfig } from '../config/store-config.js';
import { type ErasureStep, eraseReport } from '../handling/erasure.js';
import { readReportId } from '../report/report-id.js';
import { isOpen } from '../report/status.js';
import { operator } from './audit-operator.js';
import { type Consent, confirmed } from './confirmed.js';
import { BadInput, CannotRun, type ExitCode, type Terminal } from './terminal.js';
import { unlessUnreadable } from './unreadable-report.js';
import { withStore } from './with-store.js';

export type EraseOptions = Consent & Readonly<{ open?: boolean }>;

/**
 * Erases the text, messages and names of a report. That there was one stays, with dates. The running bot then takes it away
 * from Slack. @throws BadInput without a reason or for an unknown report, ConfigFaults, CannotRun for one that is still open
 */
export async function erase(typed: string, options: EraseOptions, terminal: Terminal): Promise<ExitCode> {
  const id = readReportId(typed);
  if (id === undefined) throw new BadInput(`"${typed}" is not a report id. An id looks like VR-7K2Q-9FDX.`);
  const config = readStoreConfig(terminal.env, terminal.files);
  return await withStore<ExitCode>(config, terminal, async ({ reports, erasures, audit: trail }) => {
    const tracked = await unlessUnreadable(id, () => reports.find(id));
    if (tracked === undefined) {
      if ((await erasures.find(id)) === undefined)
        throw new BadInput(`There is no report ${id} in the database "${config.store.database}". Check the id.`);
      terminal.out(`${id} was erased already.`);
      return 0;
    }
    const open = isOpen(tracked.report);
    if (open && options.open !== true)
      throw new CannotRun(
        `${id} is still open (${tracked.report.status}): nobody would answer its reporter any more. Close it first. To erase it all the same, add --open.`,
      );
    const what = `This erases the text, messages and names of ${id}${open ? ', which is still open' : ''}. Nobody can undo it.`;
    const reason = await confirmed(options, terminal, { what, object: id });
    const step = await eraseReport({ erasures, trail, now: terminal.clock() }, tracked, operator(), reason);
    if (step === 'changed') throw new CannotRun(`${id} has just changed, and is not erased. Try again.`);
    terminal.out(told[step](id));
    return 0;
  });
}

const told: Readonly<Record<Exclude<ErasureStep, 'changed'>, (id: string) => string>> = {
  erased: (id) =>
    `${id} is erased from the database. The running bot takes it away from Slack; until nothing is left there, doctor says so.`,
  held: (id) => `The bot is posting about ${id} just now. It erases it within a few minutes.`,
};
