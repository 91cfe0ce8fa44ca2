import type { Locale } from '../../../locales/locale-of.js';
import { isWrittenByPerson } from '../../../report/message.js';
import type { Person } from '../../../report/person.js';
import { isPaused, isUnacknowledged, isUndecided } from '../../../report/status.js';
import type { ReportFacts } from '../facts.js';
import { marked, nameOf, plain, type Row } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { lateMark, momentText, reporterText, statusLabel, verdictMark } from './labels.js';
import { linesText } from './product-lines.js';
import { cveText } from './remediation-rows.js';

/** The state of a report: what it stands at, when the answer is due or was given, and who is in charge. */
export function stateRows(facts: ReportFacts, locale: Locale): Row[] {
  const { card: say } = locale;
  const { report } = facts;
  return [
    { label: say.label.status, value: plain(statusLabel(report.status, locale), 2000) },
    ...answerRows(facts, locale),
    { label: say.label.responder, value: plain(responderText(facts, locale), 2000) },
  ];
}

/** What was reported, by whom: class B. */
export function reportRows({ report }: Pick<ReportFacts, 'report'>, locale: Locale): Row[] {
  const { card: say } = locale;
  const { affected, form, lines } = report;
  const versions = affected.map(
    ({ version, verdict }) => `${verdictMark[verdict]} ${say.version(version, locale.terms.verdict[verdict])}`,
  );
  return [
    { label: say.label.reporter, value: plain(reporterText(report, locale), 2000) },
    // What the team found out takes the place of what the reporter chose from a list.
    ...(lines.length > 0
      ? [{ label: locale.triage.row.lines, value: plain(linesText(lines, locale), 2000) }]
      : versions.length === 0
        ? []
        : [{ label: say.label.affected, value: plain(versions.join('\n'), 2000) }]),
    ...(form.otherVersions === '' ? [] : [{ label: say.label.components, value: plain(form.otherVersions, 2000) }]),
    { label: say.label.cve, value: plain(cveText(report, locale), 2000) },
  ];
}

export function responderText({ report }: Pick<ReportFacts, 'report'>, { card: say }: Locale): string {
  if (report.responder === undefined) return say.nobody;
  const responder = nameOf(report.responder);
  return report.offer === undefined ? responder : say.offered(responder, nameOf(report.offer.to));
}

function answerRows({ report, deadlines, zone, now }: ReportFacts, locale: Locale): Row[] {
  const { card: say, terms } = locale;
  const open = deadlines.map(({ duty, dueAt, provisional }) => {
    const moment = momentText(dueAt, zone, locale);
    const told = now >= dueAt ? `${lateMark} ${terms.labelled(terms.overdue, moment)}` : moment;
    return { label: say.due[duty], value: marked(provisional ? `${told}\n${terms.provisional}` : told) };
  });
  const pause = isPaused(report) && isUndecided(report) ? report.confirm.pauses.at(-1) : undefined;
  const since = pause && say.waitingSince(momentText(pause.from, zone, locale));
  const waiting = since === undefined ? [] : [{ label: say.waitsForReporter, value: marked(since) }];
  if (isUnacknowledged(report)) return [...open, ...waiting];
  const delivered = report.messages.filter(isWrittenByPerson).filter(({ delivery }) => delivery !== 'failed');
  const [first, last] = [delivered[0], delivered.at(-1)];
  const row = (label: string, { by, at }: Readonly<{ by: Person; at: Date }>): Row => {
    return { label, value: marked(say.answeredBy(escapeMrkdwn(nameOf(by)), momentText(at, zone, locale))) };
  };
  return [
    ...open,
    ...waiting,
    ...(first === undefined ? [] : [row(say.label.answered, first)]),
    ...(last === undefined || last === first ? [] : [row(say.label.lastMessage, last)]),
  ];
}
