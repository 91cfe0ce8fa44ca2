import { DateTime } from 'luxon';
import { zoneNamed } from './cached-zone.js';
import { inZone } from './local-date.js';

/**
 * Reads a moment as people type it: `2026-09-22T10:00`, perhaps with seconds and an offset (`Z`, `+08:00`). Without an offset it
 * is in `zone`; a date alone is its first moment. `undefined` if it is not a moment between 1970 and 2199.
 */
export function readMoment(typed: string, zone: string): Date | undefined {
  const text = typed.trim().toUpperCase();
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)?)?$/.test(text))
    return undefined;
  const moment = DateTime.fromISO(text.replace(' ', 'T'), { zone: zoneNamed(zone) });
  return moment.isValid && moment.year >= 1970 && moment.year < 2200 ? moment.toJSDate() : undefined;
}

/** ISO 8601 with the offset of the zone, `Z` in UTC; milliseconds only where there are some. */
export function isoIn(at: Date, zone: string): string {
  return inZone(at, zone).toISO({ suppressMilliseconds: true }) ?? at.toISOString();
}
