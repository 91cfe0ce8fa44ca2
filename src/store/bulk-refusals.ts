import { MongoBulkWriteError } from 'mongodb';

/**
 * What MongoDB refused of an unordered insert of `count` documents: the codes by their places. All the rest is stored, and
 * confirmed as the write concern asks. `undefined`: nothing is sure of any of them.
 */
export function bulkRefusals(error: unknown, count: number): ReadonlyMap<number, unknown> | undefined {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) return undefined;
  const refused = new Map([error.writeErrors].flat().map(({ index, code }) => [index, code]));
  // A lost connection, or a command that was refused as a whole, comes with no place at all.
  return error.insertedCount + refused.size === count ? refused : undefined;
}
