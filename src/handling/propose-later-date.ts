import { laterDate } from '../deadline/later-date.js';
import type { Policy } from '../deadline/policy.js';
import { defined } from '../report/defined.js';
import { movableDate } from '../report/movable-date.js';
import type { Handle } from './handle.js';
import type { TrackedReport } from './tracked-report.js';

/** Asks the leads about promises that today's calendar would give a later date, once for each date. Returns whether it asked. */
export async function proposeLaterDate(
  { handle, policy }: Readonly<{ handle: Handle; policy: Policy }>,
  { report }: TrackedReport,
  now: Date,
): Promise<boolean> {
  for (const duty of [undefined, 'next_update'] as const) {
    const until = laterDate(report, policy, now, duty)?.promise.dueAt;
    const asked = movableDate(report, duty)?.proposal?.until;
    if (until === undefined || asked?.getTime() === until.getTime()) continue;
    await handle(report.id, { type: 'ProposeLaterDate', until, ...defined({ duty }) }, { kind: 'clock' });
    return true;
  }
  return false;
}
