import type { Calendar, IsoDate } from './calendar.js';
import { localDate, momentOn } from './local-date.js';
import { nextWorkingDay } from './working-day.js';

/** Working days until the reporter hears again, unless somebody says otherwise: a week, so that nobody waits in silence. */
const usually = 5;

/** The local day to suggest for the next update: the fifth working day after that of `now`. */
export function suggestedUpdateDay(now: Date, calendar: Calendar): IsoDate {
  let day = localDate(now, calendar.zone);
  for (let days = 0; days < usually; days += 1) day = nextWorkingDay(day, calendar);
  return day;
}

/** A day that is promised ends at closing time. @throws RangeError for a day that does not exist */
export function endOfDay(day: IsoDate, calendar: Calendar): Date {
  return momentOn(day, calendar.close, calendar.zone);
}
