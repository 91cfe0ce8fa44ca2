import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';
import { type Comparable, comparable, type SimilarReport, similarReports } from '../report/text/similar-reports.js';
import type { Marked, Reports } from './ports.js';
import { within } from './within.js';

/** Closed reports are compared for two years: what is older is rarely the same. Milliseconds. */
const comparedForMs = 2 * 365 * 86_400_000;
/** Reports compared, the newest: what is remembered of so many takes about 15 MB. */
const mostCompared = 15_000;
/** How long to read what is not remembered while a modal waits to be opened, for which Slack gives three seconds. */
const patienceMs = 1200;

export type FindSimilar = (report: Report, most: number) => Promise<readonly SimilarReport[]>;
export type SimilarDeps = Readonly<{
  reports: Pick<Reports, 'marks' | 'open' | 'find'>;
  clock: () => Date;
  /** For tests. */
  limits?: Readonly<{ mostCompared: number; patienceMs: number }>;
}>;

/**
 * Finds the reports most like one. What is compared is remembered until the report is written again. What could not be read in
 * time is read for whoever asks next.
 */
export function createFindSimilar({ reports, clock, limits = { mostCompared, patienceMs } }: SimilarDeps): FindSimilar {
  let known = new Map<ReportId, Readonly<{ mark: string; compared: Comparable | undefined }>>();
  let reading: Promise<void> | undefined;

  const isKnown = ({ id, mark }: Marked) => known.get(id)?.mark === mark;
  const read = (ids: readonly ReportId[]) =>
    reports.open(ids, ({ id, mark }, report) => {
      known.set(id, { mark, compared: report === undefined ? undefined : comparable(report) });
    });
  /** Whoever asks while reports are being read waits for them, and then for what is still missing. */
  const learn = async (marks: readonly Marked[]): Promise<void> => {
    await reading?.catch(() => undefined);
    const missing = marks.filter((mark) => !isKnown(mark)).map(({ id }) => id);
    if (missing.length === 0) return;
    reading ??= read(missing).finally(() => {
      reading = undefined;
    });
    await reading;
  };

  return async (report, most) => {
    const since = new Date(clock().getTime() - comparedForMs);
    const marks = await reports.marks(since, limits.mostCompared);
    // What is compared no more is forgotten.
    const present = new Set(marks.map(({ id }) => id));
    known = new Map([...known].filter(([id]) => present.has(id)));
    await within(limits.patienceMs, learn(marks), undefined);
    const others = marks.flatMap((mark) => (isKnown(mark) ? (known.get(mark.id)?.compared ?? []) : []));
    const alike = similarReports(comparable(report), others, most);
    const found = await Promise.all(alike.map(async ({ id, ...how }) => ({ tracked: await reports.find(id), ...how })));
    return found.flatMap(({ tracked, ...how }) => (tracked === undefined ? [] : [{ report: tracked.report, ...how }]));
  };
}
