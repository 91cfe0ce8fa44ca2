import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { surface } from '../declare-surface.js';
import type { MineFacts } from '../facts.js';
import { button, buttons, divider, modal, plain, section } from '../kit/blocks.js';
import { sharedActions } from '../shared-actions.js';
import { ownReportEntry } from './own-report-entry.js';

/** Reports of one person that fit a view of 100 blocks with their newest messages. */
export const mostOfMine = 7;
/** Own reports that a Home chooses from: what the team has asked about comes first. */
export const mostLookedAtForHome = 30;

/** A reporter's own reports: how each stands, what the team wrote, and what they can do. */
export const myReports = surface('modal', 'own_reporter', 'C', (facts: MineFacts, locale) => {
  const { mine: say, terms } = locale;
  const nothingYet = facts.own.length === 0 && !facts.incomplete && facts.continued !== true;
  const ways = [
    ...(nothingYet ? [button(sharedActions.openForm, locale.intakeMessage.report, { style: 'primary' })] : []),
    ...(facts.continued === true ? [button(sharedActions.mine, locale.pages.newestMine)] : []),
    ...(facts.older === undefined
      ? []
      : [button(sharedActions.olderMine, locale.pages.olderMine, { id: facts.older })]),
  ];
  const blocks = [...ownBlocks(facts, mostOfMine, locale), ...(ways.length === 0 ? [] : [buttons(...ways)])];
  return modal({ title: say.title, close: terms.close, blocks });
});

/** Own reports, as many as asked for. */
export function ownBlocks(facts: MineFacts, most: number, locale: Locale): KnownBlock[] {
  const { mine: say, pages } = locale;
  const hidden = facts.incomplete ? [section(plain(say.incomplete))] : [];
  if (facts.own.length === 0)
    return facts.incomplete ? hidden : [section(plain(facts.continued === true ? pages.noneOlder : say.none))];
  const shown = facts.own
    .slice(0, most)
    .flatMap((row, n) => [...(n === 0 ? [] : [divider]), ...ownReportEntry(row, facts, locale)]);
  return [...hidden, ...shown];
}
