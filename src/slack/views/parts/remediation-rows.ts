import { formatDate } from '../../../deadline/format-time.js';
import { localDate } from '../../../deadline/local-date.js';
import type { Locale } from '../../../locales/locale-of.js';
import { type AffectedLine, lineName } from '../../../report/affected-line.js';
import { cveNumbersOf } from '../../../report/cve-numbers.js';
import { fixOf } from '../../../report/fixed-lines.js';
import type { Report } from '../../../report/report.js';
import type { ReportFacts } from '../facts.js';
import { marked, nameOf, plain, type Row } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { cut } from '../kit/truncate.js';
import { momentText } from './labels.js';

/** Characters that one field of a section may have. */
const fieldLimit = 2000;

type RemediationFacts = Pick<ReportFacts, 'report' | 'deadlines' | 'zone' | 'now'>;

/** How far a report has come on the way from accepted to public: class B. Rows of what is not yet there are left out. */
export function remediationRows(facts: RemediationFacts, locale: Locale): Row[] {
  const { report } = facts;
  const { remediation: say, cvss } = locale;
  const { severity, lines } = report;
  return [
    ...(severity === undefined
      ? []
      : [
          {
            label: say.row.severity,
            value: plain(say.severityText(cvss.rating[severity.rating], severity.score.toFixed(1)), fieldLimit),
          },
        ]),
    ...embargoRow(facts, locale),
    ...(lines.length === 0
      ? []
      : [
          {
            label: say.row.fixes,
            value: plain(lines.map((line) => fixText(line, facts, locale)).join('\n'), fieldLimit),
          },
        ]),
    ...preparedRow(facts, locale),
    ...publishedRow(facts, locale),
  ];
}

/** The number as it is known now: recorded, given in the form, or requested. */
export function cveText(report: Report, { card, remediation, terms }: Locale): string {
  const numbers = cveNumbersOf(report);
  if (numbers.length > 0) return terms.listed(numbers);
  return report.cve?.requestedAt === undefined ? card.noCve : remediation.cveRequested;
}

function fixText(
  line: AffectedLine,
  { report, zone }: Pick<ReportFacts, 'report' | 'zone'>,
  { remediation: say, language }: Locale,
) {
  const fix = fixOf(line, report.fixes);
  const name = cut(lineName(line, report.lines), 200);
  if (fix === undefined) return say.noFixYet(name);
  return fix.outcome === 'fixed'
    ? say.fixed(name, cut(fix.version, 100), formatDate(localDate(fix.releasedAt, zone), language))
    : say.wontFix(name);
}

/** While its end stands among what is due, it is not said again; here is whether it still binds. */
function embargoRow({ report, deadlines, zone, now }: RemediationFacts, locale: Locale): Row[] {
  const { remediation: say, terms } = locale;
  const { embargo, embargoProposal, earlyAgreedAt, embargoBroken } = report;
  if (embargo === undefined && embargoBroken === undefined) return [];
  const toldAlready = deadlines.some(({ duty }) => duty === 'embargo');
  const until = embargo === undefined || toldAlready ? [] : [momentText(embargo.dueAt, zone, locale)];
  const state = [
    ...(embargo !== undefined && embargo.dueAt <= now ? [say.embargoOver] : []),
    ...(embargoProposal === undefined ? [] : [say.embargoProposed]),
    ...(earlyAgreedAt === undefined ? [] : [say.agreedEarly]),
    ...(embargoBroken === undefined ? [] : [say.alreadyPublic]),
  ].map(escapeMrkdwn);
  const told = [...until, ...state];
  return told.length === 0 ? [] : [{ label: say.row.embargo, value: marked(terms.listed(told)) }];
}

function preparedRow({ report, zone }: Pick<ReportFacts, 'report' | 'zone'>, locale: Locale): Row[] {
  const { disclosure: say } = locale;
  const { prepared } = report;
  if (prepared === undefined) return [];
  const by = say.preparedBy(escapeMrkdwn(nameOf(prepared.by)), momentText(prepared.at, zone, locale));
  const { approved } = prepared;
  const then =
    approved === undefined
      ? say.waitsForApproval
      : say.approvedBy(escapeMrkdwn(nameOf(approved.by)), momentText(approved.at, zone, locale));
  return [{ label: say.row.prepared, value: marked(`${by}\n${then}`) }];
}

/** Only what Slack took; what is in doubt is asked about below. */
function publishedRow({ report, zone }: Pick<ReportFacts, 'report' | 'zone'>, locale: Locale): Row[] {
  const { disclosure: say } = locale;
  const last = report.publications.at(-1);
  if (last === undefined) return [];
  const [channel, time] = [`<#${last.channel}>`, momentText(last.at, zone, locale)];
  const told = last.withdrawn === true ? say.withdrawnIn(channel, time) : say.publishedIn(channel, time, last.revision);
  return [{ label: say.row.published, value: marked(told) }];
}
