import { DateTime } from 'luxon';
import { zoneNamed } from './cached-zone.js';
import type { IsoDate } from './calendar.js';

/** Whether this machine knows the zone: an IANA name, `UTC` included. */
export function isZone(name: string): boolean {
  return zoneNamed(name).isValid;
}

/** The moment in a zone. If this machine does not know the zone, the same moment in UTC. */
export function inZone(at: Date, zone: string): DateTime {
  return DateTime.fromJSDate(at, { zone: zone !== 'UTC' && isZone(zone) ? zoneNamed(zone) : 'UTC' });
}

/** The calendar date of a moment in a zone. If this machine does not know the zone, the date in UTC. */
export function localDate(at: Date, zone: string): IsoDate {
  const local = localMillis(at, zone);
  return Number.isNaN(local) ? '' : dateOf(Math.floor(local / dayMs));
}

/** The wall-clock time of a moment in a zone, `HH:mm`. If this machine does not know the zone, the time in UTC. */
export function localTime(at: Date, zone: string): string {
  const local = localMillis(at, zone);
  return Number.isNaN(local) ? '' : timeOf(Math.floor(local / minuteMs));
}

/** What a clock in the zone shows, in milliseconds as if it were UTC. */
function localMillis(at: Date, zone: string): number {
  return at.getTime() + (isZone(zone) ? zoneNamed(zone).offset(at.getTime()) : 0) * minuteMs;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Dates and wall-clock times remembered, of each kind: when a cache is full, it starts afresh. */
const mostKept = 5000;

/** A function that remembers what it said. Dates are asked for again and again, and to format or parse one takes a microsecond. */
function remembering<Asked, Said>(find: (asked: Asked) => Said): (asked: Asked) => Said {
  const known = new Map<Asked, Said>();
  return (asked) => {
    const before = known.get(asked);
    if (before !== undefined) return before;
    const said = find(asked);
    if (known.size >= mostKept) known.clear();
    known.set(asked, said);
    return said;
  };
}

/** A date by its day, counted from 1970, and the other way round. @throws RangeError for a day that is none. */
const dateOf = remembering(
  (day: number): IsoDate => new Date(day * dayMs).toISOString().slice(0, -'T00:00:00.000Z'.length),
);
/** A time of day by its minute, counted from 1970. */
const timeOf = remembering((minute: number): string =>
  new Date(minute * minuteMs).toISOString().slice('YYYY-MM-DDT'.length, -':00.000Z'.length),
);
const dayOf = remembering((date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs);

/**
 * The moment of a wall-clock time (`HH:mm`) on a date in a zone. A time that a clock change skips counts as that much after
 * the change. Of a time that comes twice, Luxon always picks the same one.
 * @throws RangeError for a date, time or zone that does not exist.
 */
export function momentOn(date: IsoDate, time: string, zone: string): Date {
  return new Date(momentOf(`${date} ${time} ${zone}`));
}

const momentOf = remembering((asked: string): number => {
  const [date, time, zone] = asked.split(' ') as [string, string, string];
  return findMoment(date, time, zone).getTime();
});

function findMoment(date: IsoDate, time: string, zone: string): Date {
  const [year, month, day] = date.split('-').map(Number);
  const [hour, minute] = time.split(':').map(Number);
  const moment = DateTime.fromObject({ year, month, day, hour, minute }, { zone: zoneNamed(zone) });
  if (!moment.isValid)
    throw new RangeError(`${date} ${time} in ${zone} is not a moment: give YYYY-MM-DD, HH:mm and an IANA zone.`);
  return moment.toJSDate();
}

/** The date that many days later, or earlier when negative. Dates only: zones don't matter. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return days === 0 ? date : dateOf(dayOf(date) + days);
}

/** Days from one date to another; negative when `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayOf(to) - dayOf(from);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(date: IsoDate): number {
  // 1 January 1970 was a Thursday.
  return ((((dayOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** Whether the text is `YYYY-MM-DD` and that day exists. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'UTC' }).isValid;
}
