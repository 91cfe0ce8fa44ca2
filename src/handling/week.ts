import { type Deadline, deadlinesOf } from '../deadline/deadlines.js';
import { type DuePromise, duePromises } from '../deadline/kept-promises.js';
import { localDate, momentOn } from '../deadline/local-date.js';
import type { Policy } from '../deadline/policy.js';
import { defined } from '../report/defined.js';
import type { ReportEvent } from '../report/events.js';
import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';
import type { Rating } from '../report/severity.js';
import { isOpen } from '../report/status.js';
import { type DigestLine, holdersOf } from './due-digest.js';
import type { Reports } from './ports.js';

/** How many reports are looked at, the newest: those that still need work, and what came in these milliseconds: two years. */
const [mostReports, comesWithinMs] = [5000, 2 * 365 * 86_400_000];
/** Reports that are named. */
const nearest = 5;
const weekMs = 7 * 86_400_000;

/** What the team is told once a week. Class A, severities and responders. */
export type Week = Readonly<{
  /** Open reports by severity. `unrated`: nobody has accepted them so far. */
  open: Readonly<Partial<Record<Rating | 'unrated', number>>>;
  /** The reports that are due first, each with its soonest deadline. */
  lines: readonly DigestLine[];
  /** How many open reports each has, whoever has the most first. Without `user`: nobody. */
  holders: readonly Readonly<{ user?: string; count: number }>[];
  /** Of the promises that came due in this quarter, how many were kept in time. */
  promises: Readonly<{ due: number; kept: number }>;
  /** There are more reports: only so many were looked at, the newest. */
  newest?: number;
}>;

/** What a week needs of a report. `open` is left out where it needs no work any more. */
export type ReportOfWeek = Readonly<{
  open?: Readonly<{ id: ReportId; rating: Rating | 'unrated'; responder?: string; deadline?: Deadline }>;
  promises: readonly DuePromise[];
}>;

type WeekDeps = Readonly<{
  reports: Pick<Reports, 'marks' | 'open'>;
  /** Those of these people who have left the team. */
  departed(users: readonly string[]): Promise<ReadonlySet<string>>;
}>;

/** The week as it stands; `undefined` where there is nothing to say. A responder who has left the team does not count. */
export async function weekOf({ reports, departed }: WeekDeps, policy: Policy, now: Date): Promise<Week | undefined> {
  const marks = await reports.marks(new Date(now.getTime() - comesWithinMs), mostReports);
  const found: ReportOfWeek[] = [];
  const ids = marks.map(({ id }) => id);
  await reports.open(ids, (_, report, history) => {
    if (report !== undefined) found.push(reportOfWeek(report, history, policy, now));
  });
  const gone = await departed([...new Set(found.flatMap(({ open }) => open?.responder ?? []))]);
  const week = weekIn(found, policy.calendar.zone, gone, now);
  return week && marks.length === mostReports ? { ...week, newest: mostReports } : week;
}

export function reportOfWeek(report: Report, history: readonly ReportEvent[], policy: Policy, now: Date): ReportOfWeek {
  const promises = duePromises(history, policy, now);
  if (!isOpen(report)) return { promises };
  const { id, severity, responder } = report;
  const [deadline] = deadlinesOf(report, policy);
  const open = {
    id,
    rating: severity?.rating ?? ('unrated' as const),
    ...defined({ responder: responder?.user, deadline }),
  };
  return { open, promises };
}

/** Nothing is said where nothing is open, and nothing came due for a week. */
export function weekIn(
  found: readonly ReportOfWeek[],
  zone: string,
  departed: ReadonlySet<string>,
  now: Date,
): Week | undefined {
  const since = quarterOf(now, zone);
  const promises = found.flatMap((one) => one.promises);
  const open = found.flatMap((one) => one.open ?? []).map((one) => withoutDeparted(one, departed));
  const isRecent = promises.some(({ dueAt }) => now.getTime() - dueAt.getTime() < weekMs);
  if (open.length === 0 && !isRecent) return undefined;
  const counts: Partial<Record<Rating | 'unrated', number>> = {};
  for (const { rating } of open) counts[rating] = (counts[rating] ?? 0) + 1;
  const inQuarter = promises.filter(({ dueAt }) => dueAt >= since);
  return {
    open: counts,
    lines: open
      .flatMap(({ id, deadline, responder }): DigestLine[] => {
        if (deadline === undefined) return [];
        return [{ id, why: deadline.dueAt <= now ? 'overdue' : 'soon', deadline, ...defined({ responder }) }];
      })
      .toSorted((one, other) => one.deadline.dueAt.getTime() - other.deadline.dueAt.getTime())
      .slice(0, nearest),
    holders: holdersOf(open),
    promises: { due: inQuarter.length, kept: inQuarter.filter(({ kept }) => kept).length },
  };
}

type Open = NonNullable<ReportOfWeek['open']>;

function withoutDeparted({ responder, ...open }: Open, departed: ReadonlySet<string>): Open {
  return responder === undefined || departed.has(responder) ? open : { ...open, responder };
}

/** When the quarter of a moment began, in the team's zone. */
function quarterOf(now: Date, zone: string): Date {
  const [year = '', month = ''] = localDate(now, zone).split('-');
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1;
  return momentOn(`${year}-${String(first).padStart(2, '0')}-01`, '00:00', zone);
}
