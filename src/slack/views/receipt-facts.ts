import { promiseToday } from '../../deadline/deadlines.js';
import { onDuty } from '../../deadline/on-duty.js';
import type { Policy } from '../../deadline/policy.js';
import type { Report } from '../../report/report.js';
import type { ReceiptFacts } from './facts.js';

/** The receipt as it was promised: the same whenever it is drawn. `nameOf` knows the person on duty. */
export function receiptFacts(
  report: Report,
  policy: Policy,
  nameOf: (user: string) => string | undefined,
  amended = false,
): ReceiptFacts {
  const duty = onDuty(policy, report.receivedAt);
  const { reporter } = report;
  // Nobody is named as the one who looks after a report of their own.
  const own = reporter.kind === 'slack' && reporter.person.user === duty.responder;
  const responder = own ? duty.deputy : duty.responder;
  const name = responder === undefined ? undefined : nameOf(responder);
  return {
    id: report.id,
    project: policy.project,
    explanation: promiseToday(report, policy).explanation,
    promise: report.promise,
    ...(responder === undefined || name === undefined ? {} : { onDuty: { team: '', user: responder, name } }),
    zone: policy.calendar.zone,
    ...(amended ? { amended } : {}),
  };
}
