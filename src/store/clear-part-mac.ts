import type { Document } from 'mongodb';
import { z } from 'zod';
import { Unreadable } from '../handling/store-errors.js';
import type { Keyring, Purpose } from '../keys/keyring.js';
import { codeOf, sameCode } from './authentication-code.js';
import { savedFields } from './clear-fields.js';
import { parseStored } from './parse-stored.js';
import { type ReportDocument, reportSchema } from './report-schema.js';
import { schemaOf } from './upcast.js';

/** The way in which the codes below are computed. */
const macVersion = 1;
const hourMs = 3_600_000;
/** Documents of earlier schemas have no codes. */
const firstCoded = 5;

// Documents with as much of their shape as the codes need. Their fields are as MongoDB returned them.
const Saved = z.object({
  _id: z.string(),
  schema: z.number(),
  version: z.number(),
  mac: z.object({ v: z.number(), tag: z.custom<Buffer>(Buffer.isBuffer) }).optional(),
  sealed: z.object({ v: z.number(), n: z.unknown(), dk: z.object({ kid: z.string(), n: z.unknown() }) }),
});
type Saved = z.infer<typeof Saved>;
const Waiting = z.object({
  version: z.number(),
  rested: z
    .object({
      version: z.number(),
      wakeAt: z.date().optional(),
      uncertain: z.boolean(),
      mac: z.custom<Buffer>(Buffer.isBuffer),
    })
    .optional(),
  restedVersion: z.number().optional(),
  said: z.object({ thread: z.number(), reporter: z.number(), rungs: z.object({}) }),
  card: z.unknown().optional(),
  uncertain: z.boolean(),
  wakeAt: z.date().optional(),
  lease: z.object({ until: z.date() }).optional(),
});
type Waiting = z.infer<typeof Waiting>;

/** What a rest records, without its code. */
export type Rested = Pick<ReportDocument, '_id' | 'said' | 'card' | 'restedUnder'> &
  Readonly<{ rested: Omit<NonNullable<ReportDocument['rested']>, 'mac'> }>;

export type ClearPart = Readonly<{
  /** The code of what a save writes. @throws Unreadable `key` */
  macOf(saved: Partial<ReportDocument> & Pick<ReportDocument, '_id' | 'sealed'>): ReportDocument['mac'];
  restedMacOf(rested: Rested): Buffer;
  /**
   * Checks what a save wrote of a document, as MongoDB returned it. `sealed.ct` and `sealed.dk.ct` may be missing, and whatever no save
   * writes. Returns whether it has codes: documents of schema 4 and earlier get theirs when they are written next. @throws Unreadable
   */
  checkSaved(document: unknown): boolean;
  /** The same, and what the last rest recorded. */
  check(document: unknown): boolean;
  /** The same, and that nothing keeps the loop from looking at it in time. */
  checkWaits(document: unknown, now: Date): boolean;
}>;

/** Authenticates the clear part of the reports of one database. */
export function clearPart(database: string, ring: Keyring): ClearPart {
  const code = (name: string, purpose: Purpose, covered: Document) => codeOf(ring, name, purpose, covered);

  const savedCode = (document: Pick<Saved, 'sealed'>): Buffer => {
    const { v, n, dk } = document.sealed;
    // The sealed part has codes of its own: its nonces say which one it is.
    const own = { ...picked(document, savedFields), sealed: { v, n, kid: dk.kid, dk: dk.n } };
    return code(dk.kid, 'clear', { v: macVersion, database, own });
  };

  const restedCode = ({ _id, said, card, restedUnder, rested }: Rested): Buffer => {
    const { version, wakeAt, uncertain } = rested;
    const own = { _id, said, card, restedUnder, version, wakeAt, uncertain };
    return code(ring.index, 'rest', { v: macVersion, database, own });
  };

  // Not what was parsed: that may have its fields in another order.
  const savedOf = (document: unknown): Saved => {
    parseStored(Saved, document);
    return document as Saved;
  };
  const waitingOf = (document: unknown): Waiting => {
    parseStored(Waiting, document);
    return document as Waiting;
  };

  const hasMac = (saved: Saved): boolean =>
    saved.mac !== undefined && saved.mac.v === macVersion && sameCode(saved.mac.tag, savedCode(saved));

  const checkRested = (waiting: Waiting): void => {
    const { rested, restedVersion, said, card, uncertain, version } = waiting;
    if (rested === undefined) {
      // Never put to rest so far, or last by a program that recorded no `rested`.
      const nothingSaid = said.thread === 0 && said.reporter === 0 && Object.keys(said.rungs).length === 0;
      if (restedVersion === undefined || (restedVersion === 0 && nothingSaid && card === undefined)) return;
      throw new Unreadable('changed');
    }
    const inOrder = rested.version >= (restedVersion ?? 0) && rested.version <= version;
    if (!inOrder || (rested.uncertain && !uncertain)) throw new Unreadable('changed');
    if (!sameCode(rested.mac, restedCode(waiting as unknown as Rested))) throw new Unreadable('changed');
  };

  const checkSaved = (document: unknown): boolean => {
    const schema = schemaOf(document);
    // Somebody may just have raised the number, so that nobody looks at it.
    if (schema > reportSchema) throw new Unreadable(isOurs(document) ? 'changed' : 'newer');
    const saved = savedOf(document);
    if (schema < firstCoded) {
      if (saved.mac !== undefined) throw new Unreadable('changed');
      return false;
    }
    if (!hasMac(saved)) throw new Unreadable('changed');
    return true;
  };

  const check = (document: unknown): boolean => {
    const coded = checkSaved(document);
    const waiting = waitingOf(document);
    if (coded) checkRested(waiting);
    return coded;
  };

  const isOurs = (document: unknown): boolean => {
    const schemas = Array.from({ length: reportSchema - firstCoded + 1 }, (_, n) => firstCoded + n);
    try {
      return schemas.some((schema) => hasMac({ ...savedOf(document), schema }));
    } catch {
      return false;
    }
  };

  return {
    macOf: (saved) => ({ v: macVersion, tag: savedCode(saved) }),
    restedMacOf: restedCode,
    checkSaved,
    check,
    checkWaits: (document, now) => {
      if (!check(document)) return false;
      const { version, wakeAt, lease, rested, restedVersion } = waitingOf(document);
      const atRest = rested?.version === version ? rested : undefined;
      // Whoever fails is put ahead by an hour at most.
      const latest = Math.max(atRest?.wakeAt?.getTime() ?? 0, now.getTime() + 2 * hourMs);
      // What an older version put to rest says nothing of its wake.
      const untold = rested === undefined && restedVersion === undefined;
      const asleep = untold || (atRest !== undefined && atRest.wakeAt === undefined);
      const late = wakeAt === undefined || wakeAt.getTime() > latest;
      const held = lease !== undefined && lease.until.getTime() > Date.now() + hourMs;
      if ((!asleep && late) || held) throw new Unreadable('changed');
      return true;
    },
  };
}

function picked(document: object, fields: readonly string[]): Document {
  const from = document as Readonly<Record<string, unknown>>;
  const values: Record<string, unknown> = {};
  for (const field of fields) values[field] = from[field];
  return values;
}
