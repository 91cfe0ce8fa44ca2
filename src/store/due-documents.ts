import type { Collection, Filter } from 'mongodb';
import type { Which } from '../handling/queue.js';
import { leaseOver, type QueuedDocument } from './mongo-leases.js';

export type DueDeps<D extends QueuedDocument> = Readonly<{
  collection: Collection<D>;
  /** The documents of this queue that this replica can open. */
  ours: Filter<D>;
  /** Which of the due documents are worth claiming now. */
  worth?(which: Which, now: Date): Filter<D>;
  /** Until which field a document waits for its turn, if it has one: from then on it comes before all others. */
  urgentFrom?: Extract<keyof D, string>;
  /** Among equals, the earliest of this comes first. */
  orderBy: Extract<keyof D, string>;
}>;

/** Documents put in order at most: of more, those that have been due the longest. */
const mostOrdered = 5000;

/** What is due and free, in order. What need not wait for the channel has no urgency: only the deadline counts. */
export async function dueIds<D extends QueuedDocument>(
  deps: DueDeps<D>,
  now: Date,
  limit: number,
  which?: Which,
): Promise<string[]> {
  const { ours, urgentFrom, worth } = deps;
  const worthIt = which === undefined ? {} : worth?.(which, now);
  const due = { ...ours, wakeAt: { $lte: now }, $and: [leaseOver, worthIt ?? {}] };
  if (urgentFrom === undefined || which?.outward === true) return await inOrder(deps, due, 'wakeAt', limit);
  const [urgent, others] = await Promise.all([
    inOrder(deps, { ...due, [urgentFrom]: { $lte: now } }, urgentFrom, limit),
    inOrder(deps, { ...due, [urgentFrom]: { $not: { $lte: now } } }, 'wakeAt', limit),
  ]);
  return [...urgent, ...others].slice(0, limit);
}

async function inOrder<D extends QueuedDocument>(
  { collection, orderBy }: DueDeps<D>,
  filter: object,
  waited: string,
  limit: number,
): Promise<string[]> {
  const pipeline = [
    { $match: filter },
    { $sort: { [waited]: 1 } },
    { $limit: Math.max(mostOrdered, limit) },
    { $project: { [orderBy]: 1 } },
    { $sort: { [orderBy]: 1, _id: 1 } },
    { $limit: limit },
    { $project: { _id: 1 } },
  ];
  const hint = waited === 'wakeAt' ? 'wake' : 'urgent';
  const found = collection.aggregate<{ _id: string }>(pipeline, { hint, batchSize: limit + 1 });
  return (await found.toArray()).map(({ _id }) => _id);
}
