import type { ActionsBlock, Button, SectionBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { unconfirmedDelivery } from '../../../report/delivery-status.js';
import type { Report } from '../../../report/report.js';
import { isOpen, isUnacknowledged, isUnclaimed } from '../../../report/status.js';
import { questionBlock } from '../block-ids.js';
import { button, buttons } from '../kit/blocks.js';
import { nextRemediationButton } from './remediation-buttons.js';
import { triageStep } from './triage-buttons.js';

/** The buttons of an open report. Each brings back its id. */
export const nextActions = {
  acknowledge: 'acknowledge',
  assignToMe: 'assign_to_me',
  assign: 'assign',
  arrived: 'message_arrived',
  sendAgain: 'send_message_again',
} as const;

/** Buttons of which one may ask whether something arrived: the block says what. */
export function stepBlock(report: Report, ...steps: Button[]): ActionsBlock {
  const question = unconfirmedDelivery(report);
  return {
    ...buttons(...steps),
    ...(question === undefined ? {} : { block_id: questionBlock(report.id, question.event) }),
  };
}

/** With a way to give an open report to somebody else beside the text. */
export function assignable(text: SectionBlock, { id, ...report }: Report, locale: Locale): SectionBlock {
  return isOpen(report) ? { ...text, accessory: button(nextActions.assign, locale.assign.button, { id }) } : text;
}

/** Two buttons at most: an open question first, then the answer to the reporter, then the way to the publication. */
export function nextSteps(report: Report, locale: Locale): Button[] {
  const { card: say } = locale;
  const { id } = report;
  const question = unconfirmedDelivery(report);
  if (question?.delivery === 'failed') return [button(nextActions.sendAgain, say.sendAgain, { style: 'primary', id })];
  if (question !== undefined)
    return [
      button(nextActions.arrived, say.arrived, { style: 'primary', id }),
      button(nextActions.sendAgain, say.sendAgain, { id }),
    ];
  if (!isUnacknowledged(report)) return [...triageStep(report, locale), ...nextRemediationButton(report, locale)];
  return [
    button(nextActions.acknowledge, say.acknowledge, { style: 'primary', id }),
    ...(isUnclaimed(report) ? [button(nextActions.assignToMe, say.assignToMe, { id })] : triageStep(report, locale)),
  ];
}
