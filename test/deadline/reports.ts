import type { AnswerPromise } from '../../src/report/duty.js';
import type { ReportEvent } from '../../src/report/events.js';
import { evolve } from '../../src/report/evolve.js';
import type { Person } from '../../src/report/person.js';
import type { Report } from '../../src/report/report.js';
import { aForm } from '../support/a-form.js';

const reporter: Person = { team: 'T0OUTSIDE', user: 'U0REPORTER', name: 'Rae' };
const responder: Person = { team: 'T0HOME', user: 'U0LIN', name: 'Lin' };

/** A report that was received, and what happened to it since. */
export function report(receivedAt: Date, promise: AnswerPromise, ...since: ReportEvent[]): Report {
  const received: ReportEvent = {
    type: 'ReportReceived',
    at: receivedAt,
    by: { kind: 'person', person: reporter },
    id: 'VR-7K2Q-9FDX',
    submission: 'one',
    reporter: { kind: 'slack', person: reporter },
    form: aForm(),
    affected: [{ version: 'KubeSphere v4.1', verdict: 'supported' }],
    receivedAt,
    promise,
  };
  return since.reduce((so_far, event) => evolve(so_far, event), evolve(undefined, received));
}

export const acknowledged = (at: Date): ReportEvent => ({
  type: 'ReportAcknowledged',
  at,
  by: { kind: 'person', person: responder },
  purpose: 'acknowledgement',
  message: 'We are on it.',
  route: 'direct_message',
});

export const undelivered = (at: Date, event: number): ReportEvent => ({
  type: 'DeliveryFailed',
  at,
  by: { kind: 'clock' },
  event,
});
