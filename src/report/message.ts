import { z } from 'zod';
import { MovableDuty, promisedDuties } from './duty.js';
import { Person } from './person.js';
import { ReportId } from './report-id.js';

/** How a message goes to the reporter: as the bot's direct message, or by a responder themselves (e-mail, telephone). */
export const Route = z.enum(['direct_message', 'by_hand']);
export type Route = z.infer<typeof Route>;

/**
 * Why the team writes to the reporter. A `question` waits for an answer. The bot writes what comes after `information` itself: the
 * stored text is empty and is made from the report when it is sent.
 */
export const MessagePurpose = z.enum([
  'acknowledgement',
  'question',
  'information',
  'promise_moved',
  'embargo_proposal',
  'embargo',
  'credit',
  'thanks',
  'withdrawal',
  'late',
  'reminder',
  'paused',
]);

/** A promise to the reporter that was missed: which duty, in which opening, and when it was due. */
export const MissedPromise = z.object({
  duty: z.enum(promisedDuties),
  opening: z.number().int().positive(),
  dueAt: z.date(),
  /** The promised update, where one is still to come. */
  nextUpdate: z.date().optional(),
});
export type MissedPromise = z.infer<typeof MissedPromise>;

/** A reminder of a question: in which opening of the duty to answer, and which rung of its ladder. */
export const QuestionReminder = z.object({ opening: z.number().int().positive(), rung: z.number().int().positive() });
export type QuestionReminder = z.infer<typeof QuestionReminder>;

export const WithdrawnOriginal = z.object({ id: ReportId, reason: z.string() });
export type WithdrawnOriginal = z.infer<typeof WithdrawnOriginal>;
export type MessagePurpose = z.infer<typeof MessagePurpose>;

/** Whether a person wrote the message. The bot's own messages never count as an answer. */
export function isWrittenByPerson<M extends Readonly<{ purpose: MessagePurpose; by?: Person | undefined }>>(
  message: M,
): message is M & { by: Person } {
  const { purpose, by } = message;
  return by !== undefined && (purpose === 'acknowledgement' || purpose === 'question' || purpose === 'information');
}

/**
 * A message from the team to the reporter. `by`: who wrote it, or whose deed the bot tells; nobody, where a promise was `missed` or the bot reminds of a question. `event` is its place in the history. `delivery` is `sent` as far as we know,
 * `unsure` when a crash hides whether it arrived, `failed` when Slack refused it.
 */
export const Message = z.object({
  event: z.number().int().nonnegative(),
  at: z.date(),
  by: Person.optional(),
  purpose: MessagePurpose,
  text: z.string(),
  route: Route,
  delivery: z.enum(['sent', 'unsure', 'failed']),
  /** The place in the history of the event that says it failed. */
  failedAt: z.number().int().positive().optional(),
  missed: MissedPromise.optional(),
  reminder: QuestionReminder.optional(),
  /** Where a promised date was moved: the duty, unless it was the first promise. */
  duty: MovableDuty.optional(),
  /** Told to the reporter of a duplicate: which advisory was withdrawn, and the public reason. */
  withdrawn: WithdrawnOriginal.optional(),
  /** Until when their reporter is paused. */
  until: z.date().optional(),
});
export type Message = z.infer<typeof Message>;

/** Why a reporter writes. */
export const ReplyPurpose = z.enum(['answer', 'more_information']);
export type ReplyPurpose = z.infer<typeof ReplyPurpose>;

/** What the reporter wrote to the team after filing the report. `event` is its place in the history. */
export const Reply = z.object({ event: z.number().int(), at: z.date(), purpose: ReplyPurpose, text: z.string() });
export type Reply = z.infer<typeof Reply>;

/** What a responder noted for the team alone. */
export const Note = z.object({ event: z.number().int(), at: z.date(), by: Person, text: z.string() });
export type Note = z.infer<typeof Note>;
