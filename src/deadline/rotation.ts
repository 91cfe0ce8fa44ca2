import { addDays, daysBetween, localDate, momentOn, weekdayOf } from './local-date.js';
import type { Policy, Rotation } from './policy.js';
import { dayKind, nextWorkingDay } from './working-day.js';

/**
 * Who takes their turn at a moment, and then everybody in the order in which they follow. Nobody before the first hand-over, or
 * without a rotation.
 */
export function rotationAt(policy: Policy, at: Date): readonly string[] {
  const { rotation } = policy;
  if (rotation === undefined) return [];
  const turn = turnAt(rotation, policy, at);
  if (turn < 0) return [];
  const first = turn % rotation.people.length;
  return [...rotation.people.slice(first), ...rotation.people.slice(0, first)];
}

/** Every hand-over after `from`, up to and including `to`. */
export function handOversBetween(policy: Policy, from: Date, to: Date): readonly Date[] {
  const { rotation } = policy;
  if (rotation === undefined) return [];
  const moments: Date[] = [];
  for (let turn = Math.max(0, turnAt(rotation, policy, from) + 1); ; turn += 1) {
    const at = handOver(turn, rotation, policy);
    if (at > to) return moments;
    moments.push(at);
  }
}

/** The number of the turn at a moment, from 0; negative before the first. */
function turnAt(rotation: Rotation, policy: Policy, at: Date): number {
  const days = daysBetween(firstDay(rotation), localDate(at, policy.calendar.zone));
  let turn = Math.floor(days / (7 * rotation.everyWeeks));
  // A hand-over may come later than its day, never earlier.
  while (handOver(turn, rotation, policy) > at) turn -= 1;
  return turn;
}

/**
 * When a turn begins. On a day off nobody hands over: it comes on the next working day at the same time. A turn whose whole week
 * is off passes at once.
 */
function handOver(turn: number, rotation: Rotation, { calendar }: Policy): Date {
  const day = addDays(firstDay(rotation), turn * 7 * rotation.everyWeeks);
  const worked = dayKind(day, calendar).worked ? day : nextWorkingDay(day, calendar);
  return momentOn(worked, rotation.handOver.time, calendar.zone);
}

/** The first weekday of the hand-over from `startsOn` on. */
function firstDay({ startsOn, handOver: { weekday } }: Rotation): string {
  return addDays(startsOn, (weekday - weekdayOf(startsOn) + 7) % 7);
}
