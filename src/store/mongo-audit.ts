import { isDeepStrictEqual } from 'node:util';
import { BSON, type Db, MongoBulkWriteError } from 'mongodb';
import { z } from 'zod';
import type { AuditEntry, AuditTrail, FoundEntry, PlacedEntry } from '../handling/audit.js';
import { erasing } from '../handling/erasure.js';
import { Unreadable } from '../handling/store-errors.js';
import type { Keyring } from '../keys/keyring.js';
import { defined } from '../report/defined.js';
import { Person } from '../report/person.js';
import { ReportId } from '../report/report-id.js';
import { duplicateKey } from './is-duplicate.js';
import type { Reseal } from './key-rotation.js';
import { open, Sealed, seal } from './sealing.js';

/** The format of entries that this version writes and reads. */
const format = 1;

/** Who and what are sealed. The clear part has only what a query needs, and is compared with the sealed part when it is read. */
const AuditDocument = z.object({
  _id: z.string(),
  v: z.number().int(),
  at: z.date(),
  about: ReportId.optional(),
  sealed: Sealed,
});
type AuditDocument = z.infer<typeof AuditDocument>;

const Entry = z.object({
  at: z.date(),
  deed: z.enum(['opened', 'refused', 'exported', 'read_trail', 'administered']),
  what: z.string(),
  about: ReportId.optional(),
  by: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['team', 'outside']), person: Person }),
    z.object({ kind: z.literal('operator'), login: z.string() }),
    z.object({ kind: z.literal('erased') }),
  ]),
  code: z.string().optional(),
  reason: z.string().optional(),
  times: z.number().int().positive().optional(),
});

/** `forget` leaves dates and kinds of the entries about a report, and who erased it. */
export type StoredAudit = AuditTrail & Readonly<{ reseal: Reseal; forget(about: ReportId): Promise<void> }>;

/** The audit trail in the collection `audit` of this database. */
export function mongoAudit(db: Db, ring: Keyring): StoredAudit {
  const collection = db.collection<AuditDocument>('audit');
  const placeOf = (id: string) => ({ database: db.databaseName, id: `audit/${id}`, version: format });

  const sealedEntry = (id: string, entry: AuditEntry) =>
    seal(BSON.serialize(entry, { ignoreUndefined: true }), placeOf(id), ring);
  const written = ({ place: { writer, number }, entry }: PlacedEntry): AuditDocument => {
    const _id = `${writer}/${number}`;
    return { _id, v: format, at: entry.at, ...defined({ about: entry.about }), sealed: sealedEntry(_id, entry) };
  };
  const entryIn = ({ _id, at, about, sealed, v }: AuditDocument): FoundEntry['entry'] => {
    if (v > format) return 'newer';
    try {
      const entry = Entry.safeParse(BSON.deserialize(open(sealed, placeOf(_id), ring))).data;
      if (entry === undefined) return 'damaged';
      return isDeepStrictEqual([entry.at, entry.about], [at, about]) ? (entry as AuditEntry) : 'damaged';
    } catch (error) {
      return error instanceof Unreadable ? error.why : 'damaged';
    }
  };
  return {
    add: async (entries) => {
      try {
        await collection.insertMany(entries.map(written), { ordered: false });
      } catch (error) {
        if (!isRepeated(error, entries.length)) throw error;
      }
    },
    about: async (id) => {
      const found = await collection.find({ about: id }, { sort: { at: 1, _id: 1 } }).toArray();
      return found.map((document) => ({ at: document.at, entry: entryIn(document) }));
    },
    missing: () => missingEntries(db),
    forget: async (about) => {
      for await (const document of collection.find({ about })) {
        const entry = entryIn(document);
        if (typeof entry === 'string' || entry.by.kind === 'erased') continue;
        if (entry.deed === 'administered' && entry.what === erasing) continue;
        const { reason: _, ...kept } = entry;
        const sealed = sealedEntry(document._id, { ...kept, by: { kind: 'erased' } });
        await collection.updateOne({ _id: document._id }, { $set: { sealed } });
      }
    },
    reseal: async (id) => {
      const document = await collection.findOne({ _id: id });
      if (document === null) return true;
      const place = placeOf(id);
      const sealed = seal(open(document.sealed, place, ring), place, ring);
      return (await collection.updateOne({ _id: id }, { $set: { sealed } })).matchedCount > 0;
    },
  };
}

/** Every process numbers its entries from 1 on. */
export async function missingEntries(db: Db): Promise<number> {
  const parts = { $split: ['$_id', '/'] };
  const [counted] = await db
    .collection('audit')
    .aggregate<{ missing: number }>([
      { $project: { writer: { $first: parts }, number: { $toInt: { $last: parts } } } },
      { $group: { _id: '$writer', last: { $max: '$number' }, there: { $sum: 1 } } },
      { $group: { _id: null, missing: { $sum: { $subtract: ['$last', '$there'] } } } },
    ])
    .toArray();
  return counted?.missing ?? 0;
}

/** A batch whose answer was lost is added again: what is there already clashes, and the rest is written. */
function isRepeated(error: unknown, count: number): boolean {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) return false;
  const refused = [error.writeErrors].flat();
  // A lost connection, or a command that was refused as a whole, comes without any document that was refused.
  return error.insertedCount + refused.length === count && refused.every(({ code }) => code === duplicateKey);
}
