import type { Collection, Filter } from 'mongodb';
import type { ListQuery, ReportPage, UnreadableReport } from '../handling/ports.js';
import { Unreadable } from '../handling/store-errors.js';
import type { TrackedReport } from '../handling/tracked-report.js';
import { defined } from '../report/defined.js';
import { Refusal } from '../report/refusal.js';
import { ReportId } from '../report/report-id.js';
import type { ReportDocuments } from './report-document.js';
import type { ReportDocument } from './report-schema.js';

export type PageDeps = Readonly<{
  collection: Collection<ReportDocument>;
  documents: Pick<ReportDocuments, 'read'>;
}>;

/**
 * Newest first. What can't be read takes its place on the page, so that no page costs more than another. A
 * `before` that is not among them is answered as one that does not exist.
 */
export async function reportPage(
  { collection, documents }: PageDeps,
  filter: Filter<ReportDocument>,
  { limit, before }: ListQuery,
): Promise<ReportPage> {
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

export function olderThan({ receivedAt, _id }: Pick<ReportDocument, 'receivedAt' | '_id'>): Filter<ReportDocument> {
  return { $or: [{ receivedAt: { $lt: receivedAt } }, { receivedAt, _id: { $lt: _id } }] };
}
