import { isDeepStrictEqual } from 'node:util';
import { type Deadline, deadlinesOf } from '../deadline/deadlines.js';
import { latestRung, nextRung, type Rung } from '../deadline/ladder.js';
import { onDutyFrom } from '../deadline/on-duty.js';
import type { Policy } from '../deadline/policy.js';
import { defined } from '../report/defined.js';
import { dutyNames, type OpenDuties } from '../report/duty.js';
import type { ReportEvent } from '../report/events.js';
import type { TrackedReport } from './ports.js';
import { recipientsOf, type ZoneOf } from './reminder-recipients.js';

/** Something that ought to have been said by now. `event` is a place in the history. */
export type Notice =
  | Readonly<{ kind: 'thread'; event: number }>
  | Readonly<{ kind: 'receipt'; event: number }>
  | Readonly<{ kind: 'message'; event: number; message: number }>
  | Readonly<{ kind: 'announcement'; event: number; publication: number }>
  | Readonly<{ kind: 'rung'; key: string; rung: Rung; deadline: Deadline; wholeChannel: boolean }>;

/** What is due for a report, and when to look again. */
export type DueNotices = Readonly<{
  card: boolean;
  notices: readonly Notice[];
  /** The duties as they stand now differ from the ones kept in the clear: keep them anew. */
  duties: OpenDuties | undefined;
  /** People whose reminders may have changed. */
  people: readonly string[];
  wakeAt: Date | undefined;
}>;

/** From the state alone: what ought to have been said of a report by `now`, in the order to say it. */
export function dueNotices(tracked: TrackedReport, policy: Policy, zoneOf: ZoneOf, now: Date): DueNotices {
  const { report, history, cursor } = tracked;
  const deadlines = deadlinesOf(report, policy);
  const rungs = deadlines.flatMap((deadline) => dueRung(tracked, deadline, policy, zoneOf, now) ?? []);
  const changed = tracked.card?.shownVersion !== tracked.version;
  const wakeAt = earliest(deadlines.map((deadline) => nextRung(deadline, policy, now).at));
  const duties = openDuties(deadlines);
  return {
    card: changed || rungs.length > 0,
    notices: [
      ...history.slice(cursor.thread).flatMap((event, i) => threadNotice(event, cursor.thread + i)),
      ...history.slice(cursor.reporter).flatMap((event, i) => outwardNotice(event, cursor.reporter + i, tracked)),
      ...rungs,
    ],
    duties: sameDuties(duties, tracked.duties) ? undefined : duties,
    people: changed || rungs.length > 0 ? involved(tracked, policy, now, wakeAt ?? now) : [],
    wakeAt,
  };
}

/** The duties as the clear part of the document keeps them. */
export function openDuties(deadlines: readonly Deadline[]): OpenDuties {
  return Object.fromEntries(deadlines.map(({ duty, ...open }) => [duty, open]));
}

export function earliest(moments: readonly (Date | undefined)[]): Date | undefined {
  return moments.reduce(
    (first, at) => (first === undefined || (at !== undefined && at < first) ? at : first),
    undefined,
  );
}

function dueRung(
  tracked: TrackedReport,
  deadline: Deadline,
  policy: Policy,
  zoneOf: ZoneOf,
  now: Date,
): Notice | undefined {
  const key = `${deadline.duty}_${deadline.opening}`;
  const rung = latestRung(deadline, policy, now);
  if (rung === undefined || rung.number <= (tracked.cursor.rungs[key] ?? 0) || rung.at < noticesFrom(tracked, deadline))
    return undefined;
  const { channel } = recipientsOf(rung, rowOf(tracked, deadline), policy, zoneOf);
  return { kind: 'rung', key, rung, deadline, wholeChannel: channel };
}

/** Rungs before it count as said. */
function noticesFrom(tracked: TrackedReport, { remindFrom }: Deadline): Date {
  return remindFrom !== undefined && remindFrom > tracked.noticesFrom ? remindFrom : tracked.noticesFrom;
}

function rowOf(tracked: TrackedReport, deadline: Deadline) {
  const { report } = tracked;
  return {
    ...defined({ responder: report.responder?.user, responderSince: report.assignedAt }),
    ...(report.reporter.kind === 'slack' ? { reporter: report.reporter.person.user } : {}),
    since: deadline.since,
    dueAt: deadline.dueAt,
    noticesFrom: noticesFrom(tracked, deadline),
  };
}

/** The card tells of the receipt itself; every later step has a line in its thread. */
function threadNotice(event: ReportEvent, at: number): Notice[] {
  return event.type === 'ReportReceived' ? [] : [{ kind: 'thread', event: at }];
}

/**
 * What goes out of the channel: the receipt, messages to the reporter, announcements. One is due by the latest event about it
 * alone: one that was doubted and then confirmed or sent again goes once.
 */
function outwardNotice(event: ReportEvent, at: number, { report, history }: TrackedReport): Notice[] {
  const onSlack = report.reporter.kind === 'slack';
  if (event.type === 'ReportReceived') return onSlack ? [{ kind: 'receipt', event: at }] : [];
  const about = event.type === 'SentAgain' ? event.event : at;
  if (history.slice(at + 1).some((later) => 'event' in later && later.event === about)) return [];
  const publication = report.publications.find((one) => one.event === about);
  if (publication?.delivery === 'sent') return [{ kind: 'announcement', event: at, publication: about }];
  const message = report.messages.find((one) => one.event === about);
  const owes = onSlack && message?.route === 'direct_message' && message.delivery === 'sent';
  return owes ? [{ kind: 'message', event: at, message: about }] : [];
}

function involved({ report, history }: TrackedReport, policy: Policy, now: Date, next: Date): string[] {
  const assigned = history.flatMap((event) => (event.type === 'ResponderAssigned' ? [event.responder.user] : []));
  const current = report.responder === undefined ? [] : [report.responder.user];
  return [...new Set([...assigned, ...current, ...standing(policy, now, next)])];
}

/** A rung moves earlier into somebody's hours by less. */
const movesAtMostMs = 2 * 24 * 3_600_000;

/**
 * People who hear of reports that are not theirs: the leads, and whoever is on duty at a rung that may come before the
 * `next` look, moved into their hours: perhaps before their turn begins.
 */
function standing(policy: Policy, now: Date, next: Date): string[] {
  return [...onDutyFrom(policy, now, new Date(next.getTime() + movesAtMostMs)), ...policy.leads];
}

function sameDuties(one: OpenDuties, other: OpenDuties): boolean {
  return dutyNames.every((duty) => isDeepStrictEqual(one[duty], other[duty]));
}
