import type { ReportId } from './report-id.js';

/** Why a command is refused: a code with what its sentence needs to know. `words/` has the sentence. */
export type RefusalReasons = {
  /** The same answer for an id that never was and for one that is not the asker's. */
  no_such_report: { id: string };
  not_for_you: Record<never, never>;
  /** Whether somebody is on the team could not be found out just now. */
  access_unchecked: Record<never, never>;
  already_acted_upon: { id: ReportId };
  submission_taken: Record<never, never>;
  received_in_the_future: Record<never, never>;
  already_assigned: { id: ReportId; responder: string; at: Date };
  already_acknowledged: { id: ReportId; by: string; at: Date };
  own_report: { id: ReportId };
  not_a_responder: { user: string };
  /** The report is withdrawn: nothing more is done with it. */
  too_many_forms: { until: Date };
  report_closed: { id: ReportId };
  message_empty: Record<never, never>;
  message_too_long: { length: number; limit: number };
  reporter_not_on_slack: { id: ReportId };
  nothing_in_doubt: { id: ReportId };
  changed_meanwhile: { id: string };
};
export type RefusalCode = keyof RefusalReasons;

/** Everything a rule can say no with. Nothing else is thrown by `decide`. It holds no text of a report. */
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
