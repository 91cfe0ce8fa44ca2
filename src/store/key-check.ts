import { createHmac } from 'node:crypto';
import type { Db } from 'mongodb';
import { z } from 'zod';
import { type Keyring, keyFor } from './keyring.js';
import { StoreRefusal } from './store-refusal.js';

/** The desk document `keys`: which key makes ids and indexes, and a check value of each key that was ever active. */
const KeysDocument = z.object({ index: z.string(), checks: z.record(z.string(), z.string()) });
type KeysDocument = { _id: string; index: string; checks: Record<string, string> };

/**
 * Looks whether this ring belongs to this database: under another key of the same name every report would look damaged, and
 * under another index key a submission would be filed twice. @throws StoreRefusal
 */
export async function checkKeys(db: Db, ring: Keyring): Promise<void> {
  await refuseMissingKeys(db, ring);
  const own = { index: ring.index, checks: checksOf(ring, [ring.index, ring.active]) };
  const desk = db.collection<KeysDocument>('desk');
  const empty = (await db.collection('reports').findOne({}, { projection: { _id: 1 } })) === null;
  const merged = { $mergeObjects: [{ $literal: own.checks }, '$checks'] };
  const kept = await desk.findOneAndUpdate(
    { _id: 'keys' },
    // Nothing is sealed in an empty database: whatever ring was tried on it first is of no account.
    empty ? { $set: own } : [{ $set: { index: { $ifNull: ['$index', own.index] }, checks: merged } }],
    { upsert: true, returnDocument: 'after' },
  );
  refuseOtherKeys(KeysDocument.parse(kept), db, ring);
}

/** The same without writing anything; a database that holds no report takes any ring. @throws StoreRefusal */
export async function lookAtKeys(db: Db, ring: Keyring): Promise<void> {
  await refuseMissingKeys(db, ring);
  const kept = await db.collection<KeysDocument>('desk').findOne({ _id: 'keys' });
  const report = await db.collection('reports').findOne({}, { projection: { _id: 1 } });
  if (kept !== null && report !== null) refuseOtherKeys(KeysDocument.parse(kept), db, ring);
}

function refuseOtherKeys({ index, checks }: z.infer<typeof KeysDocument>, db: Db, ring: Keyring): void {
  if (index !== ring.index) {
    throw new StoreRefusal(
      `The ids and indexes of the database "${db.databaseName}" are made with the key "${index}", but the key ring uses ` +
        `"${ring.index}" for them. Add "index": "${index}" to the file that KEYRING_FILE names.`,
    );
  }
  const now = checksOf(ring, Object.keys(checks));
  const wrong = Object.keys(now).find((name) => now[name] !== checks[name]);
  if (wrong === undefined) return;
  throw new StoreRefusal(
    `The key "${wrong}" of the key ring is not the one that the database "${db.databaseName}" knows by this name. ` +
      'Put the right key into the file that KEYRING_FILE names, or name another database in MONGODB_DATABASE.',
  );
}

/** @throws StoreRefusal when reports are sealed under keys that the ring lacks. */
export async function refuseMissingKeys(db: Db, ring: Keyring): Promise<void> {
  const used = await db.collection('reports').distinct('sealed.dk.kid');
  const missing = used.filter((name) => !ring.keys.has(String(name)));
  if (missing.length === 0) return;
  const names = missing.map((name) => `"${name}"`).join(', ');
  throw new StoreRefusal(
    `Reports in the database "${db.databaseName}" are sealed under ${names}, which the key ring does not have. ` +
      'Put the key back into the file that KEYRING_FILE names; without it these reports cannot be read by anyone.',
  );
}

/** 64 bits of a keyed digest: enough to tell keys apart, nothing to find one by. Names that the ring lacks are left out. */
function checksOf(ring: Keyring, names: readonly string[]): Record<string, string> {
  const checks = names.flatMap((name) => {
    const key = keyFor(ring, name, 'check');
    return key === undefined
      ? []
      : [[name, createHmac('sha256', key).update(name).digest('hex').slice(0, 16)] as const];
  });
  return Object.fromEntries(checks);
}
