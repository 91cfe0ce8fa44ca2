import type { ReportCommand } from '../report/commands.js';
import { defined } from '../report/defined.js';
import type { Actor } from '../report/person.js';
import { Refusal } from '../report/refusal.js';
import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';
import type { Notice } from './due-notices.js';
import type { Handle } from './handle.js';
import type { Reports } from './ports.js';
import { Unreadable } from './store-errors.js';
import type { TrackedReport } from './tracked-report.js';

/**
 * One press of a button first notes the duplicate on the original, then marks the duplicate. After this many milliseconds
 * without the second step, the press was interrupted.
 */
const markingMs = 60_000;

export type SyncDuplicatesDeps = Readonly<{ reports: Pick<Reports, 'find'>; handle: Handle }>;

/** `moved`: the report has changed and must be read again now. `lookAgain`: when to come back. */
export type SyncedDuplicates = Readonly<{ moved: boolean; lookAgain?: Date }>;

const theClock: Actor = { kind: 'clock' };

/**
 * Makes a report, its original and its duplicates agree. Two reports are never written at once, so a crash or another write
 * can come between. This runs whenever one of them is looked at and acts on their state alone, so it misses nothing.
 */
export async function syncDuplicates(
  deps: SyncDuplicatesDeps,
  tracked: TrackedReport,
  now: Date,
): Promise<SyncedDuplicates> {
  const { report } = tracked;
  const originals = originalsIn(tracked);
  if (originals.size === 0 && report.duplicates.length === 0) return { moved: false };
  try {
    for (const [of, by] of originals) await syncOriginal(deps, tracked, of, by);
    const lookAgain = await syncOwnDuplicates(deps, tracked, now);
    const moved = (await find(deps, report.id))?.version !== tracked.version;
    return { moved, ...defined({ lookAgain }) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'changed_meanwhile') return { moved: true };
    throw error;
  }
}

/** Every report that this one was marked a duplicate of, and by whom. */
function originalsIn({ history }: TrackedReport): ReadonlyMap<ReportId, Actor> {
  return new Map(history.flatMap((event) => (event.type === 'MarkedDuplicate' ? [[event.of, event.by] as const] : [])));
}

async function syncOriginal(
  deps: SyncDuplicatesDeps,
  { report }: TrackedReport,
  of: ReportId,
  by: Actor,
): Promise<void> {
  const { id } = report;
  if (report.duplicateOf !== of) return await carryOut(deps, of, { type: 'DropDuplicate', duplicate: id }, theClock);
  const original = (await find(deps, of))?.report;
  // The original was withdrawn while this report was being marked.
  if (original?.status === 'withdrawn') return await carryOut(deps, id, { type: 'LeaveOriginal', of }, theClock);
  await carryOut(deps, of, { type: 'NoteDuplicate', duplicate: id }, by);
  await carryOut(deps, of, { type: 'CompareCredits' }, theClock);
  if (original !== undefined) await tell(deps, id, original);
}

/** Once the original is public, or no longer, in the name of the person who published that. */
async function tell(deps: SyncDuplicatesDeps, duplicate: ReportId, { id: of, publications }: Report): Promise<void> {
  const [first] = publications;
  const last = publications.at(-1);
  if (first === undefined || last === undefined) return;
  const { by, at, withdrawn, change: reason = '' } = last;
  if (withdrawn === true)
    await carryOut(deps, duplicate, { type: 'TellWithdrawal', of, reason, at }, { kind: 'person', person: by });
  else await carryOut(deps, duplicate, { type: 'ThankReporter', of }, { kind: 'person', person: first.by });
}

/** Returns when to look again at a duplicate that may be being marked just now: they stand in the order of being noted. */
async function syncOwnDuplicates(
  deps: SyncDuplicatesDeps,
  { report, history }: TrackedReport,
  now: Date,
): Promise<Date | undefined> {
  const { id, status, duplicates, prepared } = report;
  let lookAgain: Date | undefined;
  for (const duplicate of duplicates) {
    if (status === 'withdrawn') await carryOut(deps, duplicate, { type: 'LeaveOriginal', of: id }, theClock);
    const other = await find(deps, duplicate);
    const noted = history.findLast((event) => event.type === 'DuplicateNoted' && event.duplicate === duplicate);
    if (other?.report.duplicateOf === id) await tell(deps, duplicate, report);
    if (other === undefined || other.report.duplicateOf === id || noted === undefined) continue;
    const interruptedAt = new Date(noted.at.getTime() + markingMs);
    if (interruptedAt <= now) await carryOut(deps, id, { type: 'DropDuplicate', duplicate }, theClock);
    else lookAgain ??= interruptedAt;
  }
  if (prepared !== undefined) await carryOut(deps, id, { type: 'CompareCredits' }, theClock);
  return lookAgain;
}

/** The original of a duplicate whose reporter this notice thanks: somebody from outside can't open its announcement. */
export async function originalShown(
  deps: Pick<SyncDuplicatesDeps, 'reports'>,
  { report }: TrackedReport,
  notice: Notice,
): Promise<Report | undefined> {
  const { duplicateOf, messages } = report;
  if (notice.kind !== 'message' || duplicateOf === undefined) return undefined;
  const purpose = messages.find(({ event }) => event === notice.message)?.purpose;
  return purpose === 'thanks' ? (await find(deps, duplicateOf))?.report : undefined;
}

async function find(
  { reports }: Pick<SyncDuplicatesDeps, 'reports'>,
  id: ReportId,
): Promise<TrackedReport | undefined> {
  return await unlessUnreadable(() => reports.find(id));
}

/** A refusal means that there is nothing to do. A lost race does not. */
async function carryOut(
  { handle }: SyncDuplicatesDeps,
  id: ReportId,
  command: ReportCommand,
  actor: Actor,
): Promise<void> {
  try {
    await unlessUnreadable(() => handle(id, command, actor));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'changed_meanwhile') throw error;
  }
}

/** A report that can't be opened stays as it is: it can't be published either. */
async function unlessUnreadable<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
