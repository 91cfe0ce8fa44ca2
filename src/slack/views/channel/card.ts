import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { type UnconfirmedDelivery, unconfirmedDelivery, undeliveredMessage } from '../../../report/delivery-status.js';
import { isUnacknowledged } from '../../../report/status.js';
import { surface } from '../declare-surface.js';
import type { ReportFacts } from '../facts.js';
import { button, header, marked, plain, section, table } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { whereTheRestIs } from '../kit/long-text.js';
import { cutEscaped } from '../kit/truncate.js';
import { careMark, momentText, teamTime } from '../parts/labels.js';
import { nextSteps, stepBlock } from '../parts/next-steps.js';
import { remediationRows } from '../parts/remediation-rows.js';
import { reportRows, responderText, stateRows } from '../parts/report-rows.js';
import { decisionRows } from '../parts/triage-rows.js';
import { urgentText } from '../parts/urgent.js';
import { sharedActions } from '../shared-actions.js';

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
      stepBlock(
        report,
        ...nextSteps(report, locale),
        button(sharedActions.show, say.show, { id: report.id }),
        button(sharedActions.more, say.more, { id: report.id }),
      ),
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
  return cutEscaped(urgent === undefined ? sentence : locale.terms.together([urgent, sentence]), 3900);
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
