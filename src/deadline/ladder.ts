import { isPolicyDuty } from '../report/duty.js';
import type { Calendar } from './calendar.js';
import type { Deadline } from './deadlines.js';
import { localDate } from './local-date.js';
import type { Audience, Policy, RungPlace, RungSpec } from './policy.js';
import { remembered } from './remembered.js';
import { dayKind, nextWorkingDay } from './working-day.js';
import { afterOpenMillis, beforeOpenMillis, openingOn, openMillis } from './working-time.js';

/**
 * A rung of a deadline's ladder: when it is reached and whom it reminds. Numbers count from 1 in order of time, and never
 * change for a deadline.
 */
export type Rung = Readonly<{ number: number; at: Date; kind: RungPlace['kind']; tell: readonly Audience[] }>;

/** The latest rung at or before `now`. */
export function latestRung(deadline: Deadline, policy: Policy, now: Date): Rung | undefined {
  let latest: Rung | undefined;
  for (const rung of rungsOf(deadline, policy)) {
    if (rung.at > now) break;
    latest = rung;
  }
  return latest;
}

/** The first rung after `now`. There always is one, since each working day after the deadline has its own. */
export function nextRung(deadline: Deadline, policy: Policy, now: Date): Rung {
  return firstRung(rungsOf(deadline, policy), ({ at }) => at > now);
}

/** @throws RangeError for a number below 1. */
export function rungNumbered(deadline: Deadline, policy: Policy, number: number): Rung {
  if (!(number >= 1)) throw new RangeError(`there is no rung ${number}: rungs count from 1`);
  return firstRung(rungsOf(deadline, policy), (rung) => rung.number >= number);
}

function firstRung(rungs: Generator<Rung, never>, isIt: (rung: Rung) => boolean): Rung {
  let rung = rungs.next().value;
  while (!isIt(rung)) rung = rungs.next().value;
  return rung;
}

/** The last rung before the deadline, if there is one. */
export function lastBefore(deadline: Deadline, policy: Policy): Rung | undefined {
  return rungsBefore(deadline, policy).at(-1);
}

/** Whether this is the last rung before the deadline. The daily limit never holds it back. */
export function lastRungBeforeDeadline(rung: Rung, deadline: Deadline, policy: Policy): boolean {
  return rung.number === rungsBefore(deadline, policy).length;
}

/** Whether this is the rung at the deadline, the first that finds it missed. The daily limit never holds it back. */
export function firstRungAfterDeadline(rung: Rung, deadline: Deadline, policy: Policy): boolean {
  return rung.number === rungsBefore(deadline, policy).length + 1;
}

const hour = 3_600_000;

/** What reminds people more often until somebody has answered a report that is exploited, where the policy has that. */
export function fasterLadder({ duty, exploited }: Deadline, policy: Policy): Policy['exploited'] {
  return duty === 'acknowledge' && exploited === true ? policy.exploited : undefined;
}

/** A duty's own ladder. Without it, the common one holds. */
function ownLadder({ duty }: Deadline, { duties }: Policy): readonly RungSpec[] | undefined {
  return isPolicyDuty(duty) ? duties[duty]?.ladder : undefined;
}

/** All rungs in order of time, without end. */
export function* rungsOf(deadline: Deadline, policy: Policy): Generator<Rung, never> {
  const { known, more } = ladderOf(policy, deadline);
  for (let n = 0; ; n += 1) {
    const rung = known[n] ?? nextOf(more);
    known[n] = rung;
    yield rung;
  }
}

/** @throws RangeError where the calendar has no working day for a year, each time that it is asked */
function nextOf(more: Generator<Rung, never>): Rung {
  const { done, value } = more.next();
  if (done === true) throw new RangeError('a ladder never ends');
  return value;
}

/** As far as anybody has asked. Many reports have the same times: what is due at closing time, for example. */
const ladderOf = remembered(
  ({ duty, since, dueAt, exploited }: Deadline) => [duty, since.getTime(), dueAt.getTime(), exploited].join('/'),
  (policy: Policy, deadline) => ({ known: [] as Rung[], more: climb(deadline, policy) }),
);

/**
 * All rungs in order of time, without end. A rung of the faster ladder comes so long after everybody on it was reminded last. It is
 * left out where the usual ladder reminds all of them at that moment, or before half of the time has passed again.
 */
function* climb(deadline: Deadline, policy: Policy): Generator<Rung, never> {
  const { calendar } = policy;
  const exploited = fasterLadder(deadline, policy);
  const usual = rungsOfLadder(deadline, policy);
  if (exploited === undefined) return yield* usual;
  const { gaps, tell, kind } = exploited;
  let [place, gap] = [0, 0];
  const after = (since: Date) => {
    gap = (gaps[Math.min(place, gaps.length - 1)] ?? 1) * hour;
    return afterOpenMillis(since, gap, calendar);
  };
  let at = after(deadline.since);
  let next = usual.next().value;
  for (let number = 1; ; number += 1) {
    const meet = next.at.getTime() === at.getTime();
    const reachesAll = tell.every((audience) => next.tell.includes(audience));
    if (next.at > at && !(reachesAll && openMillis(at, next.at, calendar) <= gap / 2)) {
      yield { number, at, kind, tell };
      place += 1;
      at = after(at);
      continue;
    }
    // Of two at the same moment one is enough, for everybody whom either reminds.
    yield { ...next, number, ...(meet ? { tell: [...new Set([...next.tell, ...tell])] } : {}) };
    if (meet) place += 1;
    if (meet || reachesAll) at = after(next.at);
    next = usual.next().value;
  }
}

function* rungsOfLadder(deadline: Deadline, policy: Policy): Generator<Rung, never> {
  const { calendar } = policy;
  const fixed = placeRungs(deadline, ownLadder(deadline, policy) ?? policy.ladder, policy);
  yield* fixed;
  const after = (ownLadder(deadline, policy) ?? policy.ladder).find((spec) => spec.kind === 'each_working_day_after');
  const tell = after?.tell ?? ['channel'];
  const gaps = after?.gaps ?? [];
  const last = Math.max(deadline.dueAt.getTime(), fixed.at(-1)?.at.getTime() ?? 0);
  let day = localDate(new Date(last), calendar.zone);
  for (let n = 0; ; n += 1) {
    const number = fixed.length + 1 + n;
    for (let days = gaps[n] ?? gaps.at(-1) ?? 1; days > 0; days -= 1) day = nextWorkingDay(day, calendar);
    yield { number, at: openingOn(day, calendar), kind: 'each_working_day_after', tell };
  }
}

/**
 * The rungs up to the deadline and at it, from `since` on. One that falls on a day off comes when the next working day opens. Of
 * two at the same moment, the later kind stays.
 */
function placeRungs(deadline: Deadline, ladder: readonly RungSpec[], { calendar }: Policy): readonly Rung[] {
  const open = openMillis(deadline.since, deadline.dueAt, calendar);
  const placed = ladder.flatMap((spec) => {
    const at = momentOf(spec, deadline, open, calendar);
    if (at === undefined || at < deadline.since) return [];
    return [{ at: notOnDayOff(at, calendar), kind: spec.kind, tell: spec.tell }];
  });
  const order = ['share', 'hours_before', 'at_deadline'];
  placed.sort((a, b) => a.at.getTime() - b.at.getTime() || order.indexOf(a.kind) - order.indexOf(b.kind));
  return placed
    .filter(({ at }, i) => at.getTime() !== placed[i + 1]?.at.getTime())
    .map((rung, i) => ({ number: i + 1, ...rung }));
}

function momentOf(spec: RungSpec, { since, dueAt }: Deadline, open: number, calendar: Calendar): Date | undefined {
  switch (spec.kind) {
    case 'share':
      return afterOpenMillis(since, Math.round(open * spec.share), calendar);
    case 'hours_before':
      return beforeOpenMillis(dueAt, spec.hours * hour, calendar);
    case 'at_deadline':
      return dueAt;
    case 'each_working_day_after':
    case 'every_hours':
      return undefined;
    default:
      return spec satisfies never;
  }
}

function notOnDayOff(at: Date, calendar: Calendar): Date {
  const day = localDate(at, calendar.zone);
  return dayKind(day, calendar).worked ? at : openingOn(nextWorkingDay(day, calendar), calendar);
}

function rungsBefore(deadline: Deadline, policy: Policy): readonly Rung[] {
  const rungs: Rung[] = [];
  for (const rung of rungsOf(deadline, policy)) {
    if (rung.at >= deadline.dueAt) return rungs;
    rungs.push(rung);
  }
  return rungs;
}
