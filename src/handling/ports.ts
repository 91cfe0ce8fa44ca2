import type { OpenDuties } from '../report/duty.js';
import type { ReportEvent } from '../report/events.js';
import type { Language } from '../report/form.js';
import type { Person } from '../report/person.js';
import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';

/** Where a message stands on Slack. */
export type MessageRef = Readonly<{ channel: string; ts: string }>;

/**
 * What has been said of a report. Cursors count events: those before are said. `rungs` has, for each opening of a duty
 * (`acknowledge_1`), the number of the highest rung said.
 */
export type DeliveryCursor = Readonly<{ thread: number; reporter: number; rungs: Readonly<Record<string, number>> }>;

/** A report as it is kept: with its history, what was said of it, and when to look at it again. */
export type TrackedReport = Readonly<{
  report: Report;
  history: readonly ReportEvent[];
  /** Goes up by one with each save, and with nothing else. */
  version: number;
  duties: OpenDuties;
  card?: MessageRef & Readonly<{ shownVersion: number }>;
  cursor: DeliveryCursor;
  /** Rungs due before this moment count as said: a restored database or a new duty floods nobody. */
  noticesFrom: Date;
  /** What is due may have been said already: a lease ran out, or a reply was lost. */
  uncertain: boolean;
  /** Events before this place may have been told to the reporter by a replica whose lease ran out; later ones have not been tried. */
  maybePosted?: number;
  /** A replica is at it under a live lease: what it posts isn't recorded yet. */
  held?: true;
  /** Written by a program that knew no duty but to acknowledge: what is due since then is not held against the team. */
  beforeConfirm?: true;
}>;

/** The clear fields of a report with an open duty, for a person's reminders. No report text. */
export type DutyRow = Readonly<{
  id: ReportId;
  responder?: string;
  /** Since when `responder` has been in charge: earlier rungs were somebody else's. A clear field of the document. */
  responderSince?: Date;
  receivedAt: Date;
  duties: OpenDuties;
  noticesFrom: Date;
  /** Whose report it is, where it is one of the `insiders` that the query named: nobody hears of their own. */
  reporter?: string;
}>;

/** Raised by a save when the document moved on meanwhile: decide afresh. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
}
/** Raised by `add`: this submission is stored already. */
export class SubmissionKnown extends Error {
  override readonly name = 'SubmissionKnown';
}
/** Raised by `add`: another submission has this id; take the next. */
export class IdTaken extends Error {
  override readonly name = 'IdTaken';
}
/** Raised by reads: the document cannot be opened. `newer`: by this version of the program; `key`: with the keys it has; `damaged`: by anyone. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly why: 'newer' | 'key' | 'damaged';
  constructor(why: 'newer' | 'key' | 'damaged') {
    super(why);
    this.why = why;
  }
}

/** Ids that give nothing away: keyed digests. */
export interface SubmissionIds {
  /** 128 bits in hex; the same for the same person and view. */
  submission(team: string, user: string, viewId: string): string;
  /** The `n`th candidate id (0 first) of a submission. */
  reportId(submission: string, n: number): ReportId;
}

/** How the report list is asked. Newest first. */
export type ListQuery = Readonly<{ limit: number; before?: Readonly<{ receivedAt: Date; id: ReportId }> }>;

/** `insiders`: people who may be told of a report, so that their own can be told apart. Whose the others are stays sealed. */
export type DutyQuery = Readonly<{
  responder?: string;
  dueBefore?: Date;
  limit: number;
  insiders?: readonly Pick<Person, 'team' | 'user'>[];
}>;

/** What a reconcile leaves behind. `wakeAt` counts only if `version` is still the document's; otherwise it stays due. */
export type ReportRest = Readonly<{
  id: ReportId;
  version: number;
  cursor: DeliveryCursor;
  card?: MessageRef & Readonly<{ shownVersion: number }>;
  uncertain: boolean;
  /** The policy revision that `wakeAt` was derived under. */
  policyRevision: string;
  wakeAt: Date | undefined;
}>;

export interface Reports {
  readonly ids: SubmissionIds;
  find(id: ReportId): Promise<TrackedReport | undefined>;
  findSubmission(submission: string): Promise<TrackedReport | undefined>;
  /** One durable insert (majority, journalled), due now. @throws SubmissionKnown, IdTaken */
  add(history: readonly ReportEvent[], report: Report, duties: OpenDuties, now: Date): Promise<TrackedReport>;
  /** One durable, versioned write of report, history and duties, due `now`. @throws VersionConflict */
  save(
    from: TrackedReport,
    events: readonly ReportEvent[],
    report: Report,
    duties: OpenDuties,
    now: Date,
  ): Promise<TrackedReport>;
  list(query: ListQuery): Promise<readonly TrackedReport[]>;
  ofReporter(person: Pick<Person, 'team' | 'user'>, query: ListQuery): Promise<readonly TrackedReport[]>;
  /** Open duties, soonest deadline first; one indexed query of clear fields. Without `responder`: whoever has them. */
  openDuties(query: DutyQuery): Promise<readonly DutyRow[]>;
  /** Makes every report with an open duty due that did not rest under this policy revision. Returns how many. */
  wakeForPolicy(revision: string, now: Date): Promise<number>;
  readonly queue: Queue<TrackedReport, ReportRest>;
}

/** A claim: documents due at `now`, held under `token` until `until` on the real clock. Unreadable ones are counted and left. */
export type Claim<T> = Readonly<{ token: string; until: Date; items: readonly T[]; unreadable: number }>;

/** Documents with a `wakeAt`: queue, outbox and timer in one. Leases run on real time, `now` is the injected clock. */
export interface Queue<T, R> {
  /** Up to `limit` (500 at most) due documents without a live lease, by one updateMany. */
  claimDue(now: Date, limit: number, leaseMs: number): Promise<Claim<T>>;
  /** One pipeline updateMany for all, filtered by the token; the lease of each is given back. Returns how many were ours. */
  rest(token: string, rests: readonly R[]): Promise<number>;
  /** The earliest `wakeAt` of those that no replica holds, or `undefined`. */
  nextWake(): Promise<Date | undefined>;
  /** Milliseconds until the first lease on a document due at `now` ends, or `undefined` where there is none. */
  nextLeaseEnd(now: Date): Promise<number | undefined>;
}

/** A person who is reminded: `_id` is `person/U…`. `rungs` has the highest rung that was posted, by report and opening. */
export type TrackedPerson = Readonly<{
  user: string;
  /** Goes up with each `wakePerson`, so that a wake between claim and rest is not lost. */
  version: number;
  rungs: Readonly<Record<string, number>>;
  /** Local date (the person's zone) and how many reminders went out on it. */
  today: Readonly<{ date: string; count: number }>;
  uncertain: boolean;
}>;
/** `wakeAt` counts only if `version` is still the document's; otherwise the earlier of both holds. */
export type PersonRest = Readonly<{
  user: string;
  version: number;
  rungs: Readonly<Record<string, number>>;
  today: Readonly<{ date: string; count: number }>;
  uncertain: boolean;
  wakeAt: Date | undefined;
}>;

/** Where the way in stands in a shared channel. One replica puts it up: by compare-and-set. */
export interface IntakeMessages {
  /** `undefined`: never set up. Without `ts`: set up, and not standing. */
  find(channel: string): Promise<Readonly<{ ts?: string }> | undefined>;
  /** The right to put it up anew for `ms`, if it still stands where it was `seen` and nobody else has the right. */
  take(channel: string, seen: string | undefined, ms: number): Promise<string | undefined>;
  put(channel: string, token: string, ts: string): Promise<void>;
}

/** At most `limit` times in a stretch of `seconds`, counted under `key`. */
export type RateLimit = Readonly<{ key: string; limit: number; seconds: number }>;
export interface RateLimiter {
  /** Counts one more under every rule. `undefined`: let through; else the moment from which it may be tried again. */
  pass(rules: readonly RateLimit[], now: Date): Promise<Date | undefined>;
}

/** The language that somebody chose last. Whose it is cannot be read where it is kept. */
export interface Languages {
  find(user: string): Promise<Language | undefined>;
  keep(user: string, language: Language): Promise<void>;
}

/** The people who are reminded. */
export interface People {
  /** Makes sure that the person's document exists and wakes at `at` or earlier. Never moves a `wakeAt` later. */
  wake(user: string, at: Date): Promise<void>;
  readonly queue: Queue<TrackedPerson, PersonRest>;
}

/** How a post turned out. `later`: nothing was said, try again after so many seconds. `unsure`: it may have been said. */
export type Outcome =
  | Readonly<{ kind: 'posted' }>
  | Readonly<{ kind: 'later'; seconds: number }>
  | Readonly<{ kind: 'unsure' }>
  | Readonly<{ kind: 'undeliverable' }>;
