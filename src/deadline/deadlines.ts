import type { AnswerPromise, Report } from '../report/report.js';
import { isUnanswered } from '../report/unanswered.js';
import { type Explanation, explain } from './explain.js';
import type { Duty, Policy } from './policy.js';

/** An open duty with the moment it is due. `since` is the moment its time began to count. */
export type Deadline = Readonly<{
  duty: Duty;
  opening: number;
  since: Date;
  dueAt: Date;
  provisional: boolean;
  policyRevision: string;
}>;

/** What a reporter is promised at receipt, with its reasons. */
export function promiseFor(receivedAt: Date, policy: Policy): { promise: AnswerPromise; explanation: Explanation } {
  const explanation = explain(receivedAt, policy.duties.acknowledge.workingDays, policy.calendar);
  const { due, provisional } = explanation;
  return { promise: { dueAt: due, provisional, policyRevision: policy.revision }, explanation };
}

/**
 * The duties of a report that are open. A firm promise binds: of it and what the policy says today, the earlier is due. A
 * provisional promise moves with the policy. A duty that opens again keeps its deadline.
 */
export function deadlinesOf(report: Report, policy: Policy): readonly Deadline[] {
  if (!isUnanswered(report)) return [];
  const { promise: today } = promiseFor(report.receivedAt, policy);
  const said = report.promise;
  const saidBinds = !said.provisional && said.dueAt <= today.dueAt;
  const { dueAt, provisional } = saidBinds ? said : today;
  return [
    {
      duty: 'acknowledge',
      opening: report.acknowledge.opening,
      since: report.receivedAt,
      dueAt,
      provisional,
      policyRevision: policy.revision,
    },
  ];
}
