import type { Button, KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { answersElsewhere } from '../../../report/permissions.js';
import type { Report } from '../../../report/report.js';
import { isClosed, isUndecided } from '../../../report/status.js';
import { button, buttons, marked, section } from '../kit/blocks.js';
import { remediationButtons } from './remediation-buttons.js';
import { triageButtons } from './triage-buttons.js';

/** The buttons about messages and notes. Each brings back the id of a report. */
export const messageActions = {
  askReporter: 'ask_reporter',
  informReporter: 'inform_reporter',
  addNote: 'add_note',
  theirAnswer: 'their_answer',
  pauseReporter: 'pause_reporter',
  endReporterPause: 'end_reporter_pause',
} as const;

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
      button(messageActions.askReporter, locale.messages.ask, { id }),
      button(messageActions.informReporter, locale.messages.inform, { id }),
      ...(answersElsewhere(report) && report.status !== 'withdrawn'
        ? [button(messageActions.theirAnswer, locale.triage.button.theirAnswer, { id })]
        : []),
      button(messageActions.addNote, locale.messages.note, { id }),
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
  if (paused === undefined) return [button(messageActions.pauseReporter, say.button, { id })];
  return [
    button(messageActions.endReporterPause, say.endButton, { id }),
    button(messageActions.pauseReporter, say.moveButton, { id }),
  ];
}

/** The stages of what can be done, the one first that a report of this status most likely needs. */
function likeliestFirst(report: Report) {
  if (isUndecided(report)) return ['messages', 'triage', 'remediation'] as const;
  return isClosed(report)
    ? (['triage', 'messages', 'remediation'] as const)
    : (['remediation', 'messages', 'triage'] as const);
}
