import { MongoServerError } from 'mongodb';

/** MongoDB's code for a write that clashes in a unique index. */
export const duplicateKey = 11000;

/** Whether MongoDB refused a write since a unique index has the same already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === duplicateKey;
}
