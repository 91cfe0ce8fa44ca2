import { setTimeout as after } from 'node:timers/promises';

/** How many rests after posts are recorded together. With 8 documents in work, a crash can make the bot repeat 32 posts at most. */
const batchSize = 24;
/** So many are recorded with one command, or a few more that came meanwhile: what it says of each is made, and sent, in one go. */
const enoughAtOnce = 200;
/** How long a rest may wait to be recorded, in milliseconds: whoever presses a button waits to see it. Then those without a post. */
const [longestWaitMs, longestUnpostedMs] = [250, 1000];
/** The longest pause between two attempts while the database does not answer, in milliseconds. */
const longestPauseMs = 2000;

export type RecorderDeps<R> = Readonly<{
  record(rests: readonly R[]): Promise<unknown>;
  /** Milliseconds until the lease ends. */
  leftMs(): number;
  stopping(): boolean;
  failed(error: unknown): void;
}>;

export type Recorder<R> = Readonly<{
  /** `posted`: whether a post began. Without any, a crash repeats nothing, so that the rest can wait for more. */
  add(rest: R, posted: boolean): void;
  /** Records what has waited long enough, or is enough for a batch. */
  flushIfDue(): Promise<void>;
  flush(): Promise<void>;
  /** Whether the database does not answer: then nothing more may be posted. */
  isBehind(): boolean;
}>;

/**
 * Records, in batches, what was posted under a lease. A batch that fails is tried again as long as the lease lasts: a post
 * without a record would have to be doubted.
 */
export function createRecorder<R>({ record, leftMs, stopping, failed }: RecorderDeps<R>): Recorder<R> {
  let waiting: R[] = [];
  let waitingSince = 0;
  let posts = 0;
  let failing = 0;

  const untilRecorded = async (batch: readonly R[]): Promise<void> => {
    for (let failures = 0; ; failures += 1) {
      try {
        await record(batch);
        if (failures > 0) failing -= 1;
        return;
      } catch (error) {
        if (failures === 0) {
          failing += 1;
          failed(error);
        }
        const pause = Math.min(longestPauseMs, 100 * 2 ** failures);
        if (stopping() || leftMs() <= pause) throw error;
        await after(pause);
      }
    }
  };
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    posts = 0;
    if (batch.length > 0) await untilRecorded(batch);
  };
  return {
    add: (rest, posted) => {
      if (waiting.length === 0) waitingSince = Date.now();
      waiting.push(rest);
      if (posted) posts += 1;
    },
    flush,
    flushIfDue: async () => {
      const longestMs = posts > 0 ? longestWaitMs : longestUnpostedMs;
      if (posts >= batchSize || waiting.length >= enoughAtOnce || Date.now() - waitingSince > longestMs) await flush();
    },
    isBehind: () => failing > 0,
  };
}
