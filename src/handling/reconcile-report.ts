import { deadlinesOf } from '../deadline/deadlines.js';
import { onDuty } from '../deadline/on-duty.js';
import type { Policy } from '../deadline/policy.js';
import { defined } from '../report/defined.js';
import { Refusal } from '../report/refusal.js';
import { withoutDepartedResponder } from './departed-responder.js';
import { type DueNotices, dueNotices, earliest, type Notice } from './due-notices.js';
import type { Handle } from './handle.js';
import type { Notifier } from './notifier.js';
import {
  type DeliveryCursor,
  type MessageRef,
  type Outcome,
  type People,
  type ReportRest,
  type Reports,
  type TrackedReport,
  VersionConflict,
} from './ports.js';
import { retryIn } from './retry-in.js';
import { syncDuplicates } from './sync-duplicates.js';

export type ReconcileReportDeps = Readonly<{
  reports: Reports;
  people: People;
  notifier: Notifier;
  handle: Handle;
  policy: Policy;
  clock: () => Date;
}>;

/** Says what is due for a report, as long as `mayPost` holds, and returns what was said and when to look again. */
export type ReconcileReport = (tracked: TrackedReport, mayPost: () => boolean) => Promise<ReportRest>;

export function createReconcileReport(deps: ReconcileReportDeps): ReconcileReport {
  const { notifier, policy, clock } = deps;
  return async (tracked, mayPost) => {
    const now = clock();
    const { moved, lookAgain } = await syncDuplicates(deps, tracked, now);
    if (moved) return restOf(tracked, policy, { wakeAt: now });
    const duty = onDuty(policy, now);
    const known = [tracked.report.responder?.user, duty.responder, duty.deputy, ...policy.leads];
    const zoneOf = await notifier.zones(known.filter((user) => user !== undefined));
    const { responder } = tracked.report;
    const gone = await notifier.gone(responder === undefined ? [] : [responder.user]);
    const heard = withoutDepartedResponder(tracked, gone);
    const due = dueNotices(heard, policy, zoneOf, now);
    const desk = await keepDuties(deps, tracked, due, now);
    if (desk === 'moved') return restOf(tracked, policy, { wakeAt: now });
    for (const user of due.people) await deps.people.wake(user, now);
    return await sayAll(deps, { tracked, heard }, { ...due, wakeAt: earliest([due.wakeAt, lookAgain]) }, now, mayPost);
  };
}

/** The reporter is written to even while nothing can be said in the channel: it is no fault of theirs. */
async function sayAll(
  deps: ReconcileReportDeps,
  { tracked, heard }: Readonly<{ tracked: TrackedReport; heard: TrackedReport }>,
  due: DueNotices,
  now: Date,
  mayPost: () => boolean,
): Promise<ReportRest> {
  const { notifier, policy } = deps;
  let { card, cursor, uncertain } = tracked;
  /** Why the channel has to wait. */
  let held: Outcome | undefined;
  const stop = (outcome: Outcome) =>
    restOf(tracked, policy, {
      card,
      cursor,
      uncertain,
      wakeAt: retryIn(outcome, now),
    });
  if (due.card) {
    if (!mayPost()) return restOf(tracked, policy, { card, cursor, wakeAt: now });
    const shown = await notifier.showCard(tracked, deadlinesOf(tracked.report, policy), now);
    if (shown.kind === 'shown') card = { ...shown.card, shownVersion: tracked.version };
    else held = shown;
    uncertain ||= shown.kind === 'unsure';
  }
  for (const notice of due.notices) {
    const inChannel = notice.kind === 'thread' || notice.kind === 'rung';
    if (inChannel && held !== undefined) continue;
    if (!mayPost()) return restOf(tracked, policy, { card, cursor, uncertain, wakeAt: now });
    const outcome = await sayOne(deps, heard, notice, card, now);
    uncertain ||= outcome.kind === 'unsure';
    if (outcome.kind === 'posted' || outcome.kind === 'undeliverable')
      cursor = after(cursor, notice, tracked.history.length);
    else if (inChannel) held = outcome;
    else return stop(outcome);
  }
  cursor = { ...cursor, reporter: tracked.history.length };
  if (held !== undefined) return stop(held);
  if (card === undefined) return restOf(tracked, policy, { cursor, uncertain, wakeAt: now });
  cursor = { ...cursor, thread: tracked.history.length };
  uncertain = false;
  return restOf(tracked, policy, { card, cursor, uncertain, wakeAt: due.wakeAt });
}

/** A message or announcement whose fate is hidden, or that Slack refuses, becomes part of the history; it is never sent twice unasked. */
async function sayOne(
  { notifier, handle }: ReconcileReportDeps,
  tracked: TrackedReport,
  notice: Notice,
  card: MessageRef | undefined,
  now: Date,
): Promise<Outcome> {
  // A lost reply to anything else doubts no message: only what an interrupted replica can have tried may be there.
  const about = eventText(notice);
  const doubtful = about !== undefined && 'event' in notice && notice.event < (tracked.maybePosted ?? 0);
  const outcome: Outcome = doubtful ? { kind: 'unsure' } : await notifier.say({ tracked, notice, card, now });
  if (about === undefined || (outcome.kind !== 'unsure' && outcome.kind !== 'undeliverable')) return outcome;
  const delivery = outcome.kind === 'unsure' ? 'unsure' : 'failed';
  try {
    await handle(tracked.report.id, { type: 'RecordDelivery', event: about, delivery }, { kind: 'clock' });
  } catch (error) {
    // Not known and not recorded: the lease has to run out, so that it is doubted then.
    if (!(error instanceof Refusal) || delivery === 'unsure') throw error;
    return { kind: 'later', seconds: 1 };
  }
  return { kind: 'posted' };
}

/** The deed that is told outside by this notice, if it is one that must not be told twice. */
function eventText(notice: Notice): number | undefined {
  if (notice.kind === 'message') return notice.message;
  return notice.kind === 'announcement' ? notice.publication : undefined;
}

/** Keeps the duties in the clear in step with the policy; the save makes the report due again. */
async function keepDuties({ reports }: ReconcileReportDeps, tracked: TrackedReport, due: DueNotices, now: Date) {
  if (due.duties === undefined) return 'kept';
  try {
    await reports.save(tracked, [], tracked.report, due.duties, now);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
  }
  return 'moved';
}

function after(cursor: DeliveryCursor, notice: Notice, events: number): DeliveryCursor {
  switch (notice.kind) {
    case 'thread':
      return { ...cursor, thread: Math.min(notice.event + 1, events) };
    case 'receipt':
    case 'message':
    case 'announcement':
      return { ...cursor, reporter: Math.min(notice.event + 1, events) };
    case 'rung':
      return { ...cursor, rungs: { ...cursor.rungs, [notice.key]: notice.rung.number } };
    default:
      return notice satisfies never;
  }
}

type RestFacts = {
  card?: ReportRest['card'] | undefined;
  cursor?: DeliveryCursor;
  uncertain?: boolean;
  wakeAt: Date | undefined;
};

function restOf(tracked: TrackedReport, policy: Policy, facts: RestFacts): ReportRest {
  const card = facts.card ?? tracked.card;
  return {
    id: tracked.report.id,
    version: tracked.version,
    cursor: facts.cursor ?? tracked.cursor,
    ...defined({ card }),
    uncertain: facts.uncertain ?? tracked.uncertain,
    policyRevision: policy.revision,
    wakeAt: facts.wakeAt,
  };
}
