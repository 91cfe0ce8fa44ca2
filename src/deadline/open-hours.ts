import type { Calendar, IsoDate } from './calendar.js';
import { momentOn } from './local-date.js';

/** Opening and closing time of a date, as milliseconds since 1970. */
export type OpenHours = Readonly<{ opens: number; closes: number }>;

/** Eleven years of days. When it is full, the cache starts afresh. */
const mostDays = 4000;

/** The hours of each date, by calendar: a ladder of reminders asks for the same few dozen dates again and again. */
const known = new WeakMap<Calendar, Map<IsoDate, OpenHours>>();

/** When the team opens and closes on a date, whether or not it is a working day. @throws RangeError for a date that does not exist. */
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
