import type { Queue } from './queue.js';
import { createRecorder } from './recorder.js';

/** Documents claimed at once. Measured: more gains little. */
const claimSize = 500;
/** Documents in work at once. Slack takes about one message a second per channel, so more would only queue up. */
const inFlight = 8;

/** `mayPost`: whether a post may still begin under the lease. */
export type Reconcile<T, R> = (item: T, mayPost: () => boolean) => Promise<R>;

export type QueueDeps = Readonly<{
  clock: () => Date;
  /** How long a claim is held, in milliseconds of real time; longer than a post may take. */
  leaseMs: number;
  /** How long one post may take, in milliseconds: none begins with less of the lease left. */
  postMs: number;
  log: Readonly<{ unreadable(count: number): void; failed(error: unknown): void }>;
}>;

/** Claims what is due in a queue, reconciles it and records the outcome. Returns how many documents that were. */
export async function handleQueue<T, R>(
  { clock, leaseMs, postMs, log }: QueueDeps,
  queue: Queue<T, R>,
  reconcile: Reconcile<T, R>,
  stopping: () => boolean,
): Promise<number> {
  const claimedAt = performance.now();
  const { token, until, items, unreadable } = await queue.claimDue(clock(), claimSize, leaseMs);
  if (unreadable > 0) log.unreadable(unreadable);
  // Two clocks: one may be set back, and the other stands still while the machine sleeps.
  const leftMs = () => Math.min(until.getTime() - Date.now(), claimedAt + leaseMs - performance.now());
  const recorder = createRecorder<R>({
    record: (rests) => queue.rest(token, rests, clock()),
    leftMs,
    stopping,
    failed: log.failed,
  });
  const mayPost = () => !recorder.isBehind() && leftMs() > postMs && !stopping();
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        recorder.add(await reconcile(item, mayPost));
      } catch (error) {
        // Its lease runs out by itself. What may have been posted is then looked up before it is posted again.
        log.failed(error);
        await queue.setAside(token, item, clock()).catch(log.failed);
      }
      await recorder.flushIfDue();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  await recorder.flush();
  return items.length;
}
