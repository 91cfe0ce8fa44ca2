import { defined } from './defined.js';
import type { Duty, PromisedDate } from './duty.js';
import type { Report } from './report.js';
import { isClosed } from './status.js';

/** Dates that a report still has to keep and that hold whatever the calendar says, by duty. */
export function promisedDates(report: Report): Readonly<Partial<Record<Duty, PromisedDate>>> {
  if (isClosed(report) || report.status === 'disclosed') return {};
  const { nextUpdate, embargo } = report;
  return defined({ next_update: nextUpdate?.metAt === undefined ? nextUpdate : undefined, embargo });
}
