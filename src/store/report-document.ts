import { BSON } from 'mongodb';
import type { z } from 'zod';
import { Unreadable } from '../handling/store-errors.js';
import type { DutyRow, TrackedReport } from '../handling/tracked-report.js';
import { defined } from '../report/defined.js';
import type { OpenDuties } from '../report/duty.js';
import { replay } from '../report/evolve.js';
import type { KeyedIds } from './keyed-ids.js';
import type { Keyring } from './keyring.js';
import { Confidential, ReportDocument, reportSchema, steps } from './report-schema.js';
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

export type ReportDocuments = Readonly<{
  /** The document of a new report, due now. */
  fresh(confidential: Confidential, duties: OpenDuties, now: Date): ReportDocument;
  saved(confidential: Confidential, version: number, duties: OpenDuties, now: Date): SavedPart;
  /** @throws Unreadable */
  read(document: unknown): TrackedReport;
}>;

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
      const { report: stored, history } = parse(Confidential, deserialize(text));
      // Schema 1 stored no paused decisions and no status to return to. The events have them.
      const report = clear.beforeConfirm ? replay(history) : stored;
      return { report, history, ...trackedPart(clear) };
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
