import { type Db, type Document, MongoError, MongoWriteConcernError } from 'mongodb';
import { StoreRefusal } from './store-refusal.js';
import { tryWrite } from './try-write.js';

/** @throws StoreRefusal when reports are not safe on this server: it is no primary of a replica set, or no majority confirms a write */
export async function refuseUnfit(db: Db): Promise<void> {
  refuseMember(await db.command({ hello: 1 }));
  try {
    await tryWrite(db);
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    throw new StoreRefusal(
      error instanceof MongoWriteConcernError
        ? 'No majority of the replica set in MONGODB_URI confirms a write within two seconds, so no report would be safe. ' +
            'Check that most of its members with data run.'
        : `The MongoDB in MONGODB_URI takes no write (${error.name}). Check that its user may read and write the database.`,
      { cause: error },
    );
  }
}

/** What a server says of itself. A router of a sharded cluster counts as primary. */
function refuseMember({ msg, setName, isWritablePrimary }: Document): void {
  if (msg === 'isdbgrid') return;
  // Alone it can't promise that a confirmed write stays, and does not recognize a write that is tried again.
  if (setName === undefined)
    throw new StoreRefusal(
      'The MongoDB in MONGODB_URI is not a replica set. Only a replica set keeps reports safe; one member is enough. ' +
        'Start it with --replSet and run rs.initiate() once.',
    );
  if (isWritablePrimary !== true)
    throw new StoreRefusal(
      'MONGODB_URI leads to a secondary, which takes no writes. Take directConnection out of it, and name the set with ' +
        'replicaSet=NAME.',
    );
}
