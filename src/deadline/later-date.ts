import type { LaterDate } from '../report/commands-promise.js';
import type { Report } from '../report/report.js';
import { isPromiseOpen, isUnacknowledged } from '../report/status.js';
import { promiseFor } from './deadlines.js';
import type { Policy } from './policy.js';

/**
 * The date that today's policy would promise, where it is later than the firm promise that binds now; else `undefined`. An
 * earlier date needs no answer, since it binds at once. A promise that is kept or broken is not moved any more.
 */
export function laterDate(report: Report, policy: Policy, now: Date): LaterDate | undefined {
  const { promise, receivedAt } = report;
  if (promise.provisional || now >= promise.dueAt || !isPromiseOpen(report)) return undefined;
  // A decision with a term of its own was never part of this promise.
  if (!isUnacknowledged(report) && policy.duties.decide !== undefined) return undefined;
  const today = promiseFor(receivedAt, policy);
  if (today.promise.dueAt <= promise.dueAt) return undefined;
  const days = today.explanation.days.flatMap(({ date, why, name }) =>
    why === 'holiday' && name !== undefined ? [{ date, name }] : [],
  );
  return { promise: today.promise, days };
}
