import { localDate } from '../deadline/local-date.js';
import { weeklyMoment } from '../deadline/weekly-moment.js';
import { dueDigest } from './due-digest.js';
import { earliest } from './due-notices.js';
import { openDutyRows } from './open-duty-rows.js';
import type { ReconcilePerson, ReconcilePersonDeps } from './reconcile-person.js';
import { retryIn } from './retry-in.js';
import { weekOf } from './week.js';

/** What names a week among the rungs that were told. */
const weekMark = 'week:';

/**
 * Posts in the security channel the weekly digest that is due, or else the digest of what is due: one message a look, so that each is
 * recorded before the next. One that may be there already is looked for first.
 */
export function createReconcileChannel({ reports, notifier, current, clock }: ReconcilePersonDeps): ReconcilePerson {
  return async (channel, mayPost) => {
    const now = clock();
    const policy = await current.now();
    const weekly = weeklyMoment(policy, now);
    const week = weekly?.due === undefined ? undefined : `${weekMark}${weekly.due}`;
    if (weekly?.due !== undefined && week !== undefined && channel.rungs[week] === undefined) {
      if (!mayPost()) return { ...channel, wakeAt: now };
      const told = await weekOf({ reports, departed: notifier.departed }, policy, now);
      const outcome = told && (await notifier.week(told, weekly.due, now));
      if (outcome !== undefined && outcome.kind !== 'posted') return { ...channel, wakeAt: retryIn(outcome, now) };
      return { ...channel, rungs: { ...withoutWeeks(channel.rungs), [week]: 1 }, wakeAt: now };
    }
    const { rows, zoneOf } = await openDutyRows({ reports, notifier }, policy, now);
    const due = dueDigest(channel, rows, policy, zoneOf, now);
    const date = localDate(now, policy.calendar.zone);
    const count = channel.today.date === date ? channel.today.count : 0;
    if (due.lines.length > 0) {
      if (!mayPost()) return { ...channel, wakeAt: now };
      const outcome = await notifier.digest(due, channel.uncertain, now);
      if (outcome.kind !== 'posted')
        return { ...channel, uncertain: channel.uncertain || outcome.kind === 'unsure', wakeAt: retryIn(outcome, now) };
    }
    const { user, version } = channel;
    const today = { date, count: due.lines.length > 0 ? count + 1 : count };
    const rungs = { ...due.rungs, ...(week === undefined ? {} : { [week]: 1 }) };
    return { user, version, rungs, today, uncertain: false, wakeAt: earliest([due.wakeAt, weekly?.next]) };
  };
}

function withoutWeeks(rungs: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(rungs).filter(([key]) => !key.startsWith(weekMark)));
}
