import type { DeliveryCommand } from './commands-delivery.js';
import type { DisclosureCommand } from './commands-disclosure.js';
import type { MessageCommand } from './commands-messages.js';
import type { PauseCommand } from './commands-pause.js';
import type { PromiseCommand } from './commands-promise.js';
import type { RemediationCommand } from './commands-remediation.js';
import type { ResponderCommand } from './commands-responder.js';
import type { TriageCommand } from './commands-triage.js';
import type { AnswerPromise } from './duty.js';
import type { Form } from './form.js';
import type { Actor, Reporter } from './person.js';
import type { AffectedVersion, Report } from './report.js';
import type { ReportId } from './report-id.js';

/** A form was sent. The same `submission` is the same report. `receivedAt` may be in the past for a report that came by mail. */
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

/** A responder has the whole report before them. Only the first one is kept. */
export type NoteSeen = Readonly<{ type: 'NoteSeen' }>;

/** The reporter withdraws the report. */
export type WithdrawReport = Readonly<{ type: 'WithdrawReport' }>;

export type ReportCommand =
  | SubmitReport
  | NoteSeen
  | WithdrawReport
  | ResponderCommand
  | MessageCommand
  | DeliveryCommand
  | PromiseCommand
  | PauseCommand
  | TriageCommand
  | RemediationCommand
  | DisclosureCommand;

/**
 * When, and who acts. The clock comes as a value. So do the report's duplicates as they stand, where `needsDuplicates` says
 * that a command needs them.
 */
export type Context = Readonly<{ now: Date; actor: Actor; duplicates?: readonly Report[] }>;
