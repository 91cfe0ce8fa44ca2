import type { AnswerPromise, Duty, OpenDuty, PromisedDate } from '../report/duty.js';
import type { Report } from '../report/report.js';
import { isClosed, isPaused, isUnacknowledged, isUndecided } from '../report/status.js';
import { type Explanation, explain } from './explain.js';
import { localDate } from './local-date.js';
import type { Policy } from './policy.js';
import { afterOpenMillis, openMillis } from './working-time.js';

/** An open duty by name, with the moment it is due. */
export type Deadline = OpenDuty & Readonly<{ duty: Duty }>;

/** The deadline that a reporter is promised at receipt, and how it is counted. */
export function promiseFor(receivedAt: Date, policy: Policy): { promise: AnswerPromise; explanation: Explanation } {
  const explanation = explain(receivedAt, policy.duties.acknowledge.workingDays, policy.calendar);
  const { due, provisional } = explanation;
  return { promise: { dueAt: due, provisional, policyRevision: policy.revision }, explanation };
}

/**
 * The open duties of a report, the soonest first. Acknowledgement and decision are due together, so `confirm` is listed only
 * after the acknowledgement: nobody is reminded of the same moment twice.
 */
export function deadlinesOf(report: Report, policy: Policy): readonly Deadline[] {
  const open = isUnacknowledged(report)
    ? [acknowledgeDeadline(report, policy)]
    : isUndecided(report) && !isPaused(report)
      ? [confirmDeadline(report, policy)]
      : [];
  return [...open, ...promisedDates(report, policy)].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/**
 * A firm promise binds: it, or what the policy says today, is due, whichever is earlier. A provisional promise moves with the
 * policy. A duty that opens again keeps its deadline.
 */
function acknowledgeDeadline(report: Report, policy: Policy): Deadline {
  const { promise: today } = promiseFor(report.receivedAt, policy);
  const { promise } = report;
  const promiseBinds = !promise.provisional && promise.dueAt <= today.dueAt;
  const { dueAt, provisional } = promiseBinds ? promise : today;
  return {
    duty: 'acknowledge',
    opening: report.acknowledge.opening,
    since: report.receivedAt,
    dueAt,
    provisional,
    policyRevision: policy.revision,
  };
}

/**
 * Due with the acknowledgement, or after as many working days from when the report was reopened. A question stops the time
 * until its answer. Then the open hours that were left go on, but at least one working day.
 */
function confirmDeadline(report: Report, policy: Policy): Deadline {
  const { calendar, duties, revision } = policy;
  const { confirm, acknowledge } = report;
  const first =
    confirm.reopenedAt === undefined
      ? acknowledgeDeadline(report, policy)
      : {
          since: confirm.reopenedAt,
          dueAt: explain(confirm.reopenedAt, duties.acknowledge.workingDays, calendar).due,
        };
  let { since, dueAt } = first;
  for (const { from, to } of confirm.pauses) {
    if (to === undefined) continue;
    const whatWasLeft = afterOpenMillis(to, openMillis(from, dueAt, calendar), calendar);
    const oneDay = explain(to, 1, calendar).due;
    dueAt = new Date(Math.max(whatWasLeft.getTime(), oneDay.getTime()));
    since = to;
  }
  const provisional = localDate(dueAt, calendar.zone) > calendar.coversUntil;
  const metAt = acknowledge.metAt;
  return {
    duty: 'confirm',
    opening: confirm.opening,
    since,
    dueAt,
    provisional,
    policyRevision: revision,
    ...(metAt !== undefined && metAt > since ? { remindFrom: metAt } : {}),
  };
}

/** Promised dates hold whatever the calendar says. */
function promisedDates(report: Report, policy: Policy): Deadline[] {
  if (isClosed(report) || report.status === 'disclosed') return [];
  const { nextUpdate, embargo } = report;
  const firm = { provisional: false, policyRevision: policy.revision };
  const dates: Deadline[] = [];
  if (nextUpdate !== undefined && nextUpdate.metAt === undefined)
    dates.push({ duty: 'next_update', ...dateOf(nextUpdate), ...firm });
  if (embargo !== undefined) dates.push({ duty: 'embargo', ...dateOf(embargo), ...firm });
  return dates;
}

function dateOf({ opening, since, dueAt }: PromisedDate) {
  return { opening, since, dueAt };
}
