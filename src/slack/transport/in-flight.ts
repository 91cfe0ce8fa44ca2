import { within } from '../../handling/within.js';

export type InFlight = Readonly<{
  during<T>(work: () => Promise<T>): Promise<T>;
  busy(): boolean;
  /** Resolves when nothing is under way, or after `ms`. */
  drained(ms: number): Promise<void>;
}>;

/** Counts what is being worked on: Bolt's own stop does not wait for it. */
export function createInFlight(): InFlight {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    during: async (work) => {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        if (count === 0) {
          for (const wake of waiting) wake();
          waiting = [];
        }
      }
    },
    busy: () => count > 0,
    drained: async (ms) => {
      if (count === 0) return;
      await within(ms, new Promise<void>((resolve) => waiting.push(resolve)), undefined);
    },
  };
}
