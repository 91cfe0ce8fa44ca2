import type { Claim, Queue } from './queue.js';
import { createRecorder } from './rest-batches.js';
import { turn } from './slices.js';
import { within } from './within.js';

/** Documents in work at once. In one channel one post follows another, so more would only queue up. */
const inFlight = 8;
/** How long posts wait for what goes first: one Slack call that hangs must not keep the others. Milliseconds. */
const precedenceMs = 1000;

/** Posts what is due, and returns what to record. */
export type Post<R> = () => Promise<R>;
/**
 * Decides what becomes of a document. What it returns is called later; without it the document goes back as it is, and is looked
 * at again. `mayPost`: whether a post may still begin under the lease. `outwardOnly`: what is for the security channel waits.
 */
export type Reconcile<T, R> = (item: T, mayPost: () => boolean, outwardOnly?: boolean) => Promise<Post<R> | undefined>;

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
  /** What goes first once all `count` documents are `decided`. After a second, posts begin beside it. */
  beforePosts?: (count: number, decided: Promise<unknown>) => Promise<unknown>;
}>;

/** A claimed document, and what is to be posted about it once that is decided. */
type Job<T, R> = { readonly item: T; post?: Post<R>; posts: boolean };

/** Claims documents, decides about all, posts in their order and records the outcome. Returns how many documents were claimed. */
export async function handleClaim<T, R>(
  { clock, leaseMs, postMs, log }: QueueDeps,
  { queue, reconcile, stopping, held, outwardOnly, beforePosts }: Work<T, R>,
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
  /** Several at once. What is left over goes back. */
  const each = async (waiting: Job<T, R>[], work: (job: Job<T, R>) => Promise<void>): Promise<Job<T, R>[]> => {
    const next = async () => {
      await turn();
      return held() ? undefined : waiting.shift();
    };
    const worker = async () => {
      for (let job = await next(); job !== undefined; job = await next()) {
        try {
          await work(job);
        } catch (error) {
          // Its lease runs out by itself. What may have been posted is then looked up before it is posted again.
          log.failed(error);
          await queue.setAside(token, job.item, clock()).catch(log.failed);
        }
        await recorder.flushIfDue();
      }
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
    return waiting;
  };
  const giveBack = async (left: readonly Job<T, R>[]) => {
    const documents = left.map(({ item }) => item);
    if (documents.length > 0) await queue.release(token, documents);
  };
  const jobs: Job<T, R>[] = items.map((item) => ({ item, posts: false }));
  const changed: Job<T, R>[] = [];
  const decisions = each([...jobs], async (job) => {
    const mayPostNow = () => {
      const may = mayPost();
      job.posts ||= may;
      return may;
    };
    const post = await reconcile(job.item, mayPostNow, outwardOnly);
    if (post === undefined) changed.push(job);
    else job.post = post;
  });
  const first = beforePosts?.(items.length, decisions).catch(log.failed);
  try {
    const undecided = await decisions;
    await giveBack(changed);
    if (first !== undefined) await within(precedenceMs, first, undefined);
    const decided = jobs.filter(({ post }) => post !== undefined);
    const unposted = await each(decided, async (job) => {
      if (job.post !== undefined) recorder.add(await job.post(), job.posts);
    });
    await recorder.flush();
    await giveBack([...undecided, ...unposted]);
  } finally {
    await first;
  }
  return items.length;
}
