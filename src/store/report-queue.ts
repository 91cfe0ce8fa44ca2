import type { Collection } from 'mongodb';
import type { Reports } from '../handling/ports.js';
import type { Keyring } from '../keys/keyring.js';
import type { KeyedIds } from './keyed-ids.js';
import { mongoQueue } from './mongo-queue.js';
import type { Quarantine } from './quarantine.js';
import { type ReportDocuments, readableWith } from './report-document.js';
import type { ReportDocument } from './report-schema.js';
import { historyEnd, notOnly, outwardUnposted, unheard } from './unposted.js';

type QueueParts = Readonly<{
  collection: Collection<ReportDocument>;
  documents: Pick<ReportDocuments, 'read' | 'rested'>;
  ids: Pick<KeyedIds, 'reporter'>;
  ring: Keyring;
  quarantine: Quarantine;
}>;

/** The reports that are due, the urgent ones first. */
export function reportQueue({ collection, documents, ids, ring, quarantine }: QueueParts): Reports['queue'] {
  return mongoQueue({
    collection,
    quarantine,
    ours: readableWith(ring),
    read: documents.read,
    urgentFrom: 'urgentFrom',
    orderBy: 'dueAt',
    worth: ({ outward, notOnlyFor = [] }, now) => {
      const slow = notOnlyFor.map(({ team, user }) => ids.reporter(team, user));
      if (outward === undefined) return slow.length === 0 ? {} : notOnly(slow, now);
      if (outward !== true) return { ...outwardUnposted, 'index.reporter': ids.reporter(outward.team, outward.user) };
      return { $or: [{ ...outwardUnposted, 'index.reporter': { $nin: slow } }, unheard] };
    },
    claimed: ({ report, version }) => ({ id: report.id, version }),
    idOf: ({ id }) => id,
    versionOf: ({ version }) => version,
    wakeAtOf: ({ wakeAt }) => wakeAt,
    always: {
      names: ['said', 'card', 'uncertain', 'restedUnder', 'rested'],
      of: documents.rested,
    },
    ifUnchanged: { names: ['urgentFrom'], of: ({ urgentFrom }) => ({ urgentFrom }) },
    takesEarlierWake: false,
    inLease: { events: '$events' },
    // A lease without a count is an older version's: it can have posted no more than there is now.
    onExpiredLease: { maybeSaid: { $max: ['$maybeSaid', { $ifNull: ['$lease.events', historyEnd] }] } },
  });
}
