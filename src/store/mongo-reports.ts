import { type Db, type Document, type Filter, MongoServerError, type UpdateFilter } from 'mongodb';
import {
  IdTaken,
  type ListQuery,
  type Reports,
  SubmissionKnown,
  type TrackedReport,
  Unreadable,
  VersionConflict,
} from '../handling/ports.js';
import { defined } from '../report/defined.js';
import type { Report } from '../report/report.js';
import { keyedIds } from './keyed-ids.js';
import type { Keyring } from './keyring.js';
import { mongoQueue } from './mongo-queue.js';
import {
  DutyFields,
  dutyRow,
  type ReportDocument,
  reportDocuments,
  reportSchema,
  trackedPart,
} from './report-document.js';

/** Reports in the collection `reports` of this database. */
export function mongoReports(db: Db, ring: Keyring): Reports {
  const collection = db.collection<ReportDocument>('reports');
  const ids = keyedIds(ring);
  const documents = reportDocuments(db.databaseName, ring, ids);
  // Written by a later program, or under a key that only other replicas have: theirs to work on.
  const readable = { schema: { $lte: reportSchema }, 'sealed.dk.kid': { $in: [...ring.keys.keys()] } };

  async function read(filter: Filter<ReportDocument>): Promise<TrackedReport | undefined> {
    const document = await collection.findOne(filter);
    return document === null ? undefined : documents.read(document);
  }

  /** Why a report could not be added. The driver's error quotes the key that clashed; these quote nothing. */
  async function clashOf({ submission }: Report): Promise<SubmissionKnown | IdTaken> {
    // The same submission has the same id too, and either may be named. What clashed need not be durable yet: read as it is.
    const known = await collection.findOne(
      { 'index.submission': submission },
      { projection: { _id: 1 }, readConcern: { level: 'local' } },
    );
    return known === null ? new IdTaken() : new SubmissionKnown();
  }

  /** Newest first. One that cannot be opened is left out: it must not hide the others. */
  async function page(filter: Filter<ReportDocument>, { limit, before }: ListQuery): Promise<TrackedReport[]> {
    const older = before === undefined ? {} : olderThan(before);
    const cursor = collection.find(
      { ...filter, ...older },
      { sort: { receivedAt: -1, _id: -1 }, batchSize: limit + 1 },
    );
    const found: TrackedReport[] = [];
    try {
      for await (const document of cursor) {
        const report = readOr(() => documents.read(document));
        if (report !== undefined) found.push(report);
        if (found.length >= limit) break;
      }
    } finally {
      await cursor.close();
    }
    return found;
  }

  return {
    ids,
    find: (id) => read({ _id: id }),
    findSubmission: (submission) => read({ 'index.submission': submission }),
    add: async (history, report, duties, now) => {
      const document = documents.fresh({ report, history }, duties, now);
      try {
        await collection.insertOne(document);
      } catch (error) {
        throw isDuplicate(error) ? await clashOf(report) : error;
      }
      return { report, history, ...trackedPart(document) };
    },
    save: async (from, events, report, duties, now) => {
      const history = [...from.history, ...events];
      const set = {
        ...documents.saved({ report, history }, from.version + 1, duties, now),
        // A duty that the last program did not know reaches back to nothing: its moments until now count as said.
        ...(from.beforeConfirm && duties.confirm !== undefined && from.duties.acknowledge === undefined
          ? { noticesFrom: now }
          : {}),
      };
      const gone = (['responder', 'responderSince', 'dueAt'] as const).filter((field) => set[field] === undefined);
      const update: UpdateFilter<ReportDocument> = {
        $set: set,
        ...(gone.length === 0 ? {} : { $unset: Object.fromEntries(gone.map((field) => [field, ''])) }),
        // Whatever was tried under a lease of an older program was there before this save.
        ...((from.maybePosted ?? 0) > from.history.length ? { $min: { maybeSaid: from.history.length } } : {}),
      };
      const saved = await collection.findOneAndUpdate({ _id: report.id, version: from.version }, update, {
        returnDocument: 'after',
        projection: { sealed: 0 },
      });
      if (saved === null) throw new VersionConflict();
      return { report, history, ...trackedPart(saved) };
    },
    list: (query) => page({}, query),
    ofReporter: (person, query) => page({ 'index.reporter': ids.reporter(person.team, person.user) }, query),
    openDuties: async ({ responder, dueBefore, limit, insiders = [] }) => {
      const dueAt = dueBefore === undefined ? { $exists: true } : { $lt: dueBefore };
      const projection = Object.fromEntries(Object.keys(DutyFields.shape).map((field) => [field, 1]));
      const found = await collection
        .find({ dueAt, ...defined({ responder }) }, { projection, sort: { dueAt: 1 }, limit })
        .toArray();
      const whose = new Map(insiders.map(({ team, user }) => [ids.reporter(team, user), user]));
      return found.map((document) => dutyRow(document, whose));
    },
    wakeForPolicy: async (revision, now) => {
      const resting = { dueAt: { $exists: true }, restedUnder: { $ne: revision }, schema: { $lte: reportSchema } };
      const { matchedCount } = await collection.updateMany(resting, wakePipeline(now));
      // Answered under a program that knew no decision: at rest, and yet with a duty that is open.
      const undecided = { schema: 1, status: 'acknowledged' as const, dueAt: { $exists: false } };
      const { matchedCount: learned } = await collection.updateMany(undecided, wakePipeline(now));
      return matchedCount + learned;
    },
    queue: mongoQueue({
      collection,
      ours: readable,
      read: documents.read,
      idOf: ({ id }) => id,
      versionOf: ({ version }) => version,
      wakeAtOf: ({ wakeAt }) => wakeAt,
      recorded: ['said', 'card', 'uncertain'],
      recordedBy: ({ cursor, card, uncertain }) => ({ said: cursor, card, uncertain }),
      settled: ['restedUnder'],
      settledBy: ({ policyRevision }) => ({ restedUnder: policyRevision }),
      earlierOfBoth: false,
      noted: { events: '$events' },
      // A lease that notes nothing was an older program's, and can have told of no more than there is now.
      afterLost: { maybeSaid: { $max: ['$maybeSaid', { $ifNull: ['$lease.events', '$events', unknownEvents] }] } },
    }),
  };
}

/** Of a document that an older program wrote: more than any history has. */
const unknownEvents = 1_000_000_000;

/** Due now; and whoever is at work on it by the old policy shall not put it to rest. */
function wakePipeline(now: Date): Document[] {
  const again = {
    $cond: [{ $eq: [{ $type: '$lease' }, 'object'] }, { $mergeObjects: ['$lease', { again: true }] }, '$$REMOVE'],
  };
  return [{ $set: { wakeAt: now, lease: again } }];
}

function olderThan({ receivedAt, id }: NonNullable<ListQuery['before']>): Filter<ReportDocument> {
  return { $or: [{ receivedAt: { $lt: receivedAt } }, { receivedAt, _id: { $lt: id } }] };
}

function readOr(read: () => TrackedReport): TrackedReport | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000;
}
