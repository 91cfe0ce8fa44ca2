import type { Calendar, IsoDate } from './calendar.js';
import { localDate } from './local-date.js';
import { hoursOn, openHoursOn } from './open-hours.js';
import { nextWorkingDay } from './working-day.js';

/** Working days until the next update, unless a person chooses another day: a week. */
const usually = 5;

/** The local day to promise the next update for, and when that day closes (`HH:mm`) in which zone. */
export type UpdateBy = Readonly<{ day: IsoDate; close: string; zone: string }>;

/** The suggestion at `now`: the fifth working day after today. */
export function suggestedUpdate(now: Date, calendar: Calendar): UpdateBy {
  let day = localDate(now, calendar.zone);
  for (let days = 0; days < usually; days += 1) day = nextWorkingDay(day, calendar);
  return { day, close: hoursOn(day, calendar).close, zone: calendar.zone };
}

/** A promised day ends at closing time. @throws RangeError for a day that does not exist. */
export function endOfDay(day: IsoDate, calendar: Calendar): Date {
  return new Date(openHoursOn(day, calendar).closes);
}
