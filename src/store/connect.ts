import { MongoClient } from 'mongodb';

/** Called with the name of each command sent (`insert`, `update` …), and never with what it carries. */
export type OnCommand = (name: string) => void;

/**
 * A client whose writes are answered when a majority has them in its journal, and whose reads see only such writes: what is
 * told to a person is never rolled back. A server that is away is an error within two seconds. The driver has no bound that
 * works for a server that hangs: whoever waits for a person keeps time himself.
 */
export function createClient(uri: string, onCommand?: OnCommand): MongoClient {
  const client = new MongoClient(uri, {
    appName: 'vulndesk',
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    retryWrites: true,
    serverSelectionTimeoutMS: 2000,
    connectTimeoutMS: 5000,
    // A connection that died without a word must not hold up the loop for ever. A write cut off so is tried once more
    // under the same number, which the server knows.
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
