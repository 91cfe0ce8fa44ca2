import { randomInt, randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Collection, Document, Filter } from 'mongodb';
import type { Claim, Which } from '../handling/queue.js';
import { Unreadable } from '../handling/store-errors.js';
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

export type ClaimDeps<D extends QueuedDocument, T> = Readonly<{
  collection: Collection<D>;
  quarantine: Quarantine;
  /** The documents of this queue that this replica can open. */
  ours: Filter<D>;
  /** @throws Unreadable */
  read(document: unknown): T;
  /** Which of the due documents are worth claiming now. */
  worth?(which: Which, now: Date): Filter<D>;
  /** Until which field a document waits for its turn, if it has one: from then on it comes before all others. */
  urgentFrom?: Extract<keyof D, string>;
  /** Among equals, the earliest of this comes first. */
  orderBy: Extract<keyof D, string>;
  /** What a claim stores in the lease, besides token and version. */
  inLease?: Expressions;
  /** What a claim sets on a document whose lease ran out. */
  onExpiredLease?: Expressions;
}>;

/** How far ahead a document that can't be opened is put, so that it does not come up each time. Milliseconds. */
const unreadableAheadMs = 3_600_000;
const claimLimit = 500;
/** How long documents are opened in a row while people may wait for an answer. Milliseconds. */
const longestStretchMs = 8;
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
  which?: Which,
): Promise<Claim<T>> {
  for (let attempt = 0; attempt < claimAttempts; attempt += 1) {
    const most = Math.min(limit, claimLimit);
    const ids = await dueIds(deps, now, attempt === 0 ? most : most * spread, which);
    if (ids.length === 0) break;
    const from = ids.length > most ? randomInt(ids.length - most + 1) : 0;
    const claim = await claimThose(deps, ids.slice(from, from + most), now, leaseMs);
    if (claim !== undefined) return claim;
  }
  return nothing;
}

/** Takes a lease on those documents that are still due and free, and reads them. */
export async function claim<D extends QueuedDocument, T>(
  deps: ClaimDeps<D, T>,
  ids: readonly string[],
  now: Date,
  leaseMs: number,
): Promise<Claim<T>> {
  return (await claimThose(deps, ids, now, leaseMs)) ?? nothing;
}

const nothing: Claim<never> = { token: '', until: new Date(0), items: [], unreadable: 0 };

/** `undefined`: another replica took them all, or they are due no more. */
async function claimThose<D extends QueuedDocument, T>(
  deps: ClaimDeps<D, T>,
  ids: readonly string[],
  now: Date,
  leaseMs: number,
): Promise<Claim<T> | undefined> {
  const token = randomUUID();
  // Taken before the claim is sent: the holder must never think a lease alive that is over for the server.
  const until = new Date(Date.now() + leaseMs);
  try {
    const [only] = ids;
    const documents =
      only !== undefined && ids.length === 1
        ? await leaseOne(deps, only, token, now, leaseMs)
        : await leaseAll(deps, ids, token, now, leaseMs);
    return documents.length === 0 ? undefined : { token, until, ...(await readClaimed(deps, documents, token, now)) };
  } catch (error) {
    await giveBack(deps, ids, token);
    throw error;
  }
}

/** Documents put in order at most: of more, those that have been due the longest. */
const mostOrdered = 5000;

/** What is due and free, in order. */
export async function dueIds<D extends QueuedDocument>(
  deps: ClaimDeps<D, unknown>,
  now: Date,
  limit: number,
  which?: Which,
): Promise<string[]> {
  const { ours, urgentFrom, worth } = deps;
  const worthIt = which === undefined ? {} : worth?.(which, now);
  const due = { ...ours, wakeAt: { $lte: now }, $and: [leaseOver, worthIt ?? {}] };
  if (urgentFrom === undefined) return await inOrder(deps, due, 'wakeAt', limit);
  const urgent = await inOrder(deps, { ...due, [urgentFrom]: { $lte: now } }, urgentFrom, limit);
  if (urgent.length === limit) return urgent;
  const others = { ...due, [urgentFrom]: { $not: { $lte: now } } };
  return [...urgent, ...(await inOrder(deps, others, 'wakeAt', limit - urgent.length))];
}

async function inOrder<D extends QueuedDocument>(
  { collection, orderBy }: ClaimDeps<D, unknown>,
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

/** One document is claimed and read with one command. */
async function leaseOne<D extends QueuedDocument>(
  deps: ClaimDeps<D, unknown>,
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
  deps: ClaimDeps<D, unknown>,
  ids: readonly string[],
  token: string,
  now: Date,
  leaseMs: number,
): Promise<D[]> {
  const { collection } = deps;
  try {
    const { modifiedCount } = await collection.updateMany(dueAmong<D>(ids, now), leasePipeline(deps, token, leaseMs));
    if (modifiedCount === 0) return [];
    const options = { batchSize: ids.length + 1 } as const;
    const found = (await collection.find(heldUnder<D>(token, ids), options).toArray()) as unknown as D[];
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

async function setAsideDue<D extends QueuedDocument>(deps: ClaimDeps<D, unknown>, id: string, now: Date) {
  const { tryAgainAt } = await deps.quarantine(id, now);
  await putAhead(deps, { _id: id, wakeAt: { $lte: now } } as unknown as Filter<D>, tryAgainAt);
}

/** Replaces a date by a date: this makes no document larger. */
export async function putAhead<D extends QueuedDocument>(
  { collection }: Pick<ClaimDeps<D, unknown>, 'collection'>,
  which: Filter<D>,
  wakeAt: Date,
): Promise<void> {
  await collection.updateMany(which, [{ $set: { wakeAt } }]);
}

function dueAmong<D>(ids: readonly string[], now: Date): Filter<D> {
  return { _id: { $in: ids }, wakeAt: { $lte: now }, ...leaseOver } as unknown as Filter<D>;
}

function leasePipeline<D extends QueuedDocument>(
  { inLease, onExpiredLease = {} }: ClaimDeps<D, unknown>,
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

async function readClaimed<D extends QueuedDocument, T>(
  deps: ClaimDeps<D, T>,
  documents: readonly D[],
  token: string,
  now: Date,
): Promise<Pick<Claim<T>, 'items' | 'unreadable'>> {
  const { collection, read, quarantine } = deps;
  const items: T[] = [];
  const unreadable: string[] = [];
  const changed: string[] = [];
  let began = performance.now();
  for (const document of documents) {
    if (performance.now() - began > longestStretchMs) {
      await setImmediate();
      began = performance.now();
    }
    // Saved between claim and read: its lease says too little about what may be posted under it.
    if (document.version !== document.lease?.version) {
      changed.push(String(document._id));
      continue;
    }
    try {
      items.push(read(document));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const id = String(document._id);
      unreadable.push(id);
      if (error.why === 'damaged' || error.why === 'changed') await quarantine(id, now, error.why);
    }
  }
  if (changed.length > 0) await giveBack(deps, changed, token);
  if (unreadable.length > 0) {
    const wakeAt = new Date(now.getTime() + unreadableAheadMs);
    await collection.updateMany(heldUnder<D>(token, unreadable), [{ $set: { wakeAt } }, { $unset: 'lease' }]);
  }
  return { items, unreadable: unreadable.length };
}

/** Nothing was posted under these leases, so they must not look like leases that ran out. */
export async function giveBack<D extends QueuedDocument>(
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
