import { addDays, isZone, localDate, momentOn } from './local-date.js';
import type { FreeTime } from './reminder-moment.js';

/** How long reminders wait. */
export type Snooze = 'two_hours' | 'tomorrow' | 'next_working_day';

const twoHoursMs = 2 * 3_600_000;
/** Nobody rests for longer without being away. */
const mostDays = 14;

/**
 * When to remind a person again: in two hours, tomorrow when their hours begin, or on their next working day: the same,
 * unless tomorrow is free. What falls outside their hours or on a day off comes when the next hours begin. An unknown zone counts as UTC.
 */
export function snoozedUntil(snooze: Snooze, now: Date, { zone, hours, works }: FreeTime): Date {
  const known = isZone(zone) ? zone : 'UTC';
  const openingFrom = (day: string): Date => {
    let first = day;
    for (let days = 0; days < mostDays && !works(first); days += 1) first = addDays(first, 1);
    return momentOn(first, hours.open, known);
  };
  const today = localDate(now, known);
  if (snooze !== 'two_hours') return openingFrom(addDays(today, 1));
  const at = new Date(now.getTime() + twoHoursMs);
  const day = localDate(at, known);
  if (!works(day) || at > momentOn(day, hours.close, known)) return openingFrom(addDays(day, 1));
  const opens = momentOn(day, hours.open, known);
  return at < opens ? opens : at;
}
