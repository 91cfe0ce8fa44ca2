import type { Db } from 'mongodb';
import type { ReportId } from '../../src/report/report-id.js';
import { until } from './bounded-poll.js';

/** The most that MongoDB stores in a document. */
const mostBytes = 16 * 1024 * 1024;

/** Fills a report's document up to so many bytes below the most that MongoDB stores. */
export async function fill(db: Db, id: ReportId, spareBytes: number): Promise<void> {
  const reports = db.collection<{ _id: string }>('reports');
  await reports.updateOne({ _id: id }, { $set: { padding: '' } });
  const [before] = await reports
    .aggregate([{ $match: { _id: id } }, { $project: { size: { $bsonSize: '$$ROOT' } } }])
    .toArray();
  const padding = 'x'.repeat(mostBytes - before?.size - spareBytes);
  // A small server has to write out the last large document first.
  await until('the document is full', async () => {
    return await reports.updateOne({ _id: id }, { $set: { padding } }).catch(() => undefined);
  });
}
