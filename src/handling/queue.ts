import type { Person } from '../report/person.js';

/** Due documents, held under `token` until `until` (real time). Those that can't be opened are counted and left alone. */
export type Claim<T> = Readonly<{ token: string; until: Date; items: readonly T[]; unreadable: number }>;

type Reporter = Pick<Person, 'team' | 'user'>;
/**
 * Which documents are worth claiming. `outward`: only those with something for the reporter or the public, or that nobody has been
 * woken for since they changed; or only those with something for this reporter. `notOnlyFor`: not those that have nothing but a
 * message to one of these.
 */
export type Which = Readonly<{ outward?: true | Reporter; notOnlyFor?: readonly Reporter[] }>;

/** Documents with a `wakeAt`: queue, outbox and timer in one. Leases run on real time; `now` is the injected clock. */
export interface Queue<T, R> {
  /**
   * Ids of up to `limit` due documents without a live lease, the most urgent first: a missed deadline, another reminder, an
   * exploited report, and then by deadline. With `outward` for anybody: by deadline alone.
   */
  due(now: Date, limit: number, which?: Which): Promise<readonly string[]>;
  /** Claims those of the documents that are still due and free: one with one command, more with one updateMany. */
  claim(ids: readonly string[], now: Date, leaseMs: number): Promise<Claim<T>>;
  /** Claims up to `limit` (500 at most) due documents. Sets aside what can't be claimed. */
  claimDue(now: Date, limit: number, leaseMs: number, which?: Which): Promise<Claim<T>>;
  /** Gives back documents under which nothing was posted. They stay due. */
  release(token: string, items: readonly T[]): Promise<void>;
  /** Records all with one updateMany filtered by the token, and gives the leases back. Returns how many were still ours. */
  rest(token: string, rests: readonly R[], now: Date): Promise<number>;
  /** After a reconcile that threw. From the second time on it comes up again later and later. Its lease is left to run out. */
  setAside(token: string, item: T, now: Date): Promise<void>;
  /** The earliest `wakeAt` among those that no replica holds, or `undefined`. */
  nextWake(): Promise<Date | undefined>;
  /** Milliseconds until the first lease on a document due at `now` ends, or `undefined` where there is none. */
  nextLeaseEnd(now: Date): Promise<number | undefined>;
}
