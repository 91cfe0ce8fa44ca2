import { BSON, type Db } from 'mongodb';
import { z } from 'zod';
import type { Rosters } from '../handling/ports.js';
import { Unreadable } from '../handling/store-errors.js';
import type { Keyring } from '../keys/keyring.js';
import type { Reseal } from './key-rotation.js';
import { open, Sealed, seal } from './sealing.js';

/** The format of the documents that this version writes and reads. */
const format = 1;
const AwayDocument = z.object({ _id: z.string().startsWith('away/'), v: z.number().int(), sealed: Sealed });
type AwayDocument = z.infer<typeof AwayDocument>;
const Absences = z.object({
  absences: z.array(z.object({ from: z.string(), to: z.string(), substitute: z.string().optional() })),
});

/** When people are away: documents `away/U…` of the collection `desk`. When, and who stands in for them, is sealed. */
export function mongoRosters(db: Db, ring: Keyring): Rosters & Readonly<{ reseal: Reseal }> {
  const collection = db.collection<AwayDocument>('desk');
  const placeOf = (id: string) => ({ database: db.databaseName, id: `desk/${id}`, version: format });
  const idOf = (user: string) => `away/${user}`;

  /** What can't be opened counts as nobody's absence: reminders then go to the person themselves. */
  const absencesIn = (document: unknown) => {
    const parsed = AwayDocument.safeParse(document).data;
    if (parsed === undefined || parsed.v > format) return [];
    try {
      const content = Absences.safeParse(BSON.deserialize(open(parsed.sealed, placeOf(parsed._id), ring))).data;
      const user = parsed._id.slice('away/'.length);
      return (content?.absences ?? []).map(({ substitute, ...days }) =>
        substitute === undefined ? { user, ...days } : { user, ...days, substitute },
      );
    } catch (error) {
      if (error instanceof Unreadable) return [];
      throw error;
    }
  };
  return {
    read: async () => {
      const found = await collection.find({ _id: { $regex: '^away/' } }).toArray();
      return { absences: found.flatMap(absencesIn), covers: [] };
    },
    putAbsences: async (user, absences) => {
      const _id = idOf(user);
      if (absences.length === 0) {
        await collection.deleteOne({ _id });
        return;
      }
      const content = { absences: absences.map(({ user: _, ...absence }) => absence) };
      const sealed = seal(BSON.serialize(content, { ignoreUndefined: true }), placeOf(_id), ring);
      await collection.replaceOne({ _id }, { v: format, sealed }, { upsert: true });
    },
    reseal: async (id) => {
      const document = await collection.findOne({ _id: id });
      if (document === null) return true;
      const place = placeOf(id);
      const sealed = seal(open(document.sealed, place, ring), place, ring);
      const before = { _id: id, 'sealed.n': document.sealed.n };
      return (await collection.updateOne(before, { $set: { sealed } })).matchedCount > 0;
    },
  };
}
