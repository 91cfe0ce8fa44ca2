import type { DayHours, IsoDate } from './calendar.js';
import { addDays, isZone, localDate, momentOn } from './local-date.js';
import { remembered } from './remembered.js';

/** The most by which a reminder moves earlier, in milliseconds: from a Monday night to the Friday before, or a day more. */
export const movesAtMostMs = 4 * 24 * 3_600_000;

/** When a person may be reminded: in which hours, on which dates, all in their own zone. An unknown zone counts as UTC. */
export type FreeTime = Readonly<{ zone: string; hours: DayHours; works: (date: IsoDate) => boolean }>;

/**
 * When to remind a person of a rung: at its moment, if that is within their hours (both ends included) on a day that they
 * work. Else at the end of their hours before it, but neither before `notBefore` nor more than `movesAtMostMs` earlier.
 * `undefined` when no moment fits.
 */
export function momentFor(at: Date, notBefore: Date, freeTime: FreeTime): Date | undefined {
  const moment = lastFreeMoment(freeTime, at);
  return moment === undefined || moment < notBefore ? undefined : moment;
}

/** The same for any `notBefore`. Many reports are due at the same moment. */
const lastFreeMoment = remembered(Number, ({ zone, hours, works }: FreeTime, at: Date): Date | undefined => {
  const known = isZone(zone) ? zone : 'UTC';
  for (let day = localDate(at, known); ; day = addDays(day, -1)) {
    const closes = momentOn(day, hours.close, known);
    const moment = at < closes ? at : closes;
    if (at.getTime() - moment.getTime() > movesAtMostMs) return undefined;
    if (works(day) && at >= momentOn(day, hours.open, known)) return moment;
  }
});
