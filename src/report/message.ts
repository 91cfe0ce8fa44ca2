import { z } from 'zod';
import { Person } from './person.js';

/** How a message goes to the reporter: as the bot's direct message, or by a responder themselves (e-mail, telephone). */
export const Route = z.enum(['direct_message', 'by_hand']);
export type Route = z.infer<typeof Route>;

/**
 * Why the team writes to the reporter. A `question` waits for an answer. The bot writes `promise_moved`, `embargo_proposal`, `embargo`,
 * `credit` and `thanks` itself: their stored text is empty and is made from the report when they are sent.
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
]);
export type MessagePurpose = z.infer<typeof MessagePurpose>;

/** Whether a person wrote the message. The bot's own messages never count as an answer. */
export function isWrittenByPerson({ purpose }: Readonly<{ purpose: MessagePurpose }>): boolean {
  return purpose === 'acknowledgement' || purpose === 'question' || purpose === 'information';
}

/**
 * A message from the team to the reporter. `event` is its place in the history. `delivery` is `sent` as far as we know,
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
  /** The place in the history of the event that says it failed. */
  failedAt: z.number().int().positive().optional(),
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
