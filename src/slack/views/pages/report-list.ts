import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale.js';
import type { ListFacts, ListRow } from '../facts.js';
import { button, buttons, context, marked, nameOf, plain, section } from '../kit/blocks.js';
import { whereTheRestIs } from '../kit/long-text.js';
import { cutEscaped } from '../kit/truncate.js';
import { dueTeamTime, dueText, lateMark, statusLabel } from '../parts/labels.js';
import { urgentText } from '../parts/urgent.js';
import { surface } from '../surface.js';

/** Reports on one page. */
export const listPage = 10;

/** Reports, newest first, with how each stands. */
export const reportList = surface('ephemeral', 'responder', 'B', (facts: ListFacts, locale) => {
  const { list: say } = locale;
  const rows = facts.rows.slice(0, listPage);
  const last = rows.at(-1);
  if (last === undefined) {
    const none = facts.continued ? say.noneOlder : say.none;
    return { text: none, blocks: [section(plain(none))] };
  }
  const heading = facts.continued ? say.older : say.heading(rows.length);
  const gist = rows.map((row) => gistOf(row, facts, locale));
  const shown = rows.flatMap((row) => reportRowBlocks(row, facts, locale));
  return {
    text: cutEscaped([heading, ...gist].join('\n'), 3900),
    blocks: [
      section(marked(`*${heading}*`)),
      ...shown,
      ...whereTheRestIs(shown, locale),
      ...(facts.older ? [buttons(button('older', say.olderButton, { id: last.report.id }))] : []),
    ],
  };
});

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
