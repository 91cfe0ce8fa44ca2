import type { Locale } from '../../../locales/locale-of.js';
import { cweOf } from '../../../report/cwe.js';
import type { ReportFacts } from '../facts.js';
import { marked, plain, type Row } from '../kit/blocks.js';
import { momentText } from './labels.js';

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
  const { severity, confirm } = report;
  const pauses = confirm.pauses.flatMap(({ from, to }) =>
    to === undefined ? [] : [say.paused(momentText(from, zone, locale), momentText(to, zone, locale))],
  );
  return [
    ...row(say.row.vector, severity?.vector),
    ...row(say.row.weaknesses, report.cwes?.map((id) => `${id} ${cweOf(id)?.name ?? ''}`.trim()).join('\n')),
    ...decisionRows(facts, locale),
    ...(pauses.length === 0 ? [] : [{ label: say.row.paused, value: marked(pauses.slice(-5).join('\n')) }]),
  ];
}

function row(label: string, value: string | undefined): Row[] {
  return value === undefined ? [] : [{ label, value: plain(value, 2000) }];
}
