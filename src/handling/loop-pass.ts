import type { Pace } from './pace.js';
import type { People, PersonRest, ReconciledReport, ReportRest, TrackedPerson } from './ports.js';
import type { Queue } from './queue.js';
import type { TrackedReport } from './tracked-report.js';
import { handleClaim, type QueueDeps, type Reconcile, type Work } from './work-batch.js';

/** Documents claimed at once. Measured: more gains little. */
const claimSize = 500;
/** While Slack takes one post a second: how many reports are put in order at once, and for how long, in milliseconds. */
const [lineLength, lineMs] = [16, 10_000];
/** How long people wait while many reports are due: each report may change what they are reminded of. Milliseconds. */
const peopleWaitMs = 10_000;
/** How long after the end of a lease to look, so that the lease is over when the server is asked. Milliseconds. */
const leaseMarginMs = 100;
/** How often to look for what another replica wrote. Milliseconds. */
export const safetyMs = 60_000;

export type LookDeps = QueueDeps &
  Readonly<{
    reports: Queue<TrackedReport, ReportRest>;
    people: Queue<TrackedPerson, PersonRest>;
    wake: People['wake'];
    tell: People['tell'];
    reconcileReport: Reconcile<TrackedReport, ReconciledReport>;
    reconcilePerson: Reconcile<TrackedPerson, PersonRest>;
    pace: Pace;
  }>;

/** How many documents were handled, and in how many milliseconds to look again. */
export type Looked = Readonly<{ handled: number; againMs: number }>;
/** `asked`: something was saved, or the clock was moved. Else the time had come for the next post. */
export type Look = (asked: boolean, stopping: () => boolean) => Promise<Looked>;

/**
 * Handles what is due: reports, then people and the channel's digest. While Slack takes one post a second, these come first, and
 * it claims one report a second, the most urgent one; what goes to reporters does not wait for that.
 */
export function createLook(deps: LookDeps): Look {
  const { people, wake, tell, reconcileReport, reconcilePerson, pace, clock, leaseMs } = deps;
  const reports: Queue<TrackedReport, ReconciledReport> = {
    ...deps.reports,
    // In this order: of a report whose rest is recorded, nobody is woken any more.
    rest: async (token, rests, now) => {
      await tell(
        rests.flatMap(({ news }) => news),
        now,
      );
      await wake(
        rests.flatMap((rest) => rest.people),
        now,
      );
      return await deps.reports.rest(token, rests, now);
    },
  };
  let line: readonly string[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  const channelHeld = () => pace.spaceMs() > 0 || isHeld(deps);
  const slow = () => pace.slowReporters().map(({ person }) => person);
  const inChannel = (stopping: () => boolean): Work<TrackedReport, ReconciledReport> => {
    return { queue: reports, reconcile: reconcileReport, stopping, held: channelHeld };
  };
  const outside = (stopping: () => boolean): Work<TrackedReport, ReconciledReport> => {
    return { ...inChannel(stopping), held: never, outwardOnly: true };
  };

  /** As many claims as there are, while Slack takes everything. */
  const handleAll = async (stopping: () => boolean): Promise<number> => {
    const began = performance.now();
    let handled = 0;
    for (let count = claimSize; count === claimSize && pace.most() >= claimSize && !channelHeld(); ) {
      if (stopping() || performance.now() - began > peopleWaitMs) break;
      count = await handleClaim(deps, inChannel(stopping), () =>
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
    return await handleClaim(deps, inChannel(stopping), () => reports.claim(next, clock(), leaseMs));
  };
  const handleOutward = async (stopping: () => boolean): Promise<number> => {
    const claim = () => reports.claimDue(clock(), claimSize, leaseMs, { outward: true, notOnlyFor: slow() });
    return await handleClaim(deps, outside(stopping), claim);
  };
  const handleSlowReporters = async (stopping: () => boolean): Promise<number> => {
    let handled = 0;
    for (const { person, waitMs } of pace.slowReporters()) {
      if (waitMs > 0) continue;
      const next = await reports.due(clock(), 1, { outward: person });
      if (next.length === 0) continue;
      const claim = () => reports.claim(next, clock(), leaseMs);
      handled += await handleClaim(deps, outside(stopping), claim);
    }
    return handled;
  };
  const handlePeople = async (stopping: () => boolean): Promise<number> => {
    const claim = () => people.claimDue(clock(), claimSize, leaseMs);
    return await handleClaim(deps, { queue: people, reconcile: reconcilePerson, stopping, held: never }, claim);
  };

  return async (asked, stopping) => {
    const afresh = asked || performance.now() - lookedAt > lineMs;
    if (afresh) {
      line = [];
      lookedAt = performance.now();
    }
    let handled = 0;
    // The digest is of what is overdue: it does not wait for new cards.
    const isSlow = pace.most() < claimSize;
    if (isSlow) handled += await handlePeople(stopping);
    if (!channelHeld()) handled += await (pace.most() < claimSize ? handleNextInLine : handleAll)(stopping);
    if (afresh && (channelHeld() || pace.most() < claimSize)) handled += await handleOutward(stopping);
    handled += await handleSlowReporters(stopping);
    if (line.length > 0 && !afresh) return { handled, againMs: heldMs(deps) };
    if (!isSlow) handled += await handlePeople(stopping);
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
  const now = deps.clock();
  const next = await earliestWake(deps);
  const due = next === undefined ? safetyMs : Math.max(0, deps.pace.spaceMs(), next.getTime() - now.getTime());
  const leases = await Promise.all([deps.reports.nextLeaseEnd(now), deps.people.nextLeaseEnd(now)]);
  const ends = leases.map((left) => (left === undefined ? safetyMs : left + leaseMarginMs));
  const held = isHeld(deps) ? lineMs : safetyMs;
  return Math.min(safetyMs, held, deps.leaseMs, due, ...ends);
}
