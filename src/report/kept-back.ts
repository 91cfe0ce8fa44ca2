import type { ReportEvent } from './events.js';
import type { Reply } from './message.js';
import { mayBeReporter } from './permissions.js';
import type { Report } from './report.js';
import { voidedPreparations } from './voided-preparations.js';

/**
 * What the reporter wrote while they were paused, and their wishes to be thanked otherwise, by the place in the history: the channel
 * hears of them at the end. A wish that makes an advisory unprepared is told at once: the team would wait for an approval in vain.
 */
export function keptBack(history: readonly ReportEvent[], report: Pick<Report, 'reporter'>): ReadonlySet<number> {
  const kept = new Set<number>();
  let paused = false;
  for (const [place, event] of history.entries()) {
    if (event.type === 'ReporterPaused') paused = true;
    if (event.type === 'ReporterPauseEnded') paused = false;
    if (!paused || (event.type !== 'ReporterWrote' && event.type !== 'CreditChanged')) continue;
    if (mayBeReporter(event.by.person, report)) kept.add(place);
  }
  if (kept.size > 0) for (const place of voidedPreparations(history)) kept.delete(place);
  return kept;
}

/** All that the reporter has written, with what the team does not see yet: for their own eyes. */
export function ownReplies({ replies, paused }: Pick<Report, 'replies' | 'paused'>): readonly Reply[] {
  return [...replies, ...(paused?.replies ?? [])];
}
