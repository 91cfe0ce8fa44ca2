import type { Button } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { answersElsewhere } from '../../../report/permissions.js';
import type { Report } from '../../../report/report.js';
import { isAccepted, isClosed, isUndecided } from '../../../report/status.js';
import { button } from '../kit/blocks.js';

/** The buttons about the decision. Each brings back the id of a report. */
export const triageActions = {
  triage: 'triage',
  reopen: 'reopen',
  recordPublicBug: 'record_public_bug',
  publicBugText: 'public_bug_text',
} as const;

/** The way to a decision, for the card, while there is none. */
export function triageStep(report: Report, { triage: say }: Locale): Button[] {
  return isUndecided(report) ? [button(triageActions.triage, say.button.triage, { id: report.id })] : [];
}

/** What a responder may decide, or take back, for More…. */
export function triageButtons(report: Report, { triage: say }: Locale): Button[] {
  const { id, status, decline } = report;
  const steps: readonly (readonly [boolean, () => Button])[] = [
    [isUndecided(report) || isAccepted(report), () => button(triageActions.triage, say.button.triage, { id })],
    [isClosed(report), () => button(triageActions.reopen, say.button.reopen, { id })],
    [
      answersElsewhere(report) && status === 'declined' && decline?.publicBug === 'asked',
      () => button(triageActions.recordPublicBug, say.button.recordPublicBug, { id }),
    ],
    [
      status === 'declined' && decline?.publicBug === 'agreed',
      () => button(triageActions.publicBugText, say.button.publicBugText, { id }),
    ],
  ];
  return steps.flatMap(([may, step]) => (may ? [step()] : []));
}
