import type { Db, Document, Filter, UpdateFilter } from 'mongodb';
import type { Reports } from '../handling/ports.js';
import { turn } from '../handling/slices.js';
import { IdTaken, SubmissionKnown, Unreadable, VersionConflict } from '../handling/store-errors.js';
import type { DutyRow, TrackedReport } from '../handling/tracked-report.js';
import type { Keyring } from '../keys/keyring.js';
import { defined } from '../report/defined.js';
import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';
import { openStatuses } from '../report/status.js';
import { rowFields } from './duty-row.js';
import { insertTogether } from './insert-together.js';
import { inspectReports } from './inspect-reports.js';
import { isDuplicate } from './is-duplicate.js';
import type { Reseal } from './key-rotation.js';
import { keyedIds } from './keyed-ids.js';
import type { Quarantine } from './quarantine.js';
import { reportDocuments } from './report-document.js';
import { reportMarks } from './report-marks.js';
import { reportPage } from './report-pages.js';
import { reportQueue } from './report-queue.js';
import { type ReportDocument, reportSchema } from './report-schema.js';
import { reportScan } from './scan-reports.js';
import { trackedPart } from './tracked-part.js';
import { anythingUnposted } from './unposted.js';

/** Reports in the collection `reports` of this database. */
export function mongoReports(db: Db, ring: Keyring, quarantine: Quarantine): Reports & Readonly<{ reseal: Reseal }> {
  const collection = db.collection<ReportDocument>('reports');
  const ids = keyedIds(ring);
  const documents = reportDocuments(db.databaseName, ring, ids);
  const deps = { collection, documents };
  const insert = insertTogether<ReportDocument>(db, 'reports');

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
    findEach: async (wanted) => {
      const found: TrackedReport[] = [];
      const asked = collection.find({ _id: { $in: [...wanted] } }, { batchSize: wanted.length + 1 });
      for await (const document of asked) {
        found.push(documents.read(document));
        await turn();
      }
      return found;
    },
    findSubmission: (submission) => read({ 'index.submission': submission }),
    add: async (history, report, duties, now) => {
      const document = documents.fresh({ report, history }, duties, now);
      try {
        await insert(document);
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
      const among = [{ _id: { $in: [...wanted] } }, { projection: { version: 1 } }] as const;
      const erased = db.collection<Pick<ReportDocument, '_id' | 'version'>>('erased');
      const [gone, found] = await Promise.all([erased.find(...among).toArray(), collection.find(...among).toArray()]);
      return new Map([
        // What stands on Slack in place of an erased report is one version newer than the report.
        ...gone.map(({ _id, version }) => [_id, version + 1] as const),
        ...found.map(({ _id, version }) => [_id, version] as const),
      ]);
    },
    countAsSaid: async (since, now) => {
      const open = { dueAt: { $exists: true } };
      const filter = { noticesFrom: { $lt: since }, $or: [open, anythingUnposted] };
      for await (const { _id } of collection.find(filter, { projection: { _id: 1 } }))
        await countAsSaid(_id, since, now);
    },
    list: (query) => reportPage(deps, {}, query),
    scan: reportScan(deps),
    ...reportMarks(deps),
    ofReporter: ({ user, teams }, query) =>
      reportPage(deps, { 'index.reporter': { $in: teams.map((team) => ids.reporter(team, user)) } }, query),
    openDuties: async ({ responder, dueBefore, limit, insiders = [] }) => {
      const dueAt = dueBefore === undefined ? { $exists: true } : { $lt: dueBefore };
      const found = collection.find(
        { dueAt, ...defined({ responder }) },
        { projection: rowFields, sort: { dueAt: 1 }, limit, batchSize: limit + 1 },
      );
      const whose = new Map(insiders.map(({ team, user }) => [ids.reporter(team, user), user]));
      const rows: DutyRow[] = [];
      for await (const document of found) {
        const row = readOr(() => documents.dutyRow(document, whose));
        if (row !== undefined) rows.push(row);
        await turn();
      }
      return rows;
    },
    wakeForPolicy: async (revision, now) => {
      const resting = { restedUnder: { $ne: revision }, schema: { $lte: reportSchema } };
      const { matchedCount } = await collection.updateMany({ dueAt: { $exists: true }, ...resting }, wakePipeline(now));
      // What has no deadline may have one by the new policy.
      const { matchedCount: idleCount } = await collection.updateMany(
        {
          status: { $in: [...openStatuses] },
          dueAt: { $exists: false },
          ...resting,
          schema: { $gt: 1, $lte: reportSchema },
        },
        wakePipeline(now),
      );
      // Acknowledged under a version that knew no decision: it rests, though that duty is open.
      const undecided = { schema: 1, status: 'acknowledged' as const, dueAt: { $exists: false } };
      const { matchedCount: undecidedCount } = await collection.updateMany(undecided, wakePipeline(now));
      return matchedCount + idleCount + undecidedCount;
    },
    queue: reportQueue({ ...deps, ids, ring, quarantine }),
    inspect: async (after, now) => {
      const { faults, next } = await inspectReports(deps, after, now);
      for (const { id, why } of faults) if (why === 'changed' || why === 'damaged') await quarantine(id, now, why);
      return next;
    },
  };
}

/** Due now. `again` keeps a replica that works on it under the old policy from putting it to rest. */
function wakePipeline(now: Date): Document[] {
  const again = {
    $cond: [{ $eq: [{ $type: '$lease' }, 'object'] }, { $mergeObjects: ['$lease', { again: true }] }, '$$REMOVE'],
  };
  return [{ $set: { wakeAt: now, lease: again } }];
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
