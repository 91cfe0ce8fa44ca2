import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { dateToken } from '../../deadline/tell-time.js';
import type { Words } from '../../words/words.js';
import type { HomeFacts, ListRow, MineFacts } from '../surface-facts.js';
import { button, buttons, context, divider, header, marked, modal, nameOf, plain, section } from './blocks.js';
import { pieces } from './cut.js';
import { escapeMrkdwn } from './escape.js';
import { reportRowBlocks } from './report-list.js';
import { lateMark, momentTold, statusMark, teamTime } from './told.js';

/** Reports of one person that fit a view of 100 blocks with their newest messages. */
export const mostOfMine = 8;
const shownMessages = 3;
/** Open reports, and own ones, on the Home of a responder: together they fit 100 blocks. */
export const mostOnHome = 12;
const mostOfMineOnHome = 5;

/** A reporter's own reports: how each stands, what the team wrote, and what they can do. */
export function myReports(facts: MineFacts, words: Words): ModalView {
  const { mine: say, terms } = words;
  return modal({ title: say.title, close: terms.close, blocks: ownBlocks(facts, mostOfMine, words) });
}

/** The Home tab: one's own reports, and for a responder those that are open. */
export function homeView(facts: HomeFacts, words: Words): HomeView {
  const { mine: say, door, list } = words;
  const open = facts.open?.slice(0, mostOnHome);
  const team: KnownBlock[] =
    open === undefined
      ? []
      : [
          header(say.open),
          ...(open.length === 0 ? [section(plain(say.nothingOpen))] : []),
          ...open.flatMap((row) => reportRowBlocks(row, facts, words)),
          divider,
        ];
  return {
    type: 'home',
    blocks: [
      ...team,
      buttons(
        button('openForm', door.report, { style: 'primary' }),
        ...(open === undefined ? [] : [button('list', list.olderButton)]),
      ),
      header(say.home),
      ...ownBlocks(facts, open === undefined ? mostOfMine - 1 : mostOfMineOnHome, words),
    ],
  };
}

function ownBlocks(facts: MineFacts, most: number, words: Words): KnownBlock[] {
  const { mine: say } = words;
  const more = facts.older || facts.own.length > most;
  if (facts.own.length === 0) return [section(plain(say.none))];
  return [
    ...facts.own.slice(0, most).flatMap((row) => [...oneOfMine(row, facts, words), divider]),
    ...(more ? [context(plain(say.earlier))] : []),
  ];
}

function oneOfMine({ report, deadlines }: ListRow, { zone, now }: MineFacts, words: Words): KnownBlock[] {
  const { mine: say, language } = words;
  const { id, status, messages } = report;
  const [due] = deadlines;
  const late = due !== undefined && now >= due.dueAt;
  const seen = messages.filter(({ route, delivery }) => route === 'direct_message' || delivery !== 'failed');
  return [
    section(plain(`${id}: ${report.form.title}`)),
    context(plain(`${statusMark[status]} ${say.status[status]}`)),
    ...(due === undefined
      ? []
      : [
          section(
            marked(
              late
                ? `${lateMark} ${escapeMrkdwn(say.overdue)} (${momentTold(due.dueAt, zone, words)})`
                : say.due(escapeMrkdwn(teamTime(due.dueAt, zone, words)), dateToken(due.dueAt, zone, language)),
            ),
          ),
        ]),
    section(marked(`*${seen.length === 0 ? escapeMrkdwn(say.noMessages) : escapeMrkdwn(say.messages)}*`)),
    ...seen
      .slice(-shownMessages)
      .flatMap(({ by, at, text }) => [
        context(plain(say.from(nameOf(by), teamTime(at, zone, words)))),
        ...pieces(text, 3000).map((part) => section(plain(part))),
      ]),
    ...(status === 'withdrawn'
      ? []
      : [
          buttons(
            ...(seen.length === 0 ? [] : [button('answer', say.answer, { style: 'primary', id })]),
            button('addInformation', say.addInformation, { id }),
            {
              ...button('withdraw', say.withdraw, { id }),
              confirm: {
                title: plain(say.withdrawTitle, 100),
                text: plain(say.withdrawText, 300),
                confirm: plain(say.withdrawYes, 30),
                deny: plain(say.withdrawNo, 30),
                style: 'danger',
              },
            },
          ),
        ]),
  ];
}
