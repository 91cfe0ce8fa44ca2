import type { Reports, UnreadableReport } from '../handling/ports.js';
import { turn } from '../handling/slices.js';
import { Unreadable } from '../handling/store-errors.js';
import { defined } from '../report/defined.js';
import { Refusal } from '../report/refusal.js';
import { ReportId } from '../report/report-id.js';
import { openStatuses } from '../report/status.js';
import { olderThan, type PageDeps } from './report-pages.js';

/** Documents that MongoDB sends at once. */
const batchSize = 50;

/** Opens one report after the other, in slices. What is finished comes newest first. */
export function reportScan({ collection, documents }: PageDeps): Reports['scan'] {
  return async ({ open, before, forMs = Number.POSITIVE_INFINITY }, take) => {
    const place =
      before === undefined ? null : await collection.findOne({ _id: before }, { projection: { receivedAt: 1 } });
    if (before !== undefined && place === null) throw new Refusal('no_such_report', { id: before });
    const status = open ? { $in: [...openStatuses] } : { $nin: [...openStatuses] };
    const filter = { status, ...(place === null ? {} : olderThan(place)) };
    // Unsorted, what is open need not fit MongoDB's memory. The hint keeps it from sorting what is finished.
    const order = open ? { hint: 'kind' } : ({ hint: 'newest', sort: { receivedAt: -1, _id: -1 } } as const);
    const unreadable: UnreadableReport[] = [];
    const began = performance.now();
    for await (const document of collection.find(filter, { ...order, batchSize })) {
      let enough = false;
      try {
        enough = take(documents.read(document).report);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        unreadable.push({ id: String(document._id), why: error.why });
      }
      if (enough || performance.now() - began > forMs)
        return { unreadable, ...defined({ next: ReportId.safeParse(document._id).data }) };
      await turn();
    }
    return { unreadable };
  };
}
