import type { Locale } from '../../../locales/locale-of.js';
import { byProduct, rangesText } from '../../../report/read-affected-lines.js';
import type { Report } from '../../../report/report.js';
import type { ReportFacts } from '../facts.js';
import { plain, type Row } from '../kit/blocks.js';
import { cut } from '../kit/truncate.js';
import { teamTime } from './labels.js';

/** What was decided, as a card may show it: class B. Rows of what is not there are left out. */
export function decisionRows({ report }: Pick<ReportFacts, 'report'>, locale: Locale): Row[] {
  const { triage: say, terms } = locale;
  const { decline, duplicateOf, duplicates } = report;
  return [
    ...row(say.row.decision, decline && say.reason[decline.reason]),
    ...row(say.row.publicBug, decline && decline.publicBug !== 'no' ? say.publicBug[decline.publicBug] : undefined),
    ...row(say.row.original, duplicateOf),
    ...row(say.row.duplicates, duplicates.length === 0 ? undefined : terms.listed(duplicates)),
  ];
}

/** The same with all that triage has found out, for whoever opens the report. */
export function triageRows(facts: Pick<ReportFacts, 'report' | 'zone'>, locale: Locale): Row[] {
  const { triage: say } = locale;
  const { report, zone } = facts;
  const { severity, lines, confirm } = report;
  const pauses = confirm.pauses.flatMap(({ from, to }) =>
    to === undefined ? [] : [say.paused(teamTime(from, zone, locale), teamTime(to, zone, locale))],
  );
  return [
    ...row(say.row.vector, severity?.vector),
    ...row(say.row.lines, lines.length === 0 ? undefined : linesText(lines, locale)),
    ...decisionRows(facts, locale),
    ...row(say.row.paused, pauses.length === 0 ? undefined : pauses.slice(-5).join('\n')),
  ];
}

function row(label: string, value: string | undefined): Row[] {
  return value === undefined ? [] : [{ label, value: plain(value, 2000) }];
}

/** Products with their versions, as they are shown: a product a row. */
export function linesText(lines: Report['lines'], { triage: say, terms }: Locale): string {
  return [...byProduct(lines)]
    .map(([name, ranges]) => terms.labelled(cut(name, 100), cut(rangesText(ranges, say.range), 400)))
    .join('\n');
}
