import type { Filter } from 'mongodb';
import type { Queue } from '../handling/queue.js';
import { dueIds } from './due-documents.js';
import { type ClaimDeps, claim, claimDue } from './mongo-claim.js';
import { giveBack, heldUnder, leaseOver, putAhead, type QueuedDocument } from './mongo-leases.js';
import { type RestRules, restPipeline } from './put-to-rest.js';
import { isRefused } from './quarantine.js';

export type QueueDeps<D extends QueuedDocument, T, R> = ClaimDeps<D, T> &
  RestRules<R> &
  Readonly<{ claimed(item: T): Readonly<{ id: string; version: number }> }>;

/** A queue of documents with a `wakeAt`. A claim takes a lease on what is due; a rest records the outcome and gives it back. */
export function mongoQueue<D extends QueuedDocument, T, R>(deps: QueueDeps<D, T, R>): Queue<T, R> {
  return {
    due: (now, limit, which) => dueIds(deps, now, limit, which),
    claim: (ids, now, leaseMs) => claim(deps, ids, now, leaseMs),
    claimDue: (now, limit, leaseMs, which) => claimDue(deps, now, limit, leaseMs, which),
    release: (token, items) =>
      giveBack(
        deps,
        items.map((item) => deps.claimed(item).id),
        token,
      ),
    rest: (token, rests, now) => restAll(deps, token, rests, now),
    setAside: async (token, item, now) => {
      const { id, version } = deps.claimed(item);
      const { times, tryAgainAt } = await deps.quarantine(id, now);
      // Once may be chance: the lease runs out, and it comes up again.
      if (times > 1) await putAhead(deps, unchanged(token, id, version), tryAgainAt);
    },
    nextWake: () => nextWake(deps),
    nextLeaseEnd: (now) => nextLeaseEnd(deps, now),
  };
}

/**
 * Returns how many were still held. What the server refuses is set aside. Its lease stays and runs out, so that what was posted
 * is looked up before it is posted again.
 */
async function restAll<D extends QueuedDocument, T, R>(
  deps: QueueDeps<D, T, R>,
  token: string,
  rests: readonly R[],
  now: Date,
): Promise<number> {
  if (rests.length === 0) return 0;
  try {
    const held = heldUnder<D>(token, rests.map(deps.idOf));
    return (await deps.collection.updateMany(held, await restPipeline(deps, rests))).matchedCount;
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
  let recorded = 0;
  for (const rest of rests) {
    const id = deps.idOf(rest);
    try {
      const held = heldUnder<D>(token, [id]);
      recorded += (await deps.collection.updateMany(held, await restPipeline(deps, [rest]))).matchedCount;
    } catch (error) {
      if (!isRefused(error)) throw error;
      const { tryAgainAt } = await deps.quarantine(id, now);
      await putAhead(deps, unchanged(token, id, deps.versionOf(rest)), tryAgainAt);
    }
  }
  return recorded;
}

/** A document under this lease that nobody has saved since the claim. */
function unchanged<D extends QueuedDocument>(token: string, id: string, version: number): Filter<D> {
  return { ...heldUnder<D>(token, [id]), version } as Filter<D>;
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
