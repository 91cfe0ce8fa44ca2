import { z } from 'zod';
import { Form } from './form.js';
import {
  Actor,
  AffectedVersion,
  AnswerPromise,
  LetterPurpose,
  MessagePurpose,
  Person,
  Reporter,
  Route,
} from './report.js';
import { ReportId } from './report-id.js';

const about = { at: z.date(), by: Actor };

export const ReportReceived = z.object({
  type: z.literal('ReportReceived'),
  ...about,
  id: ReportId,
  submission: z.string(),
  reporter: Reporter,
  form: Form,
  affected: z.array(AffectedVersion),
  receivedAt: z.date(),
  promise: AnswerPromise,
});
export const ReportAmended = z.object({
  type: z.literal('ReportAmended'),
  ...about,
  form: Form,
  affected: z.array(AffectedVersion),
});
export const ResponderAssigned = z.object({ type: z.literal('ResponderAssigned'), ...about, responder: Person });
const byPerson = { ...about, by: z.object({ kind: z.literal('person'), person: Person }) };
const written = { ...byPerson, purpose: MessagePurpose, message: z.string(), route: Route };
/** A person has written to the reporter: the duty to acknowledge is met. */
export const ReportAcknowledged = z.object({ type: z.literal('ReportAcknowledged'), ...written });
/** A person has written to the reporter again. */
export const MessageSent = z.object({ type: z.literal('MessageSent'), ...written });
export const NoteAdded = z.object({ type: z.literal('NoteAdded'), ...byPerson, text: z.string() });
export const ReporterWrote = z.object({
  type: z.literal('ReporterWrote'),
  ...byPerson,
  purpose: LetterPurpose,
  text: z.string(),
});
export const ReportWithdrawn = z.object({ type: z.literal('ReportWithdrawn'), ...byPerson });
/** It isn't known whether the message at `event` arrived: a crash or a lost reply hides it. */
export const DeliveryDoubted = z.object({ type: z.literal('DeliveryDoubted'), ...about, event: z.number().int() });
/** The message at `event` could not be delivered; when none has got through, the duty is open again, with its first deadline. */
export const DeliveryFailed = z.object({ type: z.literal('DeliveryFailed'), ...about, event: z.number().int() });
export const DeliveryConfirmed = z.object({ type: z.literal('DeliveryConfirmed'), ...about, event: z.number().int() });
export const SentAgain = z.object({ type: z.literal('SentAgain'), ...about, event: z.number().int() });

/** What has happened to a report: facts, in order. The history of a report is a list of these. */
export const ReportEvent = z.discriminatedUnion('type', [
  ReportReceived,
  ReportAmended,
  ResponderAssigned,
  ReportAcknowledged,
  MessageSent,
  NoteAdded,
  ReporterWrote,
  ReportWithdrawn,
  DeliveryDoubted,
  DeliveryFailed,
  DeliveryConfirmed,
  SentAgain,
]);
export type ReportEvent = z.infer<typeof ReportEvent>;
