import { deadlinesOf } from '../deadline/deadlines.js';
import type { Policy } from '../deadline/policy.js';
import type { TrackedReport } from '../handling/ports.js';
import type { ReportFacts } from './surface-facts.js';

/** What a surface needs to show a report as it stands `now`. */
export function reportFacts({ report }: Pick<TrackedReport, 'report'>, policy: Policy, now: Date): ReportFacts {
  return { report, deadlines: deadlinesOf(report, policy), zone: policy.calendar.zone, now };
}
