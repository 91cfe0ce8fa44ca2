import type { TrackedReport } from '../../handling/ports.js';
import { isReporter } from '../../report/permissions.js';
import type { Person } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import { type ReportId, readReportId } from '../../report/report-id.js';
import type { VerbName } from '../views/commands.js';
import { type ModalMetadata, readModalMetadata } from '../views/ids.js';
import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Pressed, Submitted, Typed } from './interaction.js';

/** The id typed after a verb; when there is none, the person is told how it is typed. */
export async function idFrom({ args, answer, language }: Typed, verb: VerbName): Promise<ReportId | undefined> {
  const [typed] = args;
  const id = typed === undefined ? undefined : readReportId(typed);
  if (id === undefined) {
    const problem = typed === undefined ? 'id_missing' : 'id_unreadable';
    await answer(show('usageNote', { verb, problem }, language));
  }
  return id;
}

/** The report whose button was pressed. @throws Refusal */
export async function pressedReport({ reports }: HandlerDeps, { id }: Pressed): Promise<TrackedReport> {
  const tracked = id === undefined ? undefined : await reports.find(id);
  if (tracked === undefined) throw new Refusal('no_such_report', { id: id ?? '' });
  return tracked;
}

/** The same for a responder who is to act on it: not on a report of their own. @throws Refusal */
export async function pressedToActOn(parts: HandlerDeps, pressed: Pressed): Promise<TrackedReport> {
  const tracked = await pressedReport(parts, pressed);
  if (isReporter(pressed.person, tracked.report)) throw new Refusal('own_report', { id: tracked.report.id });
  return tracked;
}

/** The report that a submitted modal is about, for a responder who acts on it: not on a report of their own. @throws Refusal */
export async function submittedToActOn(
  parts: HandlerDeps,
  submitted: Pick<Submitted, 'metadata' | 'person'>,
): Promise<TrackedReport & Readonly<{ place: number }>> {
  const { id, place = -1 } = carriedBy(submitted);
  const tracked = await parts.reports.find(id);
  if (tracked === undefined) throw new Refusal('no_such_report', { id });
  if (isReporter(submitted.person, tracked.report)) throw new Refusal('own_report', { id });
  return { ...tracked, place };
}

/** What a submitted modal is about. @throws Refusal when it isn't ours */
export function carriedBy({ metadata }: Pick<Submitted, 'metadata'>): ModalMetadata {
  const carried = readModalMetadata(metadata);
  if (carried === undefined) throw new Refusal('no_such_report', { id: '' });
  return carried;
}

/** A report for its reporter alone: to anybody else it does not exist. @throws Refusal */
export async function ownReport(
  { reports }: HandlerDeps,
  id: ReportId | undefined,
  person: Person,
): Promise<TrackedReport> {
  const tracked = id === undefined ? undefined : await reports.find(id);
  if (tracked === undefined || !isReporter(person, tracked.report))
    throw new Refusal('no_such_report', { id: id ?? '' });
  return tracked;
}

/** The page of a report that stands where a button is pressed; the first, where nothing says so. */
export function pageIn({ within }: Pick<Pressed, 'within'>): number {
  return readModalMetadata(within?.metadata ?? '')?.page ?? 0;
}
