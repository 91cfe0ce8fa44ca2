import type { Db } from 'mongodb';
import { z } from 'zod';
import { keyCheck } from '../keys/fingerprint.js';
import { type Keyring, keyFor } from '../keys/keyring.js';
import { StoreRefusal } from './store-refusal.js';

/** The document `keys` of `desk`: which key makes ids and indexes, and a check value for each key that was ever active, and those retired. */
const KeysDocument = z.object({
  index: z.string(),
  checks: z.record(z.string(), z.string()),
  retired: z.array(z.string()).optional(),
});
type KeysDocument = { _id: string } & z.infer<typeof KeysDocument>;

/**
 * Checks that this key ring belongs to this database. With another key of the same name every report would look damaged. With
 * another index key a submission would be stored twice. @throws StoreRefusal
 */
export async function checkKeys(db: Db, ring: Keyring): Promise<void> {
  await refuseMissingKeys(db, ring);
  const own = { index: ring.index, checks: checksOf(ring, [ring.index, ring.active]) };
  const empty = (await db.collection('reports').findOne({}, { projection: { _id: 1 } })) === null;
  const merged = { $mergeObjects: [{ $literal: own.checks }, '$checks'] };
  const document = await db.collection<KeysDocument>('desk').findOneAndUpdate(
    { _id: 'keys' },
    // An empty database takes any ring: nothing is sealed in it.
    empty ? { $set: own } : [{ $set: { index: { $ifNull: ['$index', own.index] }, checks: merged } }],
    { upsert: true, returnDocument: 'after' },
  );
  refuseOtherKeys(KeysDocument.parse(document), db, ring);
}

/** The same without writing anything. @throws StoreRefusal */
export async function examineKeys(db: Db, ring: Keyring): Promise<void> {
  await refuseMissingKeys(db, ring);
  const document = await db.collection<KeysDocument>('desk').findOne({ _id: 'keys' });
  const report = await db.collection('reports').findOne({}, { projection: { _id: 1 } });
  if (document !== null && report !== null) refuseOtherKeys(KeysDocument.parse(document), db, ring);
}

function refuseOtherKeys({ index, checks }: z.infer<typeof KeysDocument>, db: Db, ring: Keyring): void {
  if (index !== ring.index) {
    throw new StoreRefusal(
      `The database "${db.databaseName}" uses the key "${index}" for ids and indexes, but the key ring uses ` +
        `"${ring.index}". Add "index": "${index}" to the file in KEYRING_FILE.`,
    );
  }
  const now = checksOf(ring, Object.keys(checks));
  const wrong = Object.keys(now).find((name) => now[name] !== checks[name]);
  if (wrong === undefined) return;
  throw new StoreRefusal(
    `The key "${wrong}" is not the key of this name that the database "${db.databaseName}" was used with. ` +
      'Put the right key into the file in KEYRING_FILE, or set MONGODB_DATABASE to another database.',
  );
}

/** @throws StoreRefusal when reports are sealed under keys that the ring lacks. */
export async function refuseMissingKeys(db: Db, ring: Keyring): Promise<void> {
  const used = await db.collection('reports').distinct('sealed.dk.kid');
  const missing = used.filter((name) => keyFor(ring, String(name), 'wrap') === undefined);
  if (missing.length === 0) return;
  const names = missing.map((name) => `"${name}"`).join(', ');
  throw new StoreRefusal(
    `Reports in the database "${db.databaseName}" are sealed under ${names}, which the key ring lacks. ` +
      'Put the key back into the file in KEYRING_FILE. Without it nobody can read these reports. A retired key counts as lacking.',
  );
}

/** Names that the ring lacks are left out. */
function checksOf(ring: Keyring, names: readonly string[]): Record<string, string> {
  const checks = names.flatMap((name) => {
    const check = keyCheck(ring, name);
    return check === undefined ? [] : [[name, check] as const];
  });
  return Object.fromEntries(checks);
}

/** The ring as it may be used with this database: retired keys open nothing. @throws StoreRefusal when the active one is retired */
export async function withoutRetired(db: Db, ring: Keyring): Promise<Keyring> {
  const retired = await retiredKeys(db);
  if (retired.has(ring.active))
    throw new StoreRefusal(
      `The key "${ring.active}" is retired. Name another one in "active" in the file in KEYRING_FILE.`,
    );
  return { ...ring, retired };
}

export async function retiredKeys(db: Db): Promise<ReadonlySet<string>> {
  const document = await db.collection<KeysDocument>('desk').findOne({ _id: 'keys' });
  return new Set(document?.retired ?? []);
}

/** Whether the database was ever used with a key of this name: only then is it marked. */
export async function retireKey(db: Db, name: string): Promise<boolean> {
  const known = { _id: 'keys', [`checks.${name}`]: { $exists: true } };
  const marked = await db.collection<KeysDocument>('desk').updateOne(known, { $addToSet: { retired: name } });
  return marked.matchedCount > 0;
}
