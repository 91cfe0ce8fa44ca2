import type { Db } from 'mongodb';
import { z } from 'zod';
import type { People, PersonRest, TrackedPerson } from '../handling/ports.js';
import { defined } from '../report/defined.js';
import { mongoQueue } from './mongo-queue.js';
import { parseStored } from './parse-stored.js';
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
  snoozedUntil: z.date().optional(),
  snoozeOver: z.date().optional(),
  wakeAt: z.date().optional(),
  lease: Lease.optional(),
});
type PersonDocument = z.infer<typeof PersonDocument>;

const fresh = { schema: personSchema, said: {}, today: { date: '', count: 0 }, uncertain: false };

/** The people who are reminded: documents `person/U…` of the collection `desk`. */
export function mongoPeople(db: Db, quarantine: Quarantine): People {
  const collection = db.collection<PersonDocument>('desk');
  return {
    snooze: async (user, until, now) => {
      const update = {
        $set: { snoozedUntil: until },
        $min: { wakeAt: now },
        $inc: { version: 1 },
        $setOnInsert: fresh,
      };
      await collection.updateOne({ _id: idOf(user) }, update, { upsert: true });
    },
    wake: async (users, at) => {
      const update = { $min: { wakeAt: at }, $inc: { version: 1 }, $setOnInsert: fresh };
      const updates = [...new Set(users)].map((user) => ({
        updateOne: { filter: { _id: idOf(user) }, update, upsert: true },
      }));
      if (updates.length > 0) await collection.bulkWrite(updates, { ordered: false });
    },
    queue: mongoQueue<PersonDocument, TrackedPerson, PersonRest>({
      collection,
      quarantine,
      ours: { _id: { $regex: '^person/' }, schema: { $lte: personSchema } },
      read: readPerson,
      orderBy: 'wakeAt',
      claimed: ({ user, version }) => ({ id: idOf(user), version }),
      idOf: ({ user }) => idOf(user),
      versionOf: ({ version }) => version,
      wakeAtOf: ({ wakeAt }) => wakeAt,
      always: {
        names: ['said', 'today', 'uncertain', 'snoozeOver'],
        of: ({ rungs, today, uncertain, snoozeOver }) => ({ said: rungs, today, uncertain, snoozeOver }),
      },
      takesEarlierWake: true,
    }),
  };
}

function idOf(user: string): string {
  return `person/${user}`;
}

function readPerson(document: unknown): TrackedPerson {
  const current = upcast(document, personSchema);
  const {
    _id,
    version,
    said: rungs,
    today,
    uncertain,
    snoozedUntil,
    snoozeOver,
  } = parseStored(PersonDocument, current);
  return {
    user: _id.slice('person/'.length),
    version,
    rungs,
    today,
    uncertain,
    ...defined({ snoozedUntil, snoozeOver }),
  };
}
