import type { Calendar, DayHours, IsoDate } from './calendar.js';
import { momentOn, weekdayOf } from './local-date.js';
import { weekOn } from './working-day.js';

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
  const { zone } = calendar;
  const { open, close } = hoursOn(date, calendar);
  const hours = { opens: momentOn(date, open, zone).getTime(), closes: momentOn(date, close, zone).getTime() };
  if (days.size >= mostDays) days.clear();
  days.set(date, hours);
  return hours;
}

/** The same in the calendar's zone. A half day closes early; a day off has the hours that it would have if it were worked. */
export function hoursOn(date: IsoDate, calendar: Calendar): DayHours {
  const { open, close } = weekOn(date, calendar).hours.get(weekdayOf(date)) ?? calendar;
  const half = calendar.halfDays.get(date);
  return { open, close: half !== undefined && half.close < close ? half.close : close };
}
