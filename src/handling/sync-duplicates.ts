import type { ReportCommand } from '../report/commands.js';
import { defined } from '../report/defined.js';
import type { Actor } from '../report/person.js';
import { Refusal } from '../report/refusal.js';
import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';
import type { Handle } from './handle.js';
import { type Reports, type TrackedReport, Unreadable } from './ports.js';

/**
 * Between noting a duplicate on the report told first and marking it, by one press of a button: after that long the press
 * broke off between the two. Milliseconds.
 */
const markingMs = 60_000;

export type SyncDuplicatesDeps = Readonly<{ reports: Pick<Reports, 'find'>; handle: Handle }>;

/** `moved`: the report has to be looked at again, at once; else at `lookAgain`, where there is one. */
export type Kept = Readonly<{ moved: boolean; lookAgain?: Date }>;

const theClock: Actor = { kind: 'clock' };

/**
 * Brings a report, what it is a duplicate of and what is a duplicate of it in step, from their state alone: two reports are
 * never written at once, and whatever came between the two writes is carried out here. Done whenever either is looked at, it
 * misses no change.
 */
export async function syncDuplicates(deps: SyncDuplicatesDeps, tracked: TrackedReport, now: Date): Promise<Kept> {
  const { report } = tracked;
  const originals = originalsIn(tracked);
  if (originals.size === 0 && report.duplicates.length === 0) return { moved: false };
  try {
    for (const [of, by] of originals) await tellOriginal(deps, tracked, of, by);
    const lookAgain = await keepOwn(deps, tracked, now);
    const moved = (await found(deps, report.id))?.version !== tracked.version;
    return { moved, ...defined({ lookAgain }) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'changed_meanwhile') return { moved: true };
    throw error;
  }
}

/** Each report that this one was said to be a duplicate of, and by whom. */
function originalsIn({ history }: TrackedReport): ReadonlyMap<ReportId, Actor> {
  return new Map(history.flatMap((event) => (event.type === 'MarkedDuplicate' ? [[event.of, event.by] as const] : [])));
}

async function tellOriginal(
  deps: SyncDuplicatesDeps,
  { report }: TrackedReport,
  of: ReportId,
  by: Actor,
): Promise<void> {
  const { id } = report;
  if (report.duplicateOf !== of) return await carryOut(deps, of, { type: 'DropDuplicate', duplicate: id }, theClock);
  const original = (await found(deps, of))?.report;
  // Taken back while this one was being marked: neither knew of the other.
  if (original?.status === 'withdrawn') return await carryOut(deps, id, { type: 'LeaveOriginal', of }, theClock);
  await carryOut(deps, of, { type: 'NoteDuplicate', duplicate: id }, by);
  await carryOut(deps, of, { type: 'CompareCredits' }, theClock);
  if (original !== undefined) await thank(deps, id, original);
}

/** Once the original is public, in the name of whoever published it. */
async function thank(deps: SyncDuplicatesDeps, duplicate: ReportId, { id, publications }: Report): Promise<void> {
  const [published] = publications;
  if (published === undefined) return;
  const actor: Actor = { kind: 'person', person: published.by };
  await carryOut(deps, duplicate, { type: 'ThankReporter', of: id }, actor);
}

/** What the report says of its own duplicates. Returns when to look again at one that may be being marked just now. */
async function keepOwn(
  deps: SyncDuplicatesDeps,
  { report, history }: TrackedReport,
  now: Date,
): Promise<Date | undefined> {
  const { id, status, duplicates, prepared } = report;
  let lookAgain: Date | undefined;
  for (const duplicate of duplicates) {
    if (status === 'withdrawn') await carryOut(deps, duplicate, { type: 'LeaveOriginal', of: id }, theClock);
    const other = await found(deps, duplicate);
    const noted = history.findLast((event) => event.type === 'DuplicateNoted' && event.duplicate === duplicate);
    if (other?.report.duplicateOf === id) await thank(deps, duplicate, report);
    if (other === undefined || other.report.duplicateOf === id || noted === undefined) continue;
    const brokeOff = new Date(noted.at.getTime() + markingMs);
    if (brokeOff <= now) await carryOut(deps, id, { type: 'DropDuplicate', duplicate }, theClock);
    else if (lookAgain === undefined || brokeOff < lookAgain) lookAgain = brokeOff;
  }
  if (prepared !== undefined) await carryOut(deps, id, { type: 'CompareCredits' }, theClock);
  return lookAgain;
}

async function found({ reports }: SyncDuplicatesDeps, id: ReportId): Promise<TrackedReport | undefined> {
  return await unlessUnreadable(() => reports.find(id));
}

/** What a rule forbids is settled; a lost race is not. */
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

/** What can't be opened is left as it is: nothing can be published of it either. */
async function unlessUnreadable<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
