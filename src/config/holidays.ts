import type { Calendar, DayName, IsoDate } from '../deadline/calendar.js';
import { hoursOn } from '../deadline/open-hours.js';
import { nextWorkingDay, previousWorkingDay } from '../deadline/working-day.js';
import { defined } from '../report/defined.js';
import { inEveryLanguage } from '../report/languages.js';
import { DaySpan, Holiday } from './calendar-schema.js';
import type { ConfigFault } from './config-error.js';
import { at, listAt, type Path, type Yaml } from './yaml.js';

/** A list of holidays and where it comes from: the policy itself or a calendar file. */
export type HolidayList = Readonly<{ yaml: Yaml; path: Path }>;

const kinds = { holidays: 'holiday', halfDays: 'half day', makeUpDays: 'make-up day' } as const;
type Kind = keyof typeof kinds;

/**
 * The named days of all lists. Every contradiction is a fault on its line: a day named twice, a holiday that is also a half day
 * or a make-up day, a day after `coversUntil`.
 */
export function namedDays(
  lists: readonly HolidayList[],
  coversUntil: IsoDate | undefined,
): Pick<Calendar, Kind> & { faults: ConfigFault[] } {
  const named = new Map<IsoDate, Readonly<{ kind: Kind; name: DayName; close?: string }>>();
  const faults: ConfigFault[] = [];
  for (const { yaml, path } of lists)
    for (const [i, raw] of listAt(yaml.value, path).entries()) {
      const name = Holiday.shape.name.safeParse(at(raw, ['name'])).data ?? inEveryLanguage('');
      const close = Holiday.shape.close.safeParse(at(raw, ['close'])).data;
      for (const key of ['days', 'makeUpDays'] as const)
        for (const [j, span] of listAt(raw, [key]).entries())
          for (const date of DaySpan.safeParse(span).data ?? []) {
            const kind = key === 'makeUpDays' ? key : close === undefined ? 'holidays' : 'halfDays';
            const add = (what: string) => faults.push(yaml.fault([...path, i, key, j], what));
            const before = named.get(date);
            if (before === undefined) named.set(date, { kind, name, ...defined({ close }) });
            else if (before.kind === kind) add(`names ${date} again as a ${kinds[kind]}: name each day once.`);
            else add(`makes ${date} a ${kinds[kind]}, but it is also a ${kinds[before.kind]}: keep one of them.`);
            if (coversUntil !== undefined && date > coversUntil)
              add(
                `names ${date}, which is after coversUntil (${coversUntil}): set coversUntil to the last day whose holidays are all listed.`,
              );
          }
    }
  const of = (wanted: Kind) => [...named].filter(([, { kind }]) => kind === wanted);
  const names = (kind: Kind) => new Map(of(kind).map(([date, { name }]) => [date, name]));
  return {
    holidays: names('holidays'),
    halfDays: new Map(of('halfDays').map(([date, { name, close = '' }]) => [date, { name, close }])),
    makeUpDays: names('makeUpDays'),
    faults,
  };
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

/** Half days that would close before they open. */
export function closedBeforeOpening(calendar: Calendar): readonly IsoDate[] {
  return [...calendar.halfDays.keys()].filter((date) => {
    const { open, close } = hoursOn(date, calendar);
    return close <= open;
  });
}
