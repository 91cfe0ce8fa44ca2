import { isUrgent } from '../report/exploited-or-public.js';
import { isOpen } from '../report/status.js';
import type { ReportRow } from './report-filters.js';

/**
 * The one order of reports: open before finished; of the open ones first what users are in danger from already, then the soonest
 * deadline; else the newest.
 */
export function mostUrgentFirst(one: ReportRow, other: ReportRow): number {
  return byPlace(placeOf(one), placeOf(other));
}

/** The rows in that order. Each one's place is worked out once: thousands are sorted in a few milliseconds. */
export function sortMostUrgentFirst(rows: readonly ReportRow[]): ReportRow[] {
  return rows
    .map((row) => ({ row, place: placeOf(row) }))
    .sort((one, other) => byPlace(one.place, other.place))
    .map(({ row }) => row);
}

type Place = ReturnType<typeof placeOf>;

function byPlace(a: Place, b: Place): number {
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
