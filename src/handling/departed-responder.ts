import type { DutyRow, TrackedReport } from './ports.js';

/** As far as reminders go, a report is in nobody's charge once its responder has left the team: what was theirs to hear goes on. */
export function withoutDepartedResponder(tracked: TrackedReport, gone: ReadonlySet<string>): TrackedReport {
  const { responder, assignedAt: _, ...report } = tracked.report;
  return responder !== undefined && gone.has(responder.user) ? { ...tracked, report } : tracked;
}

/** The same of the clear fields of a report. */
export function rowWithoutDepartedResponder(row: DutyRow, gone: ReadonlySet<string>): DutyRow {
  const { responder, responderSince: _, ...rest } = row;
  return responder !== undefined && gone.has(responder) ? rest : row;
}
