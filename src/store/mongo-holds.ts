import type { Db } from 'mongodb';
import { z } from 'zod';
import type { Hold, Holds } from '../handling/restore-hold.js';
import { defined } from '../report/defined.js';
import { ReportId } from '../report/report-id.js';

const HoldDocument = z.object({
  hold: z.object({ since: z.date(), missing: z.array(ReportId), behind: z.array(ReportId) }).optional(),
  accepted: z.record(z.string(), z.number()).default({}),
});
type HoldDocument = { _id: string; hold?: Hold; accepted?: Record<string, number> };
const _id = 'sending';

/** The document `sending` of the collection `desk`: ids and versions alone. */
export function mongoHolds(db: Db): Holds {
  const desk = db.collection<HoldDocument>('desk');
  return {
    find: async () => {
      const { hold, accepted } = HoldDocument.parse((await desk.findOne({ _id })) ?? {});
      return { ...defined({ hold }), accepted: new Map(Object.entries(accepted)) };
    },
    put: async (hold) => {
      await desk.updateOne({ _id }, { $set: { hold } }, { upsert: true });
    },
    release: async (accepted) => {
      await desk.updateOne(
        { _id },
        { $unset: { hold: '' }, $set: { accepted: Object.fromEntries(accepted) } },
        { upsert: true },
      );
    },
  };
}
