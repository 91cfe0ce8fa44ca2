import type { advisoryLimits } from './advisory-text.js';
import type { ReportId } from './report-id.js';
import type { Status } from './status.js';

/** Why a command is refused: a code with the values for its sentence. The sentences are in `locales`. */
export type RefusalReasons = {
  /** The same for an id that does not exist and for somebody else's report. */
  no_such_report: { id: string };
  not_for_you: Record<never, never>;
  /** A later version of the program wrote the report, and this one can't read it. */
  written_by_a_newer_version: Record<never, never>;
  /** Slack did not say whether the person is on the team. */
  access_unchecked: Record<never, never>;
  already_acted_upon: { id: ReportId };
  submission_taken: Record<never, never>;
  received_in_the_future: Record<never, never>;
  already_assigned: { id: ReportId; responder: string; at: Date };
  already_acknowledged: { id: ReportId; by: string; at: Date };
  own_report: { id: ReportId };
  /** A duplicate of the report is the person's own. */
  own_duplicate: { id: ReportId; duplicate: ReportId };
  /** The person isn't asked to take the report over, or not any more. */
  no_hand_over: { id: ReportId };
  not_a_responder: { user: string };
  /** One of the two turns that were to be swapped has begun. */
  swap_turn_begun: Record<never, never>;
  /** Somebody else has one of the two turns by now. */
  swap_turn_changed: Record<never, never>;
  /** `user` is away on a day of the turn that they would take. */
  swap_away: { user: string };
  /** Somebody else is asked to swap. */
  swap_not_yours: Record<never, never>;
  /** The person opened `count` forms in this period. `contact`: another way to report. */
  too_many_forms: { count: number; period: 'hour' | 'day'; until: Date; contact?: string };
  /** Too many forms were opened from one workspace. */
  workspace_busy: { until: Date; contact?: string };
  /** The report is withdrawn. */
  report_closed: { id: ReportId };
  message_empty: Record<never, never>;
  /** A draft of which `gap` was not filled in. */
  message_has_gap: { gap: string };
  message_too_long: { length: number; limit: number };
  /** The reporter has written as much about this report as one may hold. `contact`: where else to send it. */
  share_used_up: { id: ReportId; contact?: string };
  /** The report holds as much text as can be stored. */
  report_full: { id: ReportId };
  reporter_not_on_slack: { id: ReportId };
  nothing_in_doubt: { id: ReportId };
  changed_meanwhile: { id: string };
  /** Nobody has acknowledged, so the decision needs a message. */
  message_needed: { id: ReportId };
  next_update_not_ahead: Record<never, never>;
  /** Nothing was written where a reason is needed. */
  reason_missing: Record<never, never>;
  pause_out_of_range: { readonly days: number };
  /** The command does not fit the report's status. */
  not_in_this_status: { id: ReportId; status: Status };
  no_affected_lines: Record<never, never>;
  line_named_twice: { line: string };
  /** A version of the product is in two of its ranges. */
  ranges_overlap: { line: string };
  /** MITRE's list has no such weakness. */
  no_weakness: Record<never, never>;
  unknown_cwe: { id: string };
  duplicate_of_itself: { id: ReportId };
  /** The other report is a duplicate itself: name its original. */
  duplicate_of_a_duplicate: { id: ReportId; original: ReportId };
  /** Nothing holds sending, or something else does by now. */
  sending_not_held: Record<never, never>;
  no_public_bug_asked: { id: ReportId };
  embargo_not_ahead: Record<never, never>;
  no_embargo: { id: ReportId };
  /** Another date for the promise has been proposed since. */
  later_date_proposed_anew: { id: ReportId; until: Date };
  /** The promised date has passed, was met or moved, or the calendar has no later one any more. */
  promise_not_movable: { id: ReportId; dueAt: Date };
  /** Another date has been proposed since. */
  embargo_proposed_anew: { id: ReportId; until: Date };
  /** The vulnerability is public already, so no date could be kept. */
  embargo_broken: { id: ReportId };
  where_missing: Record<never, never>;
  /** No accepted product line has this name. */
  unknown_line: { line: string };
  fix_not_newer: { line: string; version: string; than: string };
  /** Nobody can say whether this version is newer than the affected ones. */
  fix_not_comparable: { line: string; version: string };
  /** What is published as the fix has to be a release that exists. */
  fix_not_one_release: { line: string; version: string };
  fix_not_released: { line: string };
  fix_said_twice: { line: string };
  no_patched_release: { id: ReportId };
  lines_without_fix: { id: ReportId; lines: readonly string[] };
  advisory_too_long: { part: keyof typeof advisoryLimits; length: number; limit: number };
  change_missing: Record<never, never>;
  /** So many words in a row are copied from confidential text. `word` counts from 1 within the part. */
  closed_words_in_advisory: { part: string; word: number; words: number };
  nothing_prepared: { id: ReportId };
  prepared_anew: { id: ReportId };
  same_person_approves: { id: ReportId };
  not_approved: { id: ReportId };
  embargo_running: { id: ReportId; until: Date };
  already_disclosed: { id: ReportId };
  no_announce_channel: Record<never, never>;
  announce_channel_out_of_reach: { channel: string };
};
export type RefusalCode = keyof RefusalReasons;

/** The only error that `decide` throws. It contains no text of a report. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal';
  readonly code: C;
  readonly reasons: RefusalReasons[C];
  constructor(code: C, reasons: RefusalReasons[C]) {
    super(code);
    this.code = code;
    this.reasons = reasons;
  }
}
