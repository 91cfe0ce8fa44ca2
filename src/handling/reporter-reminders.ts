import { deadlinesOf } from '../deadline/deadlines.js';
import { latestRung } from '../deadline/ladder.js';
import type { Policy } from '../deadline/policy.js';
import type { RemindReporter } from '../report/commands-messages.js';
import { remindReporter } from '../report/decide-messages.js';
import { remindedFrom } from './reminder-recipients.js';
import type { TrackedReport } from './tracked-report.js';

/**
 * The reminder of a question that the reporter is to get by `now`: no other ladder names them. Of several rungs, after an outage,
 * only the latest reminds.
 */
export function reporterReminders(tracked: TrackedReport, policy: Policy, now: Date): RemindReporter[] {
  const { report } = tracked;
  return deadlinesOf(report, policy).flatMap((deadline) => {
    const rung = latestRung(deadline, policy, now);
    if (!rung?.tell.includes('reporter') || rung.at < remindedFrom(tracked, deadline)) return [];
    const command = { type: 'RemindReporter', opening: deadline.opening, rung: rung.number } as const;
    return remindReporter(command, report, { now, actor: { kind: 'clock' } }).length === 0 ? [] : [command];
  });
}
