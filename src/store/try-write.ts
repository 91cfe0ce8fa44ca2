import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';

/** Milliseconds in which a majority has to confirm. A form that takes longer is answered as unsure. */
const confirmMs = 1500;
/** If the document can't be removed at once, the server does so. Milliseconds. */
const keptMs = 60_000;

/**
 * Writes a small document and removes it. A primary takes writes even where too few members are left to confirm them, so only
 * a write shows that reports can be stored. @throws MongoError when no majority confirms it in time
 */
export async function tryWrite(db: Db): Promise<void> {
  const probes = db.collection<{ _id: string; expireAt: Date }>('desk');
  const _id = `probe/${randomUUID()}`;
  try {
    const writeConcern = { w: 'majority', journal: true, wtimeoutMS: confirmMs } as const;
    await probes.insertOne({ _id, expireAt: new Date(Date.now() + keptMs) }, { writeConcern });
  } finally {
    await probes.deleteOne({ _id }, { writeConcern: { w: 1 } });
  }
}
