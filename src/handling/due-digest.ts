import type { Calendar } from '../deadline/calendar.js';
import type { Deadline } from '../deadline/deadlines.js';
import {
  fasterLadder,
  firstRungAfterDeadline,
  lastRungBeforeDeadline,
  type Rung,
  rungsOf,
} from '../deadline/ladder.js';
import { localDate } from '../deadline/local-date.js';
import { onDuty } from '../deadline/on-duty.js';
import { openHoursOn } from '../deadline/open-hours.js';
import type { Policy } from '../deadline/policy.js';
import { standIn } from '../deadline/roster.js';
import { dayKind, nextWorkingDay } from '../deadline/working-day.js';
import { openingOn, openMillis } from '../deadline/working-time.js';
import { defined } from '../report/defined.js';
import type { ReportId } from '../report/report-id.js';
import { deadlinesIn } from './deadlines-in.js';
import { earliest } from './due-notices.js';
import type { TrackedPerson } from './ports.js';
import { recipientsOf, remindedFrom, rungKey, type ZoneOf } from './reminder-recipients.js';
import { lookAgainMs, lookAheadMs } from './rungs-for-person.js';
import type { DutyRow } from './tracked-report.js';

/** One report in a digest, with its soonest deadline. Class A, and its responder. */
export type DigestLine = Readonly<{
  id: ReportId;
  why: 'overdue' | 'soon' | 'new';
  deadline: Deadline;
  responder?: string;
}>;

/** What the channel should be told now, as one message. Nothing is due where there is no line. */
export type DueDigest = Readonly<{
  lines: readonly DigestLine[];
  /** The rungs that it tells. No other digest tells them. */
  told: readonly Readonly<{ key: string; number: number }>[];
  /** People who are mentioned, since nobody has a report and the ladder reaches nobody. */
  calls: readonly string[];
  /** How many open reports each has, whoever has the most first. Without `user`: nobody. */
  holders: readonly Readonly<{ user?: string; count: number }>[];
  /** Who has come on duty, if the channel is to hear of that too. */
  onDuty?: string;
  /** What is then recorded. A report that no key names was in no digest yet. */
  rungs: Readonly<Record<string, number>>;
  wakeAt: Date | undefined;
}>;

type Open = Readonly<{ row: DutyRow; deadline: Deadline; key: string }>;
type Found = Open & Readonly<{ rung: Rung }>;

/**
 * What the channel is told of all open duties, as one digest a moment: of rungs that tell it, and of those that reach nobody else.
 * What is exploited and unanswered comes at once, and so does a missed deadline, but for one that a lead hears of: it waits for the next
 * opening. Before a deadline there is one, when the day of the last rung opens.
 * A missed deadline is told again after a working day at the earliest. Nothing to tell, no digest. Of many rows it pauses after each.
 */
export function* dueDigest(
  { rungs: before }: Pick<TrackedPerson, 'rungs'>,
  rows: readonly DutyRow[],
  policy: Policy,
  zoneOf: ZoneOf,
  now: Date,
): Generator<void, DueDigest> {
  const open = rows.flatMap((row): Open[] =>
    deadlinesIn(row).map((deadline) => ({ row, deadline, key: `${row.id}:${rungKey(deadline)}` })),
  );
  const found: Found[] = [];
  const wakes: Date[] = [];
  for (const one of open) {
    const { rung, next } = rungsForChannel(one, before[one.key] ?? 0, policy, zoneOf, now);
    if (rung !== undefined) found.push({ ...one, rung });
    wakes.push(next ?? new Date(now.getTime() + lookAgainMs));
    yield;
  }
  const wakeAt = earliest(wakes);
  const kept = Object.fromEntries(open.flatMap(({ key }) => (before[key] === undefined ? [] : [[key, before[key]]])));
  if (found.length === 0) return { lines: [], told: [], calls: [], holders: [], rungs: kept, wakeAt };
  const told = found.map(({ key, rung }) => ({ key, number: rung.number }));
  const calls = new Set<string>();
  for (const one of found) {
    for (const user of callsOf(one, policy, zoneOf)) calls.add(user);
    yield;
  }
  return {
    lines: linesOf(rows, found, before, now),
    told,
    calls: [...calls],
    holders: holdersOf(rows),
    rungs: {
      ...Object.fromEntries(open.map(({ key }) => [key, 0])),
      ...kept,
      ...Object.fromEntries(told.map(({ key, number }) => [key, number])),
    },
    wakeAt,
  };
}

/** The latest rung that the channel is to be told of by now, and when the next one comes. */
function rungsForChannel(
  { row, deadline }: Open,
  told: number,
  policy: Policy,
  zoneOf: ZoneOf,
  now: Date,
): { rung?: Rung; next?: Date } {
  const from = remindedFrom(row, deadline);
  let latest: Rung | undefined;
  for (const rung of recentRungs(deadline, policy, now)) {
    if (rung.number <= told || rung.at < from) continue;
    const { channel, people } = recipientsOf(rung, factsOf(row, deadline), policy, zoneOf);
    if (!channel) continue;
    const isLead = (user: string) => policy.leads.includes(user);
    const toldToOthers =
      row.responder !== undefined && people.some(({ user }) => user !== row.responder || isLead(user));
    const at = momentInChannel(rung, deadline, policy, toldToOthers);
    if (at === undefined) continue;
    if (at > now) return { ...defined({ rung: latest }), next: at };
    latest = rung;
  }
  return defined({ rung: latest });
}

/** The rungs from the two latest on, as far as to look. The latest may be one that the channel is not told of. */
function recentRungs(deadline: Deadline, policy: Policy, now: Date): readonly Rung[] {
  const rungs: Rung[] = [];
  for (const rung of rungsOf(deadline, policy)) {
    if (rung.at <= now) rungs.splice(0, rungs.length - 1);
    rungs.push(rung);
    if (rung.at.getTime() > now.getTime() + lookAheadMs) break;
  }
  return rungs;
}

/**
 * When the channel is told of a rung; `undefined` where another one says it soon before or after. `toldToOthers`: somebody has the
 * report, and a lead, or somebody else, hears of the missed deadline when it is missed.
 */
function momentInChannel(rung: Rung, deadline: Deadline, policy: Policy, toldToOthers: boolean): Date | undefined {
  const { calendar } = policy;
  if (fasterLadder(deadline, policy) !== undefined) return rung.at;
  const day = localDate(rung.at, calendar.zone);
  if (firstRungAfterDeadline(rung, deadline, policy)) return toldToOthers ? openingFrom(rung.at, calendar) : rung.at;
  if (rung.at < deadline.dueAt) {
    const opening = openingOn(day, calendar);
    if (!lastRungBeforeDeadline(rung, deadline, policy)) return undefined;
    return opening < deadline.since ? rung.at : opening;
  }
  const { opens, closes } = openHoursOn(day, calendar);
  return openMillis(deadline.dueAt, rung.at, calendar) < closes - opens ? undefined : rung.at;
}

/** The moment, if it is an opening, or the next one. */
function openingFrom(at: Date, calendar: Calendar): Date {
  const day = localDate(at, calendar.zone);
  const opening = openingOn(day, calendar);
  return dayKind(day, calendar).worked && at <= opening ? opening : openingOn(nextWorkingDay(day, calendar), calendar);
}

function factsOf(row: DutyRow, deadline: Deadline) {
  return { ...row, noticesFrom: remindedFrom(row, deadline), since: deadline.since, dueAt: deadline.dueAt };
}

/** Whoever is on duty and the leads, for a report that nobody has, where its deadline is near or missed and the rung doesn't reach them. */
function callsOf({ row, deadline, rung }: Found, policy: Policy, zoneOf: ZoneOf): readonly string[] {
  if (row.responder !== undefined) return [];
  if (rung.at < deadline.dueAt && !lastRungBeforeDeadline(rung, deadline, policy)) return [];
  const reached = recipientsOf(rung, factsOf(row, deadline), policy, zoneOf).people.map(({ user }) => user);
  const day = localDate(rung.at, policy.calendar.zone);
  const leads = policy.leads.map((user) => standIn(user, day, policy.roster));
  return [onDuty(policy, rung.at).responder, ...leads].filter(
    (user) => user !== undefined && user !== row.reporter && !reached.includes(user),
  ) as string[];
}

const order = ['overdue', 'soon', 'new'] as const;

/** Each report once: what is overdue, what was found to be due soon, and what is new since the digest before. */
function linesOf(rows: readonly DutyRow[], found: readonly Found[], before: TrackedPerson['rungs'], now: Date) {
  const known = new Set(Object.keys(before).map((key) => key.split(':')[0]));
  const foundRows = new Set(found.map(({ row }) => row));
  const lines = rows.flatMap((row): DigestLine[] => {
    const [deadline] = deadlinesIn(row).toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
    if (deadline === undefined) return [];
    const { id, responder } = row;
    const isNew = !known.has(id) && deadline.duty === 'acknowledge';
    const isFound = foundRows.has(row);
    if (now < deadline.dueAt && !isFound && !isNew) return [];
    const why = deadline.dueAt <= now ? 'overdue' : isFound ? 'soon' : 'new';
    return [{ id, why, deadline, ...defined({ responder }) }];
  });
  return lines.toSorted(
    (one, other) =>
      Number(other.deadline.exploited ?? false) - Number(one.deadline.exploited ?? false) ||
      order.indexOf(one.why) - order.indexOf(other.why) ||
      one.deadline.dueAt.getTime() - other.deadline.dueAt.getTime(),
  );
}

/** How many reports each has, whoever has the most first. */
export function holdersOf(rows: readonly Pick<DutyRow, 'responder'>[]): DueDigest['holders'] {
  const counts = new Map<string | undefined, number>();
  for (const { responder } of rows) counts.set(responder, (counts.get(responder) ?? 0) + 1);
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([user, count]) => ({ ...defined({ user }), count }));
}
