import type { Db } from 'mongodb';
import { z } from 'zod';
import { type Desk, type PersonRest, type TrackedPerson, Unreadable } from '../handling/ports.js';
import { mongoIntakeMessages } from './mongo-intake-messages.js';
import { mongoLanguages } from './mongo-languages.js';
import { mongoQueue } from './mongo-queue.js';
import { mongoRateLimits } from './mongo-rate-limits.js';
import type { StoreNames } from './names.js';
import { Lease } from './report-document.js';
import { upcast } from './upcast.js';

const personSchema = 1;

/** Somebody who is reminded. It holds ids and counts; no report text. */
const PersonDocument = z.object({
  _id: z.string().startsWith('person/'),
  schema: z.number().int(),
  version: z.number().int().positive(),
  said: z.record(z.string(), z.number().int()),
  today: z.object({ date: z.string(), count: z.number().int().nonnegative() }),
  uncertain: z.boolean(),
  wakeAt: z.date().optional(),
  lease: Lease.optional(),
});
type PersonDocument = z.infer<typeof PersonDocument>;

/** Small documents of the collection `desk`, told apart by the beginning of their id. */
export function mongoPeople(db: Db, names: StoreNames): Desk {
  const collection = db.collection<PersonDocument>('desk');
  return {
    doors: mongoIntakeMessages(db),
    floods: mongoRateLimits(db, names),
    languages: mongoLanguages(db, names),
    wakePerson: async (user, at) => {
      const unheard = { schema: personSchema, said: {}, today: { date: '', count: 0 }, uncertain: false };
      await collection.updateOne(
        { _id: idOf(user) },
        { $min: { wakeAt: at }, $inc: { version: 1 }, $setOnInsert: unheard },
        { upsert: true },
      );
    },
    people: mongoQueue<PersonDocument, TrackedPerson, PersonRest>({
      collection,
      ours: { _id: { $regex: '^person/' }, schema: { $lte: personSchema } },
      read: readPerson,
      idOf: ({ user }) => idOf(user),
      versionOf: ({ version }) => version,
      wakeAtOf: ({ wakeAt }) => wakeAt,
      recorded: ['said', 'today', 'uncertain'],
      recordedBy: ({ said, today, uncertain }) => ({ said, today, uncertain }),
      settled: [],
      settledBy: () => ({}),
      earlierOfBoth: true,
    }),
  };
}

function idOf(user: string): string {
  return `person/${user}`;
}

function readPerson(document: unknown): TrackedPerson {
  const parsed = PersonDocument.safeParse(upcast(document, personSchema));
  if (!parsed.success) throw new Unreadable('damaged');
  const { _id, version, said, today, uncertain } = parsed.data;
  return { user: _id.slice('person/'.length), version, said, today, uncertain };
}
