import type { Policy } from '../../deadline/policy.js';
import type { Reports } from '../../handling/ports.js';
import type { TrackedReport } from '../../handling/tracked-report.js';
import type { OutgoingMessage } from '../../report/commands-messages.js';
import type { Person } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import type { Report } from '../../report/report.js';
import type { Status } from '../../report/status.js';
import type { ModalMetadata } from '../views/modal-metadata.js';
import type { DecisionFacts } from '../views/triage-facts.js';
import { reachedByHand } from './acknowledge.js';
import { findToActOn, metadataOf } from './find-report.js';
import type { Pressed, Submitted, Within } from './interaction.js';

type DecisionDeps = Readonly<{ policy: Policy; reports: Reports }>;
export type Decision = Readonly<{ tracked: TrackedReport; facts: DecisionFacts }>;

/** `metadata`: what the form carries. */
export type FormDecision = Decision & Readonly<{ metadata: ModalMetadata }>;

/** The report that somebody is about to decide on. Nobody decides on a report of their own. @throws Refusal */
export async function pressedDecision(deps: DecisionDeps, pressed: Pick<Pressed, 'id' | 'person'>): Promise<Decision> {
  const tracked = await findToActOn(deps, pressed);
  return { tracked, facts: decisionFacts(deps, tracked, pressed.person, tracked.report.status) };
}

/** The report that an open form decides on, read afresh. @throws Refusal */
export async function formDecision(
  deps: DecisionDeps,
  form: Within | Submitted,
  person: Person,
): Promise<FormDecision> {
  const metadata = metadataOf(form);
  const tracked = await findToActOn(deps, { id: metadata.id, person });
  return { tracked, metadata, facts: decisionFacts(deps, tracked, person, metadata.seen ?? tracked.report.status) };
}

function decisionFacts(
  { policy: { project } }: DecisionDeps,
  tracked: TrackedReport,
  responder: Person,
  seen: Status,
): DecisionFacts {
  return { report: tracked.report, responder, project, byHand: reachedByHand(tracked), seen };
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
