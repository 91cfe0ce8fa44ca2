import type { Button, KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { type UnconfirmedDelivery, unconfirmedDelivery, undeliveredMessage } from '../../../report/delivery-status.js';
import { isUnacknowledged, isUnclaimed } from '../../../report/status.js';
import { surface } from '../declare-surface.js';
import type { ReportFacts } from '../facts.js';
import { questionBlock } from '../ids.js';
import { button, buttons, header, marked, plain, section, table } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { whereTheRestIs } from '../kit/long-text.js';
import { cutEscaped } from '../kit/truncate.js';
import { careMark, momentText, teamTime } from '../parts/labels.js';
import { nextRemediationButton } from '../parts/remediation-buttons.js';
import { remediationRows } from '../parts/remediation-rows.js';
import { reportRows, responderText, stateRows } from '../parts/report-rows.js';
import { triageStep } from '../parts/triage-buttons.js';
import { decisionRows } from '../parts/triage-rows.js';
import { urgentText } from '../parts/urgent.js';

/** The card of a report in the security channel: what it is, how it stands, and the next step. Class B, never more. */
export const card = surface('message', 'responder', 'B', (facts: ReportFacts, locale) => {
  const { report } = facts;
  const { card: say } = locale;
  const rows = [
    { label: say.label.id, value: plain(report.id, 2000) },
    ...stateRows(facts, locale),
    ...reportRows(facts, locale),
    ...remediationRows(facts, locale),
    ...decisionRows(facts, locale),
  ];
  const question = unconfirmedDelivery(report);
  const urgent = urgentText(report, locale);
  const told = [
    ...(urgent === undefined ? [] : [section(marked(`*${escapeMrkdwn(urgent)}*`))]),
    header(`[Security] ${report.form.title}`),
    ...table(rows),
  ];
  return {
    text: gist(facts, locale),
    blocks: [
      ...told,
      ...whereTheRestIs(told, locale),
      ...deliveryBlocks(facts, locale),
      {
        ...buttons(
          ...nextStep(facts, locale),
          button('show', say.show, { id: report.id }),
          button('more', say.more, { id: report.id }),
        ),
        ...(question === undefined ? {} : { block_id: questionBlock(question.event) }),
      },
    ],
  };
});

function gist(facts: ReportFacts, locale: Locale): string {
  const { report, deadlines, zone } = facts;
  const next = deadlines[0];
  const sentence = locale.card.gist({
    id: report.id,
    status: locale.terms.status[report.status],
    ...(next === undefined ? {} : { next: locale.card.dueAt(next.duty, teamTime(next.dueAt, zone, locale)) }),
    responder: responderText(facts, locale),
  });
  const urgent = urgentText(report, locale);
  return cutEscaped(urgent === undefined ? sentence : `${urgent} ${sentence}`, 3900);
}

function deliveryBlocks(facts: ReportFacts, locale: Locale): KnownBlock[] {
  const { card: say } = locale;
  const { report, zone } = facts;
  const question = unconfirmedDelivery(report);
  if (question !== undefined) return [section(marked(`${careMark} ${questionText(question, zone, locale)}`))];
  const failed = undeliveredMessage(report);
  if (failed === undefined) return [];
  const sentence = isUnacknowledged(report)
    ? say.undelivered
    : say.undeliveredLater(momentText(failed.at, zone, locale));
  return [section(marked(`${careMark} ${sentence}`))];
}

function questionText({ of, at, delivery }: UnconfirmedDelivery, zone: string, locale: Locale): string {
  const { card: say, disclosure } = locale;
  const time = momentText(at, zone, locale);
  if (of === 'message') return say.doubt(time);
  return delivery === 'unsure' ? disclosure.announcementDoubt(time) : disclosure.announcementFailed;
}

/** Two buttons at most: an open question first, then the answer to the reporter, then the way to the publication. */
function nextStep(facts: ReportFacts, locale: Locale): Button[] {
  const { card: say } = locale;
  const { report } = facts;
  const { id } = report;
  const question = unconfirmedDelivery(report);
  if (question?.delivery === 'failed') return [button('sendAgain', say.sendAgain, { style: 'primary', id })];
  if (question !== undefined)
    return [button('arrived', say.arrived, { style: 'primary', id }), button('sendAgain', say.sendAgain, { id })];
  if (!isUnacknowledged(report)) return [...triageStep(report, locale), ...nextRemediationButton(report, locale)];
  return [
    button('acknowledge', say.acknowledge, { style: 'primary', id }),
    ...(isUnclaimed(report) ? [button('assignToMe', say.assignToMe, { id })] : triageStep(report, locale)),
  ];
}
