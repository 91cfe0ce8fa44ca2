import { z } from 'zod';
import { byActor, byPerson } from './event-base.js';
import { MessagePurpose, MissedPromise, QuestionReminder, ReplyPurpose, Route } from './message.js';

const written = {
  ...byPerson,
  purpose: MessagePurpose,
  message: z.string(),
  route: Route,
  /** The latest moment by which the reporter was promised the next update. */
  nextUpdate: z.date().optional(),
};
/** A person has written to the reporter: the duty to acknowledge is met. */
const ReportAcknowledged = z.object({ type: z.literal('ReportAcknowledged'), ...written });
export type ReportAcknowledged = z.infer<typeof ReportAcknowledged>;

/** A person has written to the reporter again. */
const MessageSent = z.object({ type: z.literal('MessageSent'), ...written });
export type MessageSent = z.infer<typeof MessageSent>;

const NoteAdded = z.object({ type: z.literal('NoteAdded'), ...byPerson, text: z.string() });

const ReporterWrote = z.object({
  type: z.literal('ReporterWrote'),
  ...byPerson,
  purpose: ReplyPurpose,
  text: z.string(),
});
export type ReporterWrote = z.infer<typeof ReporterWrote>;

/** The team missed a promise, and the bot tells the reporter so. */
const PromiseMissed = z.object({ type: z.literal('PromiseMissed'), ...byActor, missed: MissedPromise });
export type PromiseMissed = z.infer<typeof PromiseMissed>;

/** The reporter has not answered a question, and the bot reminds them of it. */
const ReporterReminded = z.object({ type: z.literal('ReporterReminded'), ...byActor, ...QuestionReminder.shape });
export type ReporterReminded = z.infer<typeof ReporterReminded>;

export const MessageEvent = z.discriminatedUnion('type', [
  ReportAcknowledged,
  MessageSent,
  NoteAdded,
  ReporterWrote,
  PromiseMissed,
  ReporterReminded,
]);
export type MessageEvent = z.infer<typeof MessageEvent>;
