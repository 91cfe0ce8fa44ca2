import { type Db, type MongoClient, MongoError } from 'mongodb';
import type { IntakeMessages, Languages, People, RateLimiter, Reports } from '../handling/ports.js';
import { createClient, type OnCommand } from './connect.js';
import { makeIndexes } from './indexes.js';
import { checkKeys, refuseMissingKeys } from './key-check.js';
import { keyedIds } from './keyed-ids.js';
import type { Keyring } from './keyring.js';
import { isNewEnough } from './local-mongod/mongod-version.js';
import { mongoIntakeMessages } from './mongo-intake-messages.js';
import { mongoLanguages } from './mongo-languages.js';
import { mongoPeople } from './mongo-people.js';
import { mongoRateLimits } from './mongo-rate-limits.js';
import { mongoReports } from './mongo-reports.js';
import { StoreRefusal } from './store-refusal.js';

export type Store = Readonly<{
  reports: Reports;
  people: People;
  intakeMessages: IntakeMessages;
  rateLimits: RateLimiter;
  languages: Languages;
  /** Resolves when the database answers and every key it uses is in the ring. @throws StoreRefusal, MongoError */
  ping(): Promise<void>;
  close(): Promise<void>;
}>;

export type StoreOptions = Readonly<{ uri: string; database: string; ring: Keyring; onCommand?: OnCommand }>;

/**
 * Connects, makes the indexes, and looks whether the ring opens what is there.
 * @throws StoreRefusal when the database does not answer, is no replica set or too old, or was sealed under other keys.
 */
export async function openStore({ uri, database, ring, onCommand }: StoreOptions): Promise<Store> {
  const client = clientFor(uri, onCommand);
  try {
    await client.connect();
    const db = client.db(database);
    await refuseStandalone(db);
    await refuseOld(db);
    await makeIndexes(db);
    await checkKeys(db, ring);
    const ids = keyedIds(ring);
    return {
      reports: mongoReports(db, ring),
      people: mongoPeople(db),
      intakeMessages: mongoIntakeMessages(db),
      rateLimits: mongoRateLimits(db, ids),
      languages: mongoLanguages(db, ids),
      ping: async () => {
        await db.command({ ping: 1 });
        await refuseMissingKeys(db, ring);
      },
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    if (!(error instanceof MongoError)) throw error;
    // The driver's own sentence may quote the address with its password.
    throw new StoreRefusal(
      `The database "${database}" could not be used (${error.name}). Is a MongoDB 6.0 or later, run as a replica set, at the ` +
        'address in MONGODB_URI, and may its user read and write there?',
      { cause: error },
    );
  }
}

function clientFor(uri: string, onCommand?: OnCommand): MongoClient {
  try {
    return createClient(uri, onCommand);
  } catch {
    throw new StoreRefusal(
      'MONGODB_URI is not the address of a MongoDB. Expected is mongodb://HOST:PORT/?replicaSet=NAME or mongodb+srv://HOST/.',
    );
  }
}

/** A server by itself cannot promise that a write which was answered stays, nor recognise one that is tried again. */
async function refuseStandalone(db: Db): Promise<void> {
  const hello = await db.command({ hello: 1 });
  if (hello.setName !== undefined || hello.msg === 'isdbgrid') return;
  throw new StoreRefusal(
    'The MongoDB at the address in MONGODB_URI runs by itself. Reports are kept safely only by a replica set, be it one of ' +
      'one member: start it with --replSet and run rs.initiate() once.',
  );
}

async function refuseOld(db: Db): Promise<void> {
  const { version } = await db.command({ buildInfo: 1 });
  if (isNewEnough(String(version))) return;
  throw new StoreRefusal(
    `The MongoDB at the address in MONGODB_URI is version ${version}, which was never tried with Vulndesk: take 6.0 or later.`,
  );
}
