import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { BSON, type Db, type Filter } from 'mongodb';
import { z } from 'zod';
import type { Erased, ErasureStep, Erasures, SentMessages } from '../handling/erasure.js';
import type { Reports } from '../handling/ports.js';
import { Unreadable, VersionConflict } from '../handling/store-errors.js';
import type { Keyring } from '../keys/keyring.js';
import type { ReportEvent } from '../report/events.js';
import { replay } from '../report/evolve.js';
import { Credit, Language } from '../report/form.js';
import { ReportId } from '../report/report-id.js';
import { Status } from '../report/status.js';
import type { Reseal } from './key-rotation.js';
import { leaseOver } from './mongo-leases.js';
import { open, Sealed, seal } from './sealing.js';

/** `unfinished`: something of it may still be in the database or on Slack. */
const ErasedDocument = z.object({
  _id: ReportId,
  status: Status,
  version: z.number().int().positive(),
  receivedAt: z.date(),
  erasedAt: z.date(),
  events: z.array(z.object({ type: z.string(), at: z.date() })),
  unfinished: z.boolean(),
});
type ErasedDocument = z.infer<typeof ErasedDocument>;
/** Where a message stands. Sealed: a direct message tells whose report it is. */
const SentDocument = z.object({ _id: z.string(), about: ReportId, sealed: Sealed });
type SentDocument = z.infer<typeof SentDocument>;
const Ref = { channel: z.string(), ts: z.string() };
const StoredPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), ...Ref }),
  z.object({ kind: z.literal('message'), ...Ref, language: Language }),
  /** Not on Slack: what this report put into its original. */
  z.object({ kind: z.literal('credits'), of: ReportId, credits: z.array(Credit) }),
]);
type StoredPlace = z.infer<typeof StoredPlace>;
const Plan = z.object({ reports: z.record(z.string(), z.date()) });
const format = 1;

type Deps = Readonly<{
  db: Db;
  ring: Keyring;
  reports: Pick<Reports, 'find' | 'save'>;
  forget(id: ReportId): Promise<void>;
}>;

/** Erased reports in `erased`, what is left of them and the messages to reporters in `sent`. */
export function mongoErasures({ db, ring, reports, forget }: Deps): Readonly<{
  erasures: Erasures;
  sent: SentMessages;
  reseal: Reseal;
}> {
  const erased = db.collection<ErasedDocument>('erased');
  const sent = db.collection<SentDocument>('sent');
  const stored = db.collection<{ _id: ReportId; version: number; status: Status; receivedAt: Date }>('reports');
  const desk = db.collection<{ _id: string }>('desk');
  const placeOf = (id: string) => ({ database: db.databaseName, id: `sent/${id}`, version: format });
  const sentDocument = (_id: string, about: ReportId, place: StoredPlace): SentDocument => ({
    _id,
    about,
    sealed: seal(BSON.serialize(place), placeOf(_id), ring),
  });
  const put = async (key: string, about: ReportId, place: StoredPlace) => {
    await sent.replaceOne({ _id: key }, sentDocument(key, about, place), { upsert: true });
  };
  const placesOf = async (about: ReportId) =>
    (await sent.find({ about }, { sort: { _id: 1 } }).toArray()).map(({ _id: key, sealed }) => ({
      key,
      place: StoredPlace.parse(BSON.deserialize(open(sealed, placeOf(key), ring))),
    }));

  const goOn = async (id: ReportId): Promise<ErasureStep> => {
    const known = await erased.findOne({ _id: id });
    if (known === null) return 'changed';
    const { deletedCount } = await stored.deleteOne({
      _id: id,
      version: known.version,
      ...leaseOver,
    } as Filter<Stored>);
    const left = deletedCount === 0 ? await stored.findOne({ _id: id }, { projection: { version: 1 } }) : null;
    if (left !== null && left.version === known.version) return 'held';
    if (left !== null) {
      await erased.deleteOne({ _id: id });
      await sent.deleteMany({ _id: { $in: ownKeys(id) } });
      return 'changed';
    }
    for (const { key, place } of await placesOf(id)) {
      if (place.kind !== 'credits') continue;
      await withoutCredits(reports, place.of, place.credits, known.erasedAt);
      await sent.deleteOne({ _id: key });
    }
    await forget(id);
    return 'erased';
  };

  return {
    erasures: {
      erase: async ({ report, history, version, card }, now) => {
        const { id, status, receivedAt, duplicateOf } = report;
        const [cardKey, creditsKey] = ownKeys(id);
        if (card !== undefined) await put(cardKey, id, { kind: 'card', channel: card.channel, ts: card.ts });
        if (duplicateOf !== undefined)
          await put(creditsKey, id, { kind: 'credits', of: duplicateOf, credits: creditsIn(history) });
        const events = history.map(({ type, at }) => ({ type, at }));
        const facts = { status, version, receivedAt, erasedAt: now, events, unfinished: true };
        await erased.updateOne({ _id: id }, { $set: facts }, { upsert: true });
        return await goOn(id);
      },
      goOn,
      find: async (id) => {
        const found = await erased.findOne({ _id: id });
        return found === null ? undefined : erasedIn(found);
      },
      receivedBefore: async function* (statuses, before) {
        const old = { status: { $in: [...statuses] }, receivedAt: { $lt: before } };
        for await (const { _id } of stored.find(old, { projection: { _id: 1 }, sort: { receivedAt: 1 } })) {
          const tracked = await reports.find(_id).catch(unlessUnreadable);
          if (tracked !== undefined) yield tracked;
        }
      },
      unfinished: async () => (await erased.find({ unfinished: true }).toArray()).map(erasedIn),
      traces: async (id) =>
        (await placesOf(id)).flatMap(({ key, place }) => (place.kind === 'credits' ? [] : [{ key, trace: place }])),
      removed: async (key) => {
        await sent.deleteOne({ _id: key });
      },
      finished: async (id) => {
        await erased.updateOne({ _id: id }, { $set: { unfinished: false } });
      },
      announced: async () => {
        const found = Plan.safeParse(await desk.findOne({ _id: 'retention' })).data;
        return new Map(Object.entries(found?.reports ?? {}).map(([id, at]) => [ReportId.parse(id), at]));
      },
      announce: async (plan) => {
        await desk.updateOne({ _id: 'retention' }, { $set: { reports: Object.fromEntries(plan) } }, { upsert: true });
      },
    },
    sent: {
      add: async (about, message, language) =>
        void (await sent.insertOne(sentDocument(randomUUID(), about, { kind: 'message', ...message, language }))),
    },
    reseal: async (id) => {
      const document = await sent.findOne({ _id: id });
      if (document === null) return true;
      const sealed = seal(open(document.sealed, placeOf(id), ring), placeOf(id), ring);
      return (await sent.updateOne({ _id: id }, { $set: { sealed } })).matchedCount > 0;
    },
  };
}

type Stored = { _id: ReportId; version: number };

const ownKeys = (id: ReportId) => [`${id}/card`, `${id}/credits`] as const;

function erasedIn(document: unknown): Erased {
  const { _id: id, unfinished: _, ...facts } = ErasedDocument.parse(document);
  return { id, ...facts };
}

/** Every name under which a reporter wished to be thanked. */
function creditsIn(history: readonly ReportEvent[]): Credit[] {
  const wished = history.flatMap((event) =>
    'form' in event ? [event.form.credit] : event.type === 'CreditChanged' ? [event.credit] : [],
  );
  return wished.filter(({ by }) => by === 'name');
}

/** Takes credits out of an original's preparations. What is prepared now is prepared no more; what is public stays. */
async function withoutCredits(
  reports: Pick<Reports, 'find' | 'save'>,
  of: ReportId,
  credits: readonly Credit[],
  at: Date,
): Promise<void> {
  const isGone = (credit: Credit) => credits.some((one) => isDeepStrictEqual(one, credit));
  for (;;) {
    const tracked = await reports.find(of).catch(unlessUnreadable);
    if (tracked === undefined) return;
    const { publications, prepared } = tracked.report;
    const published = new Set(publications.map((one) => one.prepared));
    const history = tracked.history.map((event, place) =>
      event.type === 'DisclosurePrepared' && !published.has(place)
        ? { ...event, credits: event.credits.filter((credit) => !isGone(credit)) }
        : event,
    );
    if (isDeepStrictEqual(history, tracked.history)) return;
    const events: ReportEvent[] = prepared?.credits.some(isGone)
      ? [{ type: 'DuplicateCreditChanged', at, by: { kind: 'clock' } }]
      : [];
    try {
      await reports.save({ ...tracked, history }, events, replay([...history, ...events]), tracked.duties, at);
      return;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}

function unlessUnreadable(error: unknown): undefined {
  if (!(error instanceof Unreadable)) throw error;
}
