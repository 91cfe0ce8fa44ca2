import { randomInt, randomUUID } from 'node:crypto';
import type { Claim, Which } from '../handling/queue.js';
import { turn } from '../handling/slices.js';
import { Unreadable } from '../handling/store-errors.js';
import { type DueDeps, dueIds } from './due-documents.js';
import { giveBack, heldUnder, type LeaseDeps, leaseThose, type QueuedDocument } from './mongo-leases.js';

export type ClaimDeps<D extends QueuedDocument, T> = DueDeps<D> &
  LeaseDeps<D> &
  Readonly<{
    /** @throws Unreadable */
    read(document: unknown, now: Date): T;
  }>;

/** How far ahead a document that can't be opened is put, so that it does not come up each time. Milliseconds. */
const unreadableAheadMs = 3_600_000;
const claimLimit = 500;
/** Replicas that claim at once look at this many times as many documents as they need, and each takes its own part. */
const spread = 2;
const claimAttempts = 3;

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
    const documents = await leaseThose(deps, ids, token, now, leaseMs);
    return documents.length === 0 ? undefined : { token, until, ...(await readClaimed(deps, documents, token, now)) };
  } catch (error) {
    await giveBack(deps, ids, token);
    throw error;
  }
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
  for (const document of documents) {
    await turn();
    // Saved between claim and read: its lease says too little about what may be posted under it.
    if (document.version !== document.lease?.version) {
      changed.push(String(document._id));
      continue;
    }
    try {
      items.push(read(document, now));
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
