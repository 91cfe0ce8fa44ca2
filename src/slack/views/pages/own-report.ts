import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { creditOf } from '../../../report/credit.js';
import { ownReplies } from '../../../report/kept-back.js';
import type { Reply } from '../../../report/message.js';
import type { Report } from '../../../report/report.js';
import { surface } from '../declare-surface.js';
import type { OwnReportFacts } from '../facts.js';
import { button, context, divider, header, marked, modal, plain, section } from '../kit/blocks.js';
import { longText, restOf } from '../kit/long-text.js';
import { pagesOf, pageWithin, placeBlocks, turnBlocks } from '../kit/pages.js';
import { messageText } from '../messages/message-to-reporter.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { conversationBlocks, type Said } from '../parts/conversation.js';
import { creditText } from '../parts/credit-text.js';
import { affectedText, fieldLabel, longFieldBlocks } from '../parts/form-texts.js';
import { momentText, statusMark, writtenBy } from '../parts/labels.js';
import { isForReporter, ownStepBlocks } from '../parts/own-steps.js';
import { sharedActions } from '../shared-actions.js';

/** A report whole, for the one who reported it: what they wrote, and what was written to and fro since. */
export const ownReport = surface('modal', 'own_reporter', 'C', (facts: OwnReportFacts, locale) => {
  const { terms, pages: say } = locale;
  const { id } = facts.report;
  const pages = pagesOf([
    ...headBlocks(facts, locale),
    ...conversation(facts, locale),
    ...formBlocks(facts, locale),
    ...ownStepBlocks(facts.report, locale),
  ]);
  const page = pageWithin(facts.page ?? 0, pages.length);
  const turn = turnBlocks(
    page,
    pages.length,
    button(sharedActions.ownPreviousPage, say.previous, { id }),
    button(sharedActions.ownNextPage, say.next, { id }),
  );
  const blocks = [...placeBlocks(page, pages.length, locale), ...(pages[page] ?? []), ...turn];
  const view = modal({ title: say.ownTitle, close: terms.close, blocks });
  return turn.length === 0 ? view : { ...view, private_metadata: writeModalMetadata({ id, page }) };
});

/** How it stands, in words for its reporter. */
export function ownStatus({ status, messages }: Report, { mine }: Locale): string {
  const told = status === 'declined' && messages.some(isForReporter) ? mine.declinedInAMessage : mine.status[status];
  return `${statusMark[status]} ${told}`;
}

/** What a reporter wrote to the team, and when. */
export function replyLabel({ at, purpose }: Pick<Reply, 'at' | 'purpose'>, zone: string, locale: Locale) {
  const { answered, added } = locale.pages;
  return [plain(purpose === 'answer' ? answered : added), marked(momentText(at, zone, locale))];
}

function headBlocks({ report, zone, team }: OwnReportFacts, locale: Locale): KnownBlock[] {
  const { view: say, pages: label, terms } = locale;
  const { id, form, receivedAt } = report;
  const named = terms.labelled(id, form.title);
  return [
    header(named),
    ...restOf(fieldLabel('title', locale), form.title, 150 - terms.labelled(id, '').length),
    context(
      plain(ownStatus(report, locale)),
      marked(terms.labelled(say.label.received, momentText(receivedAt, zone, locale))),
    ),
    ...(team === true ? [context(plain(label.ownOnTeam))] : []),
  ];
}

function formBlocks({ report }: OwnReportFacts, locale: Locale): KnownBlock[] {
  const { view: say, pages: label, card } = locale;
  const { form } = report;
  return [
    divider,
    section(marked(`*${label.yourReport}*`)),
    ...longText(card.label.affected, affectedText(form)),
    ...(form.cve === undefined ? [] : longText(card.label.cve, form.cve)),
    ...longFieldBlocks(form, locale),
    ...longText(say.label.credit, creditText([creditOf(report)], locale)),
  ];
}

function conversation({ report, zone, project }: OwnReportFacts, locale: Locale): KnownBlock[] {
  const { mine, pages: say } = locale;
  const told = [
    ...report.messages.filter(isForReporter).map((message): Said => {
      const text = messageText({ report, message, project, zone }, locale);
      return { event: message.event, about: writtenBy(message, zone, locale), text };
    }),
    ...ownReplies(report).map(
      (reply): Said => ({ event: reply.event, about: replyLabel(reply, zone, locale), text: reply.text }),
    ),
  ];
  return conversationBlocks(told.length === 0 ? mine.noMessages : say.conversation, told);
}
