import type { Db } from 'mongodb';
import type { ReportId } from '../../src/report/report-id.js';

/** From now on the server refuses every write after which this report's document would have the field. */
export async function refuseWrites(db: Db, id: ReportId, field: string): Promise<void> {
  const validator = { $or: [{ _id: { $ne: id } }, { [field]: { $exists: false } }] };
  await db.command({ collMod: 'reports', validator, validationLevel: 'strict' });
}
