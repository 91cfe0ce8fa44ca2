import { setImmediate as othersHaveTurn } from 'node:timers/promises';

/** Work that is cut into slices, so that whoever waits for an answer is not kept by it. */
export type Slices = Readonly<{
  /** To be awaited after each piece of work: when the slice is used up, everybody else gets a turn first. */
  turn(): Promise<void>;
}>;

/**
 * Slices of `ms` milliseconds, for all who share them. Who waits goes on one after the other, each while there is time left: a piece
 * of work that takes longer makes its slice longer, but no other's piece does.
 */
export function slices(ms: number, elapsed = () => performance.now()): Slices {
  let from = elapsed();
  let last = Promise.resolve();
  const pauseIfUsedUp = async () => {
    // A clock that went back would make the slice as long as that.
    if (Math.abs(elapsed() - from) < ms) return;
    await othersHaveTurn();
    from = elapsed();
  };
  return {
    turn: () => {
      last = last.then(pauseIfUsedUp);
      return last;
    },
  };
}

/** Well below 20: the last piece of a slice makes it longer. Milliseconds. */
const sliceMs = 5;

/** The slices of this process. It has one thread: eight with a slice each would hold it eight times as long. */
export const { turn } = slices(sliceMs);

/** What a computation comes to that pauses between its pieces. */
export async function inSlices<T>(computation: Generator<void, T>): Promise<T> {
  for (;;) {
    const { done, value } = computation.next();
    if (done === true) return value;
    await turn();
  }
}

/** Begins all in slices, one after the other, and resolves when the last has ended. Each call to Slack takes a millisecond to begin. */
export async function allInSlices<T, R>(items: readonly T[], begin: (item: T) => Promise<R>): Promise<R[]> {
  const begun: Promise<R>[] = [];
  for (const item of items) {
    const one = begin(item);
    // It may fail before the last has begun.
    one.catch(() => undefined);
    begun.push(one);
    await turn();
  }
  return await Promise.all(begun);
}
