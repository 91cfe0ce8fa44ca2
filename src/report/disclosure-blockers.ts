import { hasPatchedRelease, linesWithoutFix } from './fixed-lines.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';

/**
 * What keeps an advisory from being published at `now`, apart from preparation and approval. If a lead has recorded that it is
 * public already, the embargo and lines without a fix don't count. A patched release is always needed.
 */
export function blockersOf(report: Report, now: Date): Refusal[] {
  const { id, embargo, earlyAgreedAt, embargoBroken } = report;
  const blockers: Refusal[] = [];
  if (!hasPatchedRelease(report)) blockers.push(new Refusal('no_patched_release', { id }));
  if (embargoBroken !== undefined) return blockers;
  const lines = linesWithoutFix(report);
  if (lines.length > 0) blockers.push(new Refusal('lines_without_fix', { id, lines }));
  if (embargo !== undefined && embargo.dueAt > now && earlyAgreedAt === undefined)
    blockers.push(new Refusal('embargo_running', { id, until: embargo.dueAt }));
  return blockers;
}
