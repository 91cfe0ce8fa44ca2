import type { Marked, Reports } from '../handling/ports.js';
import { turn } from '../handling/slices.js';
import { Unreadable } from '../handling/store-errors.js';
import type { TrackedReport } from '../handling/tracked-report.js';
import type { ReportId } from '../report/report-id.js';
import { openStatuses } from '../report/status.js';
import type { PageDeps } from './report-pages.js';
import type { ReportDocument } from './report-schema.js';

/** Documents that MongoDB sends at once. */
const [marksAtOnce, reportsAtOnce] = [1000, 50];

/** Which reports there are and whether they changed, for whoever remembers something of many. */
export function reportMarks({ collection, documents }: PageDeps): Pick<Reports, 'marks' | 'open'> {
  return {
    marks: async (since, limit) => {
      const filter = { $or: [{ receivedAt: { $gte: since } }, { status: { $in: [...openStatuses] } }] };
      const projection = { 'sealed.n': 1 };
      const sort = { receivedAt: -1, _id: -1 } as const;
      const found = collection.find(filter, { projection, sort, hint: 'newest', limit, batchSize: marksAtOnce });
      return (await found.toArray()).map(marked);
    },
    open: async (ids, take) => {
      for await (const document of collection.find({ _id: { $in: [...ids] } }, { batchSize: reportsAtOnce })) {
        let tracked: TrackedReport | undefined;
        try {
          tracked = documents.read(document);
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
        }
        take(marked(document), tracked?.report, tracked?.history ?? []);
        await turn();
      }
    },
  };
}

/** Each write seals anew, under a nonce of its own. A version may come twice: in a restored database. */
function marked({ _id, sealed }: Readonly<{ _id: ReportId; sealed: Pick<ReportDocument['sealed'], 'n'> }>): Marked {
  return { id: _id, mark: sealed.n.toString('hex') };
}
