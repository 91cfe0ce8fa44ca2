import type { AdvisoryText } from './advisory-text.js';
import type { AffectedLine, DeclineReason, Fix } from './affected-line.js';
import type { CveNumber } from './cve-number.js';
import type { Credit, Form } from './form.js';
import type { Actor, AffectedVersion, AnswerPromise, Person, ReplyPurpose, Report, Reporter, Route } from './report.js';
import type { ReportId } from './report-id.js';
import type { Severity } from './severity.js';

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

/**
 * A message to the reporter: its words, how it goes, and until when the reporter hears again, a moment after now. Empty words
 * are no message.
 */
export type Written = Readonly<{ message: string; route: Route; nextUpdate?: Date }>;

/** A person's own message to the reporter, sent by the bot or by hand. */
export type AcknowledgeReport = Written & Readonly<{ type: 'AcknowledgeReport' }>;

/** A further message to the reporter; while nobody has acknowledged, it acknowledges. */
export type SendMessage = Written & Readonly<{ type: 'SendMessage'; purpose: 'question' | 'information' }>;

/** A note for the team alone. */
export type AddNote = Readonly<{ type: 'AddNote'; text: string }>;

/** The reporter answers, or has more to say. */
export type WriteToTeam = Readonly<{ type: 'WriteToTeam'; purpose: ReplyPurpose; text: string }>;

/** The reporter takes the report back. */
export type WithdrawReport = Readonly<{ type: 'WithdrawReport' }>;

/** What became of the message that stands at `event` in the history. */
export type RecordDelivery = Readonly<{ type: 'RecordDelivery'; event: number; delivery: 'unsure' | 'failed' }>;

/** A responder answers *Did this arrive?* */
export type ConfirmDelivery = Readonly<{ type: 'ConfirmDelivery'; event: number }>;

/** A responder wants the message sent once more. */
export type SendAgain = Readonly<{ type: 'SendAgain'; event: number }>;

/** It is a vulnerability. `tell` is needed while nobody has acknowledged. Accepting again corrects severity and lines. */
export type AcceptReport = Readonly<{
  type: 'AcceptReport';
  severity: Severity;
  lines: readonly AffectedLine[];
  tell?: Written;
}>;

/** It is none that the team will fix. `tell` is needed while nobody has acknowledged, but for spam. */
export type DeclineReport = Readonly<{
  type: 'DeclineReport';
  reason: DeclineReason;
  asksForPublicBug: boolean;
  tell?: Written;
}>;

/** The reporter agrees that a declined report becomes a bug in the open. */
export type AgreeToPublicBug = Readonly<{ type: 'AgreeToPublicBug' }>;

/** Another report has told of it before. `tell` is needed while nobody has acknowledged. */
export type MarkDuplicate = Readonly<{ type: 'MarkDuplicate'; of: ReportId; tell?: Written }>;

/** Of the report told first: another one is its duplicate, whose reporter is to be thanked as well. */
export type NoteDuplicate = Readonly<{ type: 'NoteDuplicate'; duplicate: ReportId }>;

/** Of the report told first: what was its duplicate was opened again, and is none any more. */
export type DropDuplicate = Readonly<{ type: 'DropDuplicate'; duplicate: ReportId }>;

/** Of a duplicate: the report told first was taken back, so that this one stands for itself again. */
export type LeaveOriginal = Readonly<{ type: 'LeaveOriginal'; of: ReportId }>;

/** Of a duplicate: what it tells of is public by way of the report told first, and its reporter is told and thanked too. */
export type ThankReporter = Readonly<{ type: 'ThankReporter'; of: ReportId }>;

/** Takes a prepared advisory back when the reporters of duplicates want to be thanked in another way by now. */
export type CompareCredits = Readonly<{ type: 'CompareCredits' }>;

export type ReopenReport = Readonly<{ type: 'ReopenReport' }>;
export type RequestCve = Readonly<{ type: 'RequestCve' }>;
export type RecordCve = Readonly<{ type: 'RecordCve'; number: CveNumber }>;

/** Nothing public before `until`, a moment after now: agreed with the reporter, who is told by `route`. */
export type AgreeEmbargo = Readonly<{ type: 'AgreeEmbargo'; until: Date; route: Route }>;

/** The reporter agrees to publication before the embargo is over; a responder may record it for one who wrote by another way. */
export type AgreeToEarlyDisclosure = Readonly<{ type: 'AgreeToEarlyDisclosure' }>;

/** It is public already. For leads: that it is one is checked at the door. */
export type DeclareEmbargoBroken = Readonly<{ type: 'DeclareEmbargoBroken'; where: string }>;

/** What became of each product line; lines left out stay as they were. */
export type RecordFix = Readonly<{ type: 'RecordFix'; fixes: readonly Fix[] }>;

/** How the reporter wants to be thanked; a responder may record it. */
export type ChangeCredit = Readonly<{ type: 'ChangeCredit'; credit: Credit }>;

/** Makes an advisory ready. `change` is needed for a correction of a published one. The reporter is shown the credit by `route`. */
export type PrepareDisclosure = Readonly<{
  type: 'PrepareDisclosure';
  text: AdvisoryText;
  change?: string;
  route: Route;
}>;

/** A second person's yes to the advisory that was prepared at `prepared`. */
export type ApproveDisclosure = Readonly<{ type: 'ApproveDisclosure'; prepared: number }>;

/** Makes the approved advisory public in `channel`. The reporter is thanked by `route`. */
export type PublishAdvisory = Readonly<{
  type: 'PublishAdvisory';
  prepared: number;
  channel: string;
  route: Route;
}>;

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
  | SendAgain
  | AcceptReport
  | DeclineReport
  | AgreeToPublicBug
  | MarkDuplicate
  | NoteDuplicate
  | DropDuplicate
  | LeaveOriginal
  | ThankReporter
  | CompareCredits
  | ReopenReport
  | RequestCve
  | RecordCve
  | AgreeEmbargo
  | AgreeToEarlyDisclosure
  | DeclareEmbargoBroken
  | RecordFix
  | ChangeCredit
  | PrepareDisclosure
  | ApproveDisclosure
  | PublishAdvisory;

/**
 * When, and who asks. The clock comes as a value, and so do the duplicates of the report as they stand, where a command asks
 * for them (`asksOfDuplicates`).
 */
export type Context = Readonly<{ now: Date; actor: Actor; duplicates?: readonly Report[] }>;
