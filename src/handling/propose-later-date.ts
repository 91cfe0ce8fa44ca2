import { laterDate } from '../deadline/later-date.js';
import type { Policy } from '../deadline/policy.js';
import type { Handle } from './handle.js';
import type { TrackedReport } from './tracked-report.js';

/** Asks the leads about a promise that today's calendar would give a later date, once for each date. Returns whether it asked. */
export async function proposeLaterDate(
  { handle, policy }: Readonly<{ handle: Handle; policy: Policy }>,
  { report }: TrackedReport,
  now: Date,
): Promise<boolean> {
  const later = laterDate(report, policy, now);
  const until = later?.promise.dueAt;
  if (until === undefined || report.laterDate?.until.getTime() === until.getTime()) return false;
  await handle(report.id, { type: 'ProposeLaterDate', until }, { kind: 'clock' });
  return true;
}
