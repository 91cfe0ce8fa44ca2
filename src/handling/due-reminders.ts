import type { IsoDate } from '../deadline/calendar.js';
import type { Deadline } from '../deadline/deadlines.js';
import {
  firstRungAfterDeadline,
  lastBefore,
  lastRungBeforeDeadline,
  type Rung,
  rungNumbered,
  rungsOf,
} from '../deadline/ladder.js';
import { addDays, localDate, momentOn } from '../deadline/local-date.js';
import { hoursOf, worksOn } from '../deadline/person-time.js';
import type { Policy } from '../deadline/policy.js';
import { movesAtMostMs } from '../deadline/reminder-moment.js';
import { backFromBreak } from '../deadline/team-break.js';
import { defined } from '../report/defined.js';
import { dutyNames } from '../report/duty.js';
import type { ReportId } from '../report/report-id.js';
import { earliest } from './due-notices.js';
import type { TrackedPerson } from './ports.js';
import { isTwiceOn, toldOn, toldToday } from './reminded-today.js';
import { recipientsOf, remindedFrom, rungKey, type ZoneOf, zoneFor } from './reminder-recipients.js';
import type { DutyRow } from './tracked-report.js';

/** One line of a reminder: which report, which deadline, which rung. `holder`: who else is the responder. Class A only. */
export type Reminder = Readonly<{
  id: ReportId;
  key: string;
  rung: Rung;
  deadline: Deadline;
  assigned: boolean;
  holder?: string;
}>;

/** What a person should have been sent by now, what then counts as posted, and when to look again. */
export type DueReminders = Readonly<{
  reminders: readonly Reminder[];
  /** The keys of the news that goes with them, or alone. */
  told: readonly string[];
  rungs: Readonly<Record<string, number>>;
  today: Readonly<{ date: string; count: number }>;
  /** The end of the last snooze that is over. */
  snoozeOver?: Date;
  wakeAt: Date | undefined;
}>;

/** How long until a person is looked at again where nothing is due before, in milliseconds. */
export const lookAgainMs = 3 * 24 * 3_600_000;
/** How far ahead to look for rungs, in milliseconds: a rung may move earlier into a person's hours by `movesAtMostMs`. */
export const lookAheadMs = lookAgainMs + movesAtMostMs;

/**
 * A person's reminders about all open duties, as one digest, the most urgent first. What would follow within an hour comes along,
 * within four hours on a day that has had half its messages, and on that day beyond its limit. Of exploited reports, so does what
 * would follow within two hours: no two such messages come closer.
 *
 * What somebody is to be told besides goes with them, or alone, within the person's hours, and after a break of the team; what is
 * `urgent`, by its key, at once.
 *
 * At most `policy.dailyReminders` such messages go out on one local day, and of one deadline one, but for the last before it and the
 * first after it; the rest waits for the person's hours of the next day. The limit never holds back the last rung before a deadline, nor
 * the first one after it, nor what an exploited report has besides. Neither does a snooze, but for the last rungs that are `excused`:
 * of what is left then, the latest reminder of each duty comes again when it ends. What is late, after an outage or that limit, waits for
 * the person's hours, unless its deadline comes first. Of many rows it pauses after each.
 */
export function* dueReminders(
  person: TrackedPerson,
  rows: readonly DutyRow[],
  policy: Policy,
  zoneOf: ZoneOf,
  now: Date,
  urgent: ReadonlySet<string> = new Set(),
): Generator<void, DueReminders> {
  const zone = zoneFor(person.user, zoneOf, policy);
  const date = localDate(now, zone);
  const count = person.today.date === date ? person.today.count : 0;
  const full = count >= policy.dailyReminders;
  const aheadMs = aheadOf(count, policy);
  const calledTo = new Set([...urgent].map(reportIn));
  const { snoozedUntil, snoozeOver } = person;
  const asleep = snoozedUntil !== undefined && now < snoozedUntil;
  const again = snoozedUntil !== undefined && !asleep && snoozeOver?.getTime() !== snoozedUntil.getTime();
  const open = rows.flatMap((row) => deadlinesIn(row).map((deadline) => ({ row, deadline })));
  const rungs: Record<string, number> = {};
  const found: Reminder[] = [];
  const soon: Reminder[] = [];
  const wakes: Date[] = [];
  const opens = opensNext(person.user, date, zone, policy, now);
  const tomorrow = nextOpening(person.user, date, zone, policy);
  let waits = opens !== undefined && !again;
  for (const { row, deadline } of open) {
    const key = `${row.id}:${rungKey(deadline)}`;
    const assigned = row.responder === person.user;
    const { reached, next } = rungsFor(person.user, row, deadline, policy, zoneOf, now, again);
    const from = remindedFrom(row, deadline);
    const since = assigned ? (row.responderSince ?? from) : from;
    const before = reached.filter(({ at }) => at < since || at < from).at(-1)?.rung.number ?? 0;
    const posted = Math.max(person.rungs[key] ?? 0, before);
    rungs[key] = posted;
    const { rung, at = now } = reached.at(-1) ?? {};
    const about = { id: row.id, key, deadline, assigned, ...defined({ holder: assigned ? undefined : row.responder }) };
    Object.assign(rungs, toldToday(person, key, date));
    const isTwice = (one: Rung) => !again && isTwiceOn(date, person, key, one, deadline, policy);
    if (rung !== undefined && rung.number > posted && isTwice(rung)) wakes.push(tomorrow);
    else if (rung !== undefined && (rung.number > posted || (again && rung.number === person.rungs[key]))) {
      waits &&= opens !== undefined && mayWait(rung, at, deadline, opens, now);
      found.push({ ...about, rung });
    } else if (
      next !== undefined &&
      !calledTo.has(row.id) &&
      maySendSooner(next, deadline, posted, aheadMs, now) &&
      !isTwice(next.rung)
    )
      soon.push({ ...about, rung: next.rung });
    wakes.push(next?.at ?? new Date(now.getTime() + lookAgainMs));
    yield;
  }
  const isExcused = ({ key }: Reminder) => asleep && person.excused?.includes(key) === true;
  const must = found.filter((one) => mustBePosted(one, rungs[one.key] ?? 0, policy, isExcused(one)));
  const mayBeTold = opens === undefined && urgent.size > 0;
  const ready = waits ? [] : asleep ? must : full && must.length === 0 && !mayBeTold ? [] : found;
  const along = asleep || (ready.length === 0 && !mayBeTold) ? [] : soon;
  const reminders = [...ready, ...along].toSorted(mostUrgentFirst);
  const pending = Object.keys(person.news ?? {});
  const back = backFromBreak(now, policy);
  const isOpen = back === undefined && opens === undefined && (!full || reminders.length > 0 || urgent.size > 0);
  const told = isOpen ? pending : pending.filter((key) => urgent.has(key));
  const over = again && (reminders.length > 0 || found.length === 0);
  for (const { key, rung } of reminders) Object.assign(rungs, { [key]: rung.number }, toldOn(key, date));
  const ids = new Set<string | undefined>(rows.map(({ id }) => id));
  for (const [key, posted] of Object.entries(person.rungs))
    if (isNews(key) && ids.has(reportIn(key))) rungs[key] = posted;
  for (const key of told) rungs[key] = 1;
  if (pending.length > told.length) wakes.push(back ?? opens ?? tomorrow);
  if (waits && found.length > 0) wakes.push(opens ?? now);
  else if (asleep) wakes.push(snoozedUntil);
  else if (found.length > ready.length) wakes.push(tomorrow);
  return {
    reminders,
    told,
    rungs,
    today: { date, count: reminders.length > 0 || told.length > 0 ? count + 1 : count },
    ...defined({ snoozeOver: over ? snoozedUntil : snoozeOver }),
    wakeAt: earliest(wakes),
  };
}

/** Whether a key in `rungs` is of something that a person was told, and not of a deadline. */
export function isNews(key: string): boolean {
  return key.includes(':told_');
}

/** A reminder that is sent so long after its moment is late, in milliseconds. */
const lateMs = 15 * 60_000;

/** Whether a reminder that is late, after an outage or because of the limit of a day, may wait until the person's hours begin. */
function mayWait(rung: Rung, at: Date, { dueAt }: Deadline, opens: Date, now: Date): boolean {
  const isLate = now.getTime() - at.getTime() > lateMs;
  const isTooLateThen = now < dueAt && dueAt <= opens;
  return isLate && !isTooLateThen && rung.kind !== 'every_hours';
}

/** When the person's hours begin next; `undefined` within them. */
export function opensNext(user: string, date: IsoDate, zone: string, policy: Policy, now: Date): Date | undefined {
  const { open, close } = hoursOf(user, policy);
  const opensToday = momentOn(date, open, zone);
  if (!worksOn(user, date, policy) || now > momentOn(date, close, zone)) return nextOpening(user, date, zone, policy);
  return now < opensToday ? opensToday : undefined;
}

/** The report that a key of news or of a deadline names. */
function reportIn(key: string): string | undefined {
  return key.split(':')[0];
}

const hourMs = 3_600_000;

/**
 * What comes so soon after a message is part of it, in milliseconds: within an hour, within four on a day that has had half the messages
 * it may have, and within a working day beyond them.
 */
function aheadOf(count: number, { dailyReminders }: Policy): number {
  return (count >= dailyReminders ? 9 : count >= dailyReminders / 2 ? 4 : 1) * hourMs;
}

/** What comes so soon about another exploited report is part of it. */
const exploitedTogetherMs = 2 * hourMs;

/** Whether another message takes the next reminder of a deadline along. Nobody hears of a missed deadline before it is missed. */
function maySendSooner(
  { at, rung }: NextRung,
  { dueAt, exploited }: Deadline,
  posted: number,
  aheadMs: number,
  now: Date,
): boolean {
  const gap = at.getTime() - now.getTime();
  const near = gap < aheadMs || (exploited === true && gap <= exploitedTogetherMs);
  return near && rung.number > posted && (rung.at < dueAt || dueAt <= now);
}

function mostUrgentFirst(one: Reminder, other: Reminder): number {
  return (
    Number(other.deadline.exploited ?? false) - Number(one.deadline.exploited ?? false) ||
    one.deadline.dueAt.getTime() - other.deadline.dueAt.getTime()
  );
}

/** When the person may next be reminded on a later day. Nobody rests for more than a fortnight without being away. */
function nextOpening(user: string, date: IsoDate, zone: string, policy: Policy): Date {
  let day = addDays(date, 1);
  for (let days = 0; days < 14 && !worksOn(user, day, policy); days += 1) day = addDays(day, 1);
  return momentOn(day, hoursOf(user, policy).open, zone);
}

function mustBePosted({ rung, deadline }: Reminder, posted: number, policy: Policy, excused: boolean): boolean {
  // Users are in danger while nobody answers.
  if (rung.kind === 'every_hours' || (!excused && lastRungBeforeDeadline(rung, deadline, policy))) return true;
  for (let number = posted + 1; number <= rung.number; number += 1)
    if (firstRungAfterDeadline(rungNumbered(deadline, policy, number), deadline, policy)) return true;
  return false;
}

/** The open duties of a report. */
export function deadlinesIn({ duties }: DutyRow): Deadline[] {
  return dutyNames.flatMap((duty) => {
    const open = duties[duty];
    return open === undefined ? [] : [{ duty, ...open }];
  });
}

/** A rung, and when it reaches the person. */
type NextRung = Readonly<{ at: Date; rung: Rung }>;

/** The rungs for this person from the latest on: those reached, each at the person's own moment, and when the next comes. */
function rungsFor(
  user: string,
  row: DutyRow,
  deadline: Deadline,
  policy: Policy,
  zoneOf: ZoneOf,
  now: Date,
  again: boolean,
): { reached: NextRung[]; next: NextRung | undefined } {
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
  const lastDay = dayOf(last && momentOf(last));
  // Twice on one day about the same would be nagging, and the last one before the deadline always comes.
  const isSaidLater = (rung: Rung) =>
    last !== undefined &&
    rung.number < last.number &&
    rung.kind !== 'every_hours' &&
    (dayOf(momentOf(rung)) === lastDay || (!again && dayOf(now) === lastDay));
  const reached: NextRung[] = [];
  for (const rung of rungsFromLatest(deadline, policy, now, isSaidLater)) {
    const at = momentOf(rung);
    if (at !== undefined && at > now) return { reached, next: { at, rung } };
    if (at !== undefined) reached.push({ at, rung });
  }
  return { reached, next: undefined };
}

function rungsFromLatest(deadline: Deadline, policy: Policy, now: Date, leftOut: (rung: Rung) => boolean): Rung[] {
  const rungs: Rung[] = [];
  for (const rung of rungsOf(deadline, policy)) {
    if (leftOut(rung)) continue;
    if (rung.at <= now) rungs.length = 0;
    rungs.push(rung);
    if (rung.at.getTime() > now.getTime() + lookAheadMs) break;
  }
  return rungs;
}
