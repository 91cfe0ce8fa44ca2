import { localDate } from '../deadline/local-date.js';
import { onDuty } from '../deadline/on-duty.js';
import { weeklyMoment } from '../deadline/weekly-moment.js';
import { defined } from '../report/defined.js';
import { dueDigest } from './due-digest.js';
import { earliest } from './due-notices.js';
import { dutyChange } from './duty-change.js';
import type { Notifier } from './notifier.js';
import { openDutyRows } from './open-duty-rows.js';
import type { Reports } from './ports.js';
import type { ReconcilePerson, ReconcilePersonDeps } from './reconcile-person.js';
import { retryIn } from './retry-in.js';
import { inSlices } from './slices.js';
import { weekOf } from './week.js';

/** What names a week, and who is on duty, among the rungs that were told. */
const [weekMark, dutyMark] = ['week:', 'duty:'];

export type ReconcileChannelDeps = Pick<ReconcilePersonDeps, 'current' | 'clock'> &
  Readonly<{
    reports: Pick<Reports, 'openDuties' | 'marks' | 'open'>;
    notifier: Pick<Notifier, 'departed' | 'digest' | 'homes' | 'week' | 'zones'>;
  }>;

/**
 * Posts in the security channel the digest of what is due, or the weekly one with that in it: one message a look, so that it is
 * recorded before the next. One that may be there already is looked for first. Any of them says that somebody else has come on duty. Where
 * none is due, that is told in one line.
 */
export function createReconcileChannel({ reports, notifier, current, clock }: ReconcileChannelDeps): ReconcilePerson {
  return async (channel, mayPost) => {
    const now = clock();
    const policy = await current.now();
    const weekly = weeklyMoment(policy, now);
    const mark = weekly?.due === undefined ? undefined : `${weekMark}${weekly.due}`;
    const isWeekTold = mark === undefined || channel.rungs[mark] !== undefined;
    const week = isWeekTold ? undefined : await weekOf({ reports, departed: notifier.departed }, policy, now);
    const { rows, zoneOf } = await openDutyRows({ reports, notifier }, policy, now);
    const told = toldOnDuty(channel.rungs);
    const change = dutyChange(told, policy, now);
    const due = {
      ...(await inSlices(dueDigest(channel, rows, policy, zoneOf, now))),
      ...defined({ onDuty: change?.user }),
    };
    const date = localDate(now, policy.calendar.zone);
    const count = channel.today.date === date ? channel.today.count : 0;
    const isDutyDue = change !== undefined && change.tellFrom <= now;
    const isPosted = week !== undefined || due.lines.length > 0 || isDutyDue;
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
    const known = (isPosted ? change?.user : undefined) ?? told ?? onDuty(policy, now).responder;
    const rungs = { ...due.rungs, ...marked, ...(known === undefined ? {} : { [`${dutyMark}${known}`]: 1 }) };
    const tellFrom = isPosted ? undefined : change?.tellFrom;
    return { user, version, rungs, today, uncertain: false, wakeAt: earliest([due.wakeAt, weekly?.next, tellFrom]) };
  };
}

function toldOnDuty(rungs: Readonly<Record<string, number>>): string | undefined {
  return Object.keys(rungs)
    .find((key) => key.startsWith(dutyMark))
    ?.slice(dutyMark.length);
}

function withoutWeeks(rungs: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(rungs).filter(([key]) => !key.startsWith(weekMark)));
}
