/** Reading on where something does not fit, and where the whole of a shortened text is. */
export interface PageWords {
  /** Pages count from 1. */
  place(page: number, pages: number): string;
  readonly previous: string;
  readonly next: string;
  /** Above every step with the words that were written at it. */
  readonly record: string;
  /** Above the form as it was before the reporter changed it. */
  readonly formBefore: string;
  /** On the card, a list or a line of a thread that had to shorten something. */
  readonly shortenedForTeam: string;
  /** The same for a reporter. */
  readonly shortenedForReporter: string;
  /** Under a direct message that had to be cut. */
  readonly shortenedInMessage: string;
  /** The button that opens one's own report. */
  readonly readAll: string;
  /** Title of one's own report. */
  readonly ownTitle: string;
  /** To a reporter who is on the team. */
  readonly ownOnTeam: string;
  readonly yourReport: string;
  readonly conversation: string;
  answered(time: string): string;
  added(time: string): string;
  readonly olderMine: string;
  readonly newestMine: string;
  readonly noneOlder: string;
}
