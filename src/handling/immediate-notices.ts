import { localDate } from '../deadline/local-date.js';
import { onDuty } from '../deadline/on-duty.js';
import type { Policy } from '../deadline/policy.js';
import { standIn } from '../deadline/roster.js';
import type { ReportEvent } from '../report/events.js';
import { isUrgent } from '../report/exploited-or-public.js';
import { movableDateAt } from '../report/movable-date.js';
import type { Report } from '../report/report.js';
import { isClosed, isUnacknowledged, isUnclaimed } from '../report/status.js';
import type { TrackedReport } from './tracked-report.js';

/** Why a person is called to a report: they are on duty, lead a team whose users are in danger, or were given it. */
export const callReasons = ['on_duty', 'lead', 'assigned'] as const;
export type CallReason = (typeof callReasons)[number];
/** Why a person hears of a hand-over: they are asked to take it, it is theirs and somebody else is asked, or that one has answered. */
export const handOverReasons = ['offered', 'offer_made', 'offer_accepted', 'offer_declined'] as const;
export type HandOverReason = (typeof handOverReasons)[number];
/** Somebody is asked to take a turn of duty, or to swap one, and has answered. */
const coverReasons = ['cover_asked', 'cover_accepted', 'cover_declined'] as const;
export type CoverReason = (typeof coverReasons)[number];
/**
 * What a colleague is asked, to take over duty or to stand in for somebody who is away, and what became of it; and what a lead hears of
 * somebody who skips the last reminders before deadlines.
 */
export const dutyReasons = [...coverReasons, 'stand_in_asked', 'no_substitute', 'last_skipped'] as const;
export type DutyReason = (typeof dutyReasons)[number];
/** Why a person is told within their hours. */
export type NewsReason = CallReason | HandOverReason | DutyReason;
/** Why a person is told of a report. `later_date`: they may move its promise. */
export type NoticeReason = CallReason | HandOverReason | 'later_date';

export function isCall(because: NewsReason): because is CallReason {
  return callReasons.some((one) => one === because);
}

export function isOfDuty(because: NewsReason): because is DutyReason {
  return dutyReasons.some((one) => one === because);
}

export function isOfCover(because: NewsReason): because is CoverReason {
  return coverReasons.some((one) => one === because);
}

export function isHandOver(because: NoticeReason | NewsReason): because is HandOverReason {
  return handOverReasons.some((one) => one === because);
}
/** Somebody on the team to tell at once, by direct message. `event` is a place in the history. */
export type ImmediateNotice = Readonly<{
  kind: 'immediate';
  event: number;
  key: string;
  nth: number;
  user: string;
  because: NoticeReason;
}>;

/**
 * Who is called to work by an event, and has not been told of it yet: whoever is on duty when a report comes in, with the leads
 * when it is exploited or public already and the policy has it so, whoever is assigned by somebody else, both sides of a
 * hand-over, and the leads when a promise might be moved.
 * Nobody is told of what somebody has taken up since, of a report of their own, or of what they did themselves.
 */
export function immediateNotices(
  event: ReportEvent,
  place: number,
  { report, cursor }: TrackedReport,
  policy: Policy,
): readonly ImmediateNotice[] {
  const { reporter, responder } = report;
  const own = reporter.kind === 'slack' ? reporter.person.user : reporter.filedBy.user;
  const doer = event.by.kind === 'person' ? event.by.person.user : undefined;
  const called = new Map<string, NoticeReason>();
  const day = localDate(event.at, policy.calendar.zone);
  const leads = policy.leads.flatMap((lead) => standIn(lead, day, policy.roster) ?? []);
  if (event.type === 'ResponderAssigned' && !isClosed(report)) {
    if (responder?.user === event.responder.user)
      called.set(responder.user, event.by.kind === 'clock' ? 'on_duty' : 'assigned');
  } else if (event.type === 'ReportReceived' && isUnclaimed(report) && isUnacknowledged(report)) {
    const duty = onDuty(policy, event.at);
    const first = duty.responder === own ? duty.deputy : duty.responder;
    // Whoever it is assigned to is told of that.
    if (first !== undefined && responder === undefined) called.set(first, 'on_duty');
    if (isUrgent(report) && policy.exploited?.tell.includes('lead') === true)
      for (const lead of leads) if (!called.has(lead) && lead !== responder?.user) called.set(lead, 'lead');
  }
  if (event.type === 'ResponderAssigned' && event.from !== undefined) called.set(event.from.user, 'offer_accepted');
  if (event.type === 'HandOverOffered' && report.offer?.event === place) {
    called.set(event.to.user, 'offered');
    if (responder !== undefined) called.set(responder.user, 'offer_made');
  }
  if (event.type === 'HandOverDeclined' && responder !== undefined) called.set(responder.user, 'offer_declined');
  if (event.type === 'LaterDateProposed' && isQuestionOpen(report, place))
    for (const lead of leads) called.set(lead, 'later_date');
  // Stored in reports and in messages: its name stays.
  const key = `told_${place}`;
  return [...called]
    .filter(([user]) => user !== doer && user !== own)
    .map(([user, because], i) => ({ kind: 'immediate' as const, event: place, key, nth: i + 1, user, because }))
    .filter(({ nth }) => nth > (cursor.rungs[key] ?? 0));
}

/** Whether the leads still have to say if the promise is moved, as proposed at `place` in the history. */
export function isQuestionOpen(report: Report, place: number): boolean {
  const date = movableDateAt(report, place);
  return date?.open === true && date.proposal?.answer === undefined;
}
