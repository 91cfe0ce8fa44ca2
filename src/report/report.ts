import { z } from 'zod';
import { AdvisoryText } from './advisory-text.js';
import { AffectedLine, DeclineReason, Fix } from './affected-line.js';
import { CveNumber } from './cve-number.js';
import { Credit, Form } from './form.js';
import { ReportId } from './report-id.js';
import { Severity } from './severity.js';

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

/** Where a report is in its life. The last three are closed: *reopen* returns to where it was before. */
export const Status = z.enum([
  'received',
  'acknowledged',
  'accepted',
  'fixed',
  'disclosed',
  'declined',
  'duplicate',
  'withdrawn',
]);
export type Status = z.infer<typeof Status>;

/** How a message reached the reporter: by the bot's direct message, or by a responder's own hand (e-mail, telephone). */
export const Route = z.enum(['direct_message', 'by_hand']);
export type Route = z.infer<typeof Route>;

/**
 * Why the reporter is written to. A `question` wants an answer. `embargo`, `credit` and `thanks` are the bot's own words about a
 * deed of the team's: their text is empty here, and follows from the report when they are sent.
 */
export const MessagePurpose = z.enum(['acknowledgement', 'question', 'information', 'embargo', 'credit', 'thanks']);
export type MessagePurpose = z.infer<typeof MessagePurpose>;

/** Whether a person wrote it; the bot's own words never count as an answer. */
export function isAPersonsWord({ purpose }: Readonly<{ purpose: MessagePurpose }>): boolean {
  return purpose !== 'embargo' && purpose !== 'credit' && purpose !== 'thanks';
}

/** Why a reporter writes. */
export const ReplyPurpose = z.enum(['answer', 'more_information']);
export type ReplyPurpose = z.infer<typeof ReplyPurpose>;

/** What the reporter wrote to the team after filing. */
export const Reply = z.object({ event: z.number().int(), at: z.date(), purpose: ReplyPurpose, text: z.string() });
export type Reply = z.infer<typeof Reply>;

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

/**
 * The duty to confirm: to say whether the report is accepted. A question to the reporter pauses it (`message` is the question's
 * place in the history), the answer restarts it. Reopening a report that was decided opens it anew at `reopenedAt`.
 */
export const ConfirmDuty = z.object({
  opening: z.number().int().positive(),
  metAt: z.date().optional(),
  reopenedAt: z.date().optional(),
  pauses: z.array(z.object({ from: z.date(), to: z.date().optional(), message: z.number().int() })),
});
export type ConfirmDuty = z.infer<typeof ConfirmDuty>;

/** A date that was promised, with the moment it was promised at and kept at. `opening` counts such promises from 1. */
export const PromisedDate = z.object({
  opening: z.number().int().positive(),
  since: z.date(),
  dueAt: z.date(),
  metAt: z.date().optional(),
});
export type PromisedDate = z.infer<typeof PromisedDate>;

/** An advisory made ready: `event` is its place in the history, by which an approval and a publication name it. */
export const Preparation = z.object({
  event: z.number().int(),
  at: z.date(),
  by: Person,
  text: AdvisoryText,
  /** Those of duplicates. */
  credits: z.array(Credit),
  /** What a correction of a published advisory corrects. */
  change: z.string().optional(),
  approved: z.object({ at: z.date(), by: Person }).optional(),
});
export type Preparation = z.infer<typeof Preparation>;

/** An advisory as it was published: the first is revision 1, later ones are corrections. */
export const Publication = z.object({
  event: z.number().int(),
  at: z.date(),
  by: Person,
  revision: z.number().int().positive(),
  /** The place of the preparation that was published. */
  prepared: z.number().int(),
  text: AdvisoryText,
  change: z.string().optional(),
  severity: Severity,
  lines: z.array(AffectedLine),
  fixes: z.array(Fix),
  cve: CveNumber.optional(),
  credits: z.array(Credit),
  /** The channel it was announced in. */
  channel: z.string(),
  delivery: z.enum(['sent', 'unsure', 'failed']),
});
export type Publication = z.infer<typeof Publication>;

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
  confirm: ConfirmDuty.default({ opening: 1, pauses: [] }),
  /** The status before it was closed: what reopening returns to. */
  closedFrom: Status.optional(),
  severity: Severity.optional(),
  /** The product lines that an accepted vulnerability is in. */
  lines: z.array(AffectedLine).default([]),
  decline: z.object({ reason: DeclineReason, publicBug: z.enum(['no', 'asked', 'agreed']) }).optional(),
  duplicateOf: ReportId.optional(),
  /** Reports that turned out to be duplicates of this one. */
  duplicates: z.array(ReportId).default([]),
  cve: z.object({ requestedAt: z.date().optional(), number: CveNumber.optional() }).optional(),
  embargo: PromisedDate.optional(),
  /** The reporter agrees that it is published before the embargo is over. */
  earlyAgreedAt: z.date().optional(),
  /** It is public already: said by a lead, with where. */
  embargoBroken: z.object({ at: z.date(), by: Person, where: z.string() }).optional(),
  fixes: z.array(Fix).default([]),
  nextUpdate: PromisedDate.optional(),
  /** As the reporter wants it now. Absent: as the form has it. */
  credit: Credit.optional(),
  /** The advisory's text as it was last written; kept when a preparation is void. */
  draft: AdvisoryText.optional(),
  prepared: Preparation.optional(),
  publications: z.array(Publication).default([]),
  messages: z.array(Message),
  replies: z.array(Reply),
  notes: z.array(Note),
  /** How many events made this report: the place of the next one. */
  events: z.number().int().positive(),
});
export type Report = z.infer<typeof Report>;
