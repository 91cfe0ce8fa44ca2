import { setImmediate as othersHaveTurn } from 'node:timers/promises';

/** Work that is cut into slices, so that whoever waits for an answer is not kept by it. */
export type Slices = Readonly<{
  /** To be awaited after each piece of work: when the slice is used up, everybody else gets a turn first. */
  turn(): Promise<void>;
}>;

/** Slices of `ms` milliseconds. A piece of work that takes longer makes its slice longer. */
export function slices(ms: number, elapsed = () => performance.now()): Slices {
  let from = elapsed();
  return {
    turn: async () => {
      if (elapsed() - from < ms) return;
      await othersHaveTurn();
      from = elapsed();
    },
  };
}
