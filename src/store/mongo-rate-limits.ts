import type { Db } from 'mongodb';
import type { RateLimit, RateLimiter } from '../handling/ports.js';
import { isDuplicate } from './is-duplicate.js';
import type { KeyedIds } from './keyed-ids.js';

type RateLimitDocument = { _id: string; count: number; admitted: boolean; expireAt: Date };
/** A use that was counted, or the moment at which the rule's present period ends. */
type Counted = Readonly<{ id: string; until?: never }> | Readonly<{ until: Date }>;

/**
 * Counts uses in documents `flood/…` of the collection `desk`, which the server deletes when their time is over. They name
 * nobody: whoever opened a form most likely sent a report.
 */
export function mongoRateLimits(db: Db, ids: Pick<KeyedIds, 'pseudonym'>): RateLimiter {
  const collection = db.collection<RateLimitDocument>('desk');

  async function count({ key, limit, seconds, thenEverySeconds }: RateLimit, now: Date): Promise<Counted> {
    const period = Math.floor(now.getTime() / (seconds * 1000));
    const until = new Date((period + 1) * seconds * 1000);
    // An hour longer than needed: the clocks of replicas differ.
    const expireAt = new Date(Math.max(until.getTime(), Date.now()) + 3_600_000);
    const id = `flood/${ids.pseudonym(key)}/${seconds}/${period}`;
    const oneMore = [
      { $set: { count: { $ifNull: ['$count', 0] }, expireAt: { $ifNull: ['$expireAt', expireAt] } } },
      { $set: { admitted: { $lt: ['$count', limit] } } },
      { $set: { count: { $add: ['$count', { $cond: ['$admitted', 1, 0] }] } } },
    ];
    const counted = async () =>
      await collection.findOneAndUpdate({ _id: id }, oneMore, { upsert: true, returnDocument: 'after' });
    const after = await counted().catch(async (error: unknown) => {
      // Two replicas created the document at once: the second try finds it.
      if (isDuplicate(error)) return await counted();
      throw error;
    });
    if (after?.admitted === true) return { id };
    return thenEverySeconds === undefined ? { until } : await count({ key, limit: 1, seconds: thenEverySeconds }, now);
  }

  return {
    pass: async (rules, now) => {
      const admitted: string[] = [];
      for (const rule of rules) {
        const counted = await count(rule, now);
        if (counted.until === undefined) {
          admitted.push(counted.id);
          continue;
        }
        if (admitted.length > 0) await collection.updateMany({ _id: { $in: admitted } }, { $inc: { count: -1 } });
        return { rule, until: counted.until };
      }
      return undefined;
    },
  };
}
