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
  const offset = isZone(zone) ? zoneNamed(zone).offset(at.getTime()) : 0;
  const shifted = new Date(at.getTime() + offset * 60_000);
  return Number.isNaN(shifted.getTime()) ? '' : shifted.toISOString().slice(0, -'T00:00:00.000Z'.length);
}

/** Wall-clock times remembered: when it is full, the cache starts afresh. */
const mostMoments = 5000;
const moments = new Map<string, number>();

/**
 * The moment of a wall-clock time (`HH:mm`) on a date in a zone. A time that a clock change skips counts as that much after
 * the change. Of a time that comes twice, Luxon always picks the same one.
 * @throws RangeError for a date, time or zone that does not exist.
 */
export function momentOn(date: IsoDate, time: string, zone: string): Date {
  const key = `${date} ${time} ${zone}`;
  const before = moments.get(key);
  if (before !== undefined) return new Date(before);
  const moment = findMoment(date, time, zone);
  if (moments.size >= mostMoments) moments.clear();
  moments.set(key, moment.getTime());
  return moment;
}

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
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from one date to another; negative when `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Whether the text is `YYYY-MM-DD` and that day exists. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'UTC' }).isValid;
}
