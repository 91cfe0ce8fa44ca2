import { randomBytes } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';
import { askTheRun } from './ask-the-run.js';

/** A database that no other test has. `drop` it at the end; that takes MongoDB 100 ms, for which nobody waits. */
export type FreshDatabase = Readonly<{ uri: string; database: string; db: Db; drop(): Promise<void> }>;

/** The first to ask starts the MongoDB of this run; where none was fetched before, that takes its time. */
export async function freshDatabase(about = 'test'): Promise<FreshDatabase> {
  const uri = await askTheRun('mongod');
  const database = `${about}_${randomBytes(6).toString('hex')}`;
  const client = await new MongoClient(uri).connect();
  const db = client.db(database);
  const drop = async () => {
    void db
      .dropDatabase()
      .catch(() => undefined)
      .then(() => client.close());
  };
  return { uri, database, db, drop };
}
