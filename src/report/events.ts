import { z } from 'zod';
import { AnswerPromise } from './duty.js';
import { byActor, byPerson } from './event-base.js';
import { DeliveryEvent } from './events-delivery.js';
import { DisclosureEvent } from './events-disclosure.js';
import { MessageEvent } from './events-messages.js';
import { PauseEvent } from './events-pause.js';
import { PromiseEvent } from './events-promise.js';
import { RemediationEvent } from './events-remediation.js';
import { ResponderEvent } from './events-responder.js';
import { TriageEvent } from './events-triage.js';
import { Form } from './form.js';
import { Reporter } from './person.js';
import { AffectedVersion } from './report.js';
import { ReportId } from './report-id.js';

const ReportReceived = z.object({
  type: z.literal('ReportReceived'),
  ...byActor,
  id: ReportId,
  submission: z.string(),
  reporter: Reporter,
  form: Form,
  affected: z.array(AffectedVersion),
  receivedAt: z.date(),
  promise: AnswerPromise,
});
export type ReportReceived = z.infer<typeof ReportReceived>;

const ReportAmended = z.object({
  type: z.literal('ReportAmended'),
  ...byActor,
  form: Form,
  affected: z.array(AffectedVersion),
});
/** A person of the team opened the report for the first time. */
const ReportSeen = z.object({ type: z.literal('ReportSeen'), ...byPerson });
const ReportWithdrawn = z.object({ type: z.literal('ReportWithdrawn'), ...byPerson });

/** What has happened to a report: facts, in order. The history of a report is a list of these. */
export const ReportEvent = z.discriminatedUnion('type', [
  ReportReceived,
  ReportAmended,
  ReportSeen,
  ReportWithdrawn,
  ...ResponderEvent.options,
  ...MessageEvent.options,
  ...DeliveryEvent.options,
  ...PromiseEvent.options,
  ...PauseEvent.options,
  ...TriageEvent.options,
  ...RemediationEvent.options,
  ...DisclosureEvent.options,
]);
export type ReportEvent = z.infer<typeof ReportEvent>;
