import { BSON } from 'mongodb';
import { z } from 'zod';
import { type DutyRow, type TrackedReport, Unreadable } from '../handling/ports.js';
import { defined } from '../report/defined.js';
import { OpenDuties } from '../report/duty.js';
import { ReportEvent } from '../report/events.js';
import { replay } from '../report/evolve.js';
import { Report } from '../report/report.js';
import { ReportId } from '../report/report-id.js';
import { Status } from '../report/status.js';
import type { KeyedIds } from './keyed-ids.js';
import type { Keyring } from './keyring.js';
import { open, Sealed, seal } from './sealing.js';
import { type Step, upcast } from './upcast.js';

/**
 * The shape of report documents that this program writes. A document with a higher one is left alone. Schema 1 had no life
 * after the first word; what it lacks has defaults. Schema 2 had no events of what becomes of a duplicate later. Up to schema 3
 * the sealed part called the reporter's replies `letters`.
 */
export const reportSchema = 4;
const steps: readonly Step[] = [
  (document) => ({ ...document, schema: 2, beforeConfirm: true }),
  (document) => ({ ...document, schema: 3 }),
  (document) => ({ ...document, schema: 4 }),
];

/** `version` and `events`: what the document had when it was claimed. */
export const Lease = z.object({
  token: z.string(),
  until: z.date(),
  again: z.boolean().optional(),
  version: z.number().int().optional(),
  events: z.number().int().optional(),
});

/**
 * The whole document. Everything but `sealed` can be read by whoever has the database: a field is listed here only when a
 * query or a claim needs it, and none holds text that somebody typed.
 */
export const ReportDocument = z.object({
  _id: ReportId,
  schema: z.number().int(),
  version: z.number().int().positive(),
  status: Status,
  receivedAt: z.date(),
  responder: z.string().optional(),
  responderSince: z.date().optional(),
  duties: OpenDuties,
  /** The earliest `dueAt` of the open duties. */
  dueAt: z.date().optional(),
  wakeAt: z.date().optional(),
  lease: Lease.optional(),
  card: z.object({ channel: z.string(), ts: z.string(), shownVersion: z.number().int() }).optional(),
  /** What was posted: the delivery cursor. */
  said: z.object({
    thread: z.number().int().nonnegative(),
    reporter: z.number().int().nonnegative(),
    rungs: z.record(z.string(), z.number().int()),
  }),
  noticesFrom: z.date(),
  restedUnder: z.string().optional(),
  uncertain: z.boolean(),
  /** How many events the history has. */
  events: z.number().int().positive().optional(),
  /** Only in memory: the document was of schema 1. */
  beforeConfirm: z.literal(true).optional(),
  maybeSaid: z.number().int().nonnegative().optional(),
  index: z.object({ submission: z.string(), reporter: z.string().optional() }),
  sealed: Sealed,
});
export type ReportDocument = z.infer<typeof ReportDocument>;

const RenamedReport = z.preprocess((report) => {
  if (typeof report !== 'object' || report === null || !('letters' in report)) return report;
  const { letters: replies, ...rest } = report;
  return { ...rest, replies };
}, Report);
const Confidential = z.object({ report: RenamedReport, history: z.array(ReportEvent).min(1) });
type Confidential = Readonly<{ report: Report; history: readonly ReportEvent[] }>;

/** What a save sets: all that follows from the report itself, and nothing of what was said of it. */
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

export type ReportDocuments = Readonly<{
  /** A report that nobody has heard of yet, due now. */
  fresh(confidential: Confidential, duties: OpenDuties, now: Date): ReportDocument;
  saved(confidential: Confidential, version: number, duties: OpenDuties, now: Date): SavedPart;
  /** @throws Unreadable */
  read(document: unknown): TrackedReport;
}>;

/** Documents of one database: a sealed part opens in no other. */
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
      // BSON keeps dates as dates; what is sealed is read back exactly as it was.
      sealed: seal(BSON.serialize({ report, history }), { database, id: report.id, version }, ring),
    };
  };
  return {
    saved,
    fresh: (confidential, duties, now) => {
      const { id, submission, reporter, receivedAt } = confidential.report;
      const person = reporter.kind === 'slack' ? reporter.person : undefined;
      return {
        _id: id,
        ...saved(confidential, 1, duties, now),
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
      const { report: kept, history } = parse(Confidential, deserialize(text));
      // What an earlier program folded out of the same events had no questions that pause, and no status to return to.
      const report = clear.beforeConfirm ? replay(history) : kept;
      return { report, history, ...trackedPart(clear) };
    },
  };
}

type TrackedPart = Pick<
  ReportDocument,
  'version' | 'duties' | 'card' | 'said' | 'noticesFrom' | 'uncertain' | 'maybeSaid' | 'lease' | 'beforeConfirm'
>;

/** The clear fields that a tracked report has. */
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

/** `whose` has users by the digest of a reporter. */
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

function deserialize(text: Buffer): unknown {
  try {
    return BSON.deserialize(text);
  } catch {
    throw new Unreadable('damaged');
  }
}

// A fault of zod's names what it found: report text. Only that it failed may leave this room.
function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Unreadable('damaged');
  return parsed.data;
}
