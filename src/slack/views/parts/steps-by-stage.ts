import type { Button, KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { answersElsewhere } from '../../../report/permissions.js';
import type { Report } from '../../../report/report.js';
import { isClosed, isUndecided } from '../../../report/status.js';
import { button, buttons, marked, section } from '../kit/blocks.js';
import { remediationButtons } from './remediation-buttons.js';
import { triageButtons } from './triage-buttons.js';

/** What can be done with a report now, by stage, without what is offered already; a lead can do more. */
export function stepsByStage(
  report: Report,
  lead: boolean,
  locale: Locale,
  offered: readonly Button[] = [],
): KnownBlock[] {
  const { assign: say } = locale;
  const { id } = report;
  const stages = {
    messages: [
      button('askReporter', locale.messages.ask, { id }),
      button('informReporter', locale.messages.inform, { id }),
      ...(answersElsewhere(report) && report.status !== 'withdrawn'
        ? [button('theirAnswer', locale.triage.button.theirAnswer, { id })]
        : []),
      button('addNote', locale.messages.note, { id }),
      ...(lead ? pauseButtons(report, locale) : []),
    ],
    triage: triageButtons(report, locale),
    remediation: remediationButtons(report, lead, locale),
  };
  return likeliestFirst(report).flatMap((stage) => {
    const others = stages[stage].filter(({ action_id: action }) => !offered.some((one) => one.action_id === action));
    return others.length === 0 ? [] : [section(marked(`*${say.stage[stage]}*`)), buttons(...others)];
  });
}

/** A lead has what the reporter writes wait, moves the end of the pause, or ends it. */
function pauseButtons({ id, paused, reporter, status }: Report, { pause: say }: Locale): Button[] {
  if (reporter.kind === 'elsewhere' || status === 'withdrawn') return [];
  if (paused === undefined) return [button('pauseReporter', say.button, { id })];
  return [button('endReporterPause', say.endButton, { id }), button('pauseReporter', say.moveButton, { id })];
}

/** The stages of what can be done, the one first that a report of this status most likely needs. */
function likeliestFirst(report: Report) {
  if (isUndecided(report)) return ['messages', 'triage', 'remediation'] as const;
  return isClosed(report)
    ? (['triage', 'messages', 'remediation'] as const)
    : (['remediation', 'messages', 'triage'] as const);
}
