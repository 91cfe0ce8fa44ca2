import type { DayName, IsoDate } from './calendar.js';
import { addDays, weekdayOf } from './local-date.js';

const fixed: Readonly<Record<'us' | 'eu', Readonly<Record<string, DayName>>>> = {
  us: {
    '01-01': { en: "New Year's Day", zh: '元旦' },
    '07-04': { en: 'Independence Day', zh: '美国独立日' },
    '12-25': { en: 'Christmas Day', zh: '圣诞节' },
  },
  eu: {
    '01-01': { en: "New Year's Day", zh: '元旦' },
    '05-01': { en: 'Labour Day', zh: '劳动节' },
    '12-25': { en: 'Christmas Day', zh: '圣诞节' },
    '12-26': { en: 'the second day of Christmas', zh: '圣诞节次日' },
  },
};

/**
 * The holiday on a day in most of the United States or the European Union. Only the big ones, on which hardly anybody upgrades
 * anything.
 */
export function publicHolidayAbroad(date: IsoDate, where: 'us' | 'eu'): DayName | undefined {
  const always = fixed[where][date.slice(5)];
  if (always !== undefined) return always;
  const year = Number(date.slice(0, 4));
  const moving =
    where === 'us' ? [thanksgiving(year)] : [addDays(easterSunday(year), -2), addDays(easterSunday(year), 1)];
  const names = where === 'us' ? [{ en: 'Thanksgiving', zh: '感恩节' }] : [goodFriday, easterMonday];
  return names[moving.indexOf(date)];
}

const goodFriday: DayName = { en: 'Good Friday', zh: '耶稣受难日' };
const easterMonday: DayName = { en: 'Easter Monday', zh: '复活节星期一' };

/** The fourth Thursday of November. */
function thanksgiving(year: number): IsoDate {
  const first = `${String(year).padStart(4, '0')}-11-01`;
  return addDays(first, ((4 - weekdayOf(first) + 7) % 7) + 21);
}

/** In the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const [century, inCentury] = [Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * late + 114;
  const [month, day] = [Math.floor(days / 31), (days % 31) + 1];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
