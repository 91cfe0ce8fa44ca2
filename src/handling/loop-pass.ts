import type { Pace } from './pace.js';
import type { People, PersonRest, ReconciledReport, ReportRest, TrackedPerson } from './ports.js';
import type { Claim, Queue } from './queue.js';
import type { ReconcilePerson } from './reconcile-person.js';
import type { TrackedReport } from './tracked-report.js';
import { handleClaim, type QueueDeps, type Reconcile, type Work } from './work-batch.js';

/** Documents claimed at once. Measured: more gains little. */
const claimSize = 500;
/** While the channel waits: so many at once, so that its next post is in time. */
const outwardSize = 100;
/** How often people are looked at meanwhile, in milliseconds. Each look reads all their duties. */
const remindEachMs = 2000;
/** While Slack takes one post a second: how many reports are put in order at once, and for how long, in milliseconds. */
const [lineLength, lineMs] = [16, 10_000];
/** How long people wait while many reports are due: each report may change what they are reminded of. Milliseconds. */
const peopleWaitMs = 10_000;
/** Of how many people to remember when they were looked at. A team has fewer. */
const mostSeen = 10_000;
/** Stands for a moment that has to be asked for. Milliseconds. */
const unknownMs = Number.NEGATIVE_INFINITY;
/** How long after the end of a lease to look, so that the lease is over when the server is asked. Milliseconds. */
const leaseMarginMs = 100;
/** How much too early a timer may be, by another clock than its own. Milliseconds. */
const timerMs = 1;
/** How often to look for what another replica wrote. Milliseconds. */
export const safetyMs = 60_000;

export type LookDeps = QueueDeps &
  Readonly<{
    reports: Queue<TrackedReport, ReportRest>;
    people: Queue<TrackedPerson, PersonRest>;
    wake: People['wake'];
    tell: People['tell'];
    reconcileReport: Reconcile<TrackedReport, ReconciledReport>;
    reconcilePerson: ReconcilePerson;
    pace: Pace;
  }>;

/** How many documents were handled, and in how many milliseconds to look again. */
export type Looked = Readonly<{ handled: number; againMs: number }>;
/** `asked`: something was saved, or the clock was moved. Else the time had come for the next post. */
export type Look = (asked: boolean, stopping: () => boolean) => Promise<Looked>;

/**
 * Handles what is due. Reports are brought up to date, then people are reminded of them, and then cards and what else is about
 * reports is posted. While Slack takes one post a second, people and the channel's digest come first, and it claims one report a
 * second, the most urgent one. What goes to reporters does not wait for that, nor does anybody whom a change concerns: the reports
 * are brought up to date beside it, some at a time.
 */
export function createLook(deps: LookDeps): Look {
  const { people, wake, tell, reconcileReport, reconcilePerson, pace, clock, leaseMs } = deps;
  /** Those who were woken or looked at since the reports of the present claim were brought up to date. */
  const aware = new Set<string>();
  /** By when people were last woken or looked at, by the injected clock. */
  const seenAt = new Map<string, Date>();
  const reports: Queue<TrackedReport, ReconciledReport> = {
    ...deps.reports,
    // In this order: of a report whose rest is recorded, nobody is woken any more.
    rest: async (token, rests, now) => {
      await tell(
        rests.flatMap(({ news }) => news),
        now,
      );
      const unaware = rests.flatMap((rest) => rest.people.filter((user) => !knows(user, rest.reachedAt)));
      await wake(unaware, now);
      for (const user of unaware) note(user, now);
      if (unaware.length > 0 || rests.some(({ news }) => news.length > 0)) personDueMs = unknownMs;
      return await deps.reports.rest(token, rests, now);
    },
  };
  const knows = (user: string, reachedAt: Date | undefined) =>
    aware.has(user) || (reachedAt !== undefined && (seenAt.get(user) ?? 0) >= reachedAt);
  const note = (user: string, at: Date) => {
    aware.add(user);
    if (seenAt.size >= mostSeen) seenAt.clear();
    seenAt.set(user, at);
  };
  let personDueMs = unknownMs;
  let remindedAt = Number.NEGATIVE_INFINITY;
  const nextPersonMs = async () => (await people.nextWake())?.getTime() ?? Number.POSITIVE_INFINITY;
  let line: readonly string[] = [];
  let moreOutward = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const channelHeld = () => pace.spaceMs() > 0 || isHeld(deps);
  const slow = () => pace.slowReporters().map(({ person }) => person);
  const inChannel = (stopping: () => boolean): Work<TrackedReport, ReconciledReport> => {
    return { queue: reports, reconcile: reconcileReport, stopping, held: channelHeld };
  };
  const outside = (stopping: () => boolean): Work<TrackedReport, ReconciledReport> => {
    return { ...inChannel(stopping), held: never, outwardOnly: true };
  };

  const handleReports = async (
    work: Work<TrackedReport, ReconciledReport>,
    claim: () => Promise<Claim<TrackedReport>>,
  ): Promise<number> => {
    aware.clear();
    return await handleClaim(deps, work, claim);
  };
  /** As many claims as there are, while Slack takes everything. */
  const handleAll = async (stopping: () => boolean): Promise<number> => {
    const began = performance.now();
    let handled = 0;
    for (let count = claimSize; count === claimSize && pace.most() >= claimSize && !channelHeld(); ) {
      if (stopping() || performance.now() - began > peopleWaitMs) break;
      const beforePosts = async (claimed: number, decided: Promise<unknown>) => {
        // While there are more claims, the other reports have to be brought up to date too.
        if (claimed > 0 && claimed < claimSize) handled += await handlePeople(stopping, decided);
      };
      count = await handleReports({ ...inChannel(stopping), beforePosts }, () =>
        reports.claimDue(clock(), claimSize, leaseMs, { notOnlyFor: slow() }),
      );
      handled += count;
    }
    return handled;
  };
  const handleNextInLine = async (stopping: () => boolean): Promise<number> => {
    if (line.length === 0) line = await reports.due(clock(), lineLength, { notOnlyFor: slow() });
    const next = line.slice(0, pace.most());
    line = line.slice(next.length);
    if (next.length === 0) return 0;
    return await handleReports(inChannel(stopping), () => reports.claim(next, clock(), leaseMs));
  };
  const handleOutward = async (stopping: () => boolean): Promise<number> => {
    const claim = () => reports.claimDue(clock(), outwardSize, leaseMs, { outward: true, notOnlyFor: slow() });
    return await handleReports(outside(stopping), claim);
  };
  const handleSlowReporters = async (stopping: () => boolean): Promise<number> => {
    let handled = 0;
    for (const { person, waitMs } of pace.slowReporters()) {
      if (waitMs > 0) continue;
      const next = await reports.due(clock(), 1, { outward: person });
      if (next.length === 0) continue;
      const claim = () => reports.claim(next, clock(), leaseMs);
      handled += await handleReports(outside(stopping), claim);
    }
    return handled;
  };
  /** Claims people, and reminds them once what they are reminded of is up to date. */
  const handlePeople = async (stopping: () => boolean, upToDate?: Promise<unknown>): Promise<number> => {
    personDueMs = unknownMs;
    remindedAt = performance.now();
    const claim = () => people.claimDue(clock(), claimSize, leaseMs);
    const reconcile: Reconcile<TrackedPerson, PersonRest> = async (person, mayPost) => async () => {
      await upToDate;
      const now = clock();
      const rest = await reconcilePerson(person, mayPost);
      note(person.user, now);
      return rest;
    };
    return await handleClaim(deps, { queue: people, reconcile, stopping, held: never }, claim);
  };

  /** The same between two posts: whether anybody is due is asked only where that may have changed. */
  const handlePeopleIfDue = async (afresh: boolean, stopping: () => boolean): Promise<number> => {
    if (afresh) personDueMs = await nextPersonMs();
    if (personDueMs > clock().getTime()) return 0;
    const handled = await handlePeople(stopping);
    personDueMs = await nextPersonMs();
    return handled;
  };

  return async (asked, stopping) => {
    const afresh = asked || performance.now() - lookedAt > lineMs;
    if (afresh) {
      line = [];
      lookedAt = performance.now();
    }
    let handled = 0;
    const isSlow = pace.most() < claimSize;
    const mayRemind = () => afresh || !moreOutward || performance.now() - remindedAt > remindEachMs;
    // The digest is of what is overdue: it does not wait for new cards.
    if (isSlow && mayRemind()) handled += await handlePeopleIfDue(afresh, stopping);
    if (!channelHeld()) handled += await (pace.most() < claimSize ? handleNextInLine : handleAll)(stopping);
    const doesChannelWait = channelHeld() || pace.most() < claimSize;
    const outward = (afresh || moreOutward) && doesChannelWait ? await handleOutward(stopping) : 0;
    moreOutward = outward === outwardSize;
    handled += outward;
    handled += await handleSlowReporters(stopping);
    if (!isSlow && mayRemind()) handled += await handlePeople(stopping);
    if (moreOutward) return { handled, againMs: 0 };
    const againMs = line.length > 0 ? heldMs(deps) : await untilNextLook(deps);
    return { handled, againMs: Math.min(againMs, ...pace.slowReporters().map(({ waitMs }) => waitMs)) };
  };
}

const never = () => false;

/** When something is due next. What waits for the security channel is due when Slack takes posts there again. */
export async function earliestWake({ reports, people, pace, clock }: LookDeps): Promise<Date | undefined> {
  const [due, person] = await Promise.all([reports.nextWake(), people.nextWake()]);
  const held = pace.heldUntil();
  const report = due !== undefined && held !== undefined && due <= clock() ? held : due;
  return report === undefined || (person !== undefined && person < report) ? person : report;
}

function isHeld({ pace, clock }: LookDeps): boolean {
  const held = pace.heldUntil();
  return held !== undefined && held > clock();
}

/** Milliseconds until the security channel takes the next post; looks in between are for everything else. */
function heldMs({ pace, clock }: LookDeps): number {
  const held = (pace.heldUntil()?.getTime() ?? 0) - clock().getTime();
  return Math.min(lineMs, Math.max(0, held, pace.spaceMs()));
}

/**
 * Milliseconds until something is due, or until another replica's lease on it ends: that replica may have been killed. Never
 * longer than a lease, so that every claim is seen before it ends.
 */
async function untilNextLook(deps: LookDeps): Promise<number> {
  const { reports, people, pace, clock } = deps;
  const now = clock();
  const [next, ...leases] = await Promise.all([
    earliestWake(deps),
    reports.nextLeaseEnd(now),
    people.nextLeaseEnd(now),
  ]);
  // What has become due while the database was asked is due in a moment, and not again later.
  const aheadMs = next === undefined || next <= now ? 0 : Math.max(0, next.getTime() - clock().getTime()) + timerMs;
  const due = next === undefined ? safetyMs : Math.max(aheadMs, pace.spaceMs());
  const ends = leases.map((left) => (left === undefined ? safetyMs : left + leaseMarginMs));
  const held = isHeld(deps) ? lineMs : safetyMs;
  return Math.min(safetyMs, held, deps.leaseMs, due, ...ends);
}
