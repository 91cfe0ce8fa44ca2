import type { Calendar } from './calendar.js';
import { type ExplainedDay, explain } from './explain.js';
import { addDays, localDate } from './local-date.js';
import { openHoursOn } from './open-hours.js';

/**
 * How long a duty may take. Days end at closing time and are counted from the day after the local date of its beginning.
 * Calendar days and hours run on at night and on days off.
 */
export type Term = Readonly<{ workingDays: number } | { calendarDays: number } | { hours: number }>;

/** When a term ends. `provisional`: holidays that aren't known yet may move it. `days`: how working days were counted. */
export type TermEnd = Readonly<{ term: Term; due: Date; provisional: boolean; days: readonly ExplainedDay[] }>;

const hour = 3_600_000;

/** @throws RangeError as `explain` does. */
export function endOfTerm(from: Date, term: Term, calendar: Calendar): TermEnd {
  if ('workingDays' in term) {
    const { due, provisional, days } = explain(from, term.workingDays, calendar);
    return { term, due, provisional, days };
  }
  const due =
    'hours' in term
      ? new Date(from.getTime() + term.hours * hour)
      : new Date(openHoursOn(addDays(localDate(from, calendar.zone), term.calendarDays), calendar).closes);
  return { term, due, provisional: false, days: [] };
}
