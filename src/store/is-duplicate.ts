import { MongoServerError } from 'mongodb';

/** Whether MongoDB refused a write since a unique index has the same already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000;
}
