import type { Db, Document } from 'mongodb';
import { Unreadable } from '../handling/store-errors.js';
import { keyFingerprint } from '../keys/fingerprint.js';
import type { Keyring } from '../keys/keyring.js';
import { retiredKeys, retireKey } from './key-check.js';
import { StoreRefusal } from './store-refusal.js';

/** A key that is in the ring, seals something, or is retired. `documents`: how many are sealed under it. */
export type KeyUse = Readonly<{
  name: string;
  fingerprint: string | undefined;
  active: boolean;
  index: boolean;
  retired: boolean;
  documents: number;
}>;
/** `left`: documents that stay under their old key, since they can't be opened or changed just then. */
export type Rotation = Readonly<{ resealed: number; left: readonly string[] }>;

export type StoredKeys = Readonly<{
  uses(): Promise<readonly KeyUse[]>;
  /**
   * Seals everything anew under the active key, one document after the other. The bot may go on meanwhile. Stopped at any
   * moment, the next call does the rest. `onProgress` hears how many of how many are done.
   */
  rotate(onProgress: (done: number, of: number) => void): Promise<Rotation>;
  /** From the next start on, no program opens anything that is sealed under this key. @throws StoreRefusal while something is */
  retire(name: string): Promise<void>;
}>;

/** Seals one document anew, if it is still as it was found. Returns whether it did. @throws Unreadable */
export type Reseal = (id: string) => Promise<boolean>;

/** Not everything in `desk` is sealed. */
const isSealed = { 'sealed.dk.kid': { $exists: true } };

/** The collections with sealed documents, and how a document in each is sealed anew. */
export function storedKeys(
  db: Db,
  ring: Keyring,
  reseals: Readonly<Record<'reports' | 'audit' | 'desk' | 'sent', Reseal>>,
): StoredKeys {
  const collections = Object.entries(reseals).map(([name, reseal]) => ({
    collection: db.collection<{ _id: string }>(name),
    reseal,
  }));
  const counts = async () => {
    const byKey = new Map<string, number>();
    for (const { collection } of collections) {
      const found = collection.aggregate<Document>([{ $match: isSealed }, { $sortByCount: '$sealed.dk.kid' }]);
      for await (const { _id, count } of found) byKey.set(String(_id), (byKey.get(String(_id)) ?? 0) + Number(count));
    }
    return byKey;
  };
  return {
    uses: async () => {
      const [byKey, retired] = await Promise.all([counts(), retiredKeys(db)]);
      const names = [...new Set([...ring.keys.keys(), ...byKey.keys(), ...retired])].sort();
      return names.map((name) => ({
        name,
        fingerprint: ring.keys.has(name) ? keyFingerprint(ring, name) : undefined,
        active: name === ring.active,
        index: name === ring.index,
        retired: retired.has(name),
        documents: byKey.get(name) ?? 0,
      }));
    },
    rotate: async (onProgress) => {
      const old = { 'sealed.dk.kid': { $exists: true, $ne: ring.active } };
      const sizes = await Promise.all(collections.map(({ collection }) => collection.countDocuments(old)));
      const all = sizes.reduce((sum, size) => sum + size, 0);
      let resealed = 0;
      const left: string[] = [];
      for (const { collection, reseal } of collections) {
        for await (const { _id } of collection.find(old, { projection: { _id: 1 }, sort: { _id: 1 } })) {
          // Somebody saved it meanwhile: under the active key, or the second try finds it as it is now.
          const done = (await tried(reseal, _id)) || (await tried(reseal, _id));
          if (done) resealed += 1;
          else left.push(_id);
          onProgress(resealed + left.length, Math.max(all, resealed + left.length));
        }
      }
      return { resealed, left };
    },
    retire: async (name) => {
      if (name === ring.active)
        throw new StoreRefusal(`"${name}" is the active key. Make another one active and run keys rotate first.`);
      const documents = (await counts()).get(name) ?? 0;
      if (documents > 0)
        throw new StoreRefusal(
          `${documents} ${documents === 1 ? 'document is' : 'documents are'} still sealed under "${name}". Run keys rotate first.`,
        );
      if (!(await retireKey(db, name)))
        throw new StoreRefusal(
          `The database "${db.databaseName}" was never used with a key "${name}". Check the name.`,
        );
    },
  };
}

async function tried(reseal: Reseal, id: string): Promise<boolean> {
  try {
    return await reseal(id);
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}
