import type { Filter } from 'mongodb';
import type { Queue } from '../handling/ports.js';
import { type ClaimDeps, claimDue, heldUnder, leaseOver, type QueuedDocument } from './mongo-claim.js';
import { type RestRules, restPipeline } from './rest-pipeline.js';

export type QueueDeps<D extends QueuedDocument, T, R> = ClaimDeps<D, T> & RestRules<R>;

/** A queue of documents with a `wakeAt`. A claim takes a lease on what is due; a rest records the outcome and gives it back. */
export function mongoQueue<D extends QueuedDocument, T, R>(deps: QueueDeps<D, T, R>): Queue<T, R> {
  return {
    claimDue: (now, limit, leaseMs) => claimDue(deps, now, limit, leaseMs),
    rest: async (token, rests) => {
      if (rests.length === 0) return 0;
      const held = heldUnder<D>(token, rests.map(deps.idOf));
      return (await deps.collection.updateMany(held, restPipeline(deps, rests))).matchedCount;
    },
    nextWake: () => nextWake(deps),
    nextLeaseEnd: (now) => nextLeaseEnd(deps, now),
  };
}

async function nextWake<D extends QueuedDocument>({ collection, ours }: ClaimDeps<D, unknown>) {
  const free = { ...ours, wakeAt: { $exists: true }, ...leaseOver } as Filter<D>;
  const first = await collection.findOne(free, { projection: { wakeAt: 1 }, sort: { wakeAt: 1 }, hint: 'wake' });
  return first?.wakeAt;
}

async function nextLeaseEnd<D extends QueuedDocument>({ collection, ours }: ClaimDeps<D, unknown>, now: Date) {
  const pipeline = [
    { $match: { ...ours, wakeAt: { $lte: now }, lease: { $exists: true } } },
    { $group: { _id: null, until: { $min: '$lease.until' } } },
    { $project: { left: { $subtract: ['$until', '$$NOW'] } } },
  ];
  const [first] = await collection.aggregate<{ left: number }>(pipeline, { hint: 'wake' }).toArray();
  return first === undefined ? undefined : Math.max(0, Number(first.left));
}
