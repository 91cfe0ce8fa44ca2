import type { Words } from '../../../locales/words.js';
import { isAPersonsWord } from '../../../report/report.js';
import { isPaused, isUndecided } from '../../../report/status.js';
import { isUnanswered } from '../../../report/unanswered.js';
import type { ReportFacts } from '../facts.js';
import { marked, nameOf, plain, type Row } from '../kit/blocks.js';
import { cut } from '../kit/truncate.js';
import { lateMark, momentText, reporterText, statusLabel, teamTime, verdictMark } from './labels.js';
import { cveText } from './remediation-rows.js';

/** The state of a report: what it stands at, when the answer is due or was given, and who is in charge. */
export function stateRows(facts: ReportFacts, words: Words): Row[] {
  const { card: say } = words;
  const { report } = facts;
  return [
    { label: say.label.status, value: plain(statusLabel(report.status, words), 2000) },
    ...answerRows(facts, words),
    { label: say.label.responder, value: plain(responderText(facts, words), 2000) },
  ];
}

/** What was reported, by whom: class B. */
export function reportRows({ report }: Pick<ReportFacts, 'report'>, words: Words): Row[] {
  const { card: say } = words;
  const { affected, form } = report;
  const versions = affected.map(
    ({ version, verdict }) => `${verdictMark[verdict]} ${say.version(version, words.terms.verdict[verdict])}`,
  );
  return [
    { label: say.label.reporter, value: plain(reporterText(report, words), 2000) },
    {
      label: say.label.affected,
      value: plain(versions.length === 0 ? say.noVersions : versions.join('\n'), 2000),
    },
    ...(form.otherVersions === '' ? [] : [{ label: say.label.components, value: plain(form.otherVersions, 2000) }]),
    { label: say.label.cve, value: plain(cveText(report, words), 2000) },
  ];
}

export function responderText({ report }: Pick<ReportFacts, 'report'>, { card: say }: Words): string {
  return report.responder === undefined ? say.nobody : nameOf(report.responder);
}

function answerRows({ report, deadlines, zone, now }: ReportFacts, words: Words): Row[] {
  const { card: say, terms } = words;
  const open = deadlines.map(({ duty, dueAt, provisional }) => {
    const moment = momentText(dueAt, zone, words);
    const told = now >= dueAt ? `${lateMark} ${terms.labelled(terms.overdue, moment)}` : moment;
    return { label: say.due[duty], value: marked(provisional ? `${told}\n${terms.provisional}` : told) };
  });
  const pause = isPaused(report) && isUndecided(report) ? report.confirm.pauses.at(-1) : undefined;
  const since = pause && say.waitingSince(teamTime(pause.from, zone, words));
  const waiting = since === undefined ? [] : [{ label: say.waitsForReporter, value: plain(since, 2000) }];
  const last = report.messages.findLast((one) => isAPersonsWord(one) && one.delivery !== 'failed');
  if (isUnanswered(report) || last === undefined) return [...open, ...waiting];
  const answered = cut(say.answeredBy(nameOf(last.by), teamTime(last.at, zone, words)), 2000);
  return [...open, ...waiting, { label: say.label.answered, value: plain(answered) }];
}
