import { localDate } from '../deadline/local-date.js';
import { dueDigest } from './due-digest.js';
import { openDutyRows } from './open-duty-rows.js';
import type { ReconcilePerson, ReconcilePersonDeps } from './reconcile-person.js';
import { retryIn } from './retry-in.js';

/** Posts the digest that is due in the security channel. One that may be there already is looked for first. */
export function createReconcileChannel({ reports, notifier, current, clock }: ReconcilePersonDeps): ReconcilePerson {
  return async (channel, mayPost) => {
    const now = clock();
    const policy = await current.now();
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
    return { user, version, rungs: due.rungs, today, uncertain: false, wakeAt: due.wakeAt };
  };
}
