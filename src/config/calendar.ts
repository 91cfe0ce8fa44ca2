import { z } from 'zod';
import type { Calendar, DayName, IsoDate } from '../deadline/calendar.js';
import { addDays, isDate, isZone } from '../deadline/local-date.js';
import { nextWorkingDay, previousWorkingDay } from '../deadline/working-day.js';
import { Language } from '../report/form.js';
import type { ConfigFault } from './config-error.js';
import { type Path, wanted, type Yaml } from './yaml.js';

const weekdayNames: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

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
const DaySpan = z
  .string(wanted(spanForm))
  .refine((text) => daysOf(text) !== undefined, wanted(spanForm))
  .transform((text) => daysOf(text) ?? []);

const NameText = z.string(wanted('the name, as text')).trim().min(1, wanted('the name, as text'));
const Holiday = z.strictObject(
  {
    name: z.strictObject(
      { en: NameText, zh: NameText } satisfies Record<Language, z.ZodType>,
      wanted(`the name in each language: ${Language.options.join(' and ')}`),
    ),
    days: z.array(DaySpan, wanted(`a list in brackets, each entry ${spanForm}`)),
    makeUpDays: z.array(DaySpan, wanted(`a list in brackets, each entry ${spanForm}`)).optional(),
  },
  wanted('a holiday with name and days'),
);
const Holidays = z.array(Holiday, wanted('a list of holidays, each with name and days'));

/** A file with a country's holidays: `policy/calendars/cn.yaml`. */
export const DaysFile = z.strictObject(
  { coversUntil: DateText, holidays: Holidays },
  wanted('coversUntil and holidays'),
);

export const CalendarSection = z.strictObject(
  {
    zone: z
      .string(wanted('an IANA time zone, for example Asia/Shanghai'))
      .refine(isZone, wanted('an IANA time zone as Region/City, for example Asia/Shanghai')),
    open: TimeText,
    close: TimeText,
    weekdays: z
      .array(
        z
          .string(wanted(`a weekday: ${weekdayNames.join(', ')}`))
          .refine(isWeekday, wanted(`a weekday: ${weekdayNames.join(', ')}`)),
        wanted('the working days of a week, for example [mon, tue, wed, thu, fri]'),
      )
      .min(1, wanted('at least one weekday, for example [mon, tue, wed, thu, fri]')),
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

/** A list of holidays and where it comes from: the policy itself or a calendar file. */
export type HolidayList = Readonly<{ yaml: Yaml; path: Path }>;

/**
 * The named days of all lists. Every contradiction is a fault on its line: a day named twice, a holiday that is also a make-up
 * day, a day after `coversUntil`.
 */
export function namedDays(
  lists: readonly HolidayList[],
  coversUntil: IsoDate | undefined,
): Pick<Calendar, 'holidays' | 'makeUpDays'> & { faults: ConfigFault[] } {
  const holidays = new Map<IsoDate, DayName>();
  const makeUpDays = new Map<IsoDate, DayName>();
  const faults: ConfigFault[] = [];
  const add = (date: IsoDate, name: DayName, worked: boolean, fault: (what: string) => ConfigFault) => {
    const [ours, theirs] = worked ? [makeUpDays, holidays] : [holidays, makeUpDays];
    const [one, other] = worked ? ['make-up day', 'holiday'] : ['holiday', 'make-up day'];
    if (ours.has(date)) faults.push(fault(`names ${date} again as a ${one}: name each day once.`));
    else if (theirs.has(date))
      faults.push(fault(`makes ${date} a ${one}, but it is also a ${other}: keep one of them.`));
    else ours.set(date, name);
    if (coversUntil !== undefined && date > coversUntil)
      faults.push(
        fault(
          `names ${date}, which is after coversUntil (${coversUntil}): set coversUntil to the last day whose holidays are all listed.`,
        ),
      );
  };
  for (const { yaml, path } of lists)
    for (const [i, raw] of listAt(yaml.value, path).entries()) {
      const name = Holiday.shape.name.safeParse(at(raw, ['name'])).data ?? { en: '', zh: '' };
      for (const key of ['days', 'makeUpDays'] as const)
        for (const [j, span] of listAt(raw, [key]).entries())
          for (const date of DaySpan.safeParse(span).data ?? [])
            add(date, name, key === 'makeUpDays', (what) => yaml.fault([...path, i, key, j], what));
    }
  return { holidays, makeUpDays, faults };
}

/** Whether a calendar has no working day for a year around a holiday: then nothing could ever be due. */
export function neverWorks(calendar: Calendar): boolean {
  try {
    for (const date of calendar.holidays.keys()) {
      nextWorkingDay(date, calendar);
      previousWorkingDay(date, calendar);
    }
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

/** 1 is Monday, 7 Sunday. */
export function weekdayNumber(name: string): number {
  return weekdayNames.indexOf(name) + 1;
}

/** The value at a path of a value that is not checked yet. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}

export function listAt(value: unknown, path: Path): readonly unknown[] {
  const list = at(value, path);
  return Array.isArray(list) ? list : [];
}

function isWeekday(name: string): boolean {
  return weekdayNumber(name) > 0;
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
