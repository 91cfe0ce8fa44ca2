import type { Collection, Document, Filter } from 'mongodb';
import { turn } from '../handling/slices.js';
import { orAbsent } from './put-to-rest.js';
import { isRefused, type Quarantine } from './quarantine.js';

/** What every document in a queue has. */
export type QueuedDocument = {
  _id: string;
  version: number;
  wakeAt?: Date | undefined;
  lease?: { token: string; until: Date; version?: number | undefined } | undefined;
};

/** MongoDB aggregation expressions, by field. */
type Expressions = Readonly<Record<string, unknown>>;

export type LeaseDeps<D extends QueuedDocument> = Readonly<{
  collection: Collection<D>;
  quarantine: Quarantine;
  /** What a claim stores in the lease, besides token and version. */
  inLease?: Expressions;
  /** What a claim sets on a document whose lease ran out. */
  onExpiredLease?: Expressions;
}>;

// By the server's clock, so that replicas whose clocks differ agree on whether a lease is over.
export const leaseOver = { $or: [{ lease: { $exists: false } }, { $expr: { $lte: ['$lease.until', '$$NOW'] } }] };

/** Takes a lease on those documents that are still due and free, and returns them in the order of `ids`. */
export async function leaseThose<D extends QueuedDocument>(
  deps: LeaseDeps<D>,
  ids: readonly string[],
  token: string,
  now: Date,
  leaseMs: number,
): Promise<D[]> {
  const [only] = ids;
  return only !== undefined && ids.length === 1
    ? await leaseOne(deps, only, token, now, leaseMs)
    : await leaseAll(deps, ids, token, now, leaseMs);
}

/** One document is claimed and read with one command. */
async function leaseOne<D extends QueuedDocument>(
  deps: LeaseDeps<D>,
  id: string,
  token: string,
  now: Date,
  leaseMs: number,
): Promise<D[]> {
  try {
    const found = await deps.collection.findOneAndUpdate(dueAmong<D>([id], now), leasePipeline(deps, token, leaseMs), {
      returnDocument: 'after',
    });
    return found === null ? [] : [found as unknown as D];
  } catch (error) {
    if (!isRefused(error)) throw error;
    await setAsideDue(deps, id, now);
    return [];
  }
}

/**
 * The server refuses the whole batch where it refuses one of them: then they are claimed one by one, and what is refused is set
 * aside.
 */
async function leaseAll<D extends QueuedDocument>(
  deps: LeaseDeps<D>,
  ids: readonly string[],
  token: string,
  now: Date,
  leaseMs: number,
): Promise<D[]> {
  const { collection } = deps;
  try {
    const { modifiedCount } = await collection.updateMany(dueAmong<D>(ids, now), leasePipeline(deps, token, leaseMs));
    if (modifiedCount === 0) return [];
    const found: D[] = [];
    for await (const document of collection.find(heldUnder<D>(token, ids), { batchSize: ids.length + 1 })) {
      found.push(document as unknown as D);
      // The driver unpacks one at a time. People may wait for an answer.
      await turn();
    }
    const places = new Map(ids.map((id, place) => [id, place]));
    return found.toSorted((one, other) => (places.get(one._id) ?? 0) - (places.get(other._id) ?? 0));
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
  await giveBack(deps, ids, token);
  const got: D[] = [];
  for (const id of ids) got.push(...(await leaseOne(deps, id, token, now, leaseMs)));
  return got;
}

async function setAsideDue<D extends QueuedDocument>(deps: LeaseDeps<D>, id: string, now: Date) {
  const { tryAgainAt } = await deps.quarantine(id, now);
  await putAhead(deps, { _id: id, wakeAt: { $lte: now } } as unknown as Filter<D>, tryAgainAt);
}

/** Replaces a date by a date: this makes no document larger. */
export async function putAhead<D extends QueuedDocument>(
  { collection }: Pick<LeaseDeps<D>, 'collection'>,
  which: Filter<D>,
  wakeAt: Date,
): Promise<void> {
  await collection.updateMany(which, [{ $set: { wakeAt } }]);
}

function dueAmong<D>(ids: readonly string[], now: Date): Filter<D> {
  return { _id: { $in: ids }, wakeAt: { $lte: now }, ...leaseOver } as unknown as Filter<D>;
}

function leasePipeline<D extends QueuedDocument>(
  { inLease, onExpiredLease = {} }: LeaseDeps<D>,
  token: string,
  leaseMs: number,
): Document[] {
  // A lease that is still there ran out: its holder may have posted without recording it.
  const expired = { $eq: [{ $type: '$lease' }, 'object'] };
  const ifExpired = Object.entries(onExpiredLease).map(
    ([field, value]) => [field, { $cond: [expired, value, orAbsent(`$${field}`)] }] as const,
  );
  const set = {
    ...Object.fromEntries(ifExpired),
    uncertain: { $or: ['$uncertain', expired] },
    lease: { $mergeObjects: [{ $literal: { token } }, { version: '$version', ...inLease }] },
  };
  return [{ $set: set }, { $set: { 'lease.until': { $add: ['$$NOW', leaseMs] } } }];
}

/** Nothing was posted under these leases, so they must not look like leases that ran out. */
export async function giveBack<D extends QueuedDocument>(
  { collection }: LeaseDeps<D>,
  ids: readonly string[],
  token: string,
): Promise<void> {
  try {
    await collection.updateMany(heldUnder<D>(token, ids), [{ $unset: 'lease' }]);
  } catch {
    // The server is away, and the leases run out by themselves. The first error is the one to report.
  }
}

export function heldUnder<D>(token: string, ids: readonly string[]): Filter<D> {
  return { _id: { $in: ids }, 'lease.token': token } as unknown as Filter<D>;
}
