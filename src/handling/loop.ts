import { handleQueue, type QueueDeps, type Reconcile } from './handle-queue.js';
import type { PersonRest, ReportRest, TrackedPerson } from './ports.js';
import type { Queue } from './queue.js';
import type { TrackedReport } from './tracked-report.js';

/** The longest timer: Node's overflow after 24 days, and the clock may be moved. Milliseconds. */
const longestTimerMs = 3_600_000;
/** How long after the end of a lease to look, so that the lease is over when the server is asked. Milliseconds. */
const leaseMarginMs = 100;
/**
 * How long to wait after a save, and between two looks while something is due. Reports that come in together are handled
 * together, and the answer to a form does not wait for cards. Milliseconds.
 */
const gatherMs = 50;
/** How much longer a saved report waits while people wait for answers, which go first. Milliseconds. */
const longestYieldMs = 1000;
/** How often to look for what another replica wrote. Milliseconds. */
const safetyMs = 60_000;

export type LoopDeps = QueueDeps &
  Readonly<{
    reports: Queue<TrackedReport, ReportRest>;
    people: Queue<TrackedPerson, PersonRest>;
    reconcileReport: Reconcile<TrackedReport, ReportRest>;
    reconcilePerson: Reconcile<TrackedPerson, PersonRest>;
    /** Whether somebody waits for the answer to something they sent. */
    busy: () => boolean;
    log: Readonly<{ passed(count: number): void }>;
  }>;

export type Loop = Readonly<{
  start(): void;
  /** Looks again at once: something was saved, or the clock was moved. */
  look(): void;
  /** Looks in a moment, at everything saved until then. */
  lookSoon(): void;
  /** Resolves when nothing is due at the injected clock's present moment, and no post is under way. */
  idle(): Promise<void>;
  /** Milliseconds since a pass last succeeded, or since the start. One document that fails fails no pass. */
  stalledMs(): number;
  /** When something is due next, by what is stored now. */
  nextWake(): Promise<Date | undefined>;
  /** Begins nothing new. Resolves when what was begun is recorded. */
  stop(): Promise<void>;
}>;

/** One loop over everything with a `wakeAt`. It acts on the stored state alone, so after a crash it only has to look again. */
export function createLoop(deps: LoopDeps): Loop {
  let stopped = true;
  let wanted = false;
  let soon = false;
  let failures = 0;
  let passedAt = performance.now();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const look = () => {
    if (stopped) return;
    wanted = true;
    soon = false;
    clearTimeout(timer);
    running ??= run().finally(() => {
      running = undefined;
      if (wanted) look();
    });
  };

  const lookSoon = () => {
    if (stopped || soon) return;
    soon = true;
    if (running !== undefined) return;
    clearTimeout(timer);
    lookInAMoment();
  };

  const lookInAMoment = () => {
    timer = setTimeout(lookWhenFree, gatherMs, performance.now() + longestYieldMs);
  };

  const lookWhenFree = (latest: number) => {
    if (deps.busy() && performance.now() < latest) timer = setTimeout(lookWhenFree, gatherMs, latest);
    else look();
  };

  async function run(): Promise<void> {
    let wait = safetyMs;
    try {
      while (wanted && !stopped) {
        wanted = false;
        deps.log.passed(await handleDue(deps, () => stopped));
        passedAt = performance.now();
      }
      wait = Math.max(gatherMs, await untilNextLook(deps));
      failures = 0;
    } catch (error) {
      deps.log.failed(error);
      failures += 1;
      wait = Math.min(safetyMs, 250 * 2 ** failures);
    }
    if (stopped || wanted) return;
    if (soon) lookInAMoment();
    else timer = setTimeout(look, wait);
  }

  return {
    start: () => {
      stopped = false;
      passedAt = performance.now();
      look();
    },
    look,
    lookSoon,
    idle: async () => {
      for (;;) {
        while (running !== undefined) await running;
        if (stopped || failures > 0) return;
        const next = await earliestWake(deps);
        if (next === undefined || next > deps.clock()) return;
        look();
      }
    },
    stalledMs: () => (stopped ? 0 : performance.now() - passedAt),
    nextWake: () => earliestWake(deps),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Handles everything that is due. Returns how many documents that were. */
async function handleDue(deps: LoopDeps, stopping: () => boolean): Promise<number> {
  const reports = await handleQueue(deps, deps.reports, deps.reconcileReport, stopping);
  const people = await handleQueue(deps, deps.people, deps.reconcilePerson, stopping);
  return reports + people;
}

async function earliestWake({ reports, people }: LoopDeps): Promise<Date | undefined> {
  const [report, person] = await Promise.all([reports.nextWake(), people.nextWake()]);
  return report === undefined || (person !== undefined && person < report) ? person : report;
}

/**
 * Milliseconds until something is due, or until another replica's lease on it ends: that replica may have been killed. Never
 * longer than a lease, so that every claim is seen before it ends.
 */
async function untilNextLook(deps: LoopDeps): Promise<number> {
  const now = deps.clock();
  const next = await earliestWake(deps);
  const due = next === undefined ? safetyMs : Math.max(0, next.getTime() - now.getTime());
  const leases = await Promise.all([deps.reports.nextLeaseEnd(now), deps.people.nextLeaseEnd(now)]);
  const ends = leases.map((left) => (left === undefined ? safetyMs : left + leaseMarginMs));
  return Math.min(longestTimerMs, safetyMs, deps.leaseMs, due, ...ends);
}
