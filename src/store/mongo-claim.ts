import { randomInt, randomUUID } from 'node:crypto';
import type { Collection, Filter } from 'mongodb';
import type { Claim } from '../handling/queue.js';
import { Unreadable } from '../handling/store-errors.js';
import { isRefused, type Quarantine } from './quarantine.js';
import { orAbsent } from './rest-pipeline.js';

/** What every document in a queue has. */
export type QueuedDocument = {
  _id: string;
  version: number;
  wakeAt?: Date | undefined;
  lease?: { token: string; until: Date; version?: number | undefined } | undefined;
};

/** MongoDB aggregation expressions, by field. */
type Expressions = Readonly<Record<string, unknown>>;

export type ClaimDeps<D extends QueuedDocument, T> = Readonly<{
  collection: Collection<D>;
  quarantine: Quarantine;
  /** The documents of this queue that this replica can open. */
  ours: Filter<D>;
  /** @throws Unreadable */
  read(document: unknown): T;
  /** What a claim stores in the lease, besides token and version. */
  inLease?: Expressions;
  /** What a claim sets on a document whose lease ran out. */
  onExpiredLease?: Expressions;
}>;

/** How far ahead a document that can't be opened is put, so that it does not come up each time. Milliseconds. */
const unreadableAheadMs = 3_600_000;
const claimLimit = 500;
/** Replicas that claim at once look at this many times as many documents as they need, and each takes its own part. */
const spread = 2;
const claimAttempts = 3;

// By the server's clock, so that replicas whose clocks differ agree on whether a lease is over.
export const leaseOver = { $or: [{ lease: { $exists: false } }, { $expr: { $lte: ['$lease.until', '$$NOW'] } }] };

/** Takes a lease on up to `limit` (500 at most) documents that are due at `now`, and reads them. */
export async function claimDue<D extends QueuedDocument, T>(
  deps: ClaimDeps<D, T>,
  now: Date,
  limit: number,
  leaseMs: number,
): Promise<Claim<T>> {
  const token = randomUUID();
  // Taken before the claim is sent: the holder must never think a lease alive that is over for the server.
  const until = new Date(Date.now() + leaseMs);
  for (let attempt = 0; attempt < claimAttempts; attempt += 1) {
    const ids = await dueIds(deps, now, Math.min(limit, claimLimit));
    if (ids.length === 0) break;
    try {
      if ((await leaseAll(deps, ids, token, now, leaseMs)) > 0)
        return { token, until, ...(await readClaimed(deps, ids, token, now)) };
    } catch (error) {
      await giveBack(deps, ids, token);
      throw error;
    }
  }
  return { token, until, items: [], unreadable: 0 };
}

async function dueIds<D extends QueuedDocument>(
  { collection, ours }: ClaimDeps<D, unknown>,
  now: Date,
  limit: number,
): Promise<string[]> {
  const most = limit * spread;
  const options = {
    projection: { _id: 1 },
    sort: { wakeAt: 1 },
    hint: 'wake',
    limit: most,
    batchSize: most + 1,
  } as const;
  const due = { ...ours, wakeAt: { $lte: now }, ...leaseOver } as Filter<D>;
  const ids = (await collection.find(due, options).toArray()).map(({ _id }) => String(_id));
  const from = ids.length > limit ? randomInt(ids.length - limit + 1) : 0;
  return ids.slice(from, from + limit);
}

/**
 * Returns how many documents it got. The server refuses the whole batch where it refuses one of them: then they are claimed one
 * by one, and what is refused is set aside.
 */
async function leaseAll<D extends QueuedDocument>(
  deps: ClaimDeps<D, unknown>,
  ids: readonly string[],
  token: string,
  now: Date,
  leaseMs: number,
): Promise<number> {
  try {
    return await lease(deps, ids, token, now, leaseMs);
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
  await giveBack(deps, ids, token);
  let got = 0;
  for (const id of ids) {
    try {
      got += await lease(deps, [id], token, now, leaseMs);
    } catch (error) {
      if (!isRefused(error)) throw error;
      const { tryAgainAt } = await deps.quarantine(id, now);
      await putAhead(deps, { _id: id, wakeAt: { $lte: now } } as unknown as Filter<D>, tryAgainAt);
    }
  }
  return got;
}

/** Replaces a date by a date: this makes no document larger. */
export async function putAhead<D extends QueuedDocument>(
  { collection }: Pick<ClaimDeps<D, unknown>, 'collection'>,
  which: Filter<D>,
  wakeAt: Date,
): Promise<void> {
  await collection.updateMany(which, [{ $set: { wakeAt } }]);
}

async function lease<D extends QueuedDocument>(
  { collection, inLease, onExpiredLease = {} }: ClaimDeps<D, unknown>,
  ids: readonly string[],
  token: string,
  now: Date,
  leaseMs: number,
): Promise<number> {
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
  const due = { _id: { $in: ids }, wakeAt: { $lte: now }, ...leaseOver } as unknown as Filter<D>;
  const until = { $add: ['$$NOW', leaseMs] };
  return (await collection.updateMany(due, [{ $set: set }, { $set: { 'lease.until': until } }])).modifiedCount;
}

async function readClaimed<D extends QueuedDocument, T>(
  deps: ClaimDeps<D, T>,
  ids: readonly string[],
  token: string,
  now: Date,
): Promise<Pick<Claim<T>, 'items' | 'unreadable'>> {
  const { collection, read } = deps;
  const options = { sort: { wakeAt: 1 }, batchSize: ids.length + 1 } as const;
  const documents = await collection.find(heldUnder<D>(token, ids), options).toArray();
  const items: T[] = [];
  const unreadable: string[] = [];
  const changed: string[] = [];
  for (const document of documents) {
    // Saved between claim and read: its lease says too little about what may be posted under it.
    if (document.version !== document.lease?.version) {
      changed.push(String(document._id));
      continue;
    }
    try {
      items.push(read(document));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push(String(document._id));
    }
  }
  if (changed.length > 0) await giveBack(deps, changed, token);
  if (unreadable.length > 0) {
    const wakeAt = new Date(now.getTime() + unreadableAheadMs);
    await collection.updateMany(heldUnder<D>(token, unreadable), [{ $set: { wakeAt } }, { $unset: 'lease' }]);
  }
  return { items, unreadable: unreadable.length };
}

/** After a claim that failed. Nothing was posted under its leases, so they must not look like leases that ran out. */
async function giveBack<D extends QueuedDocument>(
  { collection }: ClaimDeps<D, unknown>,
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
