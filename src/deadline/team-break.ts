import type { Calendar, IsoDate } from './calendar.js';
import { daysBetween, isDate, localDate } from './local-date.js';
import { dayKind } from './working-day.js';
import { openingOn } from './working-time.js';

/** The whole team is away from a moment until it opens on a day, in its own zone. */
export type TeamBreak = Readonly<{ since: Date; until: IsoDate }>;

/** How long a break may last, in days: with more, a year was mistyped. */
const longestBreakDays = 60;

/** Why a typed day can't be the first one after a break: unreadable, not ahead, too far ahead, or a day off. */
export type BreakProblem = 'break_day_unreadable' | 'break_day_too_far' | 'break_day_off';

/** Reads the day on which the team answers again. */
export function readBreakDay(
  typed: string,
  now: Date,
  calendar: Calendar,
): Readonly<{ until: IsoDate } | { problem: BreakProblem }> {
  const today = localDate(now, calendar.zone);
  if (!isDate(typed) || typed <= today) return { problem: 'break_day_unreadable' };
  if (daysBetween(today, typed) > longestBreakDays) return { problem: 'break_day_too_far' };
  return dayKind(typed, calendar).worked ? { until: typed } : { problem: 'break_day_off' };
}

/** What of a policy says when the team is on a break. */
type WithBreak = Readonly<{ roster: Readonly<{ teamBreak?: TeamBreak }>; calendar: Calendar }>;

/** When the team is back, if a moment falls into its break. */
export function backFromBreak(at: Date, { roster: { teamBreak }, calendar }: WithBreak): Date | undefined {
  if (teamBreak === undefined || at < teamBreak.since) return undefined;
  const back = openingOn(teamBreak.until, calendar);
  return at < back ? back : undefined;
}
