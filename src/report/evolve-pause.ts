import type { PauseEvent } from './events-pause.js';
import { withMessageByBot } from './evolve-disclosure.js';
import { answered } from './evolve-messages.js';
import type { Report } from './report.js';

/** A report after a pause of its reporter began or ended. What they wrote meanwhile counts from the end on, as one answer. */
export function evolvePause(report: Report, event: PauseEvent): Report {
  if (event.type === 'ReporterPaused') {
    const { until } = event;
    const next = { ...report, paused: { replies: [], ...report.paused, until } };
    return withMessageByBot(next, 'paused', event, { until });
  }
  const { paused, ...going } = report;
  if (paused === undefined || paused.replies.length === 0) return going;
  return answered({ ...going, replies: [...going.replies, ...paused.replies] }, event.at);
}
