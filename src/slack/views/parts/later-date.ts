import type { ActionsBlock } from '@slack/types';
import { formatDay } from '../../../deadline/format-time.js';
import { localDate } from '../../../deadline/local-date.js';
import type { Locale } from '../../../locales/locale-of.js';
import type { NamedDay } from '../../../report/duty.js';
import type { MovableDate } from '../../../report/movable-date.js';
import type { ReportId } from '../../../report/report-id.js';
import { questionBlock } from '../block-ids.js';
import { button, buttons } from '../kit/blocks.js';
import { dayRuns } from './day-runs.js';

/** The answers to a later date. Their block says which proposal is meant. */
export const laterDateActions = {
  /** The block of these two says which proposal is meant. */
  movePromise: 'move_promise',
  keepPromise: 'keep_promise',
} as const;

/** Runs of days off that are listed as the reason. */
const mostRuns = 6;

/** The two answers to a later date: about this proposal, and no later one. None once it is answered. */
export function laterDateButtons(
  id: ReportId,
  date: MovableDate | undefined,
  zone: string,
  locale: Locale,
): ActionsBlock[] {
  const proposal = date?.proposal;
  if (proposal === undefined || proposal.answer !== undefined) return [];
  const { promise: say } = locale;
  const day = formatDay(localDate(proposal.until, zone), locale.language);
  const block = buttons(
    button(laterDateActions.movePromise, say.move(day), { style: 'primary', id }),
    button(laterDateActions.keepPromise, say.keep, { id }),
  );
  return [{ ...block, block_id: questionBlock(id, proposal.event) }];
}

/** Why the date is later, in one sentence: the days off by name. Plain text. */
export function laterDateReason(days: readonly NamedDay[], { promise: say, receipt, language }: Locale): string {
  const off = days.map(({ date, name }) => ({ date, counted: false, why: 'holiday' as const, name }));
  const named = dayRuns(off, language).map(({ first, last, name }) => {
    const [from, to] = [first, last].map((date) => formatDay(date, language));
    return say.dayOff(first === last ? (from ?? '') : receipt.span(from ?? '', to ?? ''), name ?? '');
  });
  return named.length === 0 ? say.otherwiseCounted : say.daysOff(named.slice(0, mostRuns));
}
