import { BSON } from 'mongodb';
import { z } from 'zod';
import { Unreadable } from '../handling/store-errors.js';
import type { DutyRow, TrackedReport } from '../handling/tracked-report.js';
import type { Keyring } from '../keys/keyring.js';
import { defined } from '../report/defined.js';
import type { OpenDuties } from '../report/duty.js';
import type { ReportEvent } from '../report/events.js';
import { replay } from '../report/evolve.js';
import { isKnownAlready } from '../report/known-already.js';
import type { Report } from '../report/report.js';
import type { KeyedIds } from './keyed-ids.js';
import { ReportDocument, reportSchema, SealedContent, steps } from './report-schema.js';
import { open, seal } from './sealing.js';
import { upcast } from './upcast.js';

/** What a save sets: everything that follows from the report, and nothing about what was posted. */
type SavedPart = Pick<
  ReportDocument,
  | 'schema'
  | 'version'
  | 'status'
  | 'receivedAt'
  | 'responder'
  | 'responderSince'
  | 'duties'
  | 'dueAt'
  | 'wakeAt'
  | 'events'
  | 'sealed'
>;

/** What a document is made of. The report is what its history makes of it. */
type Content = Readonly<{ report: Report; history: readonly ReportEvent[] }>;

export type ReportDocuments = Readonly<{
  /** The document of a new report, due now. */
  fresh(content: Content, duties: OpenDuties, now: Date): ReportDocument;
  saved(content: Content, version: number, duties: OpenDuties, now: Date): SavedPart;
  /** @throws Unreadable */
  read(document: unknown): TrackedReport;
}>;

/** The reports that this replica can open. Others were written by a later version, or under a key that it lacks. */
export function readableWith(ring: Keyring) {
  return { schema: { $lte: reportSchema }, 'sealed.dk.kid': { $in: [...ring.keys.keys()] } };
}

/** The documents of one database: a sealed part opens in no other. */
export function reportDocuments(database: string, ring: Keyring, ids: KeyedIds): ReportDocuments {
  const saved: ReportDocuments['saved'] = ({ report, history }, version, duties, now) => {
    const soonest = soonestOf(duties);
    return {
      schema: reportSchema,
      version,
      status: report.status,
      receivedAt: report.receivedAt,
      ...defined({ responder: report.responder?.user, responderSince: report.assignedAt }),
      duties,
      ...defined({ dueAt: soonest }),
      wakeAt: now,
      events: history.length,
      // BSON, unlike JSON, keeps dates as dates.
      sealed: seal(BSON.serialize({ schema: reportSchema, history }), { database, id: report.id, version }, ring),
    };
  };
  return {
    saved,
    fresh: (content, duties, now) => {
      const { id, submission, reporter, receivedAt } = content.report;
      const person = reporter.kind === 'slack' ? reporter.person : undefined;
      return {
        _id: id,
        ...saved(content, 1, duties, now),
        ...(isKnownAlready(content.report) ? { urgentFrom: receivedAt } : {}),
        said: { thread: 0, reporter: 0, rungs: {} },
        noticesFrom: receivedAt,
        uncertain: false,
        index: { submission, ...(person === undefined ? {} : { reporter: ids.reporter(person.team, person.user) }) },
      };
    },
    read: (document) => {
      const clear = parse(ReportDocument, upcast(document, reportSchema, steps));
      const { _id: id, version, sealed } = clear;
      const text = open(sealed, { database, id, version }, ring);
      const { schema, history } = parse(SealedContent, deserialize(text));
      if (schema !== schemaInside(document)) throw new Unreadable('damaged');
      return { report: replay(history), history, ...trackedPart(clear) };
    },
  };
}

type TrackedPart = Pick<
  ReportDocument,
  'version' | 'duties' | 'card' | 'said' | 'noticesFrom' | 'uncertain' | 'maybeSaid' | 'lease' | 'beforeConfirm'
>;

/** The clear fields of a tracked report. */
export function trackedPart(clear: TrackedPart): Omit<TrackedReport, 'report' | 'history'> {
  const {
    version,
    duties,
    card,
    said: cursor,
    noticesFrom,
    uncertain,
    maybeSaid: maybePosted,
    lease,
    beforeConfirm,
  } = clear;
  const held = lease !== undefined && lease.until.getTime() > Date.now() ? { held: true as const } : {};
  return {
    version,
    duties,
    ...defined({ card }),
    cursor,
    noticesFrom,
    uncertain,
    ...defined({ maybePosted }),
    ...held,
    ...defined({ beforeConfirm }),
  };
}

export const DutyFields = ReportDocument.pick({
  _id: true,
  responder: true,
  responderSince: true,
  receivedAt: true,
  duties: true,
  noticesFrom: true,
  index: true,
});

/** `whose` has Slack users by their reporter digest. */
export function dutyRow(document: unknown, whose: ReadonlyMap<string, string>): DutyRow {
  const { _id: id, responder, responderSince, receivedAt, duties, noticesFrom, index } = parse(DutyFields, document);
  const reporter = index.reporter === undefined ? undefined : whose.get(index.reporter);
  return {
    id,
    ...defined({ responder, responderSince }),
    receivedAt,
    duties,
    noticesFrom,
    ...defined({ reporter }),
  };
}

function soonestOf(duties: OpenDuties): Date | undefined {
  const [soonest] = Object.values(duties)
    .map(({ dueAt }) => dueAt)
    .sort((a, b) => a.getTime() - b.getTime());
  return soonest;
}

/** The schema that the sealed part of a document has to name. */
function schemaInside(document: unknown): number | undefined {
  const { schema } = parse(z.object({ schema: z.number() }), document);
  return schema < 5 ? undefined : schema;
}

function deserialize(text: Buffer): unknown {
  try {
    return BSON.deserialize(text);
  } catch {
    throw new Unreadable('damaged');
  }
}

// Zod's error would quote report text. Only the fact that it failed may leave this module.
function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Unreadable('damaged');
  return parsed.data;
}
