import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { creditOf } from '../../../report/credit.js';
import type { Message, Reply } from '../../../report/message.js';
import type { Report } from '../../../report/report.js';
import { surface } from '../declare-surface.js';
import type { OwnReportFacts } from '../facts.js';
import { button, context, divider, header, marked, modal, plain, section } from '../kit/blocks.js';
import { longText, restOf, wholeText } from '../kit/long-text.js';
import { pagesOf, pageWithin, placeBlocks, turnBlocks } from '../kit/pages.js';
import { messageText } from '../messages/message-to-reporter.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { creditText } from '../parts/credit-text.js';
import { affectedText, fieldLabel, longFieldBlocks } from '../parts/form-texts.js';
import { momentText, statusMark, writtenBy } from '../parts/labels.js';

/** A report whole, for the one who reported it: what they wrote, and what was written to and fro since. */
export const ownReport = surface('modal', 'own_reporter', 'C', (facts: OwnReportFacts, locale) => {
  const { terms, pages: say } = locale;
  const { id } = facts.report;
  const pages = pagesOf([...formBlocks(facts, locale), ...conversation(facts, locale)]);
  const page = pageWithin(facts.page ?? 0, pages.length);
  const turn = turnBlocks(
    page,
    pages.length,
    button('ownPreviousPage', say.previous, { id }),
    button('ownNextPage', say.next, { id }),
  );
  const blocks = [...placeBlocks(page, pages.length, locale), ...(pages[page] ?? []), ...turn];
  const view = modal({ title: say.ownTitle, close: terms.close, blocks });
  return turn.length === 0 ? view : { ...view, private_metadata: writeModalMetadata({ id, page }) };
});

/** Whether a message is for the reporter's eyes: what went by hand and was lost there is the team's to send again. */
export function isForReporter({ route, delivery }: Message): boolean {
  return route === 'direct_message' || delivery !== 'failed';
}

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

function formBlocks({ report, zone, team }: OwnReportFacts, locale: Locale): KnownBlock[] {
  const { view: say, pages: label, card, terms } = locale;
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
    ...report.messages.filter(isForReporter).map((message) => ({
      event: message.event,
      about: writtenBy(message, zone, locale),
      text: messageText({ report, message, project, zone }, locale),
    })),
    ...report.replies.map((reply) => ({
      event: reply.event,
      about: replyLabel(reply, zone, locale),
      text: reply.text,
    })),
  ].toSorted((a, b) => a.event - b.event);
  return [
    divider,
    section(marked(`*${told.length === 0 ? mine.noMessages : say.conversation}*`)),
    ...told.flatMap(({ about, text }) => [context(...about), ...wholeText(text)]),
  ];
}
