/** Thrown by a save when the document has changed: decide again. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
}
/** Thrown by `add`: this submission is stored already. */
export class SubmissionKnown extends Error {
  override readonly name = 'SubmissionKnown';
}
/** Thrown by `add`: another submission has this id. Take the next. */
export class IdTaken extends Error {
  override readonly name = 'IdTaken';
}
/**
 * Why a document can't be used. `newer`: a later version wrote it; `key`: its key is missing; `damaged`: nobody can open it;
 * `changed`: somebody changed it without the keys.
 */
export type UnreadableReason = 'newer' | 'key' | 'damaged' | 'changed';
/** Why a document is set aside. `failed`: what the bot did with it failed, which may be chance. */
export type SetAsideReason = 'failed' | Extract<UnreadableReason, 'damaged' | 'changed'>;
/** Thrown by reads. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly why: UnreadableReason;
  constructor(why: UnreadableReason) {
    super(why);
    this.why = why;
  }
}

/**
 * Whether the driver of the database failed. That never proves that nothing was written: the answer to a write that was done may be
 * what got lost.
 */
export function isDriverError(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('Mongo');
}
