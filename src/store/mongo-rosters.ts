import { BSON, type Collection, type Db } from 'mongodb';
import { z } from 'zod';
import type { Rosters } from '../handling/ports.js';
import { Unreadable } from '../handling/store-errors.js';
import type { Keyring } from '../keys/keyring.js';
import { defined } from '../report/defined.js';
import { isDuplicate } from './is-duplicate.js';
import type { Reseal } from './key-rotation.js';
import type { KeyedIds } from './keyed-ids.js';
import { open, Sealed, seal } from './sealing.js';

/** The newest formats that this version writes. Somebody's own time without a weekend, and one cover alone, are of format 1, which older versions read. */
const [awayFormat, coverFormat, breakFormat] = [2, 2, 1];
const AwayDocument = z.object({ _id: z.string().startsWith('away/'), v: z.number().int(), sealed: Sealed });
type AwayDocument = z.infer<typeof AwayDocument>;
const CoverDocument = AwayDocument.extend({ _id: z.string().startsWith('cover/'), expireAt: z.date() });
const Cover = z.object({ from: z.date(), to: z.date(), responder: z.string(), insteadOf: z.string() });
const CoverContent = z.union([
  z.object({ covers: z.array(Cover), at: z.date() }),
  Cover.extend({ at: z.date() }).transform(({ at, ...cover }) => ({ covers: [cover], at })),
]);
/** There is one at most. */
const breakId = 'break';
const BreakDocument = AwayDocument.extend({ _id: z.literal(breakId) });
const BreakContent = z.object({ since: z.date(), until: z.string() });
/** `takes`: which turns were covered, as they stood before, without a word of them. */
type DeskDocument = AwayDocument & Readonly<{ expireAt?: Date; takes?: readonly string[] }>;
/** How long a cover is kept after it was made, in milliseconds of the server's clock: it is a year ahead at most. */
const coverKeptMs = 400 * 24 * 3_600_000;
const Own = z.object({
  absences: z.array(z.object({ from: z.string(), to: z.string(), substitute: z.string().optional() })),
  weekend: z.array(z.number().int().min(1).max(7)).optional(),
});

/** Slack's code where it refused to put whoever is on duty into the user group. */
function dutyIn(db: Db): Collection<{ _id: string; groupRefused?: string }> {
  return db.collection('desk');
}

/** Slack's code, if it refused the last change of the user group of whoever is on duty. */
export async function dutyGroupRefused(db: Db): Promise<string | undefined> {
  return (await dutyIn(db).findOne({ _id: 'duty' }))?.groupRefused;
}

/**
 * When people are away, their weekends, who covers for whom, and the break of the whole team: documents `away/U…`, `cover/…` and
 * `break` of the collection `desk`. When, and who stands in, is sealed.
 */
export function mongoRosters(
  db: Db,
  ring: Keyring,
  { pseudonym: idFor }: Pick<KeyedIds, 'pseudonym'>,
): Rosters & Readonly<{ reseal: Reseal }> {
  const collection = db.collection<DeskDocument>('desk');
  const placeOf = (id: string, version: number) => ({ database: db.databaseName, id: `desk/${id}`, version });
  const idOf = (user: string) => `away/${user}`;

  /** What can't be opened counts as not said: reminders then go to the person themselves. */
  const opened = ({ _id, v, sealed }: AwayDocument): unknown => {
    try {
      return BSON.deserialize(open(sealed, placeOf(_id, v), ring));
    } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error;
    }
  };
  const ownIn = (document: unknown) => {
    const parsed = AwayDocument.safeParse(document).data;
    if (parsed === undefined || parsed.v > awayFormat) return [];
    const user = parsed._id.slice('away/'.length);
    const own = Own.safeParse(opened(parsed)).data;
    return own === undefined ? [] : [{ user, ...own }];
  };
  const coverIn = (document: unknown) => {
    const parsed = CoverDocument.safeParse(document).data;
    if (parsed === undefined || parsed.v > coverFormat) return [];
    const content = CoverContent.safeParse(opened(parsed));
    return content.success ? [content.data] : [];
  };
  const breakIn = (document: unknown) => {
    const parsed = BreakDocument.safeParse(document).data;
    if (parsed === undefined || parsed.v > breakFormat) return undefined;
    return BreakContent.safeParse(opened(parsed)).data;
  };
  return {
    read: async () => {
      // Ranges of the index, not a look at every document.
      const found = await collection
        .find({ $or: [{ _id: { $regex: '^away/' } }, { _id: { $regex: '^cover/' } }, { _id: breakId }] })
        .toArray();
      const made = found.flatMap(coverIn).sort((a, b) => a.at.getTime() - b.at.getTime());
      const teamBreak = found.map(breakIn).find((one) => one !== undefined);
      const own = found.flatMap(ownIn);
      return {
        absences: own.flatMap(({ user, absences }) =>
          absences.map(({ substitute, ...days }) => ({ user, ...days, ...defined({ substitute }) })),
        ),
        covers: made.flatMap(({ covers }) => covers),
        weekends: new Map(own.flatMap(({ user, weekend }) => (weekend === undefined ? [] : [[user, weekend]]))),
        ...defined({ teamBreak }),
      };
    },
    addCovers: async (covers, seen, at) => {
      // Who takes a turn at the same time as somebody else, or twice, has the same name for it.
      const takes = covers.map(({ from, to }) => {
        const before = seen.filter((one) => one.from < to && from < one.to).length;
        return idFor(`turn/${from.getTime()}/${before}`);
      });
      const _id = `cover/${takes.join('/')}`;
      const [first, ...others] = covers;
      const [v, content] = others.length === 0 ? [1, { ...first, at }] : [coverFormat, { covers, at }];
      const sealed = seal(BSON.serialize(content), placeOf(_id, v), ring);
      try {
        await collection.insertOne({ _id, v, sealed, takes, expireAt: new Date(Date.now() + coverKeptMs) });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    putOwn: async (user, { absences, weekend }) => {
      const _id = idOf(user);
      if (absences.length === 0 && weekend === undefined) {
        await collection.deleteOne({ _id });
        return;
      }
      const content = { absences: absences.map(({ user: _, ...absence }) => absence), weekend };
      const v = weekend === undefined ? 1 : awayFormat;
      const sealed = seal(BSON.serialize(content, { ignoreUndefined: true }), placeOf(_id, v), ring);
      await collection.replaceOne({ _id }, { v, sealed }, { upsert: true });
    },
    putTeamBreak: async (teamBreak) => {
      if (teamBreak === undefined) {
        await collection.deleteOne({ _id: breakId });
        return;
      }
      const sealed = seal(BSON.serialize(teamBreak), placeOf(breakId, breakFormat), ring);
      await collection.replaceOne({ _id: breakId }, { v: breakFormat, sealed }, { upsert: true });
    },
    noteDutyGroup: async (groupRefused) => {
      const change =
        groupRefused === undefined ? { $unset: { groupRefused: '' as const } } : { $set: { groupRefused } };
      await dutyIn(db).updateOne({ _id: 'duty' }, change, { upsert: true });
    },
    reseal: async (id) => {
      const document = await collection.findOne({ _id: id });
      if (document === null) return true;
      const place = placeOf(id, document.v);
      const sealed = seal(open(document.sealed, place, ring), place, ring);
      const before = { _id: id, 'sealed.n': document.sealed.n };
      return (await collection.updateOne(before, { $set: { sealed } })).matchedCount > 0;
    },
  };
}
