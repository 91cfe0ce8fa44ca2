import { z } from 'zod';
import { Form } from './form.js';
import { ReportId } from './report-id.js';

/** Somebody with a Slack account: workspace id, user id, and the name shown when the deed was done. */
export const Person = z.object({ team: z.string().min(1), user: z.string().min(1), name: z.string() });
export type Person = z.infer<typeof Person>;

/** Who did it. The clock acts when a time comes or a delivery turns out. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), person: Person }),
  z.object({ kind: z.literal('clock') }),
]);
export type Actor = z.infer<typeof Actor>;

/** Whose report it is: somebody on Slack, or somebody who wrote or rang and for whom a responder filed it. */
export const Reporter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slack'), person: Person }),
  z.object({ kind: z.literal('elsewhere'), name: z.string().min(1), filedBy: Person }),
]);
export type Reporter = z.infer<typeof Reporter>;

export const Verdict = z.enum(['supported', 'best_effort', 'end_of_life']);
export type Verdict = z.infer<typeof Verdict>;

/** A version from the policy's table, with the verdict on the day of the report. */
export const AffectedVersion = z.object({ version: z.string(), verdict: Verdict });
export type AffectedVersion = z.infer<typeof AffectedVersion>;

/** The moment by which a human answers, as it was said to the reporter: a fact, whatever the calendar says later. */
export const AnswerPromise = z.object({ dueAt: z.date(), provisional: z.boolean(), policyRevision: z.string() });
export type AnswerPromise = z.infer<typeof AnswerPromise>;

export const Status = z.enum(['received', 'acknowledged', 'withdrawn']);
export type Status = z.infer<typeof Status>;

/** How a message reached the reporter: by the bot's direct message, or by a responder's own hand (e-mail, telephone). */
export const Route = z.enum(['direct_message', 'by_hand']);
export type Route = z.infer<typeof Route>;

/** Why a responder writes. A `question` wants an answer. */
export const MessagePurpose = z.enum(['acknowledgement', 'question', 'information']);
export type MessagePurpose = z.infer<typeof MessagePurpose>;

/** Why a reporter writes. */
export const LetterPurpose = z.enum(['answer', 'more_information']);
export type LetterPurpose = z.infer<typeof LetterPurpose>;

/** What the reporter wrote to the team after filing. */
export const Letter = z.object({ event: z.number().int(), at: z.date(), purpose: LetterPurpose, text: z.string() });
export type Letter = z.infer<typeof Letter>;

/** What a responder noted for the team alone. */
export const Note = z.object({ event: z.number().int(), at: z.date(), by: Person, text: z.string() });
export type Note = z.infer<typeof Note>;

/**
 * A message of a responder's to the reporter. `event` is its place in the history. `delivery` is `sent` as far as is known,
 * `unsure` when a crash hides whether it arrived, `failed` when Slack refused it.
 */
export const Message = z.object({
  event: z.number().int().nonnegative(),
  at: z.date(),
  by: Person,
  purpose: MessagePurpose,
  text: z.string(),
  route: Route,
  delivery: z.enum(['sent', 'unsure', 'failed']),
  /** The place in the history where it turned out not to have arrived. */
  failedAt: z.number().int().positive().optional(),
});
export type Message = z.infer<typeof Message>;

/** The duty to acknowledge. It may be opened more than once: a message that did not arrive opens it again. */
export const AcknowledgeDuty = z.object({ opening: z.number().int().positive(), metAt: z.date().optional() });
export type AcknowledgeDuty = z.infer<typeof AcknowledgeDuty>;

export const Report = z.object({
  id: ReportId,
  submission: z.string(),
  status: Status,
  reporter: Reporter,
  form: Form,
  affected: z.array(AffectedVersion),
  receivedAt: z.date(),
  promise: AnswerPromise,
  responder: Person.optional(),
  assignedAt: z.date().optional(),
  acknowledge: AcknowledgeDuty,
  messages: z.array(Message),
  letters: z.array(Letter),
  notes: z.array(Note),
  /** How many events made this report: the place of the next one. */
  events: z.number().int().positive(),
});
export type Report = z.infer<typeof Report>;
