import type { IsoDate } from './calendar.js';
import { addDays, momentOn } from './local-date.js';
import type { TeamBreak } from './team-break.js';

/** Somebody is away from the first day to the last, both included and in the team's zone. `substitute` stands in for them. */
export type Absence = Readonly<{ user: string; from: IsoDate; to: IsoDate; substitute?: string }>;

/** `responder` is on duty instead of somebody, from a moment until before another. */
export type Cover = Readonly<{ from: Date; to: Date; responder: string; insteadOf: string }>;

/**
 * What people have said about duty and their own time since the policy was written. A later cover wins over an earlier one.
 * `weekends`: the weekdays (1 is Monday) that somebody has off each week, by Slack user id; they win over the policy's.
 */
export type Roster = Readonly<{
  absences: readonly Absence[];
  covers: readonly Cover[];
  weekends: ReadonlyMap<string, readonly number[]>;
  teamBreak?: TeamBreak;
}>;

export const emptyRoster: Roster = { absences: [], covers: [], weekends: new Map() };

/** The absence of a person on a day, if they are away. */
export function absenceOn(user: string, day: IsoDate, { absences }: Roster): Absence | undefined {
  return absences.find((one) => one.user === user && one.from <= day && day <= one.to);
}

/** Whoever stands in for a person on a day: they themselves, their substitute while they are away, or nobody. */
export function standIn(user: string, day: IsoDate, roster: Roster): string | undefined {
  const away = absenceOn(user, day, roster);
  if (away === undefined) return user;
  const { substitute } = away;
  return substitute === undefined || absenceOn(substitute, day, roster) !== undefined ? undefined : substitute;
}

/** Whether a person stands in for somebody on a day or later. */
export function isSubstitute(user: string, day: IsoDate, { absences }: Roster): boolean {
  return absences.some(({ substitute, to }) => substitute === user && day <= to);
}

/** The moments at which a roster may change who is on duty. */
export function changesOf({ absences, covers }: Pick<Roster, 'absences' | 'covers'>, zone: string): readonly Date[] {
  const midnight = (day: IsoDate) => momentOn(day, '00:00', zone);
  return [
    ...absences.flatMap(({ from, to }) => [midnight(from), midnight(addDays(to, 1))]),
    ...covers.flatMap(({ from, to }) => [from, to]),
  ];
}
