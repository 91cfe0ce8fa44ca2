import type { Deadline } from '../deadline/deadlines.js';
import { firstRungAfterDeadline, lastRungBeforeDeadline, type Rung, rungNumbered } from '../deadline/ladder.js';
import type { Policy } from '../deadline/policy.js';
import type { PersonRung } from './rungs-for-person.js';

/** A reminder that is sent so long after its moment is late, in milliseconds. */
const lateMs = 15 * 60_000;

/**
 * Whether a reminder that is late, after an outage or because of a limit of a day, may wait until the person's hours begin. The last one
 * before a deadline may not, where they begin after it.
 */
export function mayWait({ at, rung }: PersonRung, deadline: Deadline, policy: Policy, opens: Date, now: Date): boolean {
  const { dueAt } = deadline;
  const isLate = now.getTime() - at.getTime() > lateMs;
  const isTooLateThen = now < dueAt && dueAt <= opens && lastRungBeforeDeadline(rung, deadline, policy);
  return isLate && !isTooLateThen && rung.kind !== 'every_hours';
}

const hourMs = 3_600_000;

/**
 * What comes so soon after a message is part of it, in milliseconds: within an hour, within four on a day that has had half the messages
 * it may have, and within a working day beyond them.
 */
export function aheadOf(count: number, { dailyReminders }: Policy): number {
  return (count >= dailyReminders ? 9 : count >= dailyReminders / 2 ? 4 : 1) * hourMs;
}

/** What comes so soon about another exploited report is part of it. */
const exploitedTogetherMs = 2 * hourMs;

/** Whether another message takes the next reminder of a deadline along. Nobody hears of a missed deadline before it is missed. */
export function maySendSooner(
  { at, rung }: PersonRung,
  { dueAt, exploited }: Deadline,
  posted: number,
  aheadMs: number,
  now: Date,
): boolean {
  const gap = at.getTime() - now.getTime();
  const near = gap < aheadMs || (exploited === true && gap <= exploitedTogetherMs);
  return near && rung.number > posted && (rung.at < dueAt || dueAt <= now);
}

/** Whether neither the limit of a day nor a snooze holds a reminder back. `posted`: the rung that the person had last. */
export function mustBePosted(
  { rung, deadline }: Readonly<{ rung: Rung; deadline: Deadline }>,
  posted: number,
  policy: Policy,
  excused: boolean,
): boolean {
  // Users are in danger while nobody answers.
  if (rung.kind === 'every_hours' || (!excused && lastRungBeforeDeadline(rung, deadline, policy))) return true;
  // It stands for those that the person has not had, too.
  for (let number = posted + 1; number <= rung.number; number += 1) {
    const one = rungNumbered(deadline, policy, number);
    if (one.kind === 'every_hours' || firstRungAfterDeadline(one, deadline, policy)) return true;
  }
  return false;
}
