/** Counts the work in progress, so that tests wait for its end and not for a fixed time. */
export type Activity = Readonly<{
  /** Counts this work as in progress until its promise ends. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves once nothing has been in progress for `quietMs`. */
  settled(): Promise<void>;
}>;

/** Long enough for an app to follow an answer with its next call. */
const quietMs = 25;

export function createActivity(): Activity {
  let running = 0;
  let lastEnd = 0;
  return {
    during: async (work) => {
      running++;
      try {
        return await work();
      } finally {
        running--;
        lastEnd = performance.now();
      }
    },
    settled: async () => {
      while (running > 0 || performance.now() - lastEnd < quietMs)
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}
