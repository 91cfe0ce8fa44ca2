import { type Db, type Filter, MongoServerError } from 'mongodb';
import type { SetAsideReason } from '../handling/store-errors.js';

type Mark = { _id: string; times: number; why?: SetAsideReason; alarm: boolean; alarmedAt?: Date; expireAt: Date };

const minuteMs = 60_000;
const hourMs = 3_600_000;
/** A mark outlives the longest pause, so that the count goes on, and ends soon after the document is well again. Milliseconds. */
const markMs = 2 * hourMs;
const prefix = 'quarantine/';

/**
 * A document was set aside so that it doesn't stop the others. `times`: how often so far. `alarm`: people should hear of it now,
 * at most once an hour. Of what failed that is so from the second time on, of anything else at once.
 */
export type SetAside = Readonly<{ id: string; why: SetAsideReason; times: number; alarm: boolean }>;
export type OnSetAside = (aside: SetAside) => void;

/** Counts a failure of a document. Returns how often it failed so far and when to try again. */
export type Quarantine = (
  id: string,
  now: Date,
  why?: SetAsideReason,
) => Promise<Readonly<{ times: number; tryAgainAt: Date }>>;

/** The marks are documents of their own: a document that is too large can't hold one. */
export function mongoQuarantine(db: Db, onSetAside: OnSetAside): Quarantine {
  const marks = db.collection<Mark>('desk');
  return async (id, now, why = 'failed') => {
    const alarmed = { $gt: ['$alarmedAt', new Date(now.getTime() - hourMs)] };
    const mark = await marks.findOneAndUpdate(
      { _id: prefix + id },
      [
        { $set: { times: { $add: [{ $ifNull: ['$times', 0] }, 1] }, why, expireAt: new Date(Date.now() + markMs) } },
        { $set: { alarm: { $and: [{ $gte: ['$times', why === 'failed' ? 2 : 1] }, { $not: alarmed }] } } },
        { $set: { alarmedAt: { $cond: ['$alarm', now, { $ifNull: ['$alarmedAt', '$$REMOVE'] }] } } },
      ],
      { upsert: true, returnDocument: 'after' },
    );
    const { times, alarm } = mark ?? { times: 1, alarm: false };
    onSetAside({ id, why, times, alarm });
    return { times, tryAgainAt: new Date(now.getTime() + pauseMs(times)) };
  };
}

/** Twice as long each time, an hour at most. */
function pauseMs(times: number): number {
  return Math.min(hourMs, minuteMs * 2 ** (times - 1));
}

/** The documents that are set aside: those that failed more than once and have not recovered, and those that can't be read. */
export async function quarantined(db: Db): Promise<readonly Readonly<{ id: string; why: SetAsideReason }>[]> {
  const marks = db.collection<Mark>('desk');
  const certain: SetAsideReason[] = ['damaged', 'changed'];
  const failing: Filter<Mark> = {
    _id: { $regex: `^${prefix}` },
    $or: [{ times: { $gte: 2 } }, { why: { $in: certain } }],
    expireAt: { $gt: new Date() },
  };
  const found = await marks.find(failing, { projection: { why: 1 }, sort: { _id: 1 } }).toArray();
  return found.map(({ _id, why = 'failed' }) => ({ id: _id.slice(prefix.length), why }));
}

/** Whether the server refuses the write, for example because the document would be too large. It does answer. */
export function isRefused(error: unknown): boolean {
  return error instanceof MongoServerError;
}
