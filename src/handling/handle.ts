import { deadlinesOf } from '../deadline/deadlines.js';
import type { Policy } from '../deadline/policy.js';
import type { ReportCommand } from '../report/commands.js';
import { decide } from '../report/decide.js';
import { needsDuplicates } from '../report/duplicates-in-advisory.js';
import { evolve } from '../report/evolve.js';
import { requireSpace } from '../report/history-size.js';
import type { Actor } from '../report/person.js';
import { Refusal } from '../report/refusal.js';
import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';
import { openDuties } from './due-notices.js';
import type { Reports } from './ports.js';
import { VersionConflict } from './store-errors.js';
import type { TrackedReport } from './tracked-report.js';

/** How often a lost race is decided again before the person is asked to look again. */
const attempts = 5;

/** `saved` is called after each write, so that the loop looks at once. */
export type HandleDeps = Readonly<{ reports: Reports; policy: Policy; clock: () => Date; saved: () => void }>;

/** A command, or a function that makes it from the present report and the moment. */
export type CommandFor = ReportCommand | ((report: Report, now: Date) => ReportCommand);
/** `about`: an id, or the report as it was just read, which saves reading it again. */
export type Handle = (about: ReportId | TrackedReport, command: CommandFor, actor: Actor) => Promise<TrackedReport>;

/**
 * Carries out a command on a stored report: read, decide, evolve, one versioned write. A lost race is decided again.
 * @throws Refusal when a rule forbids it or there is no such report; Unreadable when it can't be decrypted.
 */
export function createHandle(deps: HandleDeps): Handle {
  return (about, command, actor) => {
    const id = typeof about === 'string' ? about : about.report.id;
    let read = typeof about === 'string' ? undefined : about;
    const find = async () => {
      const known = read;
      read = undefined;
      return known ?? (await deps.reports.find(id));
    };
    return carryOut(deps, find, command, actor, id);
  };
}

/** The same for a report found in another way. `id` is the id that refusals name. */
export async function carryOut(
  { reports, policy, clock, saved }: HandleDeps,
  find: () => Promise<TrackedReport | undefined>,
  commandFor: CommandFor,
  actor: Actor,
  id: string,
): Promise<TrackedReport> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const tracked = await find();
    if (tracked === undefined) throw new Refusal('no_such_report', { id });
    const now = clock();
    const command = typeof commandFor === 'function' ? commandFor(tracked.report, now) : commandFor;
    const duplicates = needsDuplicates(command) ? { duplicates: await duplicatesOf(reports, tracked.report) } : {};
    const events = decide(command, tracked.report, { now, actor, ...duplicates });
    if (events.length === 0) return tracked;
    requireSpace(tracked.history, events, policy.contact);
    const report = events.reduce<Report>(evolve, tracked.report);
    try {
      const stored = await reports.save(tracked, events, report, openDuties(deadlinesOf(report, policy)), now);
      saved();
      return stored;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
  throw new Refusal('changed_meanwhile', { id });
}

/** The stored duplicates of a report, in order. @throws Unreadable */
export async function duplicatesOf(
  reports: Pick<Reports, 'find'>,
  { duplicates }: Pick<Report, 'duplicates'>,
): Promise<readonly Report[]> {
  const found = await Promise.all(duplicates.map((duplicate) => reports.find(duplicate)));
  return found.flatMap((one) => one?.report ?? []);
}
