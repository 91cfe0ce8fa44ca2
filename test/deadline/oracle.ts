import type { Calendar } from '../../src/deadline/calendar.js';

const hour = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local date and time of a moment, by Intl alone: `2026-09-24 18:00`. */
export function local(at: Date, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    const two = '2-digit';
    const clock = { hour: two, minute: two, hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: two, day: two, ...clock });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}

/** The rule, said once more and as simply as it goes: walk from noon to noon, then look for closing time by quarter hours. */
export function dueByWalking(
  receivedAt: Date,
  workingDays: number,
  calendar: Calendar,
): { due: string; provisional: boolean } {
  const { zone, holidays, halfDays, makeUpDays, laterWeeks, coversUntil } = calendar;
  const weekAt = (date: string) => [...laterWeeks].reverse().find(({ from }) => !(date < from)) ?? calendar;
  const received = local(receivedAt, zone).slice(0, 10);
  let noon = new Date(`${received}T12:00:00Z`);
  for (let left = workingDays; left > 0; ) {
    noon = new Date(noon.getTime() + 24 * hour);
    const date = noon.toISOString().slice(0, 10);
    const off = holidays.has(date) || !weekAt(date).weekdays.includes(noon.getUTCDay() || 7);
    if (makeUpDays.has(date) || !off) left -= 1;
  }
  const date = noon.toISOString().slice(0, 10);
  const usual = weekAt(date).hours.get(noon.getUTCDay() || 7)?.close ?? calendar.close;
  const close = [usual, halfDays.get(date)?.close ?? '24:00'].sort()[0];
  for (let at = noon.getTime() - 36 * hour; at < noon.getTime() + 36 * hour; at += hour / 4)
    if (local(new Date(at), zone) === `${date} ${close}`)
      return { due: new Date(at).toISOString(), provisional: date > coversUntil };
  throw new Error(`no moment in ${zone} is ${date} ${close}`);
}
