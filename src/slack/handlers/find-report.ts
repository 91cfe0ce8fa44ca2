import type { Reports } from '../../handling/ports.js';
import type { TrackedReport } from '../../handling/tracked-report.js';
import { isReporter, mayBeReporter } from '../../report/permissions.js';
import type { Person } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import { type ReportId, readReportId } from '../../report/report-id.js';
import type { VerbName } from '../views/commands.js';
import { type ModalMetadata, readModalMetadata } from '../views/modal-metadata.js';
import { show } from '../views/surfaces.js';
import type { Pressed, Submitted, Typed, Within } from './interaction.js';

type FindDeps = Readonly<{ reports: Reports }>;
/** Somebody, and the report that they mean; none, where a button brought no id back. */
type Meant = Readonly<{ id: ReportId | undefined; person: Person }>;
type MeantByReporter = Meant & Readonly<{ teams: readonly string[] }>;

/** The id typed after a verb; when there is none, the person is told how it is typed. */
export async function typedId({ args, answer, language }: Typed, verb: VerbName): Promise<ReportId | undefined> {
  const [typed] = args;
  const id = typed === undefined ? undefined : readReportId(typed);
  if (id === undefined) {
    const problem = typed === undefined ? 'id_missing' : 'id_unreadable';
    await answer(show('usageNote', { verb, problem }, language));
  }
  return id;
}

/** The id that a button brought back. @throws Refusal when it brought none */
export function pressedId({ id }: Pick<Meant, 'id'>): ReportId {
  if (id === undefined) throw new Refusal('no_such_report', { id: '' });
  return id;
}

/** @throws Refusal when there is no such report */
export async function findReport({ reports }: FindDeps, id: ReportId | undefined): Promise<TrackedReport> {
  const tracked = await reports.find(pressedId({ id }));
  if (tracked === undefined) throw new Refusal('no_such_report', { id: id ?? '' });
  return tracked;
}

/** A report for a responder who is to act on it: not one of their own. @throws Refusal */
export async function findToActOn(deps: FindDeps, { id, person }: Meant): Promise<TrackedReport> {
  const tracked = await findReport(deps, id);
  if (mayBeReporter(person, tracked.report)) throw new Refusal('own_report', { id: tracked.report.id });
  return tracked;
}

/** The report that a submitted modal is about, for a responder who acts on it. `place`: what they looked at. @throws Refusal */
export async function submittedToActOn(
  deps: FindDeps,
  submitted: Pick<Submitted, 'metadata' | 'person'>,
): Promise<TrackedReport & Readonly<{ place: number }>> {
  const { id, place = -1 } = metadataOf(submitted);
  return { ...(await findToActOn(deps, { id, person: submitted.person })), place };
}

/**
 * A report for its reporter alone: to anybody else it does not exist. `own`: the reporter, of the workspace under which they
 * filed it. @throws Refusal
 */
export async function findOwnReport(
  deps: FindDeps,
  { id, person, teams }: MeantByReporter,
): Promise<TrackedReport & Readonly<{ own: Person }>> {
  const tracked = await findReport(deps, id);
  const own = teams.map((team) => ({ ...person, team })).find((one) => isReporter(one, tracked.report));
  if (own === undefined) throw new Refusal('no_such_report', { id: tracked.report.id });
  return { ...tracked, own };
}

type With<K extends keyof ModalMetadata> = ModalMetadata & { [P in K]: NonNullable<ModalMetadata[P]> };

/** What a modal is about. @throws Refusal when it isn't ours, or lacks what is needed */
export function metadataOf<K extends keyof ModalMetadata = 'id'>(
  { metadata }: Pick<Within, 'metadata'>,
  ...needed: readonly K[]
): With<K> {
  const read = readModalMetadata(metadata);
  if (read === undefined || needed.some((name) => read[name] === undefined))
    throw new Refusal('no_such_report', { id: '' });
  return read as With<K>;
}

/** The page of a report that stands where a button is pressed; the first, where nothing says so. */
export function pageIn({ within }: Pick<Pressed, 'within'>): number {
  return readModalMetadata(within?.metadata ?? '')?.page ?? 0;
}
