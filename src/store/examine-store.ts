import { createClient } from './connect.js';
import { lookAtKeys } from './key-check.js';
import { isNewEnough } from './local-mongod/mongod-version.js';
import type { StoreOptions } from './open-store.js';
import { StoreRefusal } from './store-refusal.js';

/** How a database is. `keys`: `fit`, or the sentence that says why not. */
export type StoreExam =
  | Readonly<{ answers: false; code: string }>
  | Readonly<{ answers: true; version: string; newEnough: boolean; replicaSet: boolean; keys: string | 'fit' }>;

/** Looks at the database and changes nothing there. Never throws: the driver's errors may quote the address with its password. */
export async function examineStore({ uri, database, ring }: StoreOptions): Promise<StoreExam> {
  try {
    const client = createClient(uri);
    try {
      await client.connect();
      const db = client.db(database);
      const version = String((await db.command({ buildInfo: 1 })).version);
      const { setName, msg } = await db.command({ hello: 1 });
      const replicaSet = setName !== undefined || msg === 'isdbgrid';
      const keys = await lookAtKeys(db, ring).then(() => 'fit', sentence);
      return { answers: true, version, newEnough: isNewEnough(version), replicaSet, keys };
    } finally {
      await client.close();
    }
  } catch (error) {
    return { answers: false, code: error instanceof Error ? error.name : 'unknown' };
  }
}

function sentence(error: unknown): string {
  if (error instanceof StoreRefusal) return error.message;
  throw error;
}
