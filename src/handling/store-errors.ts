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
/** Thrown by reads. `newer`: a later version wrote the document; `key`: its key is missing; `damaged`: nobody can open it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly why: 'newer' | 'key' | 'damaged';
  constructor(why: 'newer' | 'key' | 'damaged') {
    super(why);
    this.why = why;
  }
}
