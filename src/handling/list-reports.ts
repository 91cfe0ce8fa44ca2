import { deadlinesOf } from '../deadline/deadlines.js';
import type { Policy } from '../deadline/policy.js';
import { defined } from '../report/defined.js';
import type { Person } from '../report/person.js';
import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';
import type { Rating } from '../report/severity.js';
import { isOpen } from '../report/status.js';
import { hasWords, readWanted } from '../report/text/find-words.js';
import { mostUrgentFirst, sortMostUrgentFirst } from './most-urgent-first.js';
import type { Reports, UnreadableReport } from './ports.js';
import { type Asked, type FilterName, passes, type ReportRow, reportFilters } from './report-filters.js';

/** Which reports somebody wants to see. `words`: as they typed them. */
export type ReportQuery = Readonly<{ filter: FilterName; severity?: Rating; words: string }>;
/** How many reports are open, and how many of these need somebody. */
export type OpenCounts = Readonly<{ open: number; overdue: number; unassigned: number }>;
/** A page of what was asked for. */
export type ReportListing = Readonly<{
  rows: readonly ReportRow[];
  unreadable: readonly UnreadableReport[];
  counts: OpenCounts;
  /** How many reports were asked for; unknown where finished ones are among them. */
  total?: number;
  /** The report after which the next page begins, if there may be more. */
  next?: ReportId;
}>;
/** All reports that are open, the most urgent first. */
export type OpenReports = Readonly<{ rows: readonly ReportRow[]; unreadable: readonly UnreadableReport[] }>;

type Deps = Readonly<{ reports: Pick<Reports, 'find' | 'scan'>; policy: Policy }>;
type Page = Readonly<{ limit: number; after?: ReportId }>;

/** How long reports are looked through for one page. Milliseconds. What is open is looked through in any case. */
const lookFor = 700;

/** `each` has every row once as it is read, a few at a time, so that what takes long keeps nobody waiting. */
export async function openReports({ reports, policy }: Deps, each?: (row: ReportRow) => void): Promise<OpenReports> {
  const rows: ReportRow[] = [];
  const { unreadable } = await reports.scan({ open: true }, (report) => {
    const row = rowOf(report, policy);
    rows.push(row);
    each?.(row);
    return false;
  });
  return { rows: sortMostUrgentFirst(rows), unreadable };
}

export function countsOf(rows: readonly ReportRow[], asked: Asked): OpenCounts {
  const count = (filter: FilterName) => rows.filter((row) => passes(filter, row, asked)).length;
  return { open: rows.length, overdue: count('overdue'), unassigned: count('unassigned') };
}

/** A page of reports for a responder, the most urgent first; of the finished ones the newest. @throws Refusal for an unknown `after` */
export async function listReports(
  deps: Deps,
  { filter, severity, words }: ReportQuery,
  { limit, after }: Page,
  { person, now }: Readonly<{ person: Person; now: Date }>,
): Promise<ReportListing> {
  const { reports, policy } = deps;
  const { among } = reportFilters[filter];
  const asked = { user: person.user, now, calendar: policy.calendar };
  const wanted = readWanted(words);
  const isWanted = (row: ReportRow) =>
    passes(filter, row, asked) &&
    (severity === undefined || row.report.severity?.rating === severity) &&
    hasWords(row.report, wanted, person);

  const began = performance.now();
  const wantedRows = new Set<ReportRow>();
  const open = await openReports(deps, (row) => {
    if (isWanted(row)) wantedRows.add(row);
  });
  const counts = countsOf(open.rows, asked);
  const matching = open.rows.filter((row) => wantedRows.has(row));
  const last = after === undefined ? undefined : (await reports.find(after))?.report;
  const place = last === undefined ? undefined : rowOf(last, policy);
  const following = place === undefined ? matching : matching.filter((row) => mostUrgentFirst(place, row) < 0);
  const rows = following.slice(0, limit);
  const unreadable = after === undefined ? open.unreadable : [];
  const total = among === 'open' ? { total: matching.length } : {};
  if (following.length > limit || among === 'open') {
    const next = following.length > limit ? rows.at(-1)?.report.id : undefined;
    return { rows, unreadable, counts, ...total, ...defined({ next }) };
  }
  const before = last !== undefined && !isOpen(last) ? last.id : undefined;
  const forMs = lookFor - (performance.now() - began);
  const isFull = rows.length >= limit;
  const finished = await reports.scan({ open: false, forMs, ...defined({ before }) }, (report) => {
    if (rows.length < limit) {
      const row = rowOf(report, policy);
      if (isWanted(row)) rows.push(row);
    }
    return rows.length >= limit;
  });
  // Where nothing that is finished fits, all of it comes on the next page.
  if (isFull) return { rows, unreadable, counts, ...defined({ next: finished.next && rows.at(-1)?.report.id }) };
  return {
    rows,
    unreadable: [...unreadable, ...finished.unreadable],
    counts,
    ...defined({ next: finished.next }),
  };
}

function rowOf(report: Report, policy: Policy): ReportRow {
  return { report, deadlines: deadlinesOf(report, policy) };
}
