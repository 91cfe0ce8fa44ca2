import type { ReportCommand } from '../report/commands.js';
import { Refusal } from '../report/refusal.js';
import type { Actor, Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';
import type { Handle } from './handle.js';
import { type Reports, type TrackedReport, Unreadable } from './ports.js';

export type DuplicateParts = Readonly<{ reports: Pick<Reports, 'find'>; handle: Handle }>;

const theClock: Actor = { kind: 'clock' };

/**
 * Brings duplicates and what they are duplicates of in step, from their state alone: two reports are never written at once,
 * and whatever came between the two writes is carried out here. Done before a report rests, it misses no change of either.
 * `moved`: this report has to be looked at again.
 */
export async function keepDuplicates(parts: DuplicateParts, tracked: TrackedReport): Promise<'kept' | 'moved'> {
  try {
    for (const [of, by] of originalsIn(tracked)) await tellOriginal(parts, tracked.report, of, by);
    await tellDuplicates(parts, tracked.report);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'changed_meanwhile') return 'moved';
    throw error;
  }
  const now = involved(tracked) ? await found(parts, tracked.report.id) : tracked;
  return now?.version === tracked.version ? 'kept' : 'moved';
}

function involved({ report, history }: TrackedReport): boolean {
  return report.duplicates.length > 0 || history.some(({ type }) => type === 'MarkedDuplicate');
}

/** Each report that this one was said to be a duplicate of, and by whom. */
function originalsIn({ history }: TrackedReport): ReadonlyMap<ReportId, Actor> {
  return new Map(history.flatMap((event) => (event.type === 'MarkedDuplicate' ? [[event.of, event.by] as const] : [])));
}

async function tellOriginal(parts: DuplicateParts, report: Report, of: ReportId, by: Actor): Promise<void> {
  const { id } = report;
  if (report.duplicateOf !== of) return await carryOut(parts, of, { type: 'DropDuplicate', duplicate: id }, theClock);
  // Taken back while this one was being marked: neither knew of the other.
  if ((await found(parts, of))?.report.status === 'withdrawn')
    return await carryOut(parts, id, { type: 'LeaveOriginal', of }, theClock);
  await carryOut(parts, of, { type: 'NoteDuplicate', duplicate: id }, by);
  await carryOut(parts, of, { type: 'CompareCredits' }, theClock);
}

async function tellDuplicates(parts: DuplicateParts, { id, status, duplicates, prepared }: Report): Promise<void> {
  if (status === 'withdrawn')
    for (const duplicate of duplicates) await carryOut(parts, duplicate, { type: 'LeaveOriginal', of: id }, theClock);
  if (prepared !== undefined && duplicates.length > 0) await carryOut(parts, id, { type: 'CompareCredits' }, theClock);
}

async function found({ reports }: DuplicateParts, id: ReportId): Promise<TrackedReport | undefined> {
  return await unlessUnreadable(() => reports.find(id));
}

/** What a rule forbids is settled; a lost race is not. */
async function carryOut({ handle }: DuplicateParts, id: ReportId, command: ReportCommand, actor: Actor): Promise<void> {
  try {
    await unlessUnreadable(() => handle(id, command, actor));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'changed_meanwhile') throw error;
  }
}

/** What can't be opened can't be published either. */
async function unlessUnreadable<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
