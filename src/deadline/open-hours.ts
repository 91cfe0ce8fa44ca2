import type { Calendar, DayHours, IsoDate } from './calendar.js';
import { momentOn, weekdayOf } from './local-date.js';
import { remembered } from './remembered.js';
import { weekOn } from './working-day.js';

/** Opening and closing time of a date, as milliseconds since 1970. */
export type OpenHours = Readonly<{ opens: number; closes: number }>;

/** When the team opens and closes on a date, whether or not it is a working day. @throws RangeError for a date that does not exist. */
export function openHoursOn(date: IsoDate, calendar: Calendar): OpenHours {
  return hoursOf(calendar, date);
}

/** A ladder of reminders asks for the same few dozen dates again and again. */
const hoursOf = remembered(String, (calendar: Calendar, date: IsoDate): OpenHours => {
  const { open, close } = hoursOn(date, calendar);
  const at = (time: string) => momentOn(date, time, calendar.zone).getTime();
  return { opens: at(open), closes: at(close) };
});

/** The same in the calendar's zone. A half day closes early; a day off has the hours that it would have if it were worked. */
export function hoursOn(date: IsoDate, calendar: Calendar): DayHours {
  const { open, close } = weekOn(date, calendar).hours.get(weekdayOf(date)) ?? calendar;
  const half = calendar.halfDays.get(date);
  return { open, close: half !== undefined && half.close < close ? half.close : close };
}
