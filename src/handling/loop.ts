import { setTimeout as after } from 'node:timers/promises';
import { createLook, earliestWake, type LookDeps, safetyMs } from './loop-pass.js';

/**
 * How long to wait after a save, and between two looks while something is due. Reports that come in together are handled
 * together, and the answer to a form does not wait for cards. Milliseconds.
 */
const gatherMs = 50;
/** How much longer a saved report waits while people wait for answers, which go first. Milliseconds. */
const longestYieldMs = 1000;

export type LoopDeps = LookDeps &
  Readonly<{
    /** Whether somebody waits for the answer to something they sent, or did a moment ago. */
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
  const lookAt = createLook(deps);
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
    goOn();
  };

  const goOn = () => {
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
      do {
        const asked = wanted;
        wanted = false;
        const { handled, againMs } = await lookAt(asked, () => stopped);
        deps.log.passed(handled);
        passedAt = performance.now();
        wait = againMs > 0 ? againMs : gatherMs;
      } while (wanted && !stopped);
      failures = 0;
    } catch (error) {
      deps.log.failed(error);
      failures += 1;
      wait = Math.min(safetyMs, 250 * 2 ** failures);
    }
    if (stopped || wanted) return;
    if (soon) lookInAMoment();
    else timer = setTimeout(goOn, wait);
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
        // What was saved since may have something for those who need not wait.
        if (!soon && (next === undefined || next > deps.clock())) return;
        if (!soon) await after(deps.pace.spaceMs());
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
