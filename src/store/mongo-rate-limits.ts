import { type Db, MongoServerError } from 'mongodb';
import type { RateLimit, RateLimiter } from '../handling/ports.js';
import type { KeyedIds } from './keyed-ids.js';

type RateLimitDocument = { _id: string; count: number; expireAt: Date };

/**
 * Counts uses in documents `flood/…` of the collection `desk`, which the server deletes when their time is over. They name
 * nobody: whoever opened a form most likely sent a report.
 */
export function mongoRateLimits(db: Db, ids: Pick<KeyedIds, 'pseudonym'>): RateLimiter {
  const collection = db.collection<RateLimitDocument>('desk');

  /** When the limit is used up: the end of the present period. */
  async function count({ key, limit, seconds }: RateLimit, now: Date): Promise<Date | undefined> {
    const period = Math.floor(now.getTime() / (seconds * 1000));
    const until = new Date((period + 1) * seconds * 1000);
    // An hour longer than needed: the clocks of replicas differ.
    const expireAt = new Date(Math.max(until.getTime(), Date.now()) + 3_600_000);
    const _id = `flood/${ids.pseudonym(key)}/${seconds}/${period}`;
    const counted = async () =>
      await collection.findOneAndUpdate(
        { _id },
        { $inc: { count: 1 }, $setOnInsert: { expireAt } },
        { upsert: true, returnDocument: 'after' },
      );
    const after = await counted().catch(async (error: unknown) => {
      // Two replicas created the document at once: the second try finds it.
      if (error instanceof MongoServerError && error.code === 11000) return await counted();
      throw error;
    });
    return (after?.count ?? 0) > limit ? until : undefined;
  }

  return {
    pass: async (rules, now) => {
      const full = await Promise.all(rules.map((rule) => count(rule, now)));
      return full.reduce((last, at) => (last === undefined || (at !== undefined && at > last) ? at : last), undefined);
    },
  };
}
