import { localDate } from '../deadline/local-date.js';
import { weeklyMoment } from '../deadline/weekly-moment.js';
import { dueDigest } from './due-digest.js';
import { earliest } from './due-notices.js';
import { openDutyRows } from './open-duty-rows.js';
import type { ReconcilePerson, ReconcilePersonDeps } from './reconcile-person.js';
import { retryIn } from './retry-in.js';
import { inSlices } from './slices.js';
import { weekOf } from './week.js';

/** What names a week among the rungs that were told. */
const weekMark = 'week:';

/**
 * Posts in the security channel the digest of what is due, or the weekly one with that in it: one message a look, so that it is
 * recorded before the next. One that may be there already is looked for first.
 */
export function createReconcileChannel({ reports, notifier, current, clock }: ReconcilePersonDeps): ReconcilePerson {
  return async (channel, mayPost) => {
    const now = clock();
    const policy = await current.now();
    const weekly = weeklyMoment(policy, now);
    const mark = weekly?.due === undefined ? undefined : `${weekMark}${weekly.due}`;
    const isWeekTold = mark === undefined || channel.rungs[mark] !== undefined;
    const week = isWeekTold ? undefined : await weekOf({ reports, departed: notifier.departed }, policy, now);
    const { rows, zoneOf } = await openDutyRows({ reports, notifier }, policy, now);
    const due = await inSlices(dueDigest(channel, rows, policy, zoneOf, now));
    const date = localDate(now, policy.calendar.zone);
    const count = channel.today.date === date ? channel.today.count : 0;
    const isPosted = week !== undefined || due.lines.length > 0;
    const marked = mark === undefined ? {} : { [mark]: 1 };
    if (isPosted) {
      if (!mayPost()) return { ...channel, wakeAt: now };
      const outcome =
        week === undefined || weekly?.due === undefined
          ? await notifier.digest(due, channel.uncertain, now)
          : await notifier.week(week, weekly.due, due, now);
      if (outcome.kind !== 'posted')
        return { ...channel, uncertain: channel.uncertain || outcome.kind === 'unsure', wakeAt: retryIn(outcome, now) };
      // It was there before, and may say less than is due by now.
      if (week !== undefined && outcome.ts === undefined)
        return { ...channel, rungs: { ...withoutWeeks(channel.rungs), ...marked }, uncertain: true, wakeAt: now };
    }
    const { user, version } = channel;
    const today = { date, count: isPosted ? count + 1 : count };
    const rungs = { ...due.rungs, ...marked };
    return { user, version, rungs, today, uncertain: false, wakeAt: earliest([due.wakeAt, weekly?.next]) };
  };
}

function withoutWeeks(rungs: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(rungs).filter(([key]) => !key.startsWith(weekMark)));
}
