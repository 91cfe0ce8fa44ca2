import { laterDate, movedProvisional } from '../deadline/later-date.js';
import type { Policy } from '../deadline/policy.js';
import type { ReportCommand } from '../report/commands.js';
import { decide } from '../report/decide.js';
import { defined } from '../report/defined.js';
import type { Report } from '../report/report.js';
import type { Handle } from './handle.js';
import type { TrackedReport } from './tracked-report.js';

/**
 * Where today's calendar gives another date than was promised: a provisional promise moves, and about a later date the leads are
 * asked, once for each date. Returns whether anything was done.
 */
export async function keepPromiseInStep(
  { handle, policy }: Readonly<{ handle: Handle; policy: Policy }>,
  tracked: TrackedReport,
  now: Date,
): Promise<boolean> {
  const command = step(tracked.report, policy, now);
  if (command === undefined) return false;
  await handle(tracked, command, { kind: 'clock' });
  return true;
}

/** The first step that would change anything. */
function step(report: Report, policy: Policy, now: Date): ReportCommand | undefined {
  const to = movedProvisional(report, policy, now);
  const later = ([undefined, 'next_update'] as const).map((duty) => ({
    duty,
    until: laterDate(report, policy, now, duty)?.promise.dueAt,
  }));
  const steps: ReportCommand[] = [
    ...(to === undefined ? [] : [{ type: 'MoveProvisionalPromise', to } as const]),
    ...later.flatMap(({ duty, until }) =>
      until === undefined ? [] : [{ type: 'ProposeLaterDate', until, ...defined({ duty }) } as const],
    ),
  ];
  return steps.find((one) => decide(one, report, { now, actor: { kind: 'clock' } }).length > 0);
}
