import type { Calendar, IsoDate } from './calendar.js';
import { momentOn } from './local-date.js';

/** Opening and closing time of a date, as milliseconds since 1970. */
export type OpenHours = Readonly<{ opens: number; closes: number }>;

/** Eleven years of days: more are never asked for at once. */
const mostDays = 4000;

/**
 * What was worked out for a calendar before. Luxon takes 20 microseconds for a moment, and a ladder of reminders asks for the
 * same few dozen each time; a calendar never changes, so neither do the answers.
 */
const known = new WeakMap<Calendar, Map<IsoDate, OpenHours>>();

/** From when to when the team works on a date, if it does. @throws RangeError for a date that does not exist */
export function openHoursOn(date: IsoDate, calendar: Calendar): OpenHours {
  const days = known.get(calendar) ?? new Map<IsoDate, OpenHours>();
  known.set(calendar, days);
  const before = days.get(date);
  if (before !== undefined) return before;
  const { open, close, zone } = calendar;
  const hours = { opens: momentOn(date, open, zone).getTime(), closes: momentOn(date, close, zone).getTime() };
  if (days.size >= mostDays) days.clear();
  days.set(date, hours);
  return hours;
}
