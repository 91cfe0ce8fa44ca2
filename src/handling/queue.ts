/** Due documents, held under `token` until `until` (real time). Those that can't be opened are counted and left alone. */
export type Claim<T> = Readonly<{ token: string; until: Date; items: readonly T[]; unreadable: number }>;

/** Documents with a `wakeAt`: queue, outbox and timer in one. Leases run on real time; `now` is the injected clock. */
export interface Queue<T, R> {
  /** Claims up to `limit` (500 at most) due documents without a live lease, with one updateMany. Sets aside what can't be claimed. */
  claimDue(now: Date, limit: number, leaseMs: number): Promise<Claim<T>>;
  /** Records all with one updateMany filtered by the token, and gives the leases back. Returns how many were still ours. */
  rest(token: string, rests: readonly R[], now: Date): Promise<number>;
  /** After a reconcile that threw. From the second time on it comes up again later and later. Its lease is left to run out. */
  setAside(token: string, item: T, now: Date): Promise<void>;
  /** The earliest `wakeAt` among those that no replica holds, or `undefined`. */
  nextWake(): Promise<Date | undefined>;
  /** Milliseconds until the first lease on a document due at `now` ends, or `undefined` where there is none. */
  nextLeaseEnd(now: Date): Promise<number | undefined>;
}
