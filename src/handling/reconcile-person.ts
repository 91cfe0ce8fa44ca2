import { localDate } from '../deadline/local-date.js';
import { onDutyFrom } from '../deadline/on-duty.js';
import type { Policy } from '../deadline/policy.js';
import { isSubstitute } from '../deadline/roster.js';
import { defined } from '../report/defined.js';
import type { CurrentPolicy } from './current-policy.js';
import { rowWithoutDepartedResponder } from './departed-responder.js';
import { dueReminders, lookAheadMs } from './due-reminders.js';
import type { Notifier } from './notifier.js';
import type { DutyQuery, PersonRest, Reports, TrackedPerson } from './ports.js';
import { retryIn } from './retry-in.js';
import type { DutyRow } from './tracked-report.js';

/** Open reports read for one person, those with the soonest deadlines. A digest of more would not be readable. */
const mostRows = 500;

export type ReconcilePersonDeps = Readonly<{
  reports: Reports;
  notifier: Notifier;
  current: CurrentPolicy;
  clock: () => Date;
}>;
export type ReconcilePerson = (person: TrackedPerson, mayPost: () => boolean) => Promise<PersonRest>;

/** Sends a person the reminders that are due, as one direct message. Returns when to look again. */
export function createReconcilePerson({
  reports,
  notifier,
  current: rules,
  clock,
}: ReconcilePersonDeps): ReconcilePerson {
  return async (person, mayPost) => {
    const now = clock();
    const policy = await rules.now();
    const horizon = new Date(now.getTime() + lookAheadMs);
    const onLadder = [...new Set([person.user, ...onDutyFrom(policy, now, horizon), ...policy.leads])];
    const insiders = await notifier.homes(onLadder);
    const rows = await rowsFor(person.user, insiders, reports, policy, now);
    const responders = [...new Set(rows.flatMap(({ responder }) => responder ?? []))];
    const zoneOf = await notifier.zones([...new Set([...onLadder, ...responders])]);
    const departed = await notifier.departed(responders);
    const current = rows.map((row) => rowWithoutDepartedResponder(row, departed));
    const due = dueReminders(person, current, policy, zoneOf, now);
    if (due.reminders.length > 0) {
      if (!mayPost()) return { ...person, wakeAt: now };
      const outcome = await notifier.remind(person.user, due.reminders, now);
      if (outcome.kind === 'later' || outcome.kind === 'unsure')
        return { ...person, uncertain: outcome.kind === 'unsure', wakeAt: retryIn(outcome, now) };
    }
    const { rungs, today, snoozeOver, wakeAt } = due;
    return {
      user: person.user,
      version: person.version,
      rungs,
      today,
      uncertain: false,
      ...defined({ snoozeOver }),
      wakeAt,
    };
  };
}

/** A responder's own reports. For leads, substitutes, and whoever is or will be on duty, everybody's. */
async function rowsFor(
  user: string,
  insiders: NonNullable<DutyQuery['insiders']>,
  reports: Reports,
  policy: Policy,
  now: Date,
): Promise<readonly DutyRow[]> {
  const today = localDate(now, policy.calendar.zone);
  const seesAll =
    policy.leads.includes(user) || onDutyFrom(policy, now).includes(user) || isSubstitute(user, today, policy.roster);
  return await reports.openDuties({ ...(seesAll ? {} : { responder: user }), limit: mostRows, insiders });
}
