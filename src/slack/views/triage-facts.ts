import type { UpdateBy } from '../../deadline/next-update.js';
import type { AffectedLine } from '../../report/affected-line.js';
import type { Person } from '../../report/person.js';
import type { AffectedVersion, DeclineReason, Report } from '../../report/report.js';
import type { Status } from '../../report/status.js';
import type { SimilarReport } from '../../report/text/similar-reports.js';
import type { ReportFacts } from './facts.js';
import type { SeverityTyping } from './parts/severity-typing.js';

/** `versions`: those to show with their verdicts on the day of the report. */
export type TriageFacts = ReportFacts & Readonly<{ versions: readonly AffectedVersion[] }>;

/**
 * The message that goes with a decision, in one of two inputs: Slack keeps the text of an input that it has shown, so that
 * another text needs the other one.
 */
export type Draft = Readonly<{
  block: 'message' | 'messageAnew';
  text: string;
  /** The mark of the draft that the bot put there last. */
  drafted?: string;
  /** Somebody chose not to send it. */
  nothing?: boolean;
}>;
/** What stands in the form. */
export type TypedDraft = Omit<Draft, 'drafted'>;

/** A decision that goes with a message. `byHand`: the app can't reach the reporter. `seen`: as it stood when the form was opened. */
export type DecisionFacts = Readonly<{
  report: Report;
  responder: Person;
  project: string;
  byHand: boolean;
  seen: Status;
}>;
export type AcceptFormFacts = DecisionFacts &
  Readonly<{
    typing: SeverityTyping;
    versions: readonly AffectedVersion[];
    /** What the input for affected versions starts with: what was accepted, or what the reporter chose. */
    lines: readonly AffectedLine[];
    updateBy: UpdateBy;
    /** What was understood of the versions that stand in the form. */
    understood?: readonly AffectedLine[];
    draft: Draft;
    zone: string;
    /** It was submitted with a score that had not been shown: it is shown now, and asked about once more. */
    asksAgain?: boolean;
  }>;
export type DeclineFormFacts = DecisionFacts &
  Readonly<{ reason?: DeclineReason; asksForPublicBug: boolean; draft: Draft }>;
export type ReopenFormFacts = DecisionFacts;
/** `candidates`: reports that may tell of the same, the likeliest first. */
export type DuplicateFormFacts = DecisionFacts & Readonly<{ candidates: readonly SimilarReport[] }>;
export type OneReport = Readonly<{ report: Report }>;
