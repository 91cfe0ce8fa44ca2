import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Db, MongoClient } from 'mongodb';

/** A database that no other test has. `drop` it at the end. */
export type FreshDatabase = Readonly<{ uri: string; database: string; db: Db; drop(): Promise<void> }>;

/** The first to ask starts the MongoDB of this run; where none was fetched before, that takes its time. */
export async function freshDatabase(about = 'test'): Promise<FreshDatabase> {
  const uri = await sharedMongod();
  const database = `${about}_${randomBytes(6).toString('hex')}`;
  const client = await new MongoClient(uri).connect();
  const db = client.db(database);
  const drop = async () => {
    await db.dropDatabase();
    await client.close();
  };
  return { uri, database, db, drop };
}

async function sharedMongod(): Promise<string> {
  const path = process.env.VULNDESK_TEST_MONGOD;
  if (path === undefined) throw new Error('jest.config.js must name test/support/mongod-setup.ts as globalSetup');
  const { uri, fault } = JSON.parse(await text(connect(path)));
  if (uri === undefined) throw new Error(fault);
  return uri;
}
