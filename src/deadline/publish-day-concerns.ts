import { inEveryLanguage } from '../report/languages.js';
import type { Calendar, DayName, IsoDate } from './calendar.js';
import { addDays, localDate } from './local-date.js';
import { publicHolidayAbroad } from './public-holidays-abroad.js';
import { dayKind, isWeekday } from './working-day.js';

/** Why a day is bad for publishing. `where`: whose holiday it is. */
export type DayConcern = Readonly<
  | { concern: 'eve_of_weekend' | 'weekend' | 'day_off_tomorrow' | 'beyond_calendar' }
  | { concern: 'holiday' | 'eve_of_holiday'; where: 'team' | 'us' | 'eu'; name: DayName }
>;

/**
 * What speaks against publishing at a moment: to upgrade, users need people at work on that day and the next. The day is the one
 * in the team's zone. This is only advice: a vulnerability that is widely exploited can't wait for Monday.
 */
export function publishDayConcerns(at: Date, calendar: Calendar): DayConcern[] {
  const day = localDate(at, calendar.zone);
  const next = addDays(day, 1);
  const [today, tomorrow] = [dayKind(day, calendar), dayKind(next, calendar)];
  const concerns: DayConcern[] = [];
  // By the week alone: on a make-up day at the weekend only the team works.
  const [weekend, weekendTomorrow] = [day, next].map((date) => !isWeekday(date, calendar));
  if (!weekend && weekendTomorrow) concerns.push({ concern: 'eve_of_weekend' });
  if (weekend) concerns.push({ concern: 'weekend' });
  if (today.why === 'holiday') concerns.push({ concern: 'holiday', where: 'team', name: nameOf(today.name, day) });
  else if (tomorrow.why === 'holiday')
    concerns.push({ concern: 'eve_of_holiday', where: 'team', name: nameOf(tomorrow.name, next) });
  else if (weekend && today.worked && tomorrow.why === 'weekend') concerns.push({ concern: 'day_off_tomorrow' });
  for (const where of ['us', 'eu'] as const) {
    const holiday = publicHolidayAbroad(day, where);
    const eve = publicHolidayAbroad(next, where);
    if (holiday !== undefined) concerns.push({ concern: 'holiday', where, name: holiday });
    else if (eve !== undefined) concerns.push({ concern: 'eve_of_holiday', where, name: eve });
  }
  if (next > calendar.coversUntil) concerns.push({ concern: 'beyond_calendar' });
  return concerns;
}

const nameOf = (name: DayName | undefined, date: IsoDate): DayName => name ?? inEveryLanguage(date);
