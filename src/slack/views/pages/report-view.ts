import type { KnownBlock, MrkdwnElement, PlainTextElement } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { creditOf } from '../../../report/credit.js';
import type { Report } from '../../../report/report.js';
import { voidedPreparations } from '../../../report/voided-preparations.js';
import { surface } from '../declare-surface.js';
import type { ReportViewFacts } from '../facts.js';
import {
  button,
  context,
  divider,
  header,
  marked,
  modal,
  nameOf,
  plain,
  type Row,
  section,
  table,
} from '../kit/blocks.js';
import { isShortened, restOf, wholeText } from '../kit/long-text.js';
import { pagesOf, pageWithin, placeBlocks, turnBlocks } from '../kit/pages.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { eventSentence } from '../parts/event-sentence.js';
import { fieldLabel, longFieldBlocks } from '../parts/form-texts.js';
import { hasEarlierForm, record } from '../parts/history.js';
import { momentText, writtenBy } from '../parts/labels.js';
import { remediationRows } from '../parts/remediation-rows.js';
import { reportRows, stateRows } from '../parts/report-rows.js';
import { triageRows } from '../parts/triage-rows.js';

/** Messages and steps that are shown at first, the newest. */
const shownMessages = 5;
const shownEvents = 40;

/**
 * Everything there is of a report, for the responder who opens it: what was reported and the newest first; where that leaves
 * anything out, every step from the beginning with all that was written, on the pages that follow.
 */
export const reportView = surface('modal', 'responder', 'C', (facts: ReportViewFacts, locale) => {
  const { view: say, terms, pages: label } = locale;
  const { report, history, zone } = facts;
  const { id } = report;
  const gist = gistBlocks(facts, locale);
  const newest = [
    ...messageBlocks(facts, locale),
    ...replyBlocks(facts, locale),
    ...noteBlocks(facts, locale),
    ...historyBlocks(facts, locale),
  ];
  const lists = [report.messages, report.replies, report.notes];
  const goesOn =
    lists.some(({ length }) => length > shownMessages) ||
    history.length > shownEvents ||
    hasEarlierForm(history) ||
    isShortened([...gist, ...newest]);
  const form = formBlocks(facts, locale);
  const pages = [
    ...pagesOf([...gist, ...form, ...newest]),
    ...(goesOn ? pagesOf(record(history, report, zone, locale)) : []),
  ];
  const page = pageWithin(facts.page ?? 0, pages.length);
  const turn = turnBlocks(
    page,
    pages.length,
    button('previousPage', label.previous, { id }),
    button('nextPage', label.next, { id }),
  );
  const blocks = [...placeBlocks(page, pages.length, locale), ...(pages[page] ?? []), ...turn];
  const view = modal({ title: say.title, close: terms.close, blocks });
  return turn.length === 0 ? view : { ...view, private_metadata: writeModalMetadata({ id, page }) };
});

function gistBlocks(facts: ReportViewFacts, locale: Locale): KnownBlock[] {
  const { view: say, card, terms } = locale;
  const { report, zone } = facts;
  const { form } = report;
  const rows: Row[] = [
    { label: card.label.id, value: plain(report.id, 2000) },
    ...stateRows(facts, locale),
    ...reportRows(facts, locale),
    ...remediationRows(facts, locale),
    ...triageRows(facts, locale),
    { label: say.label.received, value: marked(momentText(report.receivedAt, zone, locale)) },
    { label: say.label.known, value: plain(say.knownAlready[form.knownAlready], 2000) },
    { label: say.label.credit, value: plain(creditRow(report, locale), 2000) },
    { label: say.label.language, value: plain(terms.languages[form.language], 2000) },
  ];
  return [header(`[Security] ${form.title}`), ...table(rows)];
}

/** What was reported, whole: also what the rows above had no room for. */
function formBlocks({ report }: ReportViewFacts, locale: Locale): KnownBlock[] {
  const { view: say, card } = locale;
  const { form, affected } = report;
  return [
    ...restOf(fieldLabel('title', locale), form.title, 150 - '[Security] '.length),
    ...restOf(card.label.affected, affected.map(({ version }) => version).join('\n'), 1800),
    ...restOf(card.label.components, form.otherVersions, 2000),
    ...restOf(say.label.credit, creditRow(report, locale), 2000),
    ...longFieldBlocks(form, locale),
  ];
}

function creditRow(report: Report, { view: say }: Locale): string {
  const credit = creditOf(report);
  if (credit.by === 'nobody') return say.noCredit;
  return credit.link === undefined ? credit.name : `${credit.name} (${credit.link})`;
}

function messageBlocks({ report, zone }: ReportViewFacts, locale: Locale): KnownBlock[] {
  const { view: say, terms } = locale;
  const messages = report.messages.map(({ by, at, route, text, delivery }) => ({
    about: [
      plain(
        terms.listed([
          say.message(by === undefined ? locale.pages.automatic : nameOf(by), route),
          say.delivery[delivery],
        ]),
      ),
      marked(momentText(at, zone, locale)),
    ],
    text,
  }));
  return told(say.label.messages, messages, locale);
}

function replyBlocks({ report, zone }: ReportViewFacts, locale: Locale): KnownBlock[] {
  const { messages: say } = locale;
  return told(
    say.replies,
    report.replies.map(({ at, purpose, text }) => ({
      about: [plain(say.reply[purpose]), marked(momentText(at, zone, locale))],
      text,
    })),
    locale,
  );
}

function noteBlocks({ report, zone }: ReportViewFacts, locale: Locale): KnownBlock[] {
  const notes = report.notes.map((note) => ({ about: writtenBy(note, zone, locale), text: note.text }));
  return told(locale.messages.notes, notes, locale);
}

/** The newest texts under a heading. */
function told(
  heading: string,
  texts: readonly Readonly<{ about: readonly (PlainTextElement | MrkdwnElement)[]; text: string }>[],
  { view: say }: Locale,
) {
  if (texts.length === 0) return [];
  const earlier = texts.length - shownMessages;
  return [
    divider,
    section(marked(`*${heading}*`)),
    ...(earlier > 0 ? [context(plain(say.earlierMessages(earlier)))] : []),
    ...texts.slice(-shownMessages).flatMap(({ about, text }) => [context(...about), ...wholeText(text)]),
  ];
}

function historyBlocks({ history, report, zone }: ReportViewFacts, locale: Locale): KnownBlock[] {
  const { view: say } = locale;
  const earlier = Math.max(0, history.length - shownEvents);
  const voided = voidedPreparations(history);
  return [
    divider,
    section(marked(`*${say.label.history}*`)),
    ...(earlier > 0 ? [context(plain(say.earlierEvents(earlier)))] : []),
    ...history
      .slice(earlier)
      .map((event, i) =>
        context(
          marked(momentText(event.at, zone, locale)),
          plain(eventSentence(event, { report, zone, voided: voided.has(earlier + i) }, locale)),
        ),
      ),
  ];
}
