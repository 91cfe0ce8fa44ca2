import type { Calendar } from '../deadline/calendar.js';
import type { Deadline } from '../deadline/deadlines.js';
import { workingDaysUntil } from '../deadline/time-left.js';
import { isUrgent } from '../report/exploited-or-public.js';
import { waitsForReporter } from '../report/open-question.js';
import type { Report } from '../report/report.js';
import { isOpen } from '../report/status.js';

/** A report with its open deadlines, the soonest first. */
export type ReportRow = Readonly<{ report: Report; deadlines: readonly Deadline[] }>;
/** Who asks, and when: what *mine* and *overdue* mean. */
export type Asked = Readonly<{ user: string; now: Date; calendar: Calendar }>;
type Filter = Readonly<{
  /** Which reports have to be looked at. */
  among: 'open' | 'closed' | 'all';
  has: (row: ReportRow, asked: Asked) => boolean;
}>;

/** What a list of reports can be narrowed to, by the words that people type. Help, hints and suggestions come from this table. */
export const reportFilters = {
  open: { among: 'open', has: () => true },
  mine: { among: 'open', has: ({ report }, { user }) => report.responder?.user === user },
  unassigned: { among: 'open', has: ({ report }) => report.responder === undefined },
  due: { among: 'open', has: isDueSoon },
  overdue: { among: 'open', has: isOverdue },
  exploited: { among: 'open', has: ({ report }) => isUrgent(report) },
  waiting: { among: 'open', has: ({ report }) => waitsForReporter(report) },
  closed: { among: 'closed', has: () => true },
  all: { among: 'all', has: () => true },
} as const satisfies Record<string, Filter>;
export type FilterName = keyof typeof reportFilters;
export const filterNames = Object.keys(reportFilters) as readonly FilterName[];

/** Whether a report is among those that a filter names. */
export function passes(filter: FilterName, row: ReportRow, asked: Asked): boolean {
  const { among, has }: Filter = reportFilters[filter];
  return (among === 'all' || (among === 'open') === isOpen(row.report)) && has(row, asked);
}

/** Due today or on the next working day. The reporter's answer is nothing that the team has to do. */
function isDueSoon({ deadlines }: ReportRow, { now, calendar }: Asked): boolean {
  return deadlines.some(
    ({ duty, dueAt }) => duty !== 'answer' && now < dueAt && workingDaysUntil(dueAt, now, calendar, 2) <= 1,
  );
}

function isOverdue({ deadlines }: ReportRow, { now }: Asked): boolean {
  return deadlines.some(({ dueAt }) => now >= dueAt);
}
