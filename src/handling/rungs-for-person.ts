import type { Deadline } from '../deadline/deadlines.js';
import { lastBefore, type Rung, rungsOf } from '../deadline/ladder.js';
import { localDate } from '../deadline/local-date.js';
import type { Policy } from '../deadline/policy.js';
import { movesAtMostMs } from '../deadline/reminder-moment.js';
import { recipientsOf, remindedFrom, type ZoneOf, zoneFor } from './reminder-recipients.js';
import type { DutyRow } from './tracked-report.js';

/** How long until a person is looked at again where nothing is due before, in milliseconds. */
export const lookAgainMs = 3 * 24 * 3_600_000;
/** How far ahead to look for rungs, in milliseconds: a rung may move earlier into a person's hours by `movesAtMostMs`. */
export const lookAheadMs = lookAgainMs + movesAtMostMs;

/** The longest day that a clock change makes, in milliseconds. */
const longestDayMs = 25 * 3_600_000;

/** A rung, and when it reaches the person. */
export type PersonRung = Readonly<{ at: Date; rung: Rung }>;

/** The rungs for this person from the latest on: those reached, each at the person's own moment, and when the next comes. */
export function rungsFor(
  user: string,
  row: DutyRow,
  deadline: Deadline,
  policy: Policy,
  zoneOf: ZoneOf,
  now: Date,
  again: boolean,
): { reached: PersonRung[]; next: PersonRung | undefined } {
  const facts = { ...row, noticesFrom: remindedFrom(row, deadline), since: deadline.since, dueAt: deadline.dueAt };
  const moments = new Map<number, Date | undefined>();
  const momentOf = (rung: Rung) => {
    const { number } = rung;
    if (!moments.has(number))
      moments.set(number, recipientsOf(rung, facts, policy, zoneOf).people.find((person) => person.user === user)?.at);
    return moments.get(number);
  };
  const last = lastBefore(deadline, policy);
  const dayOf = (at: Date | undefined) => at && localDate(at, zoneFor(user, zoneOf, policy));
  const lastAt = last && momentOf(last);
  const lastDay = dayOf(lastAt);
  const isLastDay = dayOf(now) === lastDay;
  // Twice on one day about the same would be nagging, and the last one before the deadline always comes.
  const isSaidLater = (rung: Rung) => {
    if (last === undefined || rung.number >= last.number || rung.kind === 'every_hours') return false;
    if (!again && isLastDay) return true;
    // Without a look at the person's hours: a rung may move to an earlier day, never to a later one.
    const mayMeet = lastAt === undefined || lastAt.getTime() - rung.at.getTime() < longestDayMs;
    return mayMeet && dayOf(momentOf(rung)) === lastDay;
  };
  const reached: PersonRung[] = [];
  for (const rung of rungsFromLatest(deadline, policy, now, isSaidLater)) {
    const at = momentOf(rung);
    if (at !== undefined && at > now) return { reached, next: { at, rung } };
    if (at !== undefined) reached.push({ at, rung });
  }
  return { reached, next: undefined };
}

/** The latest rung until now, and those after it, as far as somebody looks ahead. */
function* rungsFromLatest(
  deadline: Deadline,
  policy: Policy,
  now: Date,
  leftOut: (rung: Rung) => boolean,
): Generator<Rung, void> {
  let latest: Rung | undefined;
  for (const rung of rungsOf(deadline, policy)) {
    if (leftOut(rung)) continue;
    if (rung.at <= now) {
      latest = rung;
      continue;
    }
    if (latest !== undefined) yield latest;
    latest = undefined;
    yield rung;
    if (rung.at.getTime() > now.getTime() + lookAheadMs) return;
  }
}
