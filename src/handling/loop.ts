import { setTimeout as after } from 'node:timers/promises';
import type { Claim, PersonRest, Queue, ReportRest, TrackedPerson, TrackedReport } from './ports.js';

/** Documents claimed at once: figures show that more gains little. */
const claimSize = 500;
/** Documents worked on at once: Slack takes about one message a second and channel, so more only queues up. */
const inFlight = 8;
/** Posts that may be said but not yet recorded: what a crash can make the bot say twice. */
const mostUnrecorded = 32;
/** Nor does one stay unrecorded for longer while others are being said: whoever presses a button waits for it. Milliseconds. */
const longestUnrecordedMs = 250;
/** Between two tries to record what was said, while the database is away. Milliseconds. */
const longestRecordPauseMs = 2000;
/** A timer is never set for longer: Node's overflow after 24 days, and a clock may be moved. */
const longestTimerMs = 3_600_000;
/** Past the end of a lease, so that it is over when the server is asked. */
const leaseMarginMs = 100;
/**
 * Between a save and the look at it, and between two looks while something is due: reports that come in together are worked
 * off together, and whoever waits for an answer to a form doesn't wait for cards. Milliseconds.
 */
const gatherMs = 50;
/** What was saved may wait so much longer while people wait for answers: the answers come first. Milliseconds. */
const longestYieldMs = 1000;
/**
 * The safety read, for what another replica wrote. Never further apart than a lease is long, it sees every claim before the
 * lease ends: what a killed replica held is taken over 0.1 s after that.
 */
const safetyMs = 60_000;

export type LoopDeps = Readonly<{
  reports: Queue<TrackedReport, ReportRest>;
  people: Queue<TrackedPerson, PersonRest>;
  reconcileReport: (tracked: TrackedReport, mayPost: () => boolean) => Promise<ReportRest>;
  reconcilePerson: (person: TrackedPerson, mayPost: () => boolean) => Promise<PersonRest>;
  clock: () => Date;
  /** Milliseconds a claim is held, on the real clock; longer than a post may take. */
  leaseMs: number;
  /** Whether somebody waits for the answer to something they sent. */
  busy: () => boolean;
  /** Milliseconds one post may take at most: none is begun with less of the lease left. */
  postMs: number;
  log: Readonly<{ unreadable(count: number): void; failed(error: unknown): void; passed(count: number): void }>;
}>;

export type Loop = Readonly<{
  start(): void;
  /** Looks again at once: something was saved, or the clock was moved. */
  look(): void;
  /** Something was saved: looks in a moment, at everything saved until then. */
  lookSoon(): void;
  /** Resolves when nothing is due at the injected clock's present moment and nothing is being said. */
  idle(): Promise<void>;
  /** When something is due next, by what is stored now. */
  nextWake(): Promise<Date | undefined>;
  /** Resolves when what was begun is recorded. Nothing new is begun. */
  stop(): Promise<void>;
}>;

/** One loop over everything that has a `wakeAt`: level-triggered, so that it is right after any crash, by looking again. */
export function createLoop(deps: LoopDeps): Loop {
  let stopped = true;
  let wanted = false;
  let soon = false;
  let failures = 0;
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
        const done = await pass(deps, () => stopped);
        if (done > 0) deps.log.passed(done);
      }
      wait = Math.max(gatherMs, await untilNext(deps));
      failures = 0;
    } catch (error) {
      deps.log.failed(error);
      failures += 1;
      wait = Math.min(safetyMs, 250 * 2 ** failures);
    }
    if (stopped || wanted) return;
    timer = soon ? setTimeout(lookWhenFree, gatherMs, performance.now() + longestYieldMs) : setTimeout(look, wait);
  }

  return {
    start: () => {
      stopped = false;
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
    nextWake: () => earliestWake(deps),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Claims what is due and works it off. Returns how many documents that were. */
async function pass(deps: LoopDeps, stopping: () => boolean): Promise<number> {
  const reports = await workOff(deps, deps.reports, deps.reconcileReport, stopping);
  const people = await workOff(deps, deps.people, deps.reconcilePerson, stopping);
  return reports + people;
}

async function workOff<T, R>(
  deps: LoopDeps,
  queue: Queue<T, R>,
  reconcile: (item: T, mayPost: () => boolean) => Promise<R>,
  stopping: () => boolean,
): Promise<number> {
  const claimedAt = performance.now();
  const claim: Claim<T> = await queue.claimDue(deps.clock(), claimSize, deps.leaseMs);
  if (claim.unreadable > 0) deps.log.unreadable(claim.unreadable);
  const waiting = [...claim.items];
  let unrecorded = 0;
  /** By two clocks: one may be set back, and the other stands still while the machine sleeps. */
  const leftMs = () => Math.min(claim.until.getTime() - Date.now(), claimedAt + deps.leaseMs - performance.now());
  const mayPost = () => unrecorded === 0 && leftMs() > deps.postMs && !stopping();
  let rests: R[] = [];
  let flushedAt = Date.now();
  /** Tried again as long as the lease lives, and nothing said meanwhile: without a record, what was said would be doubted. */
  const record = async (batch: readonly R[], failures = 0): Promise<void> => {
    try {
      await queue.rest(claim.token, batch);
      if (failures > 0) unrecorded -= 1;
    } catch (error) {
      if (failures === 0) {
        unrecorded += 1;
        deps.log.failed(error);
      }
      const pause = Math.min(longestRecordPauseMs, 100 * 2 ** failures);
      if (stopping() || leftMs() <= pause) throw error;
      await after(pause);
      await record(batch, failures + 1);
    }
  };
  const flush = async () => {
    const batch = rests;
    rests = [];
    flushedAt = Date.now();
    if (batch.length > 0) await record(batch);
  };
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        // Not in one expression: `rests` would be looked up before the wait, and be another list after it.
        const rest = await reconcile(item, mayPost);
        rests.push(rest);
      } catch (error) {
        // Its lease runs out by itself, and what was due is then looked up before it is said again.
        deps.log.failed(error);
      }
      if (rests.length >= mostUnrecorded - inFlight || Date.now() - flushedAt > longestUnrecordedMs) await flush();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  await flush();
  return claim.items.length;
}

async function earliestWake({ reports, people }: LoopDeps): Promise<Date | undefined> {
  const [report, person] = await Promise.all([reports.nextWake(), people.nextWake()]);
  return report === undefined || (person !== undefined && person < report) ? person : report;
}

/** Until something is due, or until somebody else's lease on what is due ends: they may have been killed. */
async function untilNext(deps: LoopDeps): Promise<number> {
  const now = deps.clock();
  const next = await earliestWake(deps);
  const due = next === undefined ? safetyMs : Math.max(0, next.getTime() - now.getTime());
  const safety = Math.min(safetyMs, deps.leaseMs);
  const leases = await Promise.all([deps.reports.nextLeaseEnd(now), deps.people.nextLeaseEnd(now)]);
  const free = Math.min(...leases.map((left) => (left === undefined ? safetyMs : left + leaseMarginMs)));
  return Math.min(longestTimerMs, safety, due, free);
}
