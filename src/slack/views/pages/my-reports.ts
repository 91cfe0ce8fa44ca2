import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { surface } from '../declare-surface.js';
import type { HomeFacts, MineFacts } from '../facts.js';
import { button, buttons, divider, header, modal, plain, section } from '../kit/blocks.js';
import { ownReportEntry } from './own-report-entry.js';
import { reportRowBlocks, unreadableBlocks } from './report-list.js';

/** Reports of one person that fit a view of 100 blocks with their newest messages. */
export const mostOfMine = 7;
/** Open reports, and own ones, on the Home of a responder: together they fit 100 blocks. */
export const mostOnHome = 12;
const mostOfMineOnHome = 5;

/** A reporter's own reports: how each stands, what the team wrote, and what they can do. */
const myReports = surface('modal', 'own_reporter', 'C', (facts: MineFacts, locale) => {
  const { mine: say, terms } = locale;
  const ways = [
    ...(facts.continued === true ? [button('mine', locale.pages.newestMine)] : []),
    ...(facts.older === undefined ? [] : [button('olderMine', locale.pages.olderMine, { id: facts.older })]),
  ];
  const blocks = [...ownBlocks(facts, mostOfMine, locale), ...(ways.length === 0 ? [] : [buttons(...ways)])];
  return modal({ title: say.title, close: terms.close, blocks });
});

/** The Home tab: one's own reports, and for a responder those that are open. */
const homeView = surface('home', 'own_reporter', 'C', (facts: HomeFacts, locale) => {
  const { mine: say, intakeMessage, menu } = locale;
  const open = facts.open?.slice(0, mostOnHome);
  const most = open === undefined ? mostOfMine - 1 : mostOfMineOnHome;
  const team: KnownBlock[] =
    open === undefined
      ? []
      : [
          header(say.open),
          ...(open.length === 0 ? [section(plain(say.nothingOpen))] : []),
          ...open.flatMap((row) => reportRowBlocks(row, facts, locale)),
          ...unreadableBlocks(facts.unreadable ?? [], locale),
          divider,
        ];
  return {
    type: 'home',
    blocks: [
      ...team,
      buttons(
        button('openForm', intakeMessage.report, { style: 'primary' }),
        ...(open === undefined ? [] : [button('list', menu.list)]),
      ),
      header(say.home),
      ...ownBlocks(facts, most, locale),
      ...(isMore(facts, most) ? [buttons(button('mine', intakeMessage.mine))] : []),
    ],
  };
});

function isMore({ older, own }: MineFacts, most: number): boolean {
  return older !== undefined || own.length > most;
}

function ownBlocks(facts: MineFacts, most: number, locale: Locale): KnownBlock[] {
  const { mine: say, pages } = locale;
  const hidden = facts.incomplete ? [section(plain(say.incomplete))] : [];
  if (facts.own.length === 0)
    return facts.incomplete ? hidden : [section(plain(facts.continued === true ? pages.noneOlder : say.none))];
  const shown = facts.own
    .slice(0, most)
    .flatMap((row, n) => [...(n === 0 ? [] : [divider]), ...ownReportEntry(row, facts, locale)]);
  return [...hidden, ...shown];
}

export const ownReportLists = { homeView, myReports };
