import type { Collection, Db } from 'mongodb';
import { Unreadable, type UnreadableReason } from '../handling/store-errors.js';
import type { Keyring } from '../keys/keyring.js';
import { keyedIds } from './keyed-ids.js';
import { clearOnly, type ReportDocuments, reportDocuments } from './report-document.js';
import type { ReportDocument } from './report-schema.js';

/** Documents looked at in one step: about 10 ms of work. */
const stepSize = 500;

export type Fault = Readonly<{ id: string; why: UnreadableReason }>;
export type InspectDeps = Readonly<{
  collection: Collection<ReportDocument>;
  documents: Pick<ReportDocuments, 'inspect'>;
}>;

/**
 * Checks the documents that follow `after`, in the order of their ids, also those that no query would find. Returns what can't
 * be used, and where to go on; at the end of the collection there is no `next`.
 */
export async function inspectReports(
  { collection, documents }: InspectDeps,
  after: string | undefined,
  now: Date,
): Promise<Readonly<{ faults: readonly Fault[]; next?: string }>> {
  const options = { projection: clearOnly, sort: { _id: 1 }, limit: stepSize } as const;
  const found = await collection.find(after === undefined ? {} : { _id: { $gt: after as never } }, options).toArray();
  const faults: Fault[] = [];
  for (const document of found) {
    try {
      await documents.inspect(document, now, () => collection.findOne({ _id: document._id }));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      faults.push({ id: String(document._id), why: error.why });
    }
  }
  const last = found.at(-1);
  return { faults, ...(last === undefined || found.length < stepSize ? {} : { next: String(last._id) }) };
}

/** What `doctor` says about the documents: all of them are checked. `uncoded`: how many have no codes yet. */
export type ReportsExam = Readonly<{ faults: readonly Fault[]; uncoded: number }>;

export async function examineReports(db: Db, ring: Keyring, now: Date): Promise<ReportsExam> {
  const collection = db.collection<ReportDocument>('reports');
  const deps = { collection, documents: reportDocuments(db.databaseName, ring, keyedIds(ring)) };
  const faults: Fault[] = [];
  let after: string | undefined;
  do {
    const step = await inspectReports(deps, after, now);
    faults.push(...step.faults);
    after = step.next;
  } while (after !== undefined);
  return { faults, uncoded: await collection.countDocuments({ mac: { $exists: false } }) };
}
