import type { Calendar } from './calendar.js';
import { addDays, localDate } from './local-date.js';
import { dayKind } from './working-day.js';

/** The time until something is due, or since it was. */
export type TimeLeft = Readonly<{ overdue: boolean; unit: 'working_day' | 'hour' | 'minute'; count: number }>;

/** The most working days counted: beyond that nobody needs the exact number. */
const mostWorkingDays = 366;

/** A reminder two hours before is written some seconds later, and still says two hours. */
const writtenWithinMs = 20_000;

/** In working days. If no working day begins in between, in whole hours; within an hour, in minutes. */
export function timeLeft(dueAt: Date, now: Date, calendar: Calendar): TimeLeft {
  const overdue = now >= dueAt;
  const [first, last] = overdue ? [dueAt, now] : [now, dueAt];
  const days = workingDaysUntil(last, first, calendar);
  if (days > 0) return { overdue, unit: 'working_day', count: days };
  const minutes = Math.floor((last.getTime() - first.getTime() + (overdue ? 0 : writtenWithinMs)) / 60_000);
  return minutes < 60
    ? { overdue, unit: 'minute', count: minutes }
    : { overdue, unit: 'hour', count: Math.floor(minutes / 60) };
}

/** Working days that begin after `from`, up to and including that of `until`. No more than `most` are counted. */
export function workingDaysUntil(until: Date, from: Date, calendar: Calendar, most = mostWorkingDays): number {
  const last = localDate(until, calendar.zone);
  let count = 0;
  for (let day = addDays(localDate(from, calendar.zone), 1); day <= last && count < most; day = addDays(day, 1))
    if (dayKind(day, calendar).worked) count += 1;
  return count;
}
