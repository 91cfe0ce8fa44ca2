import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import type { Message } from '../../../report/message.js';
import { asksAboutEmbargo, asksForPublicBug, openQuestions } from '../../../report/open-question.js';
import type { Report } from '../../../report/report.js';
import { questionBlock } from '../block-ids.js';
import { button, buttons, plain } from '../kit/blocks.js';

/** The buttons of a reporter. Each brings back the id of a report. */
export const ownActions = {
  answer: 'answer_team',
  addInformation: 'add_information',
  withdraw: 'withdraw',
  makePublicBug: 'make_public_bug',
  ownCredit: 'own_credit',
  agreeEarly: 'agree_early',
  /** Its block says which proposal is meant. */
  agreeEmbargo: 'agree_embargo',
} as const;

/** Whether the proposed date works: the buttons are about this proposal, and no later one. */
export function embargoQuestion({ id }: Report, proposed: number, { message: say }: Locale): ActionsBlock {
  return {
    ...buttons(
      button(ownActions.agreeEmbargo, say.worksForMe, { style: 'primary', id }),
      button(ownActions.answer, say.suggestDate, { id }),
    ),
    block_id: questionBlock(id, proposed),
  };
}

/** Whether a message is for the reporter's eyes: what went by hand and was lost there is the team's to send again. */
export function isForReporter({ route, delivery }: Message): boolean {
  return route === 'direct_message' || delivery !== 'failed';
}

/** What its reporter can do now: answer what the team asks, write, decide on credit and dates, and withdraw. */
export function ownStepBlocks(report: Report, locale: Locale): KnownBlock[] {
  const { mine: say } = locale;
  const { id, status } = report;
  const asked = asksAboutEmbargo(report) ? [embargoQuestion(report, report.embargoProposal ?? 0, locale)] : [];
  if (status === 'withdrawn') return asked;
  const heard = report.messages.some(isForReporter);
  const isAsked = openQuestions(report).includes('question');
  return [
    ...asked,
    buttons(
      ...(heard ? [button(ownActions.answer, say.answer, isAsked ? { style: 'primary', id } : { id })] : []),
      button(ownActions.addInformation, say.addInformation, { id }),
      ...ownSteps(report, locale),
      ...withdrawal(report, locale),
    ),
  ];
}

/** What is public can't be taken back. */
function withdrawal({ id, status }: Report, { mine: say }: Locale): Button[] {
  if (status === 'disclosed') return [];
  return [
    {
      ...button(ownActions.withdraw, say.withdraw, { id }),
      confirm: {
        title: plain(say.withdrawTitle, 100),
        text: plain(say.withdrawText, 300),
        confirm: plain(say.withdrawYes, 30),
        deny: plain(say.withdrawNo, 30),
        style: 'danger',
      },
    },
  ];
}

/** What else a reporter decides: how they are thanked, and whether the embargo may end earlier. */
function ownSteps(report: Report, { remediation, disclosure, triage, publicBug }: Locale): Button[] {
  const { id, status, embargo, earlyAgreedAt } = report;
  if (asksForPublicBug(report))
    return [
      {
        ...button(ownActions.makePublicBug, triage.button.makePublicBug, { id }),
        confirm: {
          title: plain(publicBug.title, 100),
          text: plain(publicBug.confirm, 300),
          confirm: plain(publicBug.yes, 30),
          deny: plain(publicBug.no, 30),
        },
      },
    ];
  if (status === 'disclosed' || status === 'declined') return [];
  const early: Button = {
    ...button(ownActions.agreeEarly, remediation.button.agreeEarly, { id }),
    confirm: {
      title: plain(remediation.mine.agreeTitle, 100),
      text: plain(remediation.mine.agreeText, 300),
      confirm: plain(remediation.mine.agreeYes, 30),
      deny: plain(remediation.mine.agreeNo, 30),
    },
  };
  const ask =
    embargo !== undefined && earlyAgreedAt === undefined && status !== 'duplicate' && !asksAboutEmbargo(report);
  return [button(ownActions.ownCredit, disclosure.button.ownCredit, { id }), ...(ask ? [early] : [])];
}
