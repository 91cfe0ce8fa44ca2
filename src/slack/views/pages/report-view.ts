import type { KnownBlock } from '@slack/types';
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
import { isShortened, restOf } from '../kit/long-text.js';
import { pagesOf, pageWithin, placeBlocks, turnBlocks } from '../kit/pages.js';
import { messageText } from '../messages/message-to-reporter.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { conversationBlocks, type Said } from '../parts/conversation.js';
import { eventSentence } from '../parts/event-sentence.js';
import { fieldLabel, longFieldBlocks } from '../parts/form-texts.js';
import { hasEarlierForm, record } from '../parts/history.js';
import { momentText, reporterName, statusLabel, writtenBy } from '../parts/labels.js';
import { assignable, nextSteps, stepBlock } from '../parts/next-steps.js';
import { remediationRows } from '../parts/remediation-rows.js';
import { reportRows, stateRows } from '../parts/report-rows.js';
import { stepsByStage } from '../parts/steps-by-stage.js';
import { triageRows } from '../parts/triage-rows.js';
import { urgentText } from '../parts/urgent.js';
import { sharedActions } from '../shared-actions.js';

/** Messages, notes and steps that are shown at first, the newest. */
const shownMessages = 10;
const shownNotes = 5;
const shownEvents = 40;

/**
 * Everything there is of a report, for the responder who opens it: what was said to and fro, the facts, and what can be done now.
 * Where that leaves anything out, every step from the beginning with all that was written, on the pages that follow.
 */
export const reportView = surface('modal', 'responder', 'C', (facts: ReportViewFacts, locale) => {
  const { view: say, terms: common, pages: label } = locale;
  const { report, history, zone } = facts;
  const { id } = report;
  const told = [...saidBlocks(facts, locale), ...gistBlocks(facts, locale)];
  const after = [...noteBlocks(facts, locale), ...stepBlocks(facts, locale), ...historyBlocks(facts, locale)];
  const goesOn =
    report.messages.length + report.replies.length > shownMessages ||
    report.notes.length > shownNotes ||
    history.length > shownEvents ||
    hasEarlierForm(history) ||
    isShortened([...told, ...after]);
  const pages = [
    ...pagesOf([...headBlocks(facts, locale), ...told, ...formBlocks(facts, locale), ...after]),
    ...(goesOn ? pagesOf(record(history, report, zone, locale)) : []),
  ];
  const page = pageWithin(facts.page ?? 0, pages.length);
  const turn = turnBlocks(
    page,
    pages.length,
    button(sharedActions.previousPage, label.previous, { id }),
    button(sharedActions.nextPage, label.next, { id }),
  );
  const blocks = [...placeBlocks(page, pages.length, locale), ...(pages[page] ?? []), ...turn];
  const view = modal({ title: say.title, close: common.close, blocks });
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
  return [divider, section(marked(`*${say.facts}*`)), ...table(rows)];
}

function headBlocks({ report }: ReportViewFacts, locale: Locale): KnownBlock[] {
  const urgent = urgentText(report, locale);
  const status = terms(report, locale);
  return [
    header(`[Security] ${report.form.title}`),
    context(...(urgent === undefined ? [] : [plain(urgent)]), plain(status)),
  ];
}

function terms(report: Report, locale: Locale): string {
  return locale.terms.listed([report.id, statusLabel(report.status, locale)]);
}

/** What this person may do now: the next step, and then the others by stage. */
function stepBlocks({ report, lead }: ReportViewFacts, locale: Locale): KnownBlock[] {
  const next = nextSteps(report, locale);
  return [
    divider,
    assignable(section(marked(`*${locale.view.steps}*`)), report, locale),
    ...(next.length === 0 ? [] : [stepBlock(report, ...next)]),
    ...stepsByStage(report, lead, locale, next),
  ];
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

/** Questions, answers, and what the bot told the reporter: one conversation. */
function saidBlocks({ report, zone, project }: ReportViewFacts, locale: Locale): KnownBlock[] {
  const { view: say, messages, pages } = locale;
  const ours = report.messages.map((message): Said => {
    const { event, by, at, route, delivery } = message;
    const who = say.message(by === undefined ? pages.automatic : nameOf(by), route);
    return {
      event,
      about: [plain(locale.terms.listed([who, say.delivery[delivery]])), marked(momentText(at, zone, locale))],
      text: messageText({ report, message, project, zone }, locale),
    };
  });
  const theirs = report.replies.map(
    ({ event, at, purpose, text }): Said => ({
      event,
      about: [
        plain(locale.terms.labelled(reporterName(report), messages.reply[purpose])),
        marked(momentText(at, zone, locale)),
      ],
      text,
    }),
  );
  const said = [...ours, ...theirs];
  const heading = said.length === 0 ? locale.mine.noMessages : pages.conversation;
  return conversationBlocks(heading, said, { most: shownMessages, left: say.earlierMessages });
}

function noteBlocks({ report, zone }: ReportViewFacts, locale: Locale): KnownBlock[] {
  const notes = report.notes.map(
    (note): Said => ({ event: note.event, about: writtenBy(note, zone, locale), text: note.text }),
  );
  if (notes.length === 0) return [];
  return conversationBlocks(locale.messages.notes, notes, { most: shownNotes, left: locale.view.earlierMessages });
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
