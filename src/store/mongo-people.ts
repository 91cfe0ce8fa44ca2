import type { Db } from 'mongodb';
import { z } from 'zod';
import type { People, PersonRest, TrackedPerson } from '../handling/ports.js';
import { Unreadable } from '../handling/store-errors.js';
import { mongoQueue } from './mongo-queue.js';
import type { Quarantine } from './quarantine.js';
import { Lease } from './report-schema.js';
import { upcast } from './upcast.js';

const personSchema = 1;

/** A person who is reminded: ids and counts, no report text. */
const PersonDocument = z.object({
  _id: z.string().startsWith('person/'),
  schema: z.number().int(),
  version: z.number().int().positive(),
  /** The highest rung posted, by report and opening of a duty. */
  said: z.record(z.string(), z.number().int()),
  today: z.object({ date: z.string(), count: z.number().int().nonnegative() }),
  uncertain: z.boolean(),
  wakeAt: z.date().optional(),
  lease: Lease.optional(),
});
type PersonDocument = z.infer<typeof PersonDocument>;

/** The people who are reminded: documents `person/U…` of the collection `desk`. */
export function mongoPeople(db: Db, quarantine: Quarantine): People {
  const collection = db.collection<PersonDocument>('desk');
  return {
    wake: async (user, at) => {
      const fresh = { schema: personSchema, said: {}, today: { date: '', count: 0 }, uncertain: false };
      await collection.updateOne(
        { _id: idOf(user) },
        { $min: { wakeAt: at }, $inc: { version: 1 }, $setOnInsert: fresh },
        { upsert: true },
      );
    },
    queue: mongoQueue<PersonDocument, TrackedPerson, PersonRest>({
      collection,
      quarantine,
      ours: { _id: { $regex: '^person/' }, schema: { $lte: personSchema } },
      read: readPerson,
      claimed: ({ user, version }) => ({ id: idOf(user), version }),
      idOf: ({ user }) => idOf(user),
      versionOf: ({ version }) => version,
      wakeAtOf: ({ wakeAt }) => wakeAt,
      always: {
        names: ['said', 'today', 'uncertain'],
        of: ({ rungs, today, uncertain }) => ({ said: rungs, today, uncertain }),
      },
      takesEarlierWake: true,
    }),
  };
}

function idOf(user: string): string {
  return `person/${user}`;
}

function readPerson(document: unknown): TrackedPerson {
  const parsed = PersonDocument.safeParse(upcast(document, personSchema));
  if (!parsed.success) throw new Unreadable('damaged');
  const { _id, version, said: rungs, today, uncertain } = parsed.data;
  return { user: _id.slice('person/'.length), version, rungs, today, uncertain };
}
