import type { AnswerPromise } from '../../src/report/duty.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import type { Person } from '../../src/report/person.js';
import type { Report } from '../../src/report/report.js';
import { aForm } from '../support/a-form.js';

const reporter: Person = { team: 'T0OUTSIDE', user: 'U0REPORTER', name: 'Rae' };
const responder: Person = { team: 'T0HOME', user: 'U0LIN', name: 'Lin' };

/** How the history of a report begins. */
export function received(receivedAt: Date, promise: AnswerPromise): ReportEvent {
  return {
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
}

/** A report that was received, and what happened to it since. */
export function report(receivedAt: Date, promise: AnswerPromise, ...since: ReportEvent[]): Report {
  return replay([received(receivedAt, promise), ...since]);
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
