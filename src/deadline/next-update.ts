import type { Calendar, IsoDate } from './calendar.js';
import { localDate, momentOn } from './local-date.js';
import { nextWorkingDay } from './working-day.js';

/** Working days until the reporter hears again, unless somebody says otherwise: a week, so that nobody waits in silence. */
const usually = 5;

/** A local day to promise the next update for, with the hour (`HH:mm`) and zone in which that day ends. */
export type UpdateBy = Readonly<{ day: IsoDate; close: string; zone: string }>;

/** What to suggest at `now`: the fifth working day after today. */
export function suggestedUpdate(now: Date, calendar: Calendar): UpdateBy {
  let day = localDate(now, calendar.zone);
  for (let days = 0; days < usually; days += 1) day = nextWorkingDay(day, calendar);
  return { day, close: calendar.close, zone: calendar.zone };
}

/** A day that is promised ends at closing time. @throws RangeError for a day that does not exist */
export function endOfDay(day: IsoDate, calendar: Calendar): Date {
  return momentOn(day, calendar.close, calendar.zone);
}
