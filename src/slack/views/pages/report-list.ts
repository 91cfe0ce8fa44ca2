import type { KnownBlock } from '@slack/types';
import type { Words } from '../../../locales/words.js';
import type { ListFacts, ListRow } from '../facts.js';
import { button, buttons, context, marked, nameOf, plain, section } from '../kit/blocks.js';
import { whereTheRestIs } from '../kit/long-text.js';
import { cut, cutEscaped } from '../kit/truncate.js';
import { lateMark, momentText, statusLabel, teamTime } from '../parts/labels.js';
import type { Posted } from '../surface.js';

/** Reports on one page. */
export const listPage = 10;

/** Reports, newest first, with how each stands. */
export function reportList(facts: ListFacts, words: Words): Posted {
  const { list: say } = words;
  const rows = facts.rows.slice(0, listPage);
  const last = rows.at(-1);
  if (last === undefined) {
    const none = facts.continued ? say.noneOlder : say.none;
    return { text: none, blocks: [section(plain(none))] };
  }
  const heading = facts.continued ? say.older : say.heading(rows.length);
  const gist = rows.map((row) => gistOf(row, facts, words));
  const shown = rows.flatMap((row) => reportRowBlocks(row, facts, words));
  return {
    text: cutEscaped([heading, ...gist].join('\n'), 3900),
    blocks: [
      section(marked(`*${heading}*`)),
      ...shown,
      ...whereTheRestIs(shown, words),
      ...(facts.older ? [buttons(button('older', say.olderButton, { id: last.report.id }))] : []),
    ],
  };
}

function gistOf({ report, deadlines }: ListRow, { zone }: ListFacts, words: Words): string {
  const { card, terms } = words;
  const due = deadlines[0];
  return terms.listed([
    report.id,
    cut(report.form.title, 120),
    terms.status[report.status],
    ...(due === undefined ? [] : [card.dueAt(due.duty, teamTime(due.dueAt, zone, words))]),
    responder(report, words),
  ]);
}

/** A report in a list: title, state, deadline, responder, and the button that opens it. */
export function reportRowBlocks(
  { report, deadlines }: ListRow,
  { zone, now }: Pick<ListFacts, 'zone' | 'now'>,
  words: Words,
): KnownBlock[] {
  const { list: say, card, terms } = words;
  const due = deadlines.map(({ duty, dueAt }) => {
    const told = card.dueAt(duty, momentText(dueAt, zone, words));
    return marked(now >= dueAt ? `${lateMark} ${terms.labelled(terms.overdue, told)}` : told);
  });
  return [
    { ...section(plain(report.form.title)), accessory: button('show', say.show, { id: report.id }) },
    context(plain(`${report.id} · ${statusLabel(report.status, words)}`), ...due, plain(responder(report, words))),
  ];
}

function responder(report: ListRow['report'], { list: say, card }: Words): string {
  return say.responder(report.responder === undefined ? card.nobody : nameOf(report.responder));
}
