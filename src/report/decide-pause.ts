import type { Context } from './commands.js';
import type { PauseReporter } from './commands-pause.js';
import { defined } from './defined.js';
import type { ReportEvent } from './events.js';
import { requireOpen, requireResponder } from './permissions.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';

/** The longest pause, in days: nobody who found a vulnerability is to be unheard for longer without another decision. */
export const longestPauseDays = 30;
const dayMs = 24 * 3_600_000;

/** Another date moves the end of the pause, and the reporter is told again. */
export function pauseReporter({ until, route }: PauseReporter, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const { now } = context;
  const { id, reporter, paused } = report;
  requireOpen(report);
  if (reporter.kind === 'elsewhere') throw new Refusal('reporter_not_on_slack', { id });
  if (until <= now || until.getTime() > now.getTime() + longestPauseDays * dayMs)
    throw new Refusal('pause_out_of_range', { days: longestPauseDays });
  if (paused?.until.getTime() === until.getTime()) return [];
  return [{ type: 'ReporterPaused', at: now, by, until, route }];
}

export function endReporterPause(report: Report, context: Context): ReportEvent[] {
  const { actor, now } = context;
  const { paused } = report;
  if (actor.kind === 'person') requireResponder(report, context);
  if (paused === undefined || (actor.kind === 'clock' && now < paused.until)) return [];
  const { replies, newCredit } = paused;
  return [{ type: 'ReporterPauseEnded', at: now, by: actor, replies: replies.length, ...defined({ newCredit }) }];
}
