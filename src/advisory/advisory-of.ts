import type { AffectedLine, Fix } from '../report/affected-line.js';
import { creditOf } from '../report/credit.js';
import type { CveNumber } from '../report/cve-number.js';
import { cveNumbersOf } from '../report/cve-numbers.js';
import { type CweId, cweOf } from '../report/cwe.js';
import { defined } from '../report/defined.js';
import { fixOf } from '../report/fixed-lines.js';
import type { Credit } from '../report/form.js';
import type { Publication } from '../report/publication.js';
import type { Report } from '../report/report.js';
import type { Severity } from '../report/severity.js';
import type { Advisory, Revision } from './advisory.js';

/** The published advisory: its latest revision, or the one of `event`. `undefined` if there is none. */
export function publishedAdvisory(report: Report, project: string, event?: number): Advisory | undefined {
  const { publications } = report;
  const index = event === undefined ? publications.length - 1 : publications.findIndex((one) => one.event === event);
  const shown = publications[index];
  if (shown === undefined) return undefined;
  return advisoryWith(report, project, shown, revisionsFrom(publications.slice(0, index + 1)));
}

/**
 * The prepared advisory as it would be published at `now`, for the team's review. `credits` are those of duplicates. `undefined`
 * if none is prepared.
 */
export function preparedAdvisory(
  report: Report,
  project: string,
  credits: readonly Credit[],
  now: Date,
): Advisory | undefined {
  const { prepared, severity, lines, fixes, publications } = report;
  if (prepared === undefined || severity === undefined) return undefined;
  const { text, change = '', withdraws: withdrawn } = prepared;
  const content = { revision: publications.length + 1, at: now, change };
  return advisoryWith(
    report,
    project,
    {
      text,
      severity,
      lines,
      fixes,
      cves: cveNumbersOf(report),
      cwes: report.cwes,
      withdrawn,
      credits: [creditOf(report), ...credits],
    },
    [...revisionsFrom(publications), content],
  );
}

type RevisionContent = Readonly<{
  text: Publication['text'];
  severity: Severity;
  lines: readonly AffectedLine[];
  fixes: readonly Fix[];
  cves: readonly CveNumber[];
  cwes?: readonly CweId[] | undefined;
  credits: readonly Credit[];
  withdrawn?: true | undefined;
}>;

function revisionsFrom(publications: readonly Publication[]): Revision[] {
  return publications.map(({ revision, at, change = '' }) => ({ revision, at, change }));
}

function advisoryWith(
  { id }: Report,
  project: string,
  content: RevisionContent,
  revisions: readonly Revision[],
): Advisory {
  const { text, severity, lines, fixes, cves, cwes = [], credits, withdrawn } = content;
  const named = credits.flatMap((credit) => (credit.by === 'name' ? [credit] : []));
  const [first, last] = [revisions[0], revisions.at(-1)];
  if (first === undefined) throw new RangeError('an advisory has at least one revision');
  return {
    id,
    project,
    revision: revisions.length,
    text,
    severity,
    affected: lines.map((line) => {
      const fix = fixOf(line, fixes);
      return fix === undefined ? line : { ...line, fix };
    }),
    cves,
    cwes: cwes.flatMap((id) => cweOf(id) ?? []),
    ...(withdrawn === true && last !== undefined ? { withdrawn: { at: last.at, reason: last.change } } : {}),
    credits: named.map(({ name, link, role }) => ({ name, ...defined({ link, role }) })),
    anonymousCredits: credits.length - named.length,
    references: [],
    publishedAt: first.at,
    revisions: revisions.filter(({ change }) => change !== ''),
  };
}
