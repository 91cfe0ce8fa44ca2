import { onDutyFrom } from '../deadline/on-duty.js';
import type { Policy } from '../deadline/policy.js';
import { rowWithoutDepartedResponder } from './departed-responder.js';
import { dueReminders, lookAheadMs } from './due-reminders.js';
import type { Notifier } from './notifier.js';
import type { DutyQuery, DutyRow, PersonRest, Reports, TrackedPerson } from './ports.js';
import { retryIn } from './retry-in.js';

/** Open reports looked at for one person: the soonest deadlines. More would make no readable digest. */
const mostRows = 500;

export type ReconcilePersonDeps = Readonly<{ reports: Reports; notifier: Notifier; policy: Policy; clock: () => Date }>;
export type ReconcilePerson = (person: TrackedPerson, mayPost: () => boolean) => Promise<PersonRest>;

/** Sends a person the reminders due, as one direct message, and returns when to look again. */
export function createReconcilePerson({ reports, notifier, policy, clock }: ReconcilePersonDeps): ReconcilePerson {
  return async (person, mayPost) => {
    const now = clock();
    const horizon = new Date(now.getTime() + lookAheadMs);
    const standing = [person.user, ...onDutyFrom(policy, now, horizon), ...policy.leads];
    const insiders = await notifier.homes([...new Set(standing)]);
    const rows = await rowsFor(person.user, insiders, reports, policy, now);
    const inCharge = [...new Set(rows.flatMap(({ responder }) => responder ?? []))];
    const zoneOf = await notifier.zones([...new Set([...standing, ...inCharge])]);
    const gone = await notifier.gone(inCharge);
    const inChargeNow = rows.map((row) => rowWithoutDepartedResponder(row, gone));
    const due = dueReminders(person, inChargeNow, policy, zoneOf, now);
    const rest = { user: person.user, version: person.version };
    if (due.reminders.length > 0) {
      if (!mayPost())
        return { ...rest, rungs: person.rungs, today: person.today, uncertain: person.uncertain, wakeAt: now };
      const outcome = await notifier.remind(person.user, due.reminders, now);
      if (outcome.kind === 'later')
        return { ...rest, rungs: person.rungs, today: person.today, uncertain: false, wakeAt: retryIn(outcome, now) };
      if (outcome.kind === 'unsure')
        return { ...rest, rungs: person.rungs, today: person.today, uncertain: true, wakeAt: retryIn(outcome, now) };
    }
    return { ...rest, rungs: due.rungs, today: due.today, uncertain: false, wakeAt: due.wakeAt };
  };
}

/** A responder's own reports; for leads and whoever is on duty, or will be, everybody's. */
async function rowsFor(
  user: string,
  insiders: NonNullable<DutyQuery['insiders']>,
  reports: Reports,
  policy: Policy,
  now: Date,
): Promise<readonly DutyRow[]> {
  const hearsOfAll = policy.leads.includes(user) || onDutyFrom(policy, now).includes(user);
  return await reports.openDuties({ ...(hearsOfAll ? {} : { responder: user }), limit: mostRows, insiders });
}
