import type { ReportDocument } from './report-schema.js';

/**
 * How each clear field is guarded against somebody who can write to the database but has no key. `saved`: its code `mac` is
 * renewed with each save, under the key that seals the report. `rested`: the code in `rested` is renewed when the loop puts the
 * report to rest, under the key of the indexes. A sentence: the server sets the field in a claim, where no code can be
 * computed, and this is the most that a change of it can do.
 *
 * No code can see that a whole document is replaced by an earlier copy of itself: that copy was true once. Neither can it see
 * that a document is deleted. `backup-check` compares the database with what Slack shows.
 */
const guards: Readonly<Record<Exclude<keyof ReportDocument, 'beforeConfirm'>, string>> = {
  _id: 'saved',
  schema: 'saved',
  version: 'saved',
  status: 'saved',
  receivedAt: 'saved',
  responder: 'saved',
  responderSince: 'saved',
  duties: 'saved',
  dueAt: 'saved',
  noticesFrom: 'saved',
  events: 'saved',
  restedVersion: 'saved',
  index: 'saved',
  sealed: 'saved',
  said: 'rested',
  card: 'rested',
  restedUnder: 'rested',
  rested: 'rested',
  mac: 'It is the code itself.',
  wakeAt: 'Earlier: the loop looks once more. Later than the rest says, or gone: `checkWaits` finds it.',
  lease: 'Gone: what is posted twice was looked up on Slack first. Far ahead: `checkWaits` finds it.',
  uncertain: 'True: messages are looked up on Slack. False where the rest says true: `checkRested` finds it.',
  urgentFrom: 'It decides in which order reports are posted, and nothing else.',
  maybeSaid: 'Higher: the card asks whether a message arrived. Lower: after a crash one message may come twice.',
};

/** The fields under the code `mac`. */
export const savedFields: readonly string[] = Object.entries(guards).flatMap(([field, guard]) =>
  guard === 'saved' ? [field] : [],
);
