import type { Absence, Cover, Roster } from '../deadline/roster.js';
import type { TeamBreak } from '../deadline/team-break.js';
import type { OpenDuties } from '../report/duty.js';
import type { ReportEvent } from '../report/events.js';
import type { Language } from '../report/form.js';
import type { Person } from '../report/person.js';
import type { Report } from '../report/report.js';
import type { ReportId } from '../report/report-id.js';
import type { NewsReason } from './immediate-notices.js';
import type { Queue } from './queue.js';
import type { UnreadableReason } from './store-errors.js';
import type { DeliveryCursor, DutyRow, MessageRef, TrackedReport } from './tracked-report.js';

/** Ids that give nothing away: keyed digests. */
export interface SubmissionIds {
  /** 128 bits in hex; the same for the same person and view. */
  submission(team: string, user: string, viewId: string): string;
  /** The `n`th candidate id (0 first) of a submission. */
  reportId(submission: string, n: number): ReportId;
}

/** Which reports to list, the newest first. */
export type ListQuery = Readonly<{ limit: number; before?: ReportId }>;

/** A report that is there but can't be shown. */
export type UnreadableReport = Readonly<{ id: string; why: UnreadableReason }>;
/** `limit` reports at most, those that can't be read among them. `next`: where the following page begins, if there is one. */
export type ReportPage = Readonly<{
  reports: readonly TrackedReport[];
  unreadable: readonly UnreadableReport[];
  next?: ReportId;
}>;

/**
 * Reports that still need work, in any order, or those that are finished, the newest first, after `before`. `forMs`: how long to
 * look at most. Milliseconds.
 */
export type ScanQuery = Readonly<{ open: boolean; before?: ReportId; forMs?: number }>;
/** What a scan could not read, and the report after which it may go on; none at the end. */
export type Scanned = Readonly<{ unreadable: readonly UnreadableReport[]; next?: ReportId }>;

/** `insiders`: people who may be reminded. Their own reports come back marked as theirs; other reporters stay sealed. */
export type DutyQuery = Readonly<{
  responder?: string;
  dueBefore?: Date;
  limit: number;
  insiders?: readonly Pick<Person, 'team' | 'user'>[];
}>;

/** What to record after a reconcile. `wakeAt` counts only if `version` is still the document's; otherwise it stays due. */
export type ReportRest = Readonly<{
  id: ReportId;
  version: number;
  cursor: DeliveryCursor;
  card?: MessageRef & Readonly<{ shownVersion: number }>;
  uncertain: boolean;
  /** The policy revision under which `wakeAt` was computed. */
  policyRevision: string;
  wakeAt: Date | undefined;
  /** From when on it comes before all others that are due. */
  urgentFrom: Date | undefined;
}>;
/**
 * `people`: who may have to be reminded now. They are woken, but for those who were looked at since `reachedAt`, and `news` is
 * handed to them, before the rest is recorded.
 */
export type ReconciledReport = ReportRest &
  Readonly<{ people: readonly string[]; reachedAt?: Date; news: readonly News[] }>;

/** What somebody is to be told with the next message that they may get. `key` names the report and what happened to it. */
export type News = Readonly<{ user: string; key: string; because: NewsReason }>;

/** Something that changes with each write of a report. */
export type Marked = Readonly<{ id: ReportId; mark: string }>;

export interface Reports {
  readonly ids: SubmissionIds;
  find(id: ReportId): Promise<TrackedReport | undefined>;
  /** Those of these reports that are there, in any order: one query. @throws Unreadable */
  findEach(ids: readonly ReportId[]): Promise<readonly TrackedReport[]>;
  findSubmission(submission: string): Promise<TrackedReport | undefined>;
  /** One durable insert (majority, journalled), due at `now`. @throws SubmissionKnown, IdTaken */
  add(history: readonly ReportEvent[], report: Report, duties: OpenDuties, now: Date): Promise<TrackedReport>;
  /** One durable, versioned write of report, history and duties, due at `now`. @throws VersionConflict */
  save(
    from: TrackedReport,
    events: readonly ReportEvent[],
    report: Report,
    duties: OpenDuties,
    now: Date,
  ): Promise<TrackedReport>;
  /** @throws Refusal `no_such_report`, here and below, when no report `before` is among them */
  list(query: ListQuery): Promise<ReportPage>;
  /** Opens one report after the other, and lets others work in between, until `take` says that it is enough. */
  scan(query: ScanQuery, take: (report: Report) => boolean): Promise<Scanned>;
  /** The newest reports, `limit` at most: those that still need work, and what else came `since`. Opens none. */
  marks(since: Date, limit: number): Promise<readonly Marked[]>;
  /** Opens these reports in slices, in any order. `report` is `undefined`, and its history empty, where it can't be read. */
  open(
    ids: readonly ReportId[],
    take: (mark: Marked, report: Report | undefined, history: readonly ReportEvent[]) => void,
  ): Promise<void>;
  /** Reports that were filed under any of the person's workspaces. */
  ofReporter(person: Readonly<{ user: string; teams: readonly string[] }>, query: ListQuery): Promise<ReportPage>;
  /** Open duties, the soonest deadline first: one indexed query of clear fields. Without `responder`: of everybody. */
  openDuties(query: DutyQuery): Promise<readonly DutyRow[]>;
  /** Makes reports with an open duty due that were last looked at under another policy revision. Returns how many. */
  wakeForPolicy(revision: string, now: Date): Promise<number>;
  /** The versions of those of these reports that are stored. */
  versionsOf(ids: readonly ReportId[]): Promise<ReadonlyMap<ReportId, number>>;
  /** Counts as said whatever happened or fell due before `since`, in each report from before then. The reports are due at `now`. */
  countAsSaid(since: Date, now: Date): Promise<void>;
  /** Checks the next documents after `after` and sets aside those that somebody changed. Returns where to go on, if anywhere. */
  inspect(after: string | undefined, now: Date): Promise<string | undefined>;
  readonly queue: Queue<TrackedReport, ReportRest>;
}

/** A person who is reminded. `rungs` has the highest rung posted, by report and opening of a duty. */
export type TrackedPerson = Readonly<{
  user: string;
  /** Goes up with each `wake`, so that a wake between claim and rest is not lost. */
  version: number;
  rungs: Readonly<Record<string, number>>;
  /** Local date (the person's zone) and how many reminders went out on it. */
  today: Readonly<{ date: string; count: number }>;
  uncertain: boolean;
  /** They asked to be reminded again then. `snoozeOver`: the last such moment that is past and done. */
  snoozedUntil?: Date;
  snoozeOver?: Date;
  /** Until `snoozedUntil` they don't get the last reminder before these deadlines either. The keys are those of `rungs`. */
  excused?: readonly string[];
  /** What they are to be told, by the key of it. In `rungs` it has a 1 once they were. */
  news?: Readonly<Record<string, NewsReason>>;
}>;
/** `wakeAt` counts only if `version` is still the document's; otherwise the earlier of both counts. */
export type PersonRest = Readonly<{
  user: string;
  version: number;
  rungs: Readonly<Record<string, number>>;
  today: Readonly<{ date: string; count: number }>;
  uncertain: boolean;
  snoozeOver?: Date;
  /** What they are still to be told. It counts only if `version` is still the document's. */
  news?: Readonly<Record<string, NewsReason>>;
  wakeAt: Date | undefined;
}>;

/** Where the intake message is in each shared channel. Compare-and-set lets only one replica post it. */
export interface IntakeMessages {
  /** `undefined`: never set up. Without `ts`: set up, but not posted. */
  find(channel: string): Promise<Readonly<{ ts?: string }> | undefined>;
  /** A token to post it within `ms` milliseconds, if it is still where it was `seen` and no other replica has a token. */
  take(channel: string, seen: string | undefined, ms: number): Promise<string | undefined>;
  put(channel: string, token: string, ts: string): Promise<void>;
}

/** At most `limit` times in `seconds`, counted under `key`. When that is used up: one more every `thenEverySeconds`. */
export type RateLimit = Readonly<{ key: string; limit: number; seconds: number; thenEverySeconds?: number }>;
/** A rule that is used up, and the moment from which to try again. */
export type UsedUp = Readonly<{ rule: RateLimit; until: Date }>;
export interface RateLimiter {
  /** Asks the rules in order and counts one more under each, but nothing unless all allow it. `undefined`: allowed. */
  pass(rules: readonly RateLimit[], now: Date): Promise<UsedUp | undefined>;
}

/** The language that each person chose last. The store does not show whose it is. */
export interface Languages {
  find(user: string): Promise<Language | undefined>;
  keep(user: string, language: Language): Promise<void>;
}

/** On whose Home reports of others stand, so that they can be taken away. */
export interface Homes {
  add(user: string): Promise<void>;
  all(): Promise<readonly string[]>;
  remove(user: string): Promise<void>;
}

/** When somebody is away, and their weekend: weekdays, of which 1 is Monday. */
export type OwnTime = Readonly<{ absences: readonly Absence[]; weekend?: readonly number[] }>;

/** What people have said about duty and their own time. */
export interface Rosters {
  read(): Promise<Roster>;
  /** In place of all that this person said before. Without `weekend`, it is the policy's. */
  putOwn(user: string, own: OwnTime): Promise<void>;
  /**
   * One write of all of them, after those that were made before. `seen`: the covers when it was decided. `false`: meanwhile one of
   * their turns was covered anew, so nothing is stored.
   */
  addCovers(covers: readonly Cover[], seen: readonly Cover[], at: Date): Promise<boolean>;
  /** In place of the break that was said before; `undefined`: there is none. */
  putTeamBreak(teamBreak: TeamBreak | undefined): Promise<void>;
  /** Notes Slack's code, if it refused to put whoever is on duty into the user group. */
  noteDutyGroup(refused: string | undefined): Promise<void>;
}

/** The people who are reminded. */
export interface People {
  /** Makes these people's documents due at `at` or earlier, and creates those that are missing. Never moves `wakeAt` later. */
  wake(users: readonly string[], at: Date): Promise<void>;
  /** Hands each person something to be told. Once told, the same is not told again. They are due at `at`. */
  tell(news: readonly News[], at: Date): Promise<void>;
  /** Reminders wait until a moment, even the last ones of the deadlines `excused`. The person's document is due at `now`. */
  snooze(user: string, until: Date, now: Date, excused?: readonly string[]): Promise<void>;
  /** Finds people whose reminders somebody held back in the database, raises the alarm, and makes them due at `now`. */
  inspect(now: Date): Promise<void>;
  readonly queue: Queue<TrackedPerson, PersonRest>;
}

/** How a post turned out. `posted`: with the message's timestamp, where Slack told it. `later`: not posted, try again after so many seconds. `unsure`: it may have been posted. */
export type Outcome =
  | Readonly<{ kind: 'posted'; ts?: string }>
  | Readonly<{ kind: 'later'; seconds: number }>
  | Readonly<{ kind: 'unsure' }>
  | Readonly<{ kind: 'undeliverable' }>;
