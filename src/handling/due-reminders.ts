import type { Deadline } from '../deadline/deadlines.js';
import type { Rung } from '../deadline/ladder.js';
import { localDate } from '../deadline/local-date.js';
import type { Policy } from '../deadline/policy.js';
import { backFromBreak } from '../deadline/team-break.js';
import { defined } from '../report/defined.js';
import type { ReportId } from '../report/report-id.js';
import { deadlinesIn } from './deadlines-in.js';
import { earliest } from './due-notices.js';
import { nextOpening, opensNext } from './opens-next.js';
import type { TrackedPerson } from './ports.js';
import { isTwiceOn, toldOn, toldToday } from './reminded-today.js';
import { aheadOf, maySendSooner, mayWait, mustBePosted } from './reminder-limits.js';
import { remindedFrom, rungKey, type ZoneOf, zoneFor } from './reminder-recipients.js';
import { lookAgainMs, rungsFor } from './rungs-for-person.js';
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
 * the person's hours, but for the last rung where the deadline comes first. Of many rows it pauses after each.
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
    if (posted > 0) rungs[key] = posted;
    const { rung, at = now } = reached.at(-1) ?? {};
    const about = { id: row.id, key, deadline, assigned, ...defined({ holder: assigned ? undefined : row.responder }) };
    Object.assign(rungs, toldToday(person, key, date));
    const isTwice = (one: Rung) => !again && isTwiceOn(date, person, key, one, deadline, policy);
    if (rung !== undefined && rung.number > posted && isTwice(rung)) wakes.push(tomorrow);
    else if (rung !== undefined && (rung.number > posted || (again && rung.number === person.rungs[key]))) {
      waits &&= opens !== undefined && mayWait({ at, rung }, deadline, policy, opens, now);
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

/** The report that a key of news or of a deadline names. */
function reportIn(key: string): string | undefined {
  return key.split(':')[0];
}

function mostUrgentFirst(one: Reminder, other: Reminder): number {
  return (
    Number(other.deadline.exploited ?? false) - Number(one.deadline.exploited ?? false) ||
    one.deadline.dueAt.getTime() - other.deadline.dueAt.getTime()
  );
}
