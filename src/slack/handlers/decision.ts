import type { TrackedReport } from '../../handling/ports.js';
import type { OutgoingMessage } from '../../report/commands-messages.js';
import { isReporter } from '../../report/permissions.js';
import type { Person } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import type { Report } from '../../report/report.js';
import type { Status } from '../../report/status.js';
import { type ModalMetadata, readModalMetadata } from '../views/ids.js';
import type { DecisionFacts } from '../views/triage-facts.js';
import { reachedByHand } from './acknowledge.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Submitted, Within } from './interaction.js';

/** What a form of a decision is drawn from. Nobody decides on a report of their own. @throws Refusal */
export function decisionFacts(
  { policy }: Pick<HandlerDeps, 'policy'>,
  tracked: TrackedReport,
  person: Person,
  seen: Status = tracked.report.status,
): DecisionFacts {
  const { report } = tracked;
  if (isReporter(person, report)) throw new Refusal('own_report', { id: report.id });
  return { report, responder: person, project: policy.project, byHand: reachedByHand(tracked), seen };
}

export type OpenForm = Readonly<{ tracked: TrackedReport; carried: ModalMetadata; facts: DecisionFacts }>;

/** The report that an open form decides on, read afresh. @throws Refusal */
export async function formOf(
  parts: Pick<HandlerDeps, 'policy' | 'reports'>,
  { metadata }: Within | Submitted,
  person: Person,
): Promise<OpenForm> {
  const carried = readModalMetadata(metadata);
  const tracked = carried === undefined ? undefined : await parts.reports.find(carried.id);
  if (carried === undefined || tracked === undefined) throw new Refusal('no_such_report', { id: carried?.id ?? '' });
  return { tracked, carried, facts: decisionFacts(parts, tracked, person, carried.seen) };
}

/** The message that goes with a decision; none where it is empty. */
export function telling(
  message: string,
  { route = 'direct_message' }: ModalMetadata,
  promise: Pick<OutgoingMessage, 'nextUpdate'> = {},
): Readonly<{ tell?: OutgoingMessage }> {
  return message === '' ? {} : { tell: { message, route, ...promise } };
}

/** Whoever decides knows how it stood: a colleague's acceptance meanwhile is looked at first. @throws Refusal */
export function asSeen({ id, status }: Report, { seen }: ModalMetadata): void {
  if (seen !== undefined && seen !== 'accepted' && status === 'accepted')
    throw new Refusal('changed_meanwhile', { id });
}
