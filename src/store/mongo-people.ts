import type { Collection, Db } from 'mongodb';
import { isCall } from '../handling/immediate-notices.js';
import type { People, PersonRest, TrackedPerson } from '../handling/ports.js';
import { Unreadable } from '../handling/store-errors.js';
import type { Keyring } from '../keys/keyring.js';
import { defined } from '../report/defined.js';
import { mongoQueue } from './mongo-queue.js';
import { parseStored } from './parse-stored.js';
import { leaseIsFarAhead, PersonDocument, type PersonMac, personMac, personSchema } from './person-mac.js';
import type { Quarantine } from './quarantine.js';

const fresh = { schema: personSchema, said: {}, today: { date: '', count: 0 }, uncertain: false };

/** The people who are reminded: documents `person/U…` of the collection `desk`. */
export function mongoPeople(db: Db, ring: Keyring, quarantine: Quarantine): People {
  const collection = db.collection<PersonDocument>('desk');
  const mac = personMac(db.databaseName, ring);
  const alarm = async (id: string, now: Date) => void (await quarantine(id, now, 'changed'));
  return {
    snooze: async (user, until, now, keys = []) => {
      const _id = idOf(user);
      const excused = { until, keys: [...keys], mac: mac.excuseMacOf(_id, until, keys) };
      const update = {
        $set: { snoozedUntil: until, snoozeMac: mac.snoozeMacOf(_id, until), excused },
        $min: { wakeAt: now },
        $inc: { version: 1 },
        $setOnInsert: fresh,
      };
      await collection.updateOne({ _id }, update, { upsert: true });
    },
    wake: async (users, at) => {
      const update = { $min: { wakeAt: at }, $inc: { version: 1 }, $setOnInsert: fresh };
      const updates = [...new Set(users)].map((user) => ({
        updateOne: { filter: { _id: idOf(user) }, update, upsert: true },
      }));
      if (updates.length > 0) await collection.bulkWrite(updates, { ordered: false });
    },
    tell: async (news, at) => {
      const updates = news.map(({ user, key, because }) => {
        const update = {
          $set: { [`${isCall(because) ? 'news' : 'handOvers'}.${key}`]: because },
          $min: { wakeAt: at },
          $inc: { version: 1 },
          $setOnInsert: fresh,
        };
        return { updateOne: { filter: { _id: idOf(user) }, update, upsert: true } };
      });
      if (updates.length > 0) await collection.bulkWrite(updates, { ordered: false });
    },
    queue: mongoQueue<PersonDocument, TrackedPerson, PersonRest>({
      collection,
      quarantine,
      ours: { _id: { $regex: '^person/' }, schema: { $lte: personSchema } },
      read: (document, now) => {
        const parsed = parseStored(PersonDocument, document);
        try {
          mac.check(parsed);
          return { ...personIn(parsed), ...defined({ excused: mac.excusedIn(parsed) }) };
        } catch (error) {
          if (!(error instanceof Unreadable) || error.why !== 'changed') throw error;
          // Rather twice than never: what was said begins anew, and the next rest writes it with a code.
          alarm(parsed._id, now).catch(() => undefined);
          const { _id, version, uncertain, news, handOvers } = parsed;
          return personIn({ ...fresh, _id, version, uncertain, ...defined({ news, handOvers }) });
        }
      },
      orderBy: 'wakeAt',
      claimed: ({ user, version }) => ({ id: idOf(user), version }),
      idOf: ({ user }) => idOf(user),
      versionOf: ({ version }) => version,
      wakeAtOf: ({ wakeAt }) => wakeAt,
      always: {
        names: ['schema', 'said', 'today', 'uncertain', 'snoozeOver', 'rested'],
        of: ({ user, rungs: said, today, uncertain, snoozeOver, wakeAt }) => {
          const rested = { ...defined({ wakeAt }), uncertain };
          const own = { said, today, ...defined({ snoozeOver }) };
          const tag = mac.macOf({ _id: idOf(user), ...own, rested });
          return { schema: personSchema, ...own, uncertain, rested: { ...rested, mac: tag } };
        },
      },
      ifUnchanged: { names: ['news', 'handOvers'], of: ({ news = {} }) => storedNews(news) },
      takesEarlierWake: true,
    }),
    inspect: async (now) => {
      for (const { id, held } of (await examinePeople(collection, mac, now)).changed) {
        await alarm(id, now);
        const set = { wakeAt: now, schema: personSchema };
        const unset = {
          snoozedUntil: '',
          snoozeMac: '',
          excused: '',
          ...(held ? { lease: '' as const } : {}),
        } as const;
        await collection.updateOne({ _id: id }, { $set: set, $unset: unset });
      }
    },
  };
}

/** Those whose documents somebody changed, or who would not be looked at in time. `held`: by a lease that nobody took. */
async function examinePeople(
  collection: Collection<PersonDocument>,
  mac: Pick<PersonMac, 'checkWaits'>,
  now: Date,
): Promise<Readonly<{ changed: readonly Readonly<{ id: string; held: boolean }>[] }>> {
  const changed: { id: string; held: boolean }[] = [];
  for await (const document of collection.find({ _id: { $regex: '^person/' } })) {
    try {
      mac.checkWaits(parseStored(PersonDocument, document), now);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const { _id: id, lease } = document;
      if (error.why === 'changed') changed.push({ id, held: lease !== undefined && leaseIsFarAhead(lease) });
    }
  }
  return { changed };
}

/** What is still to be told, by the field that has it. */
function storedNews(news: NonNullable<PersonRest['news']>): Pick<PersonDocument, 'news' | 'handOvers'> {
  const calls: NonNullable<PersonDocument['news']> = {};
  const handOvers: NonNullable<PersonDocument['handOvers']> = {};
  for (const [key, because] of Object.entries(news)) {
    if (isCall(because)) calls[key] = because;
    else handOvers[key] = because;
  }
  const some = <T extends object>(map: T) => (Object.keys(map).length === 0 ? undefined : map);
  return defined({ news: some(calls), handOvers: some(handOvers) });
}

function idOf(user: string): string {
  return `person/${user}`;
}

function personIn(document: Omit<PersonDocument, 'schema' | 'rested' | 'lease' | 'wakeAt'>): TrackedPerson {
  const { _id, version, said: rungs, today, uncertain, snoozeOver, snoozeMac } = document;
  const news = { ...document.news, ...document.handOvers };
  // An older version made no code for it.
  const snoozedUntil = snoozeMac === undefined ? undefined : document.snoozedUntil;
  const user = _id.slice('person/'.length);
  return {
    user,
    version,
    rungs,
    today,
    uncertain,
    ...defined({ snoozedUntil, snoozeOver }),
    ...(Object.keys(news).length === 0 ? {} : { news }),
  };
}
