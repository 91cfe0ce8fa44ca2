import type { Claim, Queue } from './queue.js';
import { createRecorder } from './rest-batches.js';
import { slices } from './slices.js';

/** Documents in work at once. In one channel one post follows another, so more would only queue up. */
const inFlight = 8;
/** How long documents with nothing to post are worked on in a row while people may wait for an answer. Milliseconds. */
const longestStretchMs = 8;

/** `mayPost`: whether a post may still begin under the lease. `outwardOnly`: what is for the security channel waits. */
export type Reconcile<T, R> = (item: T, mayPost: () => boolean, outwardOnly?: boolean) => Promise<R>;

export type QueueDeps = Readonly<{
  clock: () => Date;
  /** How long a claim is held, in milliseconds of real time; longer than a post may take. */
  leaseMs: number;
  /** How long one post may take, in milliseconds: none begins with less of the lease left. */
  postMs: number;
  log: Readonly<{ unreadable(count: number): void; failed(error: unknown): void }>;
}>;

export type Work<T, R> = Readonly<{
  queue: Queue<T, R>;
  reconcile: Reconcile<T, R>;
  stopping: () => boolean;
  /** Whether what is not begun had better go back, and wait unclaimed. */
  held: () => boolean;
  outwardOnly?: boolean;
}>;

/** Claims documents, reconciles them in their order and records the outcome. Returns how many documents were claimed. */
export async function handleClaim<T, R>(
  { clock, leaseMs, postMs, log }: QueueDeps,
  { queue, reconcile, stopping, held, outwardOnly }: Work<T, R>,
  claim: () => Promise<Claim<T>>,
): Promise<number> {
  const claimedAt = performance.now();
  const { token, until, items, unreadable } = await claim();
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
  const next = () => (held() ? undefined : waiting.shift());
  const { turn } = slices(longestStretchMs);
  const worker = async () => {
    for (let item = next(); item !== undefined; item = next()) {
      try {
        recorder.add(await reconcile(item, mayPost, outwardOnly));
      } catch (error) {
        // Its lease runs out by itself. What may have been posted is then looked up before it is posted again.
        log.failed(error);
        await queue.setAside(token, item, clock()).catch(log.failed);
      }
      await recorder.flushIfDue();
      await turn();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  await recorder.flush();
  if (waiting.length > 0) await queue.release(token, waiting);
  return items.length;
}
