import type { DutyRow, TrackedReport } from './tracked-report.js';

/** A report without its responder, if they have left the team: the reminders then go on to the next person on the ladder. */
export function withoutDepartedResponder(tracked: TrackedReport, departed: ReadonlySet<string>): TrackedReport {
  const { responder, assignedAt: _, ...report } = tracked.report;
  return responder !== undefined && departed.has(responder.user) ? { ...tracked, report } : tracked;
}

/** The same for the clear fields of a report. */
export function rowWithoutDepartedResponder(row: DutyRow, departed: ReadonlySet<string>): DutyRow {
  const { responder, responderSince: _, ...rest } = row;
  return responder !== undefined && departed.has(responder) ? rest : row;
}
