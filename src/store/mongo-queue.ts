import { randomInt, randomUUID } from 'node:crypto';
import type { Collection, Document, Filter } from 'mongodb';
import { type Claim, type Queue, Unreadable } from '../handling/ports.js';

/** Documents that wait their turn: whatever else is in them, they have these. */
export type Waiting = {
  _id: string;
  version: number;
  wakeAt?: Date | undefined;
  lease?: { token: string; until: Date; version?: number | undefined } | undefined;
};

type Expressions = Readonly<Record<string, unknown>>;

/** What a queue needs to know of its documents. */
export type QueueDeps<D extends Waiting, T, R> = Readonly<{
  collection: Collection<D>;
  /** Which documents are this queue's and can be opened by this replica; the others are left to whom they concern. */
  ours: Filter<D>;
  /** @throws Unreadable */
  read(document: unknown): T;
  idOf(rest: R): string;
  /** What a rest always records. Fields that are absent are removed when `recorded` names them. */
  recordedBy(rest: R): Document;
  recorded: readonly string[];
  /** What a rest sets, beside `wakeAt`, when the document has not moved on since. */
  settledBy(rest: R): Document;
  settled: readonly string[];
  versionOf(rest: R): number;
  wakeAtOf(rest: R): Date | undefined;
  /** What a claim notes in its lease, and what it sets when it finds one that ran out: expressions on the document. */
  noted?: Expressions;
  afterLost?: Expressions;
  /** Whether a document that moved on takes the earlier of its own `wakeAt` and the rest's. Otherwise it keeps its own. */
  earlierOfBoth: boolean;
}>;

/** How far ahead a document that cannot be opened is put, so that it does not come up at every turn. */
const unreadableAheadMs = 3_600_000;
const claimLimit = 500;
/** Replicas that claim at once look at a stretch this many times as long as they need, each at its own part of it. */
const stretch = 2;
const claimAttempts = 3;

// By the server's clock: replicas whose clocks differ still agree on whether a lease is over.
const leaseOver = { $or: [{ lease: { $exists: false } }, { $expr: { $lte: ['$lease.until', '$$NOW'] } }] };

export function mongoQueue<D extends Waiting, T, R>(deps: QueueDeps<D, T, R>): Queue<T, R> {
  const { collection, ours } = deps;
  const free = (more: Document) => ({ ...ours, ...more, ...leaseOver }) as Filter<D>;
  const byIds = (ids: readonly string[], more: Document) => ({ _id: { $in: ids }, ...more }) as unknown as Filter<D>;

  async function dueIds(now: Date, limit: number): Promise<string[]> {
    const most = limit * stretch;
    const options = {
      projection: { _id: 1 },
      sort: { wakeAt: 1 },
      hint: 'wake',
      limit: most,
      batchSize: most + 1,
    } as const;
    const found = await collection.find(free({ wakeAt: { $lte: now } }), options).toArray();
    const ids = found.map(({ _id }) => String(_id));
    const from = ids.length > limit ? randomInt(ids.length - limit + 1) : 0;
    return ids.slice(from, from + limit);
  }

  async function lease(ids: readonly string[], token: string, now: Date, leaseMs: number): Promise<number> {
    const until = { $add: ['$$NOW', leaseMs] };
    const held = { $eq: [{ $type: '$lease' }, 'object'] };
    // A lease that is there ran out: its holder may have posted and never said so.
    const lost = Object.entries(deps.afterLost ?? {}).map(
      ([field, value]) => [field, { $cond: [held, value, { $ifNull: [`$${field}`, '$$REMOVE'] }] }] as const,
    );
    const noted = { $mergeObjects: [{ $literal: { token } }, { version: '$version', ...deps.noted }] };
    const taken = { uncertain: { $or: ['$uncertain', held] }, lease: noted, ...Object.fromEntries(lost) };
    const { modifiedCount } = await collection.updateMany(byIds(ids, { wakeAt: { $lte: now }, ...leaseOver }), [
      { $set: taken },
      { $set: { 'lease.until': until } },
    ]);
    return modifiedCount;
  }

  async function readClaimed(
    ids: readonly string[],
    token: string,
    now: Date,
  ): Promise<Omit<Claim<T>, 'token' | 'until'>> {
    const documents = await collection
      .find(byIds(ids, { 'lease.token': token }), { sort: { wakeAt: 1 }, batchSize: ids.length + 1 })
      .toArray();
    const items: T[] = [];
    const unreadable: string[] = [];
    const moved: string[] = [];
    for (const document of documents) {
      // Saved between claim and read: its lease would tell too little of what may have been said under it.
      if (document.version !== document.lease?.version) {
        moved.push(String(document._id));
        continue;
      }
      try {
        items.push(deps.read(document));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        unreadable.push(String(document._id));
      }
    }
    if (moved.length > 0) await giveBack(moved, token);
    if (unreadable.length > 0) {
      const later = new Date(now.getTime() + unreadableAheadMs);
      await collection.updateMany(byIds(unreadable, { 'lease.token': token }), [
        { $set: { wakeAt: later } },
        { $unset: 'lease' },
      ]);
    }
    return { items, unreadable: unreadable.length };
  }

  return {
    claimDue: async (now, limit, leaseMs) => {
      const token = randomUUID();
      // Counted from before the claim is sent, so that the holder never thinks a lease alive that the server thinks over.
      const claim = { token, until: new Date(Date.now() + leaseMs) };
      for (let attempt = 0; attempt < claimAttempts; attempt += 1) {
        const ids = await dueIds(now, Math.min(limit, claimLimit));
        if (ids.length === 0) break;
        try {
          if ((await lease(ids, token, now, leaseMs)) > 0) return { ...claim, ...(await readClaimed(ids, token, now)) };
        } catch (error) {
          await giveBack(ids, token);
          throw error;
        }
      }
      return { ...claim, items: [], unreadable: 0 };
    },
    rest: async (token, rests) => {
      if (rests.length === 0) return 0;
      const ids = rests.map(deps.idOf);
      const { matchedCount } = await collection.updateMany(
        byIds(ids, { 'lease.token': token }),
        restPipeline(deps, rests),
      );
      return matchedCount;
    },
    nextWake: async () => {
      const query = free({ wakeAt: { $exists: true } });
      const first = await collection.findOne(query, { projection: { wakeAt: 1 }, sort: { wakeAt: 1 }, hint: 'wake' });
      return first?.wakeAt;
    },
    nextLeaseEnd: async (now) => {
      const held = { ...ours, wakeAt: { $lte: now }, lease: { $exists: true } };
      const [first] = await collection
        .aggregate<{ left: number }>(
          [
            { $match: held },
            { $group: { _id: null, until: { $min: '$lease.until' } } },
            { $project: { left: { $subtract: ['$until', '$$NOW'] } } },
          ],
          { hint: 'wake' },
        )
        .toArray();
      return first === undefined ? undefined : Math.max(0, Number(first.left));
    },
  };

  /** After a claim that broke off: nothing was posted under it, so its leases must not look like ones that ran out. */
  async function giveBack(ids: readonly string[], token: string): Promise<void> {
    try {
      await collection.updateMany(byIds(ids, { 'lease.token': token }), [{ $unset: 'lease' }]);
    } catch {
      // The server is away. The leases run out by themselves; the first failure is the one to tell of.
    }
  }
}

/** One pipeline for documents that each get values of their own, looked up by their place in a list. */
function restPipeline<D extends Waiting, T, R>(deps: QueueDeps<D, T, R>, rests: readonly R[]): Document[] {
  const ids = rests.map(deps.idOf);
  const values = rests.map((rest) => ({
    version: deps.versionOf(rest),
    recorded: deps.recordedBy(rest),
    settled: { ...deps.settledBy(rest), wakeAt: deps.wakeAtOf(rest) },
  }));
  const mine = { $arrayElemAt: [{ $literal: values }, { $indexOfArray: [{ $literal: ids }, '$_id'] }] };
  const unmoved = { $and: [{ $eq: ['$version', '$resting.version'] }, { $ne: ['$lease.again', true] }] };
  const moved = deps.earlierOfBoth ? { $min: ['$wakeAt', '$resting.settled.wakeAt'] } : '$wakeAt';
  const orGone = (path: unknown) => ({ $ifNull: [path, '$$REMOVE'] });
  return [
    { $set: { resting: mine } },
    {
      $set: {
        ...Object.fromEntries(deps.recorded.map((field) => [field, orGone(`$resting.recorded.${field}`)])),
        ...Object.fromEntries(
          deps.settled.map((field) => [
            field,
            { $cond: [unmoved, orGone(`$resting.settled.${field}`), orGone(`$${field}`)] },
          ]),
        ),
        wakeAt: { $cond: [unmoved, orGone('$resting.settled.wakeAt'), orGone(moved)] },
      },
    },
    { $unset: ['resting', 'lease'] },
  ];
}
