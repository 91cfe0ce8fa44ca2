import type { AffectedLine } from './affected-line.js';
import type { OutgoingMessage } from './commands-messages.js';
import type { CweId } from './cwe.js';
import type { DeclineReason } from './report.js';
import type { ReportId } from './report-id.js';
import type { Severity } from './severity.js';

/** It is a vulnerability. `tell` is required while nobody has acknowledged. Accepting again corrects severity and lines. */
export type AcceptReport = Readonly<{
  type: 'AcceptReport';
  severity: Severity;
  lines: readonly AffectedLine[];
  /** Its weaknesses, at least one, the chief one first. */
  cwes: readonly CweId[];
  tell?: OutgoingMessage;
}>;

/** The team won't fix it. `tell` is required while nobody has acknowledged, except for spam. */
export type DeclineReport = Readonly<{
  type: 'DeclineReport';
  reason: DeclineReason;
  asksForPublicBug: boolean;
  tell?: OutgoingMessage;
}>;

/** The reporter agrees that a declined report becomes a public bug. */
type AgreeToPublicBug = Readonly<{ type: 'AgreeToPublicBug' }>;

/** Another report described it first. `tell` is required while nobody has acknowledged. */
export type MarkDuplicate = Readonly<{ type: 'MarkDuplicate'; of: ReportId; tell?: OutgoingMessage }>;

/** To the original: another report is its duplicate, and its reporter is thanked as well. */
export type NoteDuplicate = Readonly<{ type: 'NoteDuplicate'; duplicate: ReportId }>;

/** To the original: its duplicate was reopened, and is no duplicate any more. */
export type DropDuplicate = Readonly<{ type: 'DropDuplicate'; duplicate: ReportId }>;

/** To a duplicate: its original was withdrawn, so this report is open again. */
export type LeaveOriginal = Readonly<{ type: 'LeaveOriginal'; of: ReportId }>;

/** A closed report is open again. `tell` corrects what the reporter was told. */
export type ReopenReport = Readonly<{ type: 'ReopenReport'; tell?: OutgoingMessage }>;

export type TriageCommand =
  | AcceptReport
  | DeclineReport
  | AgreeToPublicBug
  | MarkDuplicate
  | NoteDuplicate
  | DropDuplicate
  | LeaveOriginal
  | ReopenReport;
