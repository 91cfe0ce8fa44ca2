import { type Db, type Document, type OptionalUnlessRequiredId, WriteConcern } from 'mongodb';

type Waiting<D> = Readonly<{ document: D; done: () => void; failed: (error: unknown) => void }>;
/** MongoDB's reply to the command `insert`. */
type Reply = Readonly<{ n: number; writeErrors?: readonly Readonly<{ index: number }>[] }>;

/**
 * Inserts a document, which has its `_id`, in one command with those that come in the same turn of the event loop: of many
 * forms at once, each costs a fraction. What becomes of one says nothing of another. Where the first answer was lost, a document
 * may clash with itself. @throws the driver's errors, each its own
 */
export function insertTogether<D extends Document>(
  db: Db,
  name: string,
): (document: OptionalUnlessRequiredId<D>) => Promise<void> {
  type Item = Waiting<OptionalUnlessRequiredId<D>>;
  const collection = db.collection<D>(name);
  const { writeConcern } = collection;
  if (writeConcern === undefined) throw new TypeError(`no write concern for ${name}`);
  let waiting: Item[] = [];

  /** The places of those that are surely stored. */
  const storedOf = async (group: readonly Item[]): Promise<ReadonlySet<number>> => {
    const documents = group.map(({ document }) => document);
    // For a write that the driver could try again, MongoDB would keep a record of it, which takes a tenth of the time.
    const command = WriteConcern.apply({ insert: name, documents, ordered: false }, writeConcern);
    const { n, writeErrors = [] } = (await db.command(command, { ignoreUndefined: true })) as Reply;
    const stored = new Set(documents.keys());
    for (const { index } of writeErrors) stored.delete(index);
    return stored.size === n ? stored : none;
  };

  const insertAlone = async ({ document, done, failed }: Item) => {
    try {
      await collection.insertOne(document);
      done();
    } catch (error) {
      failed(error);
    }
  };

  const insertAll = async () => {
    const group = waiting;
    waiting = [];
    const stored = await storedOf(group).catch(() => none);
    for (const [place, one] of group.entries()) {
      if (stored.has(place)) one.done();
      // Once more, for an error of its own, and as a write that the driver tries again.
      else void insertAlone(one);
    }
  };

  return (document) =>
    new Promise((done, failed) => {
      // After all that goes on in this turn without waiting for the network.
      if (waiting.push({ document, done, failed }) === 1) process.nextTick(() => void insertAll());
    });
}

const none: ReadonlySet<number> = new Set();
