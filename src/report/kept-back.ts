import type { ReportEvent } from './events.js';
import type { Reply } from './message.js';
import { mayBeReporter } from './permissions.js';
import type { Report } from './report.js';

/** The replies that the reporter wrote while they were paused, by their place in the history: the channel hears of them at the end. */
export function keptBack(history: readonly ReportEvent[], report: Pick<Report, 'reporter'>): ReadonlySet<number> {
  const kept = new Set<number>();
  let paused = false;
  for (const [place, event] of history.entries()) {
    if (event.type === 'ReporterPaused') paused = true;
    if (event.type === 'ReporterPauseEnded') paused = false;
    if (paused && event.type === 'ReporterWrote' && mayBeReporter(event.by.person, report)) kept.add(place);
  }
  return kept;
}

/** All that the reporter has written, with what the team does not see yet: for their own eyes. */
export function ownReplies({ replies, paused }: Pick<Report, 'replies' | 'paused'>): readonly Reply[] {
  return [...replies, ...(paused?.replies ?? [])];
}
