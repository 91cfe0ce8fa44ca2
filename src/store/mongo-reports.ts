import { type Db, type Document, type Filter, MongoServerError, type UpdateFilter } from 'mongodb';
import type { ListQuery, ReportPage, Reports, UnreadableReport } from '../handling/ports.js';
import { IdTaken, SubmissionKnown, Unreadable, VersionConflict } from '../handling/store-errors.js';
import type { TrackedReport } from '../handling/tracked-report.js';
import type { Keyring } from '../keys/keyring.js';
import { defined } from '../report/defined.js';
import { Refusal } from '../report/refusal.js';
import type { Report } from '../report/report.js';
import { ReportId } from '../report/report-id.js';
import { inspectReports } from './inspect-reports.js';
import type { Reseal } from './key-rotation.js';
import { keyedIds } from './keyed-ids.js';
import { mongoQueue } from './mongo-queue.js';
import type { Quarantine } from './quarantine.js';
import { clearOnly, readableWith, reportDocuments, trackedPart } from './report-document.js';
import { type ReportDocument, reportSchema } from './report-schema.js';

/** Reports in the collection `reports` of this database. */
export function mongoReports(db: Db, ring: Keyring, quarantine: Quarantine): Reports & Readonly<{ reseal: Reseal }> {
  const collection = db.collection<ReportDocument>('reports');
  const ids = keyedIds(ring);
  const documents = reportDocuments(db.databaseName, ring, ids);

  async function read(filter: Filter<ReportDocument>): Promise<TrackedReport | undefined> {
    const document = await collection.findOne(filter);
    return document === null ? undefined : documents.read(document);
  }

  /** Why a report could not be added. The driver's error would quote the key that clashed. */
  async function clashOf({ submission }: Report): Promise<SubmissionKnown | IdTaken> {
    // A repeated submission clashes in its id too, and MongoDB may name either. What clashed may not be durable yet: read it anyway.
    const known = await collection.findOne(
      { 'index.submission': submission },
      { projection: { _id: 1 }, readConcern: { level: 'local' } },
    );
    return known === null ? new IdTaken() : new SubmissionKnown();
  }

  /**
   * Newest first. What can't be read takes its place on the page, so that no page costs more than another. A
   * `before` that is not among them is answered as one that does not exist.
   */
  async function page(filter: Filter<ReportDocument>, { limit, before }: ListQuery): Promise<ReportPage> {
    const place =
      before === undefined
        ? null
        : await collection.findOne({ ...filter, _id: before }, { projection: { receivedAt: 1 } });
    if (before !== undefined && place === null) throw new Refusal('no_such_report', { id: before });
    const options = { sort: { receivedAt: -1, _id: -1 }, limit: limit + 1, batchSize: limit + 2 } as const;
    const found = await collection.find({ ...filter, ...(place === null ? {} : olderThan(place)) }, options).toArray();
    const reports: TrackedReport[] = [];
    const unreadable: UnreadableReport[] = [];
    for (const document of found.slice(0, limit)) {
      try {
        reports.push(documents.read(document));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        unreadable.push({ id: String(document._id), why: error.why });
      }
    }
    const next = found.length > limit ? ReportId.safeParse(found[limit - 1]?._id).data : undefined;
    return { reports, unreadable, ...defined({ next }) };
  }

  const save: Reports['save'] = async (from, events, report, duties, now) => {
    const history = [...from.history, ...events];
    // The version before did not know this duty: its rungs until now count as posted.
    const isNew = from.beforeConfirm && duties.confirm !== undefined && from.duties.acknowledge === undefined;
    const kept = { ...from, ...(isNew ? { noticesFrom: now } : {}) };
    const set = documents.saved({ report, history }, from.version + 1, duties, now, kept);
    const gone = (['responder', 'responderSince', 'dueAt'] as const).filter((field) => set[field] === undefined);
    const update: UpdateFilter<ReportDocument> = {
      $set: set,
      ...(gone.length === 0 ? {} : { $unset: Object.fromEntries(gone.map((field) => [field, ''])) }),
      // What an older version tried under its lease was there before this save.
      ...((from.maybePosted ?? 0) > from.history.length ? { $min: { maybeSaid: from.history.length } } : {}),
    };
    const saved = await collection.findOneAndUpdate({ _id: report.id, version: from.version }, update, {
      returnDocument: 'after',
      projection: { sealed: 0 },
    });
    if (saved === null) throw new VersionConflict();
    return { report, history, ...trackedPart(saved) };
  };
  const countAsSaid = async (id: ReportId, since: Date, now: Date): Promise<void> => {
    for (;;) {
      const tracked = await read({ _id: id }).catch(unlessUnreadable);
      if (tracked === undefined || tracked.noticesFrom >= since) return;
      try {
        await save({ ...tracked, noticesFrom: since }, [], tracked.report, tracked.duties, now);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
      }
    }
  };
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
    save,
    reseal: async (id) => {
      const tracked = await read({ _id: id });
      if (tracked === undefined) return true;
      const { report, history, version, duties } = tracked;
      // When it is looked at next stays as it is.
      const { wakeAt: _, ...set } = documents.saved({ report, history }, version, duties, new Date(), tracked);
      return (await collection.updateOne({ _id: id, version }, { $set: set })).matchedCount > 0;
    },
    versionsOf: async (wanted) => {
      const found = await collection.find({ _id: { $in: [...wanted] } }, { projection: { version: 1 } }).toArray();
      return new Map(found.map(({ _id, version }) => [_id, version]));
    },
    countAsSaid: async (since, now) => {
      const unsaid = {
        $or: [
          { $lt: [{ $min: ['$said.thread', '$said.reporter'] }, { $ifNull: ['$events', unknownEvents] }] },
          { $ne: ['$card.shownVersion', '$version'] },
        ],
      };
      const open = { dueAt: { $exists: true } };
      const filter = { noticesFrom: { $lt: since }, $or: [open, { $expr: unsaid }] };
      for await (const { _id } of collection.find(filter, { projection: { _id: 1 } }))
        await countAsSaid(_id, since, now);
    },
    list: (query) => page({}, query),
    ofReporter: ({ user, teams }, query) =>
      page({ 'index.reporter': { $in: teams.map((team) => ids.reporter(team, user)) } }, query),
    openDuties: async ({ responder, dueBefore, limit, insiders = [] }) => {
      const dueAt = dueBefore === undefined ? { $exists: true } : { $lt: dueBefore };
      const found = await collection
        .find({ dueAt, ...defined({ responder }) }, { projection: clearOnly, sort: { dueAt: 1 }, limit })
        .toArray();
      const whose = new Map(insiders.map(({ team, user }) => [ids.reporter(team, user), user]));
      return found.flatMap((document) => readOr(() => documents.dutyRow(document, whose)) ?? []);
    },
    wakeForPolicy: async (revision, now) => {
      const resting = { dueAt: { $exists: true }, restedUnder: { $ne: revision }, schema: { $lte: reportSchema } };
      const { matchedCount } = await collection.updateMany(resting, wakePipeline(now));
      // Acknowledged under a version that knew no decision: it rests, though that duty is open.
      const undecided = { schema: 1, status: 'acknowledged' as const, dueAt: { $exists: false } };
      const { matchedCount: undecidedCount } = await collection.updateMany(undecided, wakePipeline(now));
      return matchedCount + undecidedCount;
    },
    inspect: async (after, now) => {
      const { faults, next } = await inspectReports({ collection, documents }, after, now);
      for (const { id, why } of faults) if (why === 'changed' || why === 'damaged') await quarantine(id, now, why);
      return next;
    },
    queue: mongoQueue({
      collection,
      quarantine,
      ours: readableWith(ring),
      read: documents.read,
      urgentFrom: 'urgentFrom',
      orderBy: 'dueAt',
      worth: ({ outward, notOnlyFor = [] }, now) => {
        const slow = notOnlyFor.map(({ team, user }) => ids.reporter(team, user));
        if (outward === undefined) return slow.length === 0 ? {} : notOnly(slow, now);
        const whose = outward === true ? { $nin: slow } : ids.reporter(outward.team, outward.user);
        return { ...hasOutward, 'index.reporter': whose };
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
      onExpiredLease: { maybeSaid: { $max: ['$maybeSaid', { $ifNull: ['$lease.events', '$events', unknownEvents] }] } },
    }),
  };
}

/** For a document of an older version: more events than any history has. */
const unknownEvents = 1_000_000_000;

const historyEnd = { $ifNull: ['$events', unknownEvents] };
/** There may be something for the reporter or the public. Whoever is not on Slack gets no receipt. */
const hasOutward = {
  $expr: {
    $and: [
      { $lt: ['$said.reporter', historyEnd] },
      { $or: [{ $ne: [{ $type: '$index.reporter' }, 'missing'] }, { $gt: [historyEnd, 1] }] },
    ],
  },
};

/** Documents that have more than a message to one of these reporters. */
function notOnly(slow: readonly string[], now: Date): Filter<ReportDocument> {
  const forChannel = {
    $or: [{ $ne: ['$card.shownVersion', '$version'] }, { $lt: ['$said.thread', historyEnd] }],
  };
  return {
    $or: [
      { 'index.reporter': { $nin: slow } },
      { urgentFrom: { $lte: now } },
      { $expr: { $or: [forChannel, { $not: [hasOutward.$expr] }] } },
    ],
  };
}

/** Due now. `again` keeps a replica that works on it under the old policy from putting it to rest. */
function wakePipeline(now: Date): Document[] {
  const again = {
    $cond: [{ $eq: [{ $type: '$lease' }, 'object'] }, { $mergeObjects: ['$lease', { again: true }] }, '$$REMOVE'],
  };
  return [{ $set: { wakeAt: now, lease: again } }];
}

function olderThan({ receivedAt, _id }: Pick<ReportDocument, 'receivedAt' | '_id'>): Filter<ReportDocument> {
  return { $or: [{ receivedAt: { $lt: receivedAt } }, { receivedAt, _id: { $lt: _id } }] };
}

function readOr<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** A report that can't be opened is left alone. */
function unlessUnreadable(error: unknown): undefined {
  if (!(error instanceof Unreadable)) throw error;
}

function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000;
}
