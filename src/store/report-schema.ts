import { z } from 'zod';
import { OpenDuties } from '../report/duty.js';
import { ReportEvent } from '../report/events.js';
import { ReportId } from '../report/report-id.js';
import { Status } from '../report/status.js';
import { Sealed } from './sealing.js';
import type { Step } from './upcast.js';

/**
 * The schema of report documents that this version writes. A document with a higher one is left alone. Schema 1 ended with the
 * acknowledgement. Schema 2 lacked the events about a duplicate's later changes. Up to schema 4 the sealed part had the report
 * beside its history, and nothing authenticated the clear part. Schema 5 lacked the events about a proposed embargo. Up to
 * schema 6 a product had one range of affected versions, and a fix did not say for which it is. Schema 7 lacked the events about
 * a promise that was missed or moved, about the first look at a report and about one that is given back, and where a reporter from
 * outside is from. Schema 8 lacked the events about a pause of the reporter. Schema 9 lacked a moved date of an update, and a
 * promise that the bot moved. Schema 10 lacked the events about a reminder of a question, the duties that the policy asks
 * for, and promises that count from the end of a break. Schema 11 lacked the event about a snooze with a reason,
 * schema 12 those about a hand-over.
 */
export const reportSchema = 13;
/** How documents of older versions are brought to this schema. */
export const steps: readonly Step[] = [
  (document) => ({ ...document, schema: 2, beforeConfirm: true }),
  (document) => ({ ...document, schema: 3 }),
  (document) => ({ ...document, schema: 4 }),
  (document) => ({ ...document, schema: 5 }),
  (document) => ({ ...document, schema: 6 }),
  (document) => ({ ...document, schema: 7 }),
  (document) => ({ ...document, schema: 8 }),
  (document) => ({ ...document, schema: 9 }),
  (document) => ({ ...document, schema: 10 }),
  (document) => ({ ...document, schema: 11 }),
  (document) => ({ ...document, schema: 12 }),
  (document) => ({ ...document, schema: 13 }),
];

/** `version` and `events` are the document's at the claim. `again`: the policy changed, so look again. */
export const Lease = z.object({
  token: z.string(),
  until: z.date(),
  again: z.boolean().optional(),
  version: z.number().int().optional(),
  events: z.number().int().optional(),
});

const code = z.custom<Buffer>(Buffer.isBuffer);

/**
 * The whole document. Whoever has the database can read everything except `sealed`. So a field is listed here only when a
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
  /** From when on it comes before all others that are due: its next reminder. For an exploited report, when it came. */
  urgentFrom: z.date().optional(),
  lease: Lease.optional(),
  card: z.object({ channel: z.string(), ts: z.string(), shownVersion: z.number().int() }).optional(),
  /** What was posted: the delivery cursor. */
  said: z.object({
    thread: z.number().int().nonnegative(),
    reporter: z.number().int().nonnegative(),
    rungs: z.record(z.string(), z.number().int()),
    announced: z.record(z.string(), z.string()).optional(),
  }),
  noticesFrom: z.date(),
  /** The policy revision under which it was last looked at. */
  restedUnder: z.string().optional(),
  uncertain: z.boolean(),
  /** How many events the history has. Absent in documents of older versions. */
  events: z.number().int().positive().optional(),
  /** Only in memory: the document was of schema 1. */
  beforeConfirm: z.literal(true).optional(),
  /** An expired lease may have posted what is due up to this place in the history. */
  maybeSaid: z.number().int().nonnegative().optional(),
  /** The version at the last rest that the last save knew of; 0: there was none. Absent in documents of older versions. */
  restedVersion: z.number().int().nonnegative().optional(),
  /** What the last rest recorded, with the code of the fields that a rest writes. */
  rested: z
    .object({ version: z.number().int().positive(), wakeAt: z.date().optional(), uncertain: z.boolean(), mac: code })
    .optional(),
  /** The code of the fields that a save writes. */
  mac: z.object({ v: z.number().int(), tag: code }).optional(),
  index: z.object({ submission: z.string(), reporter: z.string().optional() }),
  sealed: Sealed,
});
export type ReportDocument = z.infer<typeof ReportDocument>;

/**
 * The content of the sealed part: the history alone, since the report follows from it. `schema` is the document's, so that
 * nobody can pass it off as an older one. Up to schema 4 it is missing.
 */
export const SealedContent = z.object({ schema: z.number().int().optional(), history: z.array(ReportEvent).min(1) });
