import type { Deadline } from '../deadline/deadlines.js';
import { lastBefore } from '../deadline/ladder.js';
import type { Policy } from '../deadline/policy.js';
import type { ReportId } from '../report/report-id.js';
import { deadlinesIn } from './deadlines-in.js';
import { recipientsOf, remindedFrom, rungKey, type ZoneOf } from './reminder-recipients.js';
import type { DutyRow } from './tracked-report.js';

/** A deadline before which a person is to be reminded for the last time at `at`. `key` is as in what they were reminded of. */
export type LastReminder = Readonly<{ id: ReportId; key: string; deadline: Deadline; at: Date }>;

/** The last reminders before deadlines that a person would get between two moments, the next one first. Of many rows it pauses after each. */
export function* lastReminders(
  user: string,
  rows: readonly DutyRow[],
  policy: Policy,
  zoneOf: ZoneOf,
  { from, until }: Readonly<{ from: Date; until: Date }>,
): Generator<void, readonly LastReminder[]> {
  const found: LastReminder[] = [];
  for (const row of rows) {
    for (const deadline of deadlinesIn(row)) {
      const rung = lastBefore(deadline, policy);
      if (rung === undefined) continue;
      const { since, dueAt } = deadline;
      const facts = { ...row, noticesFrom: remindedFrom(row, deadline), since, dueAt };
      const at = recipientsOf(rung, facts, policy, zoneOf).people.find((person) => person.user === user)?.at;
      if (at !== undefined && at > from && at < until)
        found.push({ id: row.id, key: `${row.id}:${rungKey(deadline)}`, deadline, at });
    }
    yield;
  }
  return found.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
