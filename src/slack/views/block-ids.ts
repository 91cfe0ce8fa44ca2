import { readSwap, type Swap, writeSwap } from '../../deadline/swap.js';
import { type FilterName, filterNames } from '../../handling/report-filters.js';
import type { Language } from '../../report/form.js';
import type { ReportId } from '../../report/report-id.js';

/** The two sides of the intake message: which one is pressed says the language of the form. */
export const intakeBlocks = { en: 'door_en', zh: 'door_zh' } as const satisfies Record<Language, string>;

/** The block of a button that opens the list, by what the list shows. */
export function listBlock(filter: FilterName): string {
  return `list_of_${filter}`;
}

/** What a list shows that was opened by a button of this block. */
export function filterOfBlock(block: string | undefined): FilterName | undefined {
  return filterNames.find((name) => listBlock(name) === block);
}

/** The block of buttons that ask about something in the history of a report: a page may ask the same about several reports. */
export function questionBlock(id: ReportId, event: number): string {
  return `in_question_${event}_of_${id}`;
}

/** What was asked about where a button of this block was pressed. */
export function eventInQuestion(block: string | undefined): number | undefined {
  const [, event] = /^in_question_(\d{1,9})(?:_of_.*)?$/.exec(block ?? '') ?? [];
  return event === undefined ? undefined : Number(event);
}

/** The block of buttons that ask whether somebody stands in for a person. */
export function standInBlock(user: string): string {
  return `stand_in_${user}`;
}

/** For whom somebody is to stand in, where a button of this block was pressed. */
export function absentIn(block: string | undefined): string | undefined {
  return /^stand_in_([UW][A-Z0-9]{2,20})$/.exec(block ?? '')?.[1];
}

/** The block of buttons that ask somebody to take a colleague's duty, from one day (`YYYY-MM-DD`) to another. */
export function coverBlock(user: string, from: string, to: string): string {
  return `cover_${user}_${from}_${to}`;
}

/** Whose duty is to be taken, and when, where a button of this block was pressed. */
export function coverIn(block: string | undefined): Readonly<{ user: string; from: string; to: string }> | undefined {
  const days = /^cover_([UW][A-Z0-9]{2,20})_(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/.exec(block ?? '');
  const [, user, from, to] = days ?? [];
  return user === undefined || from === undefined || to === undefined ? undefined : { user, from, to };
}

/** The block of buttons that ask a colleague to swap a turn. */
export function swapBlock(swap: Swap): string {
  return `swap_${writeSwap(swap)}`;
}

/** The two turns that are to be swapped, where a button of this block was pressed. */
export function swapIn(block: string | undefined): Swap | undefined {
  return block?.startsWith('swap_') === true ? readSwap(block.slice('swap_'.length)) : undefined;
}

/** The block of the button by which a snooze until then holds back more. */
export function snoozeBlock(until: Date): string {
  return `snoozed_until_${until.getTime()}`;
}

/** Until when the snooze holds at which a button of this block was pressed. */
export function snoozeOfBlock(block: string | undefined): Date | undefined {
  const [, until] = /^snoozed_until_(\d{1,15})$/.exec(block ?? '') ?? [];
  return until === undefined ? undefined : new Date(Number(until));
}

/** The block of the button that ends a hold, by when the hold began. */
export function holdBlock(since: Date): string {
  return `hold_since_${since.getTime()}`;
}

/** When the hold began that a button of this block ends. */
export function holdOfBlock(block: string | undefined): Date | undefined {
  const [, since] = /^hold_since_(\d{1,15})$/.exec(block ?? '') ?? [];
  return since === undefined ? undefined : new Date(Number(since));
}
