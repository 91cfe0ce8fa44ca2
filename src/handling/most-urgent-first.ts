import { isUrgent } from '../report/exploited-or-public.js';
import { isOpen } from '../report/status.js';
import type { ReportRow } from './report-filters.js';

/**
 * The one order of reports: open before finished; of the open ones first what users are in danger from already, then the soonest
 * deadline; else the newest.
 */
export function mostUrgentFirst(one: ReportRow, other: ReportRow): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a.rank - b.rank || a.due - b.due || b.received - a.received || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

/** Without a deadline a report comes after all that have one. */
function placeOf({ report, deadlines }: ReportRow) {
  const { id, receivedAt } = report;
  const open = isOpen(report);
  const due = open ? deadlines[0]?.dueAt.getTime() : undefined;
  return {
    id,
    rank: open ? (isUrgent(report) ? 0 : 1) : 2,
    due: due ?? Number.MAX_SAFE_INTEGER,
    received: receivedAt.getTime(),
  };
}
