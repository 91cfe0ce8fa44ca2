import type { Calendar } from '../../src/deadline/calendar.js';
import type { Absence } from '../../src/deadline/roster.js';
import { local } from '../deadline/oracle.js';
import type { Responder } from './cast.js';

const minute = 60_000;
const step = 15 * minute;

/** Days on which somebody is away, both included, and who stands in. */
export type Leave = Absence;

/** When people work, by the dates and times that Intl gives: an account of its own, beside the one of the program. */
export type Presence = Readonly<{
  works(who: Responder, at: Date): boolean;
  /** Whether somebody has this day off: weekend, leave, and in China a holiday. */
  isOff(who: Responder, at: Date): boolean;
  /** Whether the team's calendar has this day off. */
  isClosed(at: Date): boolean;
  /** The moment at which somebody has worked so many hours from `at` on. */
  afterWork(who: Responder, at: Date, hours: number): Date;
}>;

export function presence(calendar: Calendar, leaves: readonly Leave[]): Presence {
  const isOff = ({ user, zone }: Responder, at: Date) => {
    const date = local(at, zone).slice(0, 10);
    if (leaves.some((leave) => leave.user === user && leave.from <= date && date <= leave.to)) return true;
    const weekend = [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
    if (zone !== calendar.zone) return weekend;
    return !calendar.makeUpDays.has(date) && (weekend || calendar.holidays.has(date));
  };
  const works = (who: Responder, at: Date) => {
    const time = local(at, who.zone).slice(11);
    return '09:00' <= time && time < '18:00' && !isOff(who, at);
  };
  return {
    works,
    isOff,
    isClosed: (at) => isOff({ user: '', name: '', zone: calendar.zone, answers: true }, at),
    afterWork: (who, at, hours) => {
      let then = Math.ceil(at.getTime() / step) * step;
      for (let left = Math.max(1, Math.round((hours * 60 * minute) / step)); left > 0; then += step)
        if (works(who, new Date(then))) left -= 1;
      return new Date(then);
    },
  };
}
