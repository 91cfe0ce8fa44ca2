import { randomUUID } from 'node:crypto';
import type { Language } from '../report/form.js';
import type { ReportId } from '../report/report-id.js';
import type { Status } from '../report/status.js';
import type { AuditActor, AuditTrail } from './audit.js';
import type { MessageRef, TrackedReport } from './tracked-report.js';

/** What stays of an erased report: that there was one, what happened when, and no word or name. */
export type Erased = Readonly<{
  id: ReportId;
  status: Status;
  /** The report's last version. */
  version: number;
  receivedAt: Date;
  erasedAt: Date;
  events: readonly Readonly<{ type: string; at: Date }>[];
}>;

/** A message of the bot's that tells of a report: its card, with the lines below it, or a message to its reporter. */
export type Trace = MessageRef & (Readonly<{ kind: 'card' }> | Readonly<{ kind: 'message'; language: Language }>);
export type StoredTrace = Readonly<{ key: string; trace: Trace }>;

/** Where messages to reporters stand, so that they can be taken back: Slack does not let the bot look for them. */
export interface SentMessages {
  add(id: ReportId, message: MessageRef, language: Language): Promise<void>;
}

/**
 * How far it is. `held`: the loop is posting about the report just now, and it is erased after that. `changed`: the report is
 * another than the one that was to be erased, and stays.
 */
export type ErasureStep = 'erased' | 'held' | 'changed';

export interface Erasures {
  /**
   * Notes that this version of a report is to be erased, and erases it: the report, the names in its audit trail, and its
   * reporter's credit in an original that is not published. Cut short at any moment, `goOn` does what is left.
   */
  erase(tracked: TrackedReport, now: Date): Promise<ErasureStep>;
  goOn(id: ReportId): Promise<ErasureStep>;
  find(id: ReportId): Promise<Erased | undefined>;
  /** Reports with one of these statuses that were received before a moment. Those that can't be opened are left out. */
  receivedBefore(statuses: readonly Status[], before: Date): AsyncIterable<TrackedReport>;
  /** Reports of which something is left, in the database or on Slack. */
  unfinished(): Promise<readonly Erased[]>;
  /** What is left of a report on Slack. */
  traces(id: ReportId): Promise<readonly StoredTrace[]>;
  removed(key: string): Promise<void>;
  /** Nothing is left. */
  finished(id: ReportId): Promise<void>;
  /** The reports that leads were told of, and when each is to be erased. */
  announced(): Promise<ReadonlyMap<ReportId, Date>>;
  announce(plan: ReadonlyMap<ReportId, Date>): Promise<void>;
}

/**
 * Erases a report in somebody's name, and notes first who and why: that entry stays.
 * @throws MongoError when it can't be noted; then nothing is erased
 */
export async function eraseReport(
  { erasures, trail, now }: Readonly<{ erasures: Erasures; trail: Pick<AuditTrail, 'add'>; now: Date }>,
  tracked: TrackedReport,
  by: AuditActor,
  reason: string,
): Promise<ErasureStep> {
  const place = { writer: randomUUID(), number: 1 };
  const about = tracked.report.id;
  await trail.add([{ place, entry: { at: now, deed: 'administered', what: erasing, about, by, reason } }]);
  return await erasures.erase(tracked, now);
}

/** The name under which an erasure stands in the audit trail. */
export const erasing = 'erase';
