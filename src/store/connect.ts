import { type Db, MongoClient, ReadConcern } from 'mongodb';

/** Called with the name of each command sent (`insert`, `update` …), never with its content. */
export type OnCommand = (name: string) => void;

/** What is promised rests on this, so it is set here and again for the database: an address may not weaken it. */
const promised = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: new ReadConcern('majority'),
  readPreference: 'primary',
} as const;

/**
 * A client whose writes count once a majority has them in its journal, and whose reads see only such writes. What a person was
 * told is never rolled back. A server that is away is an error within two seconds. The driver has no time limit that works for
 * a server that hangs, so a caller who answers a person sets one.
 */
export function createClient(uri: string, onCommand?: OnCommand): MongoClient {
  const client = new MongoClient(uri, {
    appName: 'vulndesk',
    ...promised,
    retryWrites: true,
    serverSelectionTimeoutMS: 2000,
    connectTimeoutMS: 5000,
    // A connection that died silently must not block the loop for ever. The driver tries a write that was cut off once more,
    // and the server recognizes it.
    socketTimeoutMS: 20_000,
    waitQueueTimeoutMS: 5000,
    maxPoolSize: 64,
    minPoolSize: 2,
    promoteBuffers: true,
    ignoreUndefined: true,
    monitorCommands: onCommand !== undefined,
  });
  if (onCommand !== undefined) client.on('commandStarted', ({ commandName }) => onCommand(commandName));
  return client;
}

/**
 * The database as its primary has it, confirmed or not. Where no majority is left, a majority read of a collection that was just
 * made waits until there is one again.
 */
export function unconfirmedDatabaseOf(client: MongoClient, name: string): Db {
  return client.db(name, { ...promised, readConcern: new ReadConcern('local') });
}

/** The database, read and written as promised, whatever the address says. */
export function databaseOf(client: MongoClient, name: string): Db {
  return client.db(name, promised);
}
