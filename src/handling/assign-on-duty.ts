import { onDuty } from '../deadline/on-duty.js';
import type { Policy } from '../deadline/policy.js';
import { mayBeReporter } from '../report/permissions.js';
import { isUnacknowledged } from '../report/status.js';
import type { Handle } from './handle.js';
import type { Notifier } from './notifier.js';
import type { TrackedReport } from './tracked-report.js';

/**
 * Assigns a new report to whoever is on duty, else to their deputy: not to its own reporter, nor to somebody who has left. Only
 * at the first look, so that neither an upgrade nor a new rota hands out old reports. Returns whether it did.
 */
export async function assignOnDuty(
  {
    handle,
    notifier,
    policy,
  }: Readonly<{ handle: Handle; notifier: Pick<Notifier, 'homes' | 'departed'>; policy: Policy }>,
  tracked: TrackedReport,
  now: Date,
): Promise<boolean> {
  const { report, restedUnder } = tracked;
  if (!policy.assignOnDuty || restedUnder !== undefined) return false;
  if (report.responder !== undefined || !isUnacknowledged(report)) return false;
  const { responder, deputy } = onDuty(policy, now);
  const users = [responder, deputy].filter((user) => user !== undefined);
  if (users.length === 0) return false;
  const [people, departed] = await Promise.all([notifier.homes(users), notifier.departed(users)]);
  const { reporter } = report;
  const filer = reporter.kind === 'elsewhere' ? reporter.filedBy.user : undefined;
  const to = users
    .filter((user) => !departed.has(user) && user !== filer)
    .flatMap((user) => people.find((person) => person.user === user) ?? [])
    .find((person) => !mayBeReporter(person, report));
  if (to === undefined) return false;
  await handle(tracked, { type: 'AssignOnDuty', to }, { kind: 'clock' });
  return true;
}
