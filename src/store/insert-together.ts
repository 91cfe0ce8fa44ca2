import type { Collection, Document, OptionalUnlessRequiredId } from 'mongodb';
import { bulkRefusals } from './bulk-refusals.js';

type Waiting<D> = Readonly<{ document: D; done: () => void; failed: (error: unknown) => void }>;

/**
 * Inserts a document in one command with those that come in the same turn of the event loop: of many forms at once, each costs
 * the driver and MongoDB a fraction. What becomes of one says nothing of another. @throws the driver's errors, each its own
 */
export function insertTogether<D extends Document>(
  collection: Collection<D>,
): (document: OptionalUnlessRequiredId<D>) => Promise<void> {
  type Item = Waiting<OptionalUnlessRequiredId<D>>;
  let waiting: Item[] = [];

  const insertOne = async ({ document, done, failed }: Item) => {
    try {
      await collection.insertOne(document);
      done();
    } catch (error) {
      failed(error);
    }
  };

  const insertMany = async (group: readonly Item[]) => {
    const documents = group.map(({ document }) => document);
    try {
      await collection.insertMany(documents, { ordered: false });
      for (const { done } of group) done();
    } catch (error) {
      const refused = bulkRefusals(error, group.length);
      for (const [place, one] of group.entries()) {
        if (refused === undefined) one.failed(error);
        // Once more, for an error that speaks of this one alone.
        else if (refused.has(place)) void insertOne(one);
        else one.done();
      }
    }
  };

  const insertWaiting = () => {
    const [first, ...more] = waiting;
    waiting = [];
    if (first === undefined) return;
    void (more.length === 0 ? insertOne(first) : insertMany([first, ...more]));
  };

  return (document) =>
    new Promise((done, failed) => {
      // After all that goes on in this turn without waiting for the network.
      if (waiting.push({ document, done, failed }) === 1) process.nextTick(insertWaiting);
    });
}
