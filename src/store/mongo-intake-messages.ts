import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { z } from 'zod';
import type { IntakeMessages } from '../handling/ports.js';
import { defined } from '../report/defined.js';

const IntakeMessageDocument = z.object({
  _id: z.string().startsWith('door/'),
  ts: z.string().optional(),
  taken: z.object({ token: z.string(), until: z.date() }).optional(),
});
type IntakeMessageDocument = z.infer<typeof IntakeMessageDocument>;

/** Where the intake message is in each shared channel: documents `door/C…` of the collection `desk`. */
export function mongoIntakeMessages(db: Db): IntakeMessages {
  const collection = db.collection<IntakeMessageDocument>('desk');
  return {
    find: async (channel) => {
      const found = await collection.findOne({ _id: idOf(channel) });
      if (found === null) return undefined;
      const { ts } = IntakeMessageDocument.parse(found);
      return defined({ ts });
    },
    take: async (channel, seen, ms) => {
      const token = randomUUID();
      const _id = idOf(channel);
      await collection.updateOne({ _id }, { $setOnInsert: { _id } }, { upsert: true });
      const free = { $or: [{ taken: { $exists: false } }, { $expr: { $lte: ['$taken.until', '$$NOW'] } }] };
      const asSeen = seen === undefined ? { ts: { $exists: false } } : { ts: seen };
      const { modifiedCount } = await collection.updateOne({ _id, ...asSeen, ...free }, [
        { $set: { taken: { token, until: { $add: ['$$NOW', ms] } } } },
      ]);
      return modifiedCount === 1 ? token : undefined;
    },
    put: async (channel, token, ts) => {
      await collection.updateOne({ _id: idOf(channel), 'taken.token': token }, { $set: { ts }, $unset: { taken: '' } });
    },
  };
}

function idOf(channel: string): string {
  return `door/${channel}`;
}
