import type { Form } from './form.js';
import type { Actor, AffectedVersion, AnswerPromise, LetterPurpose, Person, Reporter, Route } from './report.js';
import type { ReportId } from './report-id.js';

/** A form was sent. The same `submission` again is the same report. `receivedAt` may lie in the past for a report by mail. */
export type SubmitReport = Readonly<{
  type: 'SubmitReport';
  id: ReportId;
  submission: string;
  reporter: Reporter;
  form: Form;
  affected: readonly AffectedVersion[];
  receivedAt: Date;
  promise: AnswerPromise;
}>;

/** Makes `to` the responder. `instead` is whom the presser saw in charge: when that has changed, the command is refused. */
export type AssignReport = Readonly<{ type: 'AssignReport'; to: Person; instead?: string }>;

/** A person's own message to the reporter, sent by the bot or by hand. */
export type AcknowledgeReport = Readonly<{ type: 'AcknowledgeReport'; message: string; route: Route }>;

/** A further message to the reporter; while nobody has acknowledged, it acknowledges. */
export type SendMessage = Readonly<{
  type: 'SendMessage';
  purpose: 'question' | 'information';
  message: string;
  route: Route;
}>;

/** A note for the team alone. */
export type AddNote = Readonly<{ type: 'AddNote'; text: string }>;

/** The reporter answers, or has more to say. */
export type WriteToTeam = Readonly<{ type: 'WriteToTeam'; purpose: LetterPurpose; text: string }>;

/** The reporter takes the report back. */
export type WithdrawReport = Readonly<{ type: 'WithdrawReport' }>;

/** What became of the message that stands at `event` in the history. */
export type RecordDelivery = Readonly<{ type: 'RecordDelivery'; event: number; delivery: 'unsure' | 'failed' }>;

/** A responder answers *Did this arrive?* */
export type ConfirmDelivery = Readonly<{ type: 'ConfirmDelivery'; event: number }>;

/** A responder wants the message sent once more. */
export type SendAgain = Readonly<{ type: 'SendAgain'; event: number }>;

export type ReportCommand =
  | SubmitReport
  | AssignReport
  | AcknowledgeReport
  | SendMessage
  | AddNote
  | WriteToTeam
  | WithdrawReport
  | RecordDelivery
  | ConfirmDelivery
  | SendAgain;

/** When, and who asks. The clock comes as a value. */
export type Context = Readonly<{ now: Date; actor: Actor }>;
