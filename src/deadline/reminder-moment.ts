import { addDays, isZone, localDate, momentOn } from './local-date.js';

/**
 * When to remind a person of a rung: at its moment, if that is within their hours in their own zone (both ends included). Else
 * at the end of their hours before it, but not before `notBefore`. `undefined` when no moment fits. An unknown zone counts as
 * UTC.
 */
export function momentFor(
  at: Date,
  notBefore: Date,
  hours: Readonly<{ open: string; close: string }>,
  zone: string,
): Date | undefined {
  const known = isZone(zone) ? zone : 'UTC';
  const today = localDate(at, known);
  const opens = momentOn(today, hours.open, known);
  const closes = momentOn(today, hours.close, known);
  const moment = at < opens ? momentOn(addDays(today, -1), hours.close, known) : at > closes ? closes : at;
  return moment < notBefore ? undefined : moment;
}
