import type { KnownBlock } from '@slack/types';
import type { ReportQuery } from '../../../handling/list-reports.js';
import type { UnreadableReport } from '../../../handling/ports.js';
import { filterNames } from '../../../handling/report-filters.js';
import type { Locale } from '../../../locales/en.js';
import { defined } from '../../../report/defined.js';
import { Rating } from '../../../report/severity.js';
import { mostWanted } from '../../../report/text/find-words.js';
import { form } from '../declare-surface.js';
import type { ListFacts, ListRow } from '../facts.js';
import { button, buttons, context, marked, modal, nameOf, plain, section, textInput } from '../kit/blocks.js';
import { select } from '../kit/choices.js';
import { readInputs } from '../kit/input-values.js';
import { whereTheRestIs } from '../kit/long-text.js';
import { cut } from '../kit/truncate.js';
import { dueText, lateMark, statusLabel } from '../parts/labels.js';
import { urgentText } from '../parts/urgent.js';
import { sharedActions } from '../shared-actions.js';

/** What the list shows. The first two stand in one block. */
export const listInputs = {
  listFilter: 'list_filter',
  listSeverity: 'list_severity',
  listWords: 'list_words',
} as const;

/** Reports on one page. */
export const listPage = 10;
/** In place of a severity: reports of any, and those without one. */
const anySeverity = 'any';

/** Reports that somebody asked for, the most urgent first, with how each stands and the ways to ask for others. */
export const reportList = form('list_form', 'responder', 'B', (facts: ListFacts, locale) => {
  const { list: say, terms } = locale;
  const rows = facts.rows.slice(0, listPage);
  const shown = rows.flatMap((row) => reportRowBlocks(row, facts, locale));
  const ways = [
    ...(facts.continued ? [button(sharedActions.list, say.first)] : []),
    ...(facts.next === undefined ? [] : [button(sharedActions.older, say.more, { id: facts.next })]),
  ];
  const { filter } = facts.query;
  const name = say.filter[filter];
  const blocks = [
    ...askBlocks(facts.query, locale),
    section(marked(`*${facts.total === undefined ? name : terms.labelled(name, String(facts.total))}*`)),
    context(plain(say.counts(facts.counts))),
    ...(rows.length + facts.unreadable.length === 0 ? [section(plain(noneText(facts, locale)))] : []),
    ...shown,
    ...whereTheRestIs(shown, locale),
    ...unreadableBlocks(facts.unreadable, locale),
    ...(ways.length === 0 ? [] : [buttons(...ways)]),
  ];
  return modal({ title: say.title, close: terms.close, blocks }, { submit: say.submit });
});

/** What a list was asked for when something in it was chosen, pressed or sent. */
export function readListForm(values: unknown): ReportQuery {
  const read = readInputs(values);
  const filter =
    filterNames.find((name) => name === read.choice(listInputs.listFilter, listInputs.listFilter)) ?? 'open';
  const severity = Rating.safeParse(read.choice(listInputs.listFilter, listInputs.listSeverity)).data;
  return { filter, words: read.text(listInputs.listWords), ...defined({ severity }) };
}

function askBlocks({ filter, severity, words }: ReportQuery, { list: say, cvss }: Locale): KnownBlock[] {
  const filters = filterNames.map((name) => [name, say.filter[name]] as const);
  const severities = [
    [anySeverity, say.anySeverity] as const,
    ...Rating.options.toReversed().map((rating) => [rating, cvss.rating[rating]] as const),
  ];
  return [
    {
      type: 'actions',
      block_id: listInputs.listFilter,
      elements: [
        select(listInputs.listFilter, say.filterLabel, filters, filter),
        select(listInputs.listSeverity, say.severityLabel, severities, severity ?? anySeverity),
      ],
    },
    textInput({
      id: listInputs.listWords,
      label: say.wordsLabel,
      hint: say.wordsHint,
      limit: mostWanted,
      optional: true,
      value: words,
    }),
  ];
}

function noneText({ query, next, continued }: ListFacts, { list: say }: Locale): string {
  if (next !== undefined) return say.noneSoFar;
  if (continued) return say.noneMore;
  return query.filter === 'all' && query.words === '' && query.severity === undefined ? say.noneYet : say.none;
}

/** Reports that are there but can't be shown, with the reason. */
export function unreadableBlocks(unreadable: readonly UnreadableReport[], { list: say }: Locale): KnownBlock[] {
  return unreadable
    .slice(0, listPage)
    .map(({ id, why }) => section(plain(say.unreadable(cut(id, 40), say.unreadableWhy[why]))));
}

/** A report in a list: title, state, deadline, responder, and the button that opens it. */
export function reportRowBlocks(
  { report, deadlines }: ListRow,
  { calendar, now }: Pick<ListFacts, 'calendar' | 'now'>,
  locale: Locale,
): KnownBlock[] {
  const { list: say, card, cvss } = locale;
  const due = deadlines.map(({ duty, dueAt }) => {
    const due = card.dueAt(duty, dueText(dueAt, now, calendar, locale));
    return marked(now >= dueAt ? `${lateMark} ${due}` : due);
  });
  const urgent = urgentText(report, locale);
  const { severity, responder } = report;
  const state = [report.id, statusLabel(report.status, locale), ...(severity ? [cvss.rating[severity.rating]] : [])];
  return [
    { ...section(plain(report.form.title)), accessory: button(sharedActions.show, say.show, { id: report.id }) },
    context(
      ...(urgent === undefined ? [] : [plain(urgent)]),
      plain(locale.terms.listed(state)),
      ...due,
      plain(say.responder(responder === undefined ? card.nobody : nameOf(responder))),
    ),
  ];
}
