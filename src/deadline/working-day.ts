import type { Calendar, DayName, IsoDate, Week } from './calendar.js';
import { addDays, weekdayOf } from './local-date.js';

/** Whether a day is a working day, and why. A weekend day inside a holiday counts as holiday. A half day is a working day. */
export type DayKind = Readonly<{
  worked: boolean;
  why: 'working_day' | 'half_day' | 'make_up_day' | 'weekend' | 'holiday';
  name?: DayName;
}>;

/** After so many days off in a row, a calendar counts as one without working days. */
const longestBreak = 366;

export function dayKind(date: IsoDate, calendar: Calendar): DayKind {
  const makeUp = calendar.makeUpDays.get(date);
  if (makeUp !== undefined) return { worked: true, why: 'make_up_day', name: makeUp };
  const holiday = calendar.holidays.get(date);
  if (holiday !== undefined) return { worked: false, why: 'holiday', name: holiday };
  if (!isWeekday(date, calendar)) return { worked: false, why: 'weekend' };
  const half = calendar.halfDays.get(date);
  return half === undefined ? { worked: true, why: 'working_day' } : { worked: true, why: 'half_day', name: half.name };
}

/** Whether the week alone, without holidays and make-up days, makes it a working day. */
export function isWeekday(date: IsoDate, calendar: Calendar): boolean {
  return weekOn(date, calendar).weekdays.includes(weekdayOf(date));
}

/** The week that holds on a date. */
export function weekOn(date: IsoDate, calendar: Calendar): Week {
  return calendar.laterWeeks.findLast(({ from }) => from <= date) ?? calendar;
}

/** The first working day after `date`. @throws RangeError when none comes within a year. */
export function nextWorkingDay(date: IsoDate, calendar: Calendar): IsoDate {
  return workingDayFrom(date, 1, calendar);
}

/** The last working day before `date`. @throws RangeError when there was none for a year. */
export function previousWorkingDay(date: IsoDate, calendar: Calendar): IsoDate {
  return workingDayFrom(date, -1, calendar);
}

function workingDayFrom(date: IsoDate, step: 1 | -1, calendar: Calendar): IsoDate {
  for (let days = 1; days <= longestBreak; days += 1) {
    const day = addDays(date, step * days);
    if (dayKind(day, calendar).worked) return day;
  }
  const direction = step === 1 ? 'after' : 'before';
  throw new RangeError(`the calendar has no working day for a year ${direction} ${date}`);
}
