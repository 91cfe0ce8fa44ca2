import { addDays, isZone, localDate, momentOn } from './local-date.js';

/**
 * When a person is reminded of a rung: at the rung's moment if that lies within the person's hours (both ends included) in
 * their own zone, else at the end of the hours before it, but not before `notBefore`. `undefined`: none fits. An unknown zone
 * is taken for UTC.
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
