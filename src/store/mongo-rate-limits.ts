import { type Db, MongoServerError } from 'mongodb';
import type { RateLimit, RateLimiter } from '../handling/ports.js';
import type { KeyedIds } from './keyed-ids.js';

type RateLimitDocument = { _id: string; count: number; expireAt: Date };

/**
 * Counts what is opened, in documents `flood/…` of the collection `desk` that go by themselves when their time is over. Whom
 * they count is not to be read there: who opened a form is most likely who reported.
 */
export function mongoRateLimits(db: Db, ids: Pick<KeyedIds, 'pseudonym'>): RateLimiter {
  const collection = db.collection<RateLimitDocument>('desk');

  /** The end of the rule's present stretch of time when it is used up. */
  async function count({ key, limit, seconds }: RateLimit, now: Date): Promise<Date | undefined> {
    const stretch = Math.floor(now.getTime() / (seconds * 1000));
    const until = new Date((stretch + 1) * seconds * 1000);
    // Kept a little longer than counted: the clocks of replicas differ.
    const expireAt = new Date(Math.max(until.getTime(), Date.now()) + 3_600_000);
    const _id = `flood/${ids.pseudonym(key)}/${seconds}/${stretch}`;
    const counted = async () =>
      await collection.findOneAndUpdate(
        { _id },
        { $inc: { count: 1 }, $setOnInsert: { expireAt } },
        { upsert: true, returnDocument: 'after' },
      );
    const after = await counted().catch(async (error: unknown) => {
      // Two upserts of the same new document: the loser finds it there.
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
