import type { Db } from 'mongodb';
import { z } from 'zod';
import type { Hold, Holds } from '../handling/restore-hold.js';
import { defined } from '../report/defined.js';
import { ReportId } from '../report/report-id.js';

const HoldDocument = z.object({
  hold: z
    .object({ since: z.date(), missing: z.array(ReportId), behind: z.array(ReportId), agreedAt: z.date().optional() })
    .transform(({ agreedAt, ...hold }) => ({ ...hold, ...defined({ agreedAt }) }))
    .optional(),
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
    put: async ({ since, missing, behind }) => {
      const hold = {
        since: { $ifNull: ['$hold.since', since] },
        missing: { $literal: missing },
        behind: { $literal: behind },
      };
      const pipeline = [{ $set: { hold } }, { $unset: 'hold.agreedAt' }];
      const options = { upsert: true, returnDocument: 'after' } as const;
      const { hold: put } = HoldDocument.parse(await desk.findOneAndUpdate({ _id }, pipeline, options));
      return put ?? { since, missing, behind };
    },
    agree: async (since, at) => {
      const { matchedCount } = await desk.updateOne({ _id, 'hold.since': since }, { $set: { 'hold.agreedAt': at } });
      return matchedCount > 0;
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
