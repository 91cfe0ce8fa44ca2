import type { Calendar, IsoDate } from './calendar.js';
import { localDate } from './local-date.js';
import { openHoursOn } from './open-hours.js';
import { dayKind, nextWorkingDay, previousWorkingDay } from './working-day.js';

/** Milliseconds of open hours between two moments. 0 when `to` is not after `from`. */
export function openMillis(from: Date, to: Date, calendar: Calendar): number {
  let sum = 0;
  const lastDay = localDate(to, calendar.zone);
  for (let day = workingDayAtOrAfter(from, calendar); day <= lastDay; day = nextWorkingDay(day, calendar)) {
    const { opens, closes } = openHoursOn(day, calendar);
    sum += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()));
  }
  return sum;
}

/**
 * The earliest moment by which `millis` milliseconds of open hours have passed since `from`. So a day's last millisecond ends at
 * closing time, not at the next opening. For 0 it is `from`.
 */
export function afterOpenMillis(from: Date, millis: number, calendar: Calendar): Date {
  if (millis <= 0) return from;
  let left = millis;
  for (let day = workingDayAtOrAfter(from, calendar); ; day = nextWorkingDay(day, calendar)) {
    const { opens, closes } = openHoursOn(day, calendar);
    const start = Math.max(opens, from.getTime());
    const open = Math.max(0, closes - start);
    if (open >= left) return new Date(start + left);
    left -= open;
  }
}

/** The latest moment from which `millis` milliseconds of open hours pass until `to`. For 0 it is `to`. */
export function beforeOpenMillis(to: Date, millis: number, calendar: Calendar): Date {
  if (millis <= 0) return to;
  let left = millis;
  const today = localDate(to, calendar.zone);
  let day = dayKind(today, calendar).worked ? today : previousWorkingDay(today, calendar);
  for (; ; day = previousWorkingDay(day, calendar)) {
    const { opens, closes } = openHoursOn(day, calendar);
    const end = Math.min(closes, to.getTime());
    const open = Math.max(0, end - opens);
    if (open >= left) return new Date(end - left);
    left -= open;
  }
}

/** Opening time on a date. */
export function openingOn(date: IsoDate, calendar: Calendar): Date {
  return new Date(openHoursOn(date, calendar).opens);
}

/** The moment, if it is within open hours, or the next opening. */
export function openFrom(at: Date, calendar: Calendar): Date {
  for (let day = workingDayAtOrAfter(at, calendar); ; day = nextWorkingDay(day, calendar)) {
    const { opens, closes } = openHoursOn(day, calendar);
    if (at.getTime() < closes) return new Date(Math.max(opens, at.getTime()));
  }
}

function workingDayAtOrAfter(from: Date, calendar: Calendar): IsoDate {
  const today = localDate(from, calendar.zone);
  return dayKind(today, calendar).worked ? today : nextWorkingDay(today, calendar);
}
