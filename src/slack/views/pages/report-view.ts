import type { KnownBlock, ModalView } from '@slack/types';
import type { Words } from '../../../locales/words.js';
import { creditOf } from '../../../report/credit.js';
import type { Report } from '../../../report/report.js';
import type { ReportViewFacts } from '../facts.js';
import { writeModalMetadata } from '../ids.js';
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
import { isShortened, longText, restOf, wholeText } from '../kit/long-text.js';
import { pagesOf, pageWithin, placeBlocks, turnBlocks } from '../kit/pages.js';
import { eventSentence } from '../parts/event-sentence.js';
import { hasEarlierForm, record } from '../parts/history.js';
import { momentText, teamTime } from '../parts/labels.js';
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
export function reportView(facts: ReportViewFacts, words: Words): ModalView {
  const { view: say, terms, pages: label } = words;
  const { report, history, zone } = facts;
  const { id } = report;
  const gist = gistBlocks(facts, words);
  const newest = [
    ...messageBlocks(facts, words),
    ...replyBlocks(facts, words),
    ...noteBlocks(facts, words),
    ...historyBlocks(facts, words),
  ];
  const lists = [report.messages, report.replies, report.notes];
  const goesOn =
    lists.some(({ length }) => length > shownMessages) ||
    history.length > shownEvents ||
    hasEarlierForm(history) ||
    isShortened([...gist, ...newest]);
  const form = formBlocks(facts, words);
  const pages = [
    ...pagesOf([...gist, ...form, ...newest]),
    ...(goesOn ? pagesOf(record(history, report, zone, words)) : []),
  ];
  const page = pageWithin(facts.page ?? 0, pages.length);
  const turn = turnBlocks(
    page,
    pages.length,
    button('previousPage', label.previous, { id }),
    button('nextPage', label.next, { id }),
  );
  const blocks = [...placeBlocks(page, pages.length, words), ...(pages[page] ?? []), ...turn];
  const view = modal({ title: say.title, close: terms.close, blocks });
  return turn.length === 0 ? view : { ...view, private_metadata: writeModalMetadata({ id, page }) };
}

function gistBlocks(facts: ReportViewFacts, words: Words): KnownBlock[] {
  const { view: say, card, terms } = words;
  const { report, zone } = facts;
  const { form } = report;
  const rows: Row[] = [
    { label: card.label.id, value: plain(report.id, 2000) },
    ...stateRows(facts, words),
    ...reportRows(facts, words),
    ...remediationRows(facts, words),
    ...triageRows(facts, words),
    { label: say.label.received, value: marked(momentText(report.receivedAt, zone, words)) },
    { label: say.label.known, value: plain(say.knownAlready[form.knownAlready], 2000) },
    { label: say.label.credit, value: plain(creditRow(report, words), 2000) },
    { label: say.label.language, value: plain(terms.languages[form.language], 2000) },
  ];
  return [header(`[Security] ${form.title}`), ...table(rows)];
}

/** What was reported, whole: also what the rows above had no room for. */
function formBlocks({ report }: ReportViewFacts, words: Words): KnownBlock[] {
  const { view: say, card, form: field } = words;
  const { form, affected } = report;
  return [
    ...restOf(field.label.title, form.title, 150 - '[Security] '.length),
    ...restOf(card.label.affected, affected.map(({ version }) => version).join('\n'), 1800),
    ...restOf(card.label.components, form.otherVersions, 2000),
    ...restOf(say.label.credit, creditRow(report, words), 2000),
    ...longText(say.label.overview, form.overview),
    ...longText(say.label.verification, form.verification),
    ...longText(say.label.contact, form.contact),
  ];
}

function creditRow(report: Report, { view: say }: Words): string {
  const credit = creditOf(report);
  if (credit.by === 'nobody') return say.noCredit;
  return credit.link === undefined ? credit.name : `${credit.name} (${credit.link})`;
}

function messageBlocks({ report, zone }: ReportViewFacts, words: Words): KnownBlock[] {
  const { view: say, terms } = words;
  const messages = report.messages.map(({ by, at, route, text, delivery }) => ({
    about: terms.listed([say.message(nameOf(by), teamTime(at, zone, words), route), say.delivery[delivery]]),
    text,
  }));
  return told(say.label.messages, messages, words);
}

function replyBlocks({ report, zone }: ReportViewFacts, words: Words): KnownBlock[] {
  const { messages: say } = words;
  return told(
    say.replies,
    report.replies.map(({ at, purpose, text }) => ({ about: say.reply(teamTime(at, zone, words), purpose), text })),
    words,
  );
}

function noteBlocks({ report, zone }: ReportViewFacts, words: Words): KnownBlock[] {
  const { messages, mine } = words;
  const notes = report.notes.map(({ at, by, text }) => ({
    about: mine.from(nameOf(by), teamTime(at, zone, words)),
    text,
  }));
  return told(messages.notes, notes, words);
}

/** The newest texts under a heading. */
function told(heading: string, texts: readonly Readonly<{ about: string; text: string }>[], { view: say }: Words) {
  if (texts.length === 0) return [];
  const earlier = texts.length - shownMessages;
  return [
    divider,
    section(marked(`*${heading}*`)),
    ...(earlier > 0 ? [context(plain(say.earlierMessages(earlier)))] : []),
    ...texts.slice(-shownMessages).flatMap(({ about, text }) => [context(plain(about)), ...wholeText(text)]),
  ];
}

function historyBlocks({ history, report, zone }: ReportViewFacts, words: Words): KnownBlock[] {
  const { view: say } = words;
  const earlier = history.length - shownEvents;
  const steps = history.slice(-shownEvents).map((event) => {
    return plain(`${teamTime(event.at, zone, words)} · ${eventSentence(event, report, zone, words)}`);
  });
  return [
    divider,
    section(marked(`*${say.label.history}*`)),
    ...(earlier > 0 ? [context(plain(say.earlierEvents(earlier)))] : []),
    ...steps.map((step) => context(step)),
  ];
}
