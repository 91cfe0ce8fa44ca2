import { localDate } from '../deadline/local-date.js';
import { onDutyFrom } from '../deadline/on-duty.js';
import type { Policy } from '../deadline/policy.js';
import { isSubstitute } from '../deadline/roster.js';
import { rowWithoutDepartedResponder } from './departed-responder.js';
import type { Notifier } from './notifier.js';
import type { Reports } from './ports.js';
import type { ZoneOf } from './reminder-recipients.js';
import { lookAheadMs } from './rungs-for-person.js';
import type { DutyRow } from './tracked-report.js';

/** Open reports read at once, those with the soonest deadlines. A digest of more would not be readable. */
const mostRows = 500;

/** The open duties that somebody hears of, and the zones of everybody who may be reminded. */
export type OpenDutyRows = Readonly<{ rows: readonly DutyRow[]; zoneOf: ZoneOf }>;

export type OpenDutyDeps = Readonly<{
  reports: Pick<Reports, 'openDuties'>;
  notifier: Pick<Notifier, 'homes' | 'zones' | 'departed'>;
}>;

/**
 * A responder's own reports. For leads, substitutes, and whoever is or will be on duty, everybody's, and so for the channel, which
 * is no `user`. A responder who has left the team does not count.
 */
export async function openDutyRows(
  { reports, notifier }: OpenDutyDeps,
  policy: Policy,
  now: Date,
  user?: string,
): Promise<OpenDutyRows> {
  const horizon = new Date(now.getTime() + lookAheadMs);
  const onLadder = [
    ...new Set([...(user === undefined ? [] : [user]), ...onDutyFrom(policy, now, horizon), ...policy.leads]),
  ];
  const insiders = await notifier.homes(onLadder);
  const ofUser = user === undefined || seesAll(user, policy, now) ? {} : { responder: user };
  const rows = await reports.openDuties({ ...ofUser, limit: mostRows, insiders });
  const responders = [...new Set(rows.flatMap(({ responder }) => responder ?? []))];
  const zoneOf = await notifier.zones([...new Set([...onLadder, ...responders])]);
  const departed = await notifier.departed(responders);
  return { rows: rows.map((row) => rowWithoutDepartedResponder(row, departed)), zoneOf };
}

function seesAll(user: string, policy: Policy, now: Date): boolean {
  const today = localDate(now, policy.calendar.zone);
  return (
    policy.leads.includes(user) || onDutyFrom(policy, now).includes(user) || isSubstitute(user, today, policy.roster)
  );
}
