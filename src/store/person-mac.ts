import { z } from 'zod';
import { callReasons, dutyReasons, handOverReasons } from '../handling/immediate-notices.js';
import { lookAheadMs } from '../handling/rungs-for-person.js';
import { Unreadable } from '../handling/store-errors.js';
import type { Keyring } from '../keys/keyring.js';
import { codeOf, sameCode } from './authentication-code.js';
import { Lease } from './report-schema.js';

/** The schema of a person's document that this version writes. Schema 1 had no code. */
export const personSchema = 2;
const macVersion = 1;
const hourMs = 3_600_000;

const code = z.custom<Buffer>(Buffer.isBuffer);

/** A person who is reminded: ids and counts, no report text. */
export const PersonDocument = z.object({
  _id: z.string().startsWith('person/'),
  schema: z.number().int(),
  version: z.number().int().positive(),
  /** The highest rung posted, by report and opening of a duty. */
  said: z.record(z.string(), z.number().int()),
  today: z.object({ date: z.string(), count: z.number().int().nonnegative() }),
  uncertain: z.boolean(),
  snoozedUntil: z.date().optional(),
  /** The code of `snoozedUntil`. Without it, nobody is snoozed. */
  snoozeMac: code.optional(),
  snoozeOver: z.date().optional(),
  /** Deadlines whose last reminder the snooze until then holds back too. Without the right code, none. */
  excused: z.object({ until: z.date(), keys: z.array(z.string()), mac: code }).optional(),
  /** What they are still to be told. It has no code: the reminders come without it. */
  news: z.record(z.string(), z.enum(callReasons)).optional(),
  /** The same of hand-overs and of duty: on its own, since an older version does not know these reasons. */
  handOvers: z.record(z.string(), z.enum([...handOverReasons, ...dutyReasons])).optional(),
  wakeAt: z.date().optional(),
  lease: Lease.optional(),
  /** What the last rest recorded, with the code of all that it wrote. */
  rested: z.object({ wakeAt: z.date().optional(), uncertain: z.boolean(), mac: code }).optional(),
});
export type PersonDocument = z.infer<typeof PersonDocument>;
type Rested = Pick<PersonDocument, '_id' | 'said' | 'today' | 'snoozeOver'> &
  Readonly<{ rested: Omit<NonNullable<PersonDocument['rested']>, 'mac'> }>;

export type PersonMac = Readonly<{
  macOf(rested: Rested): Buffer;
  snoozeMacOf(id: string, until: Date): Buffer;
  excuseMacOf(id: string, until: Date, keys: readonly string[]): Buffer;
  /** The deadlines that the snooze of now holds back too. */
  excusedIn(document: PersonDocument): readonly string[] | undefined;
  /**
   * Checks what was said and how often. Returns whether it has a code: a document of schema 1 gets one at its next rest.
   * @throws Unreadable `changed`, or `newer` of what a later version wrote
   */
  check(document: PersonDocument): boolean;
  /** The same, and that nothing keeps the loop from looking at it in time. A wake only ever makes it earlier. */
  checkWaits(document: PersonDocument, now: Date): boolean;
}>;

/** Nobody claims anything for so long. By the real clock, as leases are. */
export function leaseIsFarAhead({ until }: Readonly<{ until: Date }>): boolean {
  return until.getTime() > Date.now() + hourMs;
}

/** Authenticates the documents of people of one database. A document that is gone is made again at the next wake. */
export function personMac(database: string, ring: Keyring): PersonMac {
  const macOf = ({ _id, said, today, snoozeOver, rested: { wakeAt, uncertain } }: Rested): Buffer => {
    const own = { _id, schema: personSchema, said, today: [today.date, today.count], snoozeOver, wakeAt, uncertain };
    return codeOf(ring, ring.index, 'rest', { v: macVersion, database, own });
  };
  const snoozeMacOf = (_id: string, snoozedUntil: Date) =>
    codeOf(ring, ring.index, 'rest', { v: macVersion, database, own: { _id, snoozedUntil } });
  const excuseMacOf = (_id: string, until: Date, keys: readonly string[]) =>
    codeOf(ring, ring.index, 'rest', { v: macVersion, database, own: { _id, excusedUntil: until, keys } });
  const check: PersonMac['check'] = (document) => {
    const { _id, rested, schema, said, today, uncertain, snoozedUntil, snoozeMac } = document;
    if (snoozeMac !== undefined && !(snoozedUntil && sameCode(snoozeMac, snoozeMacOf(_id, snoozedUntil))))
      throw new Unreadable('changed');
    const isFresh = Object.keys(said).length === 0 && today.count === 0;
    if (rested === undefined) {
      if (schema < personSchema || isFresh) return false;
      throw new Unreadable('changed');
    }
    const isOurs = sameCode(rested.mac, macOf({ ...document, rested }));
    if (schema > personSchema && !isOurs) throw new Unreadable('newer');
    if (schema !== personSchema || !isOurs || (rested.uncertain && !uncertain)) throw new Unreadable('changed');
    return true;
  };
  return {
    macOf,
    snoozeMacOf,
    excuseMacOf,
    excusedIn: ({ _id, snoozedUntil, excused }) => {
      if (excused === undefined || excused.keys.length === 0) return undefined;
      const { until, keys } = excused;
      const isOfNow = snoozedUntil?.getTime() === until.getTime();
      return isOfNow && sameCode(excused.mac, excuseMacOf(_id, until, keys)) ? keys : undefined;
    },
    check,
    checkWaits: (document, now) => {
      const coded = check(document);
      const { wakeAt, lease, rested } = document;
      // Without a code: nobody's reminders are ever looked for further ahead.
      const ahead = coded ? 2 * hourMs : lookAheadMs;
      const latest = Math.max(rested?.wakeAt?.getTime() ?? 0, now.getTime() + ahead);
      const asleep = wakeAt === undefined && (coded ? rested?.wakeAt === undefined : true);
      const late = wakeAt === undefined ? !asleep : wakeAt.getTime() > latest;
      if (late || (lease !== undefined && leaseIsFarAhead(lease))) throw new Unreadable('changed');
      return coded;
    },
  };
}
