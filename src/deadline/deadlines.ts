import { defined } from '../report/defined.js';
import { type AnswerPromise, type Duty, dutyNames, isPromised, type OpenDuty, policyDuties } from '../report/duty.js';
import { isUrgent } from '../report/exploited-or-public.js';
import { openPolicyDuties } from '../report/open-policy-duties.js';
import { promisedDates } from '../report/promised-dates.js';
import type { Report } from '../report/report.js';
import { isPaused, isUnacknowledged, isUndecided } from '../report/status.js';
import { explain } from './explain.js';
import { localDate } from './local-date.js';
import { endOfDay } from './next-update.js';
import type { Policy } from './policy.js';
import { backFromBreak } from './team-break.js';
import { endOfTerm, type TermEnd } from './term.js';
import { afterOpenMillis, openMillis } from './working-time.js';

/** An open duty by name, with the moment it is due. `toldAt`: the later moment that the reporter was told, where an earlier one binds. */
export type Deadline = OpenDuty & Readonly<{ duty: Duty; toldAt?: Date }>;

/** A promise, and how it is counted. */
type CountedPromise = Readonly<{ promise: AnswerPromise; explanation: TermEnd }>;

/** The deadline that a reporter is promised at receipt. What comes in during a break counts as received when the team is back. */
export function promiseFor(receivedAt: Date, policy: Policy): CountedPromise {
  return promiseFrom(receivedAt, backFromBreak(receivedAt, policy), policy);
}

/** The deadline that the policy of today gives a report that has its promise. A break moves none of these. */
export function promiseToday(
  { receivedAt, promise }: Pick<Report, 'receivedAt' | 'promise'>,
  policy: Policy,
): CountedPromise {
  return promiseFrom(receivedAt, promise.countsFrom, policy);
}

function promiseFrom(receivedAt: Date, countsFrom: Date | undefined, policy: Policy): CountedPromise {
  const explanation = endOfTerm(countsFrom ?? receivedAt, policy.duties.acknowledge, policy.calendar);
  const { due, provisional } = explanation;
  const promise = { dueAt: due, provisional, policyRevision: policy.revision, ...defined({ countsFrom }) };
  return { promise, explanation };
}

/**
 * The open duties of a report, the soonest first. `confirm` is listed only after the acknowledgement: nobody is reminded of
 * both at once.
 */
export function deadlinesOf(report: Report, policy: Policy): readonly Deadline[] {
  const open = isUnacknowledged(report)
    ? [acknowledgeDeadline(report, policy)]
    : isUndecided(report) && !isPaused(report)
      ? [confirmDeadline(report, policy)]
      : [];
  return [...open, ...promised(report, policy), ...askedByPolicy(report, policy)]
    .map((deadline) => (isUrgent(report) ? { ...deadline, exploited: true as const } : deadline))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** What the reporter is promised and still waits for: the decision too, while nobody has acknowledged. In no order. */
export function promisesOf(report: Report, policy: Policy): readonly Deadline[] {
  return [
    ...(isUnacknowledged(report) ? [acknowledgeDeadline(report, policy)] : []),
    ...(isUndecided(report) && !isPaused(report) ? [confirmDeadline(report, policy)] : []),
    ...promised(report, policy).filter(({ duty }) => isPromised(duty)),
  ];
}

/**
 * A firm promise binds: it, or what the policy says today, is due, whichever is earlier. A provisional promise moves with the
 * policy. A duty that opens again keeps its deadline.
 */
function acknowledgeDeadline(report: Report, policy: Policy): Deadline {
  const { promise: today } = promiseToday(report, policy);
  const { promise, receivedAt } = report;
  const hasMoreReminders = policy.exploited !== undefined && isUrgent(report);
  const promiseBinds = !promise.provisional && promise.dueAt <= today.dueAt;
  const { dueAt, provisional } = promiseBinds ? promise : today;
  return {
    duty: 'acknowledge',
    opening: report.acknowledge.opening,
    // Of what is exploited, people are reminded during a break too.
    since: hasMoreReminders ? receivedAt : (promise.countsFrom ?? receivedAt),
    dueAt,
    ...laterThan(dueAt, promise.dueAt),
    provisional,
    policyRevision: policy.revision,
    ...defined({ remindFrom: promise.moved?.at }),
  };
}

/**
 * Due when the decision's term ends: counted from receipt, or from when the report was reopened. Without a term of its own it is
 * due with the acknowledgement. A question stops the time until its answer. Then the open hours that were left go on, but at
 * least one working day.
 */
function confirmDeadline(report: Report, policy: Policy): Deadline {
  const { calendar, revision } = policy;
  const { confirm, acknowledge } = report;
  let { since, dueAt, provisional, toldAt } = beginningOfConfirm(report, policy);
  for (const { from, to } of confirm.pauses) {
    if (to === undefined) continue;
    const whatWasLeft = afterOpenMillis(to, openMillis(from, dueAt, calendar), calendar);
    const oneDay = explain(to, 1, calendar).due;
    dueAt = new Date(Math.max(whatWasLeft.getTime(), oneDay.getTime()));
    since = to;
    toldAt = undefined;
    provisional = localDate(dueAt, calendar.zone) > calendar.coversUntil;
  }
  const remindFrom = [acknowledge.metAt, report.promise.moved?.at].reduce(laterOf, undefined);
  return {
    duty: 'confirm',
    opening: confirm.opening,
    since,
    dueAt,
    ...defined({ toldAt }),
    provisional,
    policyRevision: revision,
    ...(remindFrom !== undefined && remindFrom > since ? { remindFrom } : {}),
  };
}

/** What the reporter was told, where the team is bound earlier. */
function laterThan(dueAt: Date, toldAt: Date): Pick<Deadline, 'toldAt'> {
  return toldAt > dueAt ? { toldAt } : {};
}

function laterOf(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}

function beginningOfConfirm(
  report: Report,
  policy: Policy,
): Pick<Deadline, 'since' | 'dueAt' | 'provisional' | 'toldAt'> {
  const { decide, acknowledge } = policy.duties;
  const { reopenedAt } = report.confirm;
  if (reopenedAt === undefined && decide === undefined) return acknowledgeDeadline(report, policy);
  const since = reopenedAt ?? report.promise.countsFrom ?? report.receivedAt;
  const { due, provisional } = endOfTerm(since, decide ?? acknowledge, policy.calendar);
  return { since, dueAt: due, provisional };
}

/** Promised dates hold whatever the calendar says, except that an update is due when its day closes early. */
function promised(report: Report, { calendar, revision }: Policy): Deadline[] {
  const dates = promisedDates(report);
  return dutyNames.flatMap((duty) => {
    if (dates[duty] === undefined) return [];
    const { opening, since, dueAt, moved } = dates[duty];
    const closes = duty === 'next_update' ? endOfDay(localDate(dueAt, calendar.zone), calendar) : dueAt;
    const binds = { dueAt: new Date(Math.min(closes.getTime(), dueAt.getTime())), ...laterThan(closes, dueAt) };
    const due = { ...binds, provisional: false, policyRevision: revision };
    // Reminders before a date was moved belonged to the earlier one.
    return [{ duty, opening, since, ...due, ...defined({ remindFrom: moved?.at }) }];
  });
}

/** The last moment to publish a report by the policy, if it has one. */
export function publishBy({ receivedAt }: Pick<Report, 'receivedAt'>, { duties, calendar }: Policy): Date | undefined {
  const { publish } = duties;
  return publish !== undefined && 'term' in publish ? endOfTerm(receivedAt, publish.term, calendar).due : undefined;
}

/** An embargo that ends before the last day to publish says it already. */
function askedByPolicy(report: Report, { duties, calendar, revision }: Policy): Deadline[] {
  const openings = openPolicyDuties(report);
  return policyDuties.flatMap((duty) => {
    const [opening, asked] = [openings[duty], duties[duty]];
    const term = asked && ('term' in asked ? asked.term : report.severity && asked.bySeverity[report.severity.rating]);
    if (opening === undefined || term === undefined) return [];
    const { due: dueAt, provisional } = endOfTerm(opening.since, term, calendar);
    if (duty === 'publish' && report.embargo !== undefined && report.embargo.dueAt <= dueAt) return [];
    return [{ duty, ...opening, dueAt, provisional, policyRevision: revision }];
  });
}
