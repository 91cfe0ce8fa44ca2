import type { OpenDuties } from '../report/duty.js';
import type { ReportEvent } from '../report/events.js';
import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';

/** A message on Slack: its channel and timestamp. */
export type MessageRef = Readonly<{ channel: string; ts: string }>;

/**
 * What has been posted about a report. `thread` and `reporter` count events: those before are posted. `rungs` has the highest
 * rung posted for each opening of a duty (`acknowledge_1`), how many immediate notices of an event were posted (`told_0`), and the
 * revision to which an older announcement points (`superseded_9`). `announced`: the message that announces a revision, by its
 * place in the history.
 */
export type DeliveryCursor = Readonly<{
  thread: number;
  reporter: number;
  rungs: Readonly<Record<string, number>>;
  announced?: Readonly<Record<string, string>>;
}>;

/** A report as it is stored: with its history, and what was posted about it. */
export type TrackedReport = Readonly<{
  report: Report;
  history: readonly ReportEvent[];
  /** Goes up by one with each save, and only then. */
  version: number;
  duties: OpenDuties;
  card?: MessageRef & Readonly<{ shownVersion: number }>;
  cursor: DeliveryCursor;
  /** Rungs and events before this moment count as posted, so that a restored database or a new duty floods nobody. */
  noticesFrom: Date;
  /** What is due may have been posted already: a lease ran out, or Slack's answer got lost. */
  uncertain: boolean;
  /** A replica whose lease ran out may have sent the reporter what is due up to this place in the history, and nothing after it. */
  maybePosted?: number;
  /** The version at the last rest; 0: there was none. Absent where an older version recorded the last rest. */
  restedVersion?: number;
  /** The revision of the policy under which it was last looked at. */
  restedUnder?: string;
  /** A replica holds a live lease: what it posts isn't recorded yet. */
  held?: true;
  /** Written by a version that knew only the duty to acknowledge. Nobody is reminded of what fell due in the meantime. */
  beforeConfirm?: true;
}>;

/** The clear fields of a report with an open duty, for a person's reminders. No report text. */
export type DutyRow = Readonly<{
  id: ReportId;
  responder?: string;
  /** When `responder` was assigned: earlier rungs belonged to somebody else. */
  responderSince?: Date;
  receivedAt: Date;
  duties: OpenDuties;
  noticesFrom: Date;
  /** Whose report it is, if one of the query's `insiders`: nobody is reminded of their own. */
  reporter?: string;
}>;
