import { isDeepStrictEqual } from 'node:util';
import { type Deadline, deadlinesOf } from '../deadline/deadlines.js';
import { latestRung, nextRung, type Rung } from '../deadline/ladder.js';
import { onDutyFrom } from '../deadline/on-duty.js';
import type { Policy } from '../deadline/policy.js';
import { movesAtMostMs } from '../deadline/reminder-moment.js';
import { isAsked, isOwed } from '../report/decide-messages.js';
import { defined } from '../report/defined.js';
import { dutyNames, type OpenDuties, type OpenDuty } from '../report/duty.js';
import type { ReportEvent } from '../report/events.js';
import { keptBack } from '../report/kept-back.js';
import type { Report } from '../report/report.js';
import { stepOfAct } from '../report/step-of-act.js';
import { type ImmediateNotice, immediateNotices } from './immediate-notices.js';
import { remindedFrom, rungKey, securityTeam } from './reminder-recipients.js';
import type { DeliveryCursor, TrackedReport } from './tracked-report.js';

/** Something that should have been posted by now. `event` is a place in the history. `ping`: somebody is told by a mention. */
export type Notice =
  | Readonly<{ kind: 'thread'; event: number; ping?: true }>
  | ImmediateNotice
  | Readonly<{ kind: 'receipt'; event: number }>
  | Readonly<{ kind: 'message'; event: number; message: number }>
  | Readonly<{ kind: 'announcement'; event: number; publication: number }>
  /** Whoever may approve what was prepared at `event` is told in the channel. */
  | Readonly<{ kind: 'approval'; event: number; key: string; nth: 1 }>
  /** The announcement of `event` is to say that that of `by` has taken its place. */
  | Readonly<{ kind: 'superseded'; event: number; by: number; key: string; nth: number }>;

/** What is due for a report, and when to look again. */
export type DueNotices = Readonly<{
  card: boolean;
  notices: readonly Notice[];
  /** Rungs that were reached since the last look, the highest of each opening of a duty. The card and people's reminders change. */
  rungs: Readonly<Record<string, number>>;
  /** The open duties, where they differ from those stored in the clear. */
  duties: OpenDuties | undefined;
  /** People whose reminders may have changed. */
  people: readonly string[];
  /** Only a rung was reached, at this moment: whoever was looked at since knows. */
  reachedAt?: Date;
  wakeAt: Date | undefined;
}>;

/** What should have been posted about a report by `now`, in order. It follows from the state alone. */
export function dueNotices(tracked: TrackedReport, policy: Policy, now: Date): DueNotices {
  const { report, history, cursor } = tracked;
  const deadlines = deadlinesOf(report, policy);
  const reached = deadlines.flatMap((deadline) => reachedRung(tracked, deadline, policy, now));
  const isReached = reached.length > 0;
  const changed = tracked.card?.shownVersion !== tracked.version;
  // Whoever puts it to rest wakes them first.
  const isUnheard = tracked.restedVersion !== tracked.version;
  const wakeAt = earliest([
    report.paused?.until,
    ...deadlines.map((deadline) => nextRung(deadline, policy, now).at),
    // What binds the team earlier is missed, for the reporter, at the moment that they were told.
    ...deadlines.map(({ toldAt }) => (toldAt !== undefined && toldAt > now ? toldAt : undefined)),
  ]);
  const duties = openDuties(deadlines);
  const isNewPolicy = tracked.restedUnder !== undefined && tracked.restedUnder !== policy.revision;
  const kept = keptBack(history, report);
  const pings = pingingLines(history, kept, policy);
  return {
    card: changed || isReached,
    notices: [
      ...unsaid(tracked, cursor.thread).flatMap(({ event, place }) => [
        ...immediateNotices(event, place, tracked, policy),
        ...(kept.has(place) || stepOfAct(history, place) !== place ? [] : threadNotice(event, place, pings)),
        ...approvalNotice(event, place, tracked),
      ]),
      ...unsaid(tracked, cursor.reporter).flatMap(({ event, place }) => outwardNotice(event, place, tracked)),
      ...supersededAnnouncements(report, cursor),
    ],
    rungs: Object.fromEntries(reached.map(({ key, rung }) => [key, rung.number])),
    duties: sameDuties(duties, tracked.duties) ? undefined : duties,
    // Under another policy somebody else may be on duty, or be reminded at another time.
    people: isUnheard || isReached || isNewPolicy ? usersToWake(tracked, policy, now, wakeAt ?? now) : [],
    ...defined({ reachedAt: isUnheard || isNewPolicy ? undefined : latest(reached.map(({ rung }) => rung.at)) }),
    wakeAt,
  };
}

/** What is prepared waits for a second person, unless it was prepared anew or approved since. */
function approvalNotice(
  { type }: ReportEvent,
  event: number,
  { report: { prepared }, cursor }: TrackedReport,
): Notice[] {
  const key = `approval_${event}`;
  const waits = type === 'DisclosurePrepared' && prepared?.event === event && prepared.approved === undefined;
  return waits && cursor.rungs[key] === undefined ? [{ kind: 'approval', event, key, nth: 1 }] : [];
}

/** The announcements that stand, and don't point yet to the newest one that stands. */
export function supersededAnnouncements({ publications }: Report, { announced = {}, rungs }: DeliveryCursor): Notice[] {
  const standing = publications.filter(({ event }) => announced[event] !== undefined);
  const newest = standing.at(-1);
  if (newest === undefined) return [];
  const { event: by, revision: nth } = newest;
  return standing.slice(0, -1).flatMap(({ event }): Notice[] => {
    const key = `superseded_${event}`;
    return (rungs[key] ?? 0) >= nth ? [] : [{ kind: 'superseded', event, by, key, nth }];
  });
}

/** The events from a place on, without those of before `noticesFrom`: they count as said. */
function unsaid({ history, noticesFrom }: TrackedReport, from: number) {
  const events = history.slice(from).map((event, i) => ({ event, place: from + i }));
  return events.filter(({ event }) => event.at >= noticesFrom);
}

/** The duties as they are stored in the clear part of the document. */
export function openDuties(deadlines: readonly Deadline[]): OpenDuties {
  return Object.fromEntries(deadlines.map(({ duty, toldAt: _, ...open }) => [duty, open]));
}

export function earliest(moments: readonly (Date | undefined)[]): Date | undefined {
  return moments.reduce(
    (first, at) => (first === undefined || (at !== undefined && at < first) ? at : first),
    undefined,
  );
}

function latest(moments: readonly Date[]): Date | undefined {
  return moments.length === 0 ? undefined : new Date(Math.max(...moments.map((at) => at.getTime())));
}

function reachedRung(
  tracked: TrackedReport,
  deadline: Deadline,
  policy: Policy,
  now: Date,
): { key: string; rung: Rung }[] {
  const key = rungKey(deadline);
  const rung = latestRung(deadline, policy, now);
  const before = tracked.cursor.rungs[key] ?? 0;
  if (rung === undefined || rung.number <= before || rung.at < remindedFrom(tracked, deadline)) return [];
  return [{ key, rung }];
}

/** The card itself shows the receipt, and the digest says what was missed. Every other step has a line. */
function threadNotice(event: ReportEvent, at: number, pings: ReadonlySet<number>): Notice[] {
  // Nobody needs to be told that somebody reads.
  if (event.type === 'ReportReceived' || event.type === 'ReportSeen' || event.type === 'PromiseMissed') return [];
  return [{ kind: 'thread', event: at, ...(pings.has(at) ? { ping: true as const } : {}) }];
}

/** A reporter may write around the clock, and must not be able to page the team as often. Milliseconds. */
const pingEveryMs = 3_600_000;

/**
 * The lines that mention somebody, by their place in the history: a question to the leads, where nobody is named a lead, a new
 * date of which the bot can't tell the reporter, and replies of a reporter. Of those one an hour, and the first one after the
 * team wrote or somebody was assigned, since the team waits for that one. The others are lines without a mention. What was `kept`
 * back mentions nobody; the end of the pause does.
 */
function pingingLines(
  history: readonly ReportEvent[],
  kept: ReadonlySet<number>,
  { leads }: Policy,
): ReadonlySet<number> {
  const pings = new Set<number>();
  let last: Date | undefined;
  for (const [place, event] of history.entries()) {
    const { type, at } = event;
    if (type === 'LaterDateProposed' && leads.length === 0) pings.add(place);
    if (event.type === 'PromiseMoved' && event.by.kind === 'clock' && event.route === 'by_hand') pings.add(place);
    if (type === 'ResponderAssigned' || type === 'ReportAcknowledged' || type === 'MessageSent') last = undefined;
    if (event.type === 'ReporterPauseEnded' ? event.replies === 0 : type !== 'ReporterWrote' || kept.has(place))
      continue;
    if (last !== undefined && at.getTime() - last.getTime() < pingEveryMs) continue;
    pings.add(place);
    last = at;
  }
  return pings;
}

/**
 * What leaves the channel: the receipt, messages to the reporter, announcements. Only the latest event about one makes it due,
 * so that a message that was doubted and then confirmed or sent again goes out once.
 */
function outwardNotice(event: ReportEvent, at: number, { report, history }: TrackedReport): Notice[] {
  const onSlack = report.reporter.kind === 'slack';
  if (event.type === 'ReportReceived') return onSlack ? [{ kind: 'receipt', event: at }] : [];
  const about = event.type === 'SentAgain' ? event.event : at;
  if (history.slice(at + 1).some((later) => 'event' in later && later.event === about)) return [];
  const publication = report.publications.find((one) => one.event === about);
  if (publication?.delivery === 'sent') return [{ kind: 'announcement', event: at, publication: about }];
  const message = report.messages.find((one) => one.event === about);
  // They have heard from the team meanwhile or answered, or the report is closed.
  if (message?.missed !== undefined && !isOwed(report, message.missed)) return [];
  if (message?.reminder !== undefined && !isAsked(report, message.reminder)) return [];
  const byBot = onSlack && message?.route === 'direct_message' && message.delivery === 'sent';
  return byBot ? [{ kind: 'message', event: at, message: about }] : [];
}

/** People who may be reminded of it, and the channel, which is told in digests. */
function usersToWake({ history }: TrackedReport, policy: Policy, now: Date, next: Date): string[] {
  const assigned = history.flatMap((event) => (event.type === 'ResponderAssigned' ? [event.responder.user] : []));
  return [...new Set([...assigned, ...remindedOfAll(policy, now, next), securityTeam])];
}

/**
 * People who are reminded of reports that are not assigned to them: the leads, and whoever is on duty at a rung before the
 * `next` look. A rung may move into their hours from before their turn begins.
 */
function remindedOfAll(policy: Policy, now: Date, next: Date): string[] {
  return [...onDutyFrom(policy, now, new Date(next.getTime() + movesAtMostMs)), ...policy.leads];
}

/** Whether all dates are the same. The policy under which they were derived may be another: that alone is nothing to save. */
function sameDuties(one: OpenDuties, other: OpenDuties): boolean {
  const dates = (duty?: OpenDuty) => duty && { ...duty, policyRevision: '' };
  return dutyNames.every((duty) => isDeepStrictEqual(dates(one[duty]), dates(other[duty])));
}
