import type { DayHours, IsoDate } from './calendar.js';
import { weekdayOf } from './local-date.js';
import type { Policy } from './policy.js';
import { absenceOn } from './roster.js';
import { dayKind } from './working-day.js';

/** The hours in which a person may be reminded, in their own zone. */
export function hoursOf(user: string, { people, personHours }: Policy): DayHours {
  return people.get(user)?.hours ?? personHours;
}

/**
 * Whether a person may be reminded on a date of their own zone. The team's holidays are free for everybody. A make-up day is
 * one for those only who have the team's week: a weekend of their own stays free. What somebody says of their weekends wins over
 * the policy file. The days on which they are away are free in their zone too: who stands in for them goes by the team's.
 */
export function worksOn(user: string, date: IsoDate, { people, roster, calendar }: Policy): boolean {
  if (absenceOn(user, date, roster) !== undefined) return false;
  const { worked, why } = dayKind(date, calendar);
  const off = roster.weekends.get(user);
  if (off !== undefined) return why !== 'holiday' && !off.includes(weekdayOf(date));
  const own = people.get(user)?.weekdays;
  return own === undefined ? worked : why !== 'holiday' && own.includes(weekdayOf(date));
}
