import { deadlinesOf } from '../../deadline/deadlines.js';
import type { Policy } from '../../deadline/policy.js';
import type { TrackedReport } from '../../handling/tracked-report.js';
import type { Report } from '../../report/report.js';
import type { OwnReportFacts, ReportFacts } from './facts.js';

/** What a surface needs to show a report as it stands `now`. */
export function reportFacts({ report }: Pick<TrackedReport, 'report'>, policy: Policy, now: Date): ReportFacts {
  return { report, deadlines: deadlinesOf(report, policy), zone: policy.calendar.zone, now };
}

/** The same for whoever reported it; `team`: they are on the team. */
export function ownFacts(report: Report, { calendar, project }: Policy, team: boolean, page = 0): OwnReportFacts {
  return { report, zone: calendar.zone, project, team, page };
}
