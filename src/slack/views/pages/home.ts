import type { KnownBlock } from '@slack/types';
import { countsOf } from '../../../handling/list-reports.js';
import { type FilterName, passes } from '../../../handling/report-filters.js';
import type { Locale } from '../../../locales/locale-of.js';
import { waitsForReporter } from '../../../report/open-question.js';
import { listBlock } from '../block-ids.js';
import { surface } from '../declare-surface.js';
import type { HomeFacts } from '../facts.js';
import { button, buttons, context, divider, header, marked, plain, section } from '../kit/blocks.js';
import { sharedActions } from '../shared-actions.js';
import { mostOfMine, ownBlocks } from './my-reports.js';
import { reportRowBlocks, unreadableBlocks } from './report-list.js';

/** What a responder looks for on their Home, the most pressing first. */
const sections = ['exploited', 'overdue', 'due', 'unassigned', 'mine', 'waiting'] as const satisfies FilterName[];
const rowsOfSection = 5;
const mostUnreadable = 2;
/** Blocks of Slack's 100 for one's own reports on the Home of a responder, beside everything above. */
const roomOnHome = 98;

/** The Home tab: for a responder what is open, by what it needs; and one's own reports. */
export const homeView = surface('home', 'own_reporter', 'C', (facts: HomeFacts, locale) => {
  const { mine: say, intakeMessage, menu } = locale;
  const own = [...facts.own].sort(
    (one, other) => Number(waitsForReporter(other.report)) - Number(waitsForReporter(one.report)),
  );
  const team = facts.open === undefined ? [] : teamBlocks(facts, facts.open, locale);
  const before = [
    ...team,
    buttons(
      button(sharedActions.openForm, intakeMessage.report, { style: 'primary' }),
      ...(facts.open === undefined ? [] : [button(sharedActions.list, menu.list)]),
    ),
    header(say.home),
  ];
  const draw = (most: number): KnownBlock[] => {
    const more = facts.older !== undefined || own.length > most;
    const ways = more ? [buttons(button(sharedActions.mine, intakeMessage.mine))] : [];
    return [...before, ...ownBlocks({ ...facts, own }, most, locale), ...ways];
  };
  const most = Array.from({ length: mostOfMine }, (_, n) => mostOfMine - n).find((n) => draw(n).length <= roomOnHome);
  return { type: 'home', blocks: draw(most ?? 0) };
});

function teamBlocks(
  facts: HomeFacts,
  { rows, unreadable }: NonNullable<HomeFacts['open']>,
  locale: Locale,
): KnownBlock[] {
  const { mine: say, list } = locale;
  const asked = { user: facts.person.user, now: facts.now, calendar: facts.calendar };
  const found = sections.flatMap((name) => {
    const its = rows.filter((row) => passes(name, row, asked));
    if (its.length === 0) return [];
    const heading = {
      ...section(marked(`*${locale.terms.labelled(list.filter[name], String(its.length))}*`)),
      block_id: listBlock(name),
      accessory: button(sharedActions.list, say.all[name]),
    };
    return [heading, ...its.slice(0, rowsOfSection).flatMap((row) => reportRowBlocks(row, facts, locale))];
  });
  return [
    header(say.open),
    rows.length === 0 ? section(plain(say.nothingOpen)) : context(plain(list.counts(countsOf(rows, asked)))),
    ...found,
    ...unreadableBlocks(unreadable.slice(0, mostUnreadable), locale),
    divider,
  ];
}
