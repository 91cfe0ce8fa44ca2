/** Counts what is under way, so that tests can wait for quiet instead of for a time. */
export type Activity = Readonly<{
  /** Counts the work from now until its promise ends. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves once nothing has been under way for `quietMs`. */
  settled(): Promise<void>;
}>;

/** Long enough for an app to go on from an answer to its next call. */
const quietMs = 25;

export function createActivity(): Activity {
  let under = 0;
  let lastEnd = 0;
  return {
    during: async (work) => {
      under++;
      try {
        return await work();
      } finally {
        under--;
        lastEnd = performance.now();
      }
    },
    settled: async () => {
      while (under > 0 || performance.now() - lastEnd < quietMs) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}
