import { type Db, MongoError } from 'mongodb';
import type { Desk, Reports } from '../handling/ports.js';
import { createClient, type OnCommand } from './connect.js';
import { makeIndexes } from './indexes.js';
import type { Keyring } from './keyring.js';
import { mongoDesk } from './mongo-desk.js';
import { mongoReports } from './mongo-reports.js';

/** A sentence for whoever runs the program: why the store can't be used, and what to do. It names no secret. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
}

export type Store = Readonly<{
  reports: Reports;
  desk: Desk;
  /** Resolves when the database answers and every key it uses is in the ring. @throws StoreRefusal, MongoError */
  ping(): Promise<void>;
  close(): Promise<void>;
}>;

export type StoreOptions = Readonly<{ uri: string; database: string; ring: Keyring; onCommand?: OnCommand }>;

/**
 * Connects, makes the indexes, and looks whether the ring opens what is there.
 * @throws StoreRefusal when the database does not answer or was sealed under keys that the ring lacks.
 */
export async function openStore({ uri, database, ring, onCommand }: StoreOptions): Promise<Store> {
  const client = createClient(uri, onCommand);
  try {
    await client.connect();
    const db = client.db(database);
    await makeIndexes(db);
    await refuseMissingKeys(db, ring);
    return {
      reports: mongoReports(db, ring),
      desk: mongoDesk(db),
      ping: async () => {
        await db.command({ ping: 1 });
        await refuseMissingKeys(db, ring);
      },
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    if (!(error instanceof MongoError)) throw error;
    throw new StoreRefusal(
      `The database "${database}" could not be used (${error.name}). Is a MongoDB 6.0 or later, run as a replica set, at the ` +
        'address in MONGODB_URI, and may this user read and write there?',
      { cause: error },
    );
  }
}

async function refuseMissingKeys(db: Db, ring: Keyring): Promise<void> {
  const used = await db.collection('reports').distinct('sealed.dk.kid');
  const missing = used.filter((kid) => !ring.keys.has(String(kid)));
  if (missing.length === 0) return;
  const names = missing.map((kid) => `"${kid}"`).join(', ');
  throw new StoreRefusal(
    `Reports in the database "${db.databaseName}" are sealed under ${names}, which the key ring does not have. ` +
      'Put the key back into the file that KEYRING_FILE names; without it these reports cannot be read by anyone.',
  );
}
