import type { ReportEvent } from './events.js';
import { evolve } from './evolve.js';
import type { Report } from './report.js';

/** The places in a history at which a prepared advisory stopped being what would be published: it has to be prepared again. */
export function voidedPreparations(history: readonly ReportEvent[]): ReadonlySet<number> {
  const voided = new Set<number>();
  let report: Report | undefined;
  for (const [place, event] of history.entries()) {
    const prepared = report?.prepared;
    report = evolve(report, event);
    const finished = event.type === 'AdvisoryPublished' || report.status === 'withdrawn';
    if (prepared !== undefined && report.prepared === undefined && !finished) voided.add(place);
  }
  return voided;
}
