import type { KnownBlock } from '@slack/types';
import type { UnreadableReport } from '../../../handling/ports.js';
import type { Locale } from '../../../locales/locale-of.js';
import { surface } from '../declare-surface.js';
import type { ListFacts, ListRow } from '../facts.js';
import { button, buttons, context, marked, nameOf, plain, section } from '../kit/blocks.js';
import { whereTheRestIs } from '../kit/long-text.js';
import { cut, cutEscaped } from '../kit/truncate.js';
import { dueTeamTime, dueText, lateMark, statusLabel } from '../parts/labels.js';
import { urgentText } from '../parts/urgent.js';

/** Reports on one page. */
export const listPage = 10;

/** Reports, newest first, with how each stands. */
export const reportList = surface('ephemeral', 'responder', 'B', (facts: ListFacts, locale) => {
  const { list: say } = locale;
  const rows = facts.rows.slice(0, listPage);
  if (rows.length + facts.unreadable.length === 0) {
    const none = facts.continued ? say.noneOlder : say.none;
    return { text: none, blocks: [section(plain(none))] };
  }
  const heading = facts.continued ? say.older : say.heading(rows.length + facts.unreadable.length);
  const gist = rows.map((row) => gistOf(row, facts, locale));
  const shown = rows.flatMap((row) => reportRowBlocks(row, facts, locale));
  return {
    text: cutEscaped(
      [heading, ...gist, ...facts.unreadable.map((one) => unreadableText(one, locale))].join('\n'),
      3900,
    ),
    blocks: [
      section(marked(`*${heading}*`)),
      ...shown,
      ...whereTheRestIs(shown, locale),
      ...unreadableBlocks(facts.unreadable, locale),
      ...(facts.older === undefined ? [] : [buttons(button('older', say.olderButton, { id: facts.older }))]),
    ],
  };
});

/** Reports that are there but can't be shown, with the reason. */
export function unreadableBlocks(unreadable: readonly UnreadableReport[], locale: Locale): KnownBlock[] {
  return unreadable.slice(0, listPage).map((one) => section(plain(unreadableText(one, locale))));
}

function unreadableText({ id, why }: UnreadableReport, { list: say }: Locale): string {
  return say.unreadable(cut(id, 40), say.unreadableWhy[why]);
}

function gistOf({ report, deadlines }: ListRow, { calendar, now }: ListFacts, locale: Locale): string {
  const { card, terms } = locale;
  const due = deadlines[0];
  return terms.listed([
    report.id,
    terms.status[report.status],
    ...(due === undefined ? [] : [card.dueAt(due.duty, dueTeamTime(due.dueAt, now, calendar, locale))]),
    responder(report, locale),
  ]);
}

/** A report in a list: title, state, deadline, responder, and the button that opens it. */
export function reportRowBlocks(
  { report, deadlines }: ListRow,
  { calendar, now }: Pick<ListFacts, 'calendar' | 'now'>,
  locale: Locale,
): KnownBlock[] {
  const { list: say, card } = locale;
  const due = deadlines.map(({ duty, dueAt }) => {
    const due = card.dueAt(duty, dueText(dueAt, now, calendar, locale));
    return marked(now >= dueAt ? `${lateMark} ${due}` : due);
  });
  const urgent = urgentText(report, locale);
  return [
    { ...section(plain(report.form.title)), accessory: button('show', say.show, { id: report.id }) },
    context(
      ...(urgent === undefined ? [] : [plain(urgent)]),
      plain(`${report.id} · ${statusLabel(report.status, locale)}`),
      ...due,
      plain(responder(report, locale)),
    ),
  ];
}

function responder(report: ListRow['report'], { list: say, card }: Locale): string {
  return say.responder(report.responder === undefined ? card.nobody : nameOf(report.responder));
}
