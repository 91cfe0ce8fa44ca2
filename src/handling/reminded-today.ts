import type { IsoDate } from '../deadline/calendar.js';
import type { Deadline } from '../deadline/deadlines.js';
import { lastRungBeforeDeadline, type Rung, rungNumbered } from '../deadline/ladder.js';
import type { Policy } from '../deadline/policy.js';
import type { TrackedPerson } from './ports.js';

const dayKey = (key: string) => `${key}:day`;
const dayNumber = (date: IsoDate) => Number(date.replaceAll('-', ''));

/** What is recorded of a deadline of which somebody was reminded on a day: it stands among the rungs, where older versions pass it over. */
export function toldOn(key: string, date: IsoDate): Readonly<Record<string, number>> {
  return { [dayKey(key)]: dayNumber(date) };
}

/** The record of a day, if it is there. */
export function toldToday(
  { rungs }: Pick<TrackedPerson, 'rungs'>,
  key: string,
  date: IsoDate,
): ReturnType<typeof toldOn> {
  return rungs[dayKey(key)] === dayNumber(date) ? toldOn(key, date) : {};
}

/**
 * Whether a reminder would be the second of a deadline on a person's local day. It would not, if the deadline passed between the two,
 * the second is the last before the deadline, or users are in danger.
 */
export function isTwiceOn(
  date: IsoDate,
  person: Pick<TrackedPerson, 'rungs'>,
  key: string,
  rung: Rung,
  deadline: Deadline,
  policy: Policy,
): boolean {
  if (person.rungs[dayKey(key)] !== dayNumber(date)) return false;
  if (deadline.exploited === true || lastRungBeforeDeadline(rung, deadline, policy)) return false;
  const told = rungNumbered(deadline, policy, Math.max(1, person.rungs[key] ?? 1));
  return told.at >= deadline.dueAt === rung.at >= deadline.dueAt;
}
