import { within } from '../../handling/within.js';

/** Milliseconds for which the next request is awaited: of those who send one after another, nobody waits between two. */
const lingerMs = 30;

export type InFlight = Readonly<{
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Whether somebody waits, or was answered a moment ago. */
  busy(): boolean;
  /** Resolves when nothing is under way, or after `ms`. */
  drained(ms: number): Promise<void>;
}>;

/** Counts what is being worked on: Bolt's own stop does not wait for it. */
export function createInFlight(now = () => performance.now()): InFlight {
  let count = 0;
  let endedAt = Number.NEGATIVE_INFINITY;
  let waiting: (() => void)[] = [];
  return {
    during: async (work) => {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        endedAt = now();
        if (count === 0) {
          for (const wake of waiting) wake();
          waiting = [];
        }
      }
    },
    busy: () => count > 0 || now() - endedAt < lingerMs,
    drained: async (ms) => {
      if (count === 0) return;
      await within(ms, new Promise<void>((resolve) => waiting.push(resolve)), undefined);
    },
  };
}
