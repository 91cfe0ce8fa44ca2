import { z } from 'zod';
import type { DayHours, IsoDate } from '../deadline/calendar.js';
import { addDays, isDate, isZone } from '../deadline/local-date.js';
import { Language } from '../report/form.js';
import { wanted } from './yaml.js';

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The most days in one range `from .. to`: a wrong year must not make a year of holidays. */
const longestSpan = 62;

export const DateText = z
  .string(wanted('a date as YYYY-MM-DD, for example 2026-10-01'))
  .refine(isDate, wanted('a date that exists, as YYYY-MM-DD, for example 2026-10-01'));

export const TimeText = z
  .string(wanted('a time as HH:mm, for example 09:00'))
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, wanted('a time as HH:mm, from 00:00 to 23:59, for example 09:00'));

export const Hours = z.strictObject(
  { open: TimeText, close: TimeText },
  wanted('open and close, each as HH:mm, for example open: 09:00 and close: 18:00'),
);

const spanForm = `a day (2026-10-01) or a range (2026-10-01 .. 2026-10-07, at most ${longestSpan} days, first day first)`;
export const DaySpan = z
  .string(wanted(spanForm))
  .refine((text) => daysOf(text) !== undefined, wanted(spanForm))
  .transform((text) => daysOf(text) ?? []);

const NameText = z.string(wanted('the name, as text')).trim().min(1, wanted('the name, as text'));
export const Holiday = z.strictObject(
  {
    name: z.strictObject(
      { en: NameText, zh: NameText } satisfies Record<Language, z.ZodType>,
      wanted(`the name in each language: ${Language.options.join(' and ')}`),
    ),
    days: z.array(DaySpan, wanted(`a list in brackets, each entry ${spanForm}`)),
    makeUpDays: z.array(DaySpan, wanted(`a list in brackets, each entry ${spanForm}`)).optional(),
    /** The days are half days: worked until then. */
    close: TimeText.optional(),
  },
  wanted('a holiday with name and days'),
);
const Holidays = z.array(Holiday, wanted('a list of holidays, each with name and days'));

/** A file with a country's holidays: `policy/calendars/cn.yaml`. */
export const DaysFile = z.strictObject(
  { coversUntil: DateText, holidays: Holidays },
  wanted('coversUntil and holidays'),
);

const weekdayForm = `a weekday: ${weekdayNames.join(', ')}`;
const hoursForm = 'hours as HH:mm-HH:mm, for example 09:00-12:00';
export const DayHoursText = z
  .string(wanted(hoursForm))
  .refine((text) => hoursIn(text) !== undefined, wanted(`${hoursForm}, the later time last`))
  .transform((text) => hoursIn(text) ?? { open: '', close: '' });

export const Weekdays = z
  .array(
    z.string(wanted(weekdayForm)).refine((name) => weekdayNumber(name) > 0, wanted(weekdayForm)),
    wanted('the working days of a week, for example [mon, tue, wed, thu, fri]'),
  )
  .min(1, wanted('at least one weekday, for example [mon, tue, wed, thu, fri]'));

/** The weekdays that are worked, and the hours of those that differ. */
const week = {
  weekdays: Weekdays,
  hours: z
    .strictObject(
      Object.fromEntries(weekdayNames.map((name) => [name, DayHoursText.optional()])),
      wanted('hours of single weekdays, for example { fri: 09:00-12:00 }'),
    )
    .default({}),
};

export const CalendarSection = z.strictObject(
  {
    zone: z
      .string(wanted('an IANA time zone, for example Asia/Shanghai'))
      .refine(isZone, wanted('an IANA time zone as Region/City, for example Asia/Shanghai')),
    open: TimeText,
    close: TimeText,
    ...week,
    laterWeeks: z
      .array(
        z.strictObject({ from: DateText, ...week }, wanted('a week with from and weekdays')),
        wanted('a list of weeks, each with from and weekdays'),
      )
      .default([]),
    days: z
      .string(wanted('the name of a file in the folder calendars/ next to the policy, without .yaml, for example cn'))
      .regex(
        /^[a-z0-9-]+$/,
        wanted('the name of a file in the folder calendars/ next to the policy, without .yaml, for example cn'),
      )
      .optional(),
    coversUntil: DateText.optional(),
    holidays: Holidays.optional(),
  },
  wanted('zone, open, close, weekdays, and days'),
);

/** 1 is Monday, 7 Sunday. */
export function weekdayNumber(name: string): number {
  return (weekdayNames as readonly string[]).indexOf(name) + 1;
}

function hoursIn(text: string): DayHours | undefined {
  const [open = '', close = '', ...more] = text.split(/[-–]/).map((part) => part.trim());
  const times = [open, close].every((time) => TimeText.safeParse(time).success);
  return times && more.length === 0 && open < close ? { open, close } : undefined;
}

function daysOf(text: string): IsoDate[] | undefined {
  const [from = '', to = from, ...more] = text.split('..').map((part) => part.trim());
  if (more.length > 0 || !isDate(from) || !isDate(to) || from > to) return undefined;
  const days: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    days.push(date);
    if (days.length > longestSpan) return undefined;
  }
  return days;
}
