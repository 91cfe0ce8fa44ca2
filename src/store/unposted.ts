import type { Filter } from 'mongodb';
import type { ReportDocument } from './report-schema.js';

/** How many events the history has. A document of an older version does not say: more than any history has. */
export const historyEnd = { $ifNull: ['$events', 1_000_000_000] };

const forReporter = { $lt: ['$said.reporter', historyEnd] };
const forChannel = {
  $or: [{ $ne: ['$card.shownVersion', '$version'] }, { $lt: ['$said.thread', historyEnd] }],
};

/** There may be something to post. */
export const anythingUnposted: Filter<ReportDocument> = { $expr: { $or: [forChannel, forReporter] } };

/** There may be something for the reporter or the public. Whoever is not on Slack gets no receipt. */
export const outwardUnposted = {
  $expr: {
    $and: [forReporter, { $or: [{ $ne: [{ $type: '$index.reporter' }, 'missing'] }, { $gt: [historyEnd, 1] }] }],
  },
};

/** Nobody was woken yet for what changed: that comes before each rest. */
export const unheard = { $expr: { $ne: ['$rested.version', '$version'] } };

/** Documents that have more than a message to one of these reporters. */
export function notOnly(slow: readonly string[], now: Date): Filter<ReportDocument> {
  return {
    $or: [
      { 'index.reporter': { $nin: slow } },
      { urgentFrom: { $lte: now } },
      { $expr: { $or: [forChannel, { $not: [outwardUnposted.$expr] }] } },
    ],
  };
}
