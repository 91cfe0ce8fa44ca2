import type { AdvisoryText } from './advisory-text.js';
import type { Route } from './message.js';
import type { ReportId } from './report-id.js';

/** Prepares an advisory. `change` is required to correct a published one. The reporter is shown their credit by `route`. */
export type PrepareDisclosure = Readonly<{
  type: 'PrepareDisclosure';
  text: AdvisoryText;
  change?: string;
  route: Route;
}>;

/** A second person approves the advisory that was prepared at `prepared` in the history. */
export type ApproveDisclosure = Readonly<{ type: 'ApproveDisclosure'; prepared: number }>;

/** Publishes the approved advisory in `channel`, and thanks the reporter by `route`. */
export type PublishAdvisory = Readonly<{
  type: 'PublishAdvisory';
  prepared: number;
  channel: string;
  route: Route;
}>;

/** Prepares the withdrawal of a published advisory, for a public `reason` in English. It is approved and published as an advisory is. */
export type PrepareWithdrawal = Readonly<{ type: 'PrepareWithdrawal'; reason: string; route: Route }>;

/** To a duplicate: its original is public now, so its reporter is told and thanked too. */
export type ThankReporter = Readonly<{ type: 'ThankReporter'; of: ReportId }>;

/** To a duplicate: the advisory of its original was withdrawn at `at`, so its reporter is told too. */
export type TellWithdrawal = Readonly<{ type: 'TellWithdrawal'; of: ReportId; reason: string; at: Date }>;

/** Takes back a prepared advisory if the reporter of a duplicate has changed their credit since. */
type CompareCredits = Readonly<{ type: 'CompareCredits' }>;

export type DisclosureCommand =
  | PrepareDisclosure
  | PrepareWithdrawal
  | ApproveDisclosure
  | PublishAdvisory
  | ThankReporter
  | TellWithdrawal
  | CompareCredits;
