import type { Person } from '../report/person.js';
import type { ReportId } from '../report/report-id.js';
import type { Unreadable } from './store-errors.js';

/** Who did it: somebody on Slack, on the team or not, or whoever typed a command. `erased`: that went with the report. */
export type AuditActor =
  | Readonly<{ kind: 'team' | 'outside'; person: Person }>
  | Readonly<{ kind: 'erased' }>
  | Readonly<{ kind: 'operator'; login: string }>;

/**
 * One entry of the audit trail. `what`: the button, verb, form or command, by its name in the code. What changed a report is not
 * here: the report's own history has it, written together with the change.
 */
export type AuditEntry = Readonly<{
  at: Date;
  deed: 'opened' | 'refused' | 'exported' | 'read_trail' | 'administered';
  what: string;
  about?: ReportId;
  by: AuditActor;
  /** Why it was refused. */
  code?: string;
  /** Why somebody says they did it. */
  reason?: string;
  /** How many like it this entry stands for. Absent: one. */
  times?: number;
}>;

/** Its place in the trail: the process that wrote it, and its number there from 1 on. A missing number is a lost entry. */
export type AuditPlace = Readonly<{ writer: string; number: number }>;
export type PlacedEntry = Readonly<{ place: AuditPlace; entry: AuditEntry }>;
/** An entry that can't be opened keeps its place. */
export type FoundEntry = Readonly<{ at: Date; entry: AuditEntry | Unreadable['why'] }>;

/** The audit trail as it is stored. Entries are only ever added. */
export interface AuditTrail {
  /** Adds entries; those that are there already stay as they are. */
  add(entries: readonly PlacedEntry[]): Promise<void>;
  /** The entries about a report, the oldest first. */
  about(id: ReportId): Promise<readonly FoundEntry[]>;
  /** How many entries are missing: numbers that were given, and are not there. */
  missing(): Promise<number>;
}
