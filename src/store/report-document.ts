import { isDeepStrictEqual } from 'node:util';
import { BSON } from 'mongodb';
import type { ReportRest } from '../handling/ports.js';
import { Unreadable } from '../handling/store-errors.js';
import type { DutyRow, TrackedReport } from '../handling/tracked-report.js';
import type { Keyring } from '../keys/keyring.js';
import { defined } from '../report/defined.js';
import type { OpenDuties } from '../report/duty.js';
import type { ReportEvent } from '../report/events.js';
import { replay } from '../report/evolve.js';
import { isUrgent } from '../report/exploited-or-public.js';
import type { Report } from '../report/report.js';
import { clearPart as authenticatedClearPart } from './clear-part-mac.js';
import { dutyRow } from './duty-row.js';
import type { KeyedIds } from './keyed-ids.js';
import { parseStored } from './parse-stored.js';
import { ReportDocument, reportSchema, SealedContent, steps } from './report-schema.js';
import { open, seal } from './sealing.js';
import { trackedPart } from './tracked-part.js';
import { schemaOf, upcast } from './upcast.js';

/** What a save sets: everything that follows from the report, and nothing about what was posted. */
type SavedPart = Omit<
  ReportDocument,
  '_id' | 'lease' | 'card' | 'said' | 'restedUnder' | 'rested' | 'uncertain' | 'maybeSaid' | 'beforeConfirm'
>;

/** What a save takes over from the document before it. */
type Kept = Pick<TrackedReport, 'noticesFrom' | 'restedVersion'>;

/** What a document is made of. The report is what its history makes of it. */
type Content = Readonly<{ report: Report; history: readonly ReportEvent[] }>;

export type ReportDocuments = Readonly<{
  /** The document of a new report, due now. */
  fresh(content: Content, duties: OpenDuties, now: Date): ReportDocument;
  saved(content: Content, version: number, duties: OpenDuties, now: Date, kept: Kept): SavedPart;
  /** What a rest sets. */
  rested(rest: ReportRest): Pick<ReportDocument, 'said' | 'card' | 'uncertain' | 'restedUnder' | 'rested'>;
  /** @throws Unreadable */
  read(document: unknown): TrackedReport;
  /** A row from a document, of which only `rowFields` were read. `whose` has Slack users by their digest. @throws Unreadable */
  dutyRow(document: unknown, whose: ReadonlyMap<string, string>): DutyRow;
  /** Checks what is not sealed, and opens a document that has no code for that yet. @throws Unreadable */
  inspect(document: unknown, now: Date, whole: () => Promise<unknown>): Promise<void>;
}>;

/** Everything but the sealed content, which may be large. */
export const clearOnly = { 'sealed.ct': 0, 'sealed.dk.ct': 0 } as const;

/** The reports that this replica can open. Others were written by a later version, or under a key that it lacks. */
export function readableWith(ring: Keyring) {
  return { schema: { $lte: reportSchema }, 'sealed.dk.kid': { $in: [...ring.keys.keys()] } };
}

/** The documents of one database: a sealed part opens in no other. */
export function reportDocuments(database: string, ring: Keyring, ids: KeyedIds): ReportDocuments {
  const clearPart = authenticatedClearPart(database, ring);

  const indexOf = ({ submission, reporter }: Report): ReportDocument['index'] => {
    const person = reporter.kind === 'slack' ? reporter.person : undefined;
    return { submission, ...(person === undefined ? {} : { reporter: ids.reporter(person.team, person.user) }) };
  };

  const saved: ReportDocuments['saved'] = (
    { report, history },
    version,
    duties,
    now,
    { noticesFrom, restedVersion },
  ) => {
    const soonest = soonestOf(duties);
    const part = {
      schema: reportSchema,
      version,
      status: report.status,
      receivedAt: report.receivedAt,
      ...defined({ responder: report.responder?.user, responderSince: report.assignedAt }),
      duties,
      ...defined({ dueAt: soonest }),
      noticesFrom,
      events: history.length,
      ...defined({ restedVersion }),
      index: indexOf(report),
      // BSON, unlike JSON, keeps dates as dates.
      sealed: seal(BSON.serialize({ schema: reportSchema, history }), { database, id: report.id, version }, ring),
    };
    return { ...part, mac: clearPart.macOf({ _id: report.id, ...part }), wakeAt: now };
  };

  const read: ReportDocuments['read'] = (document) => {
    const coded = clearPart.check(document);
    const clear = parseStored(ReportDocument, upcast(document, reportSchema, steps));
    const { _id: id, version, sealed } = clear;
    const text = open(sealed, { database, id, version }, ring);
    const { schema, history } = parseStored(SealedContent, deserialize(text));
    const report = replay(history);
    // The content names the schema of its document. The index is compared for documents without codes: nobody finds another's report in their list.
    if (schema !== (coded ? schemaOf(document) : undefined) || !isDeepStrictEqual(clear.index, indexOf(report)))
      throw new Unreadable('changed');
    return { report, history, ...trackedPart(clear) };
  };

  return {
    saved,
    fresh: (content, duties, now) => {
      const { id, receivedAt: noticesFrom } = content.report;
      return {
        _id: id,
        ...saved(content, 1, duties, now, { noticesFrom, restedVersion: 0 }),
        ...(isUrgent(content.report) ? { urgentFrom: noticesFrom } : {}),
        said: { thread: 0, reporter: 0, rungs: {} },
        uncertain: false,
      };
    },
    rested: ({ id: _id, version, cursor: said, card, uncertain, policyRevision: restedUnder, wakeAt }) => {
      const part = { said, ...defined({ card }), restedUnder };
      const rested = { version, ...defined({ wakeAt }), uncertain };
      return { ...part, uncertain, rested: { ...rested, mac: clearPart.restedMacOf({ _id, ...part, rested }) } };
    },
    read,
    dutyRow: (document, whose) => {
      clearPart.checkSaved(document);
      return dutyRow(document, whose);
    },
    inspect: async (document, now, whole) => {
      if (!clearPart.checkWaits(document, now)) read(await whole());
    },
  };
}

function soonestOf(duties: OpenDuties): Date | undefined {
  const [soonest] = Object.values(duties)
    .map(({ dueAt }) => dueAt)
    .sort((a, b) => a.getTime() - b.getTime());
  return soonest;
}

function deserialize(text: Buffer): unknown {
  try {
    return BSON.deserialize(text);
  } catch {
    throw new Unreadable('damaged');
  }
}
