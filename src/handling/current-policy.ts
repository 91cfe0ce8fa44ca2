import { isDeepStrictEqual } from 'node:util';
import type { Policy } from '../deadline/policy.js';
import type { Rosters } from './ports.js';

/** How old what is known of the roster may be, in milliseconds: another replica may have written it. */
const keptMs = 5000;

/** The policy with what people have said about duty. */
export type CurrentPolicy = Readonly<{
  /** As it was known last. Asks nobody. */
  known(): Policy;
  /** Five seconds old at most. While the database does not answer, as it was known last. */
  now(): Promise<Policy>;
  /** Somebody said something: it is read anew. */
  renew(): Promise<Policy>;
}>;

/** `policy` is the same object as long as nothing changes, so that what is remembered for it holds. */
export function createCurrentPolicy(policy: Policy, rosters: Pick<Rosters, 'read'>): CurrentPolicy {
  let current = policy;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<Policy> | undefined;
  const read = async () => {
    const roster = await rosters.read();
    if (!isDeepStrictEqual(roster, current.roster)) current = { ...policy, roster };
    readAt = performance.now();
    return current;
  };
  const readOnce = () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  return {
    known: () => current,
    now: async () => {
      if (performance.now() - readAt < keptMs) return current;
      return await readOnce().catch(() => current);
    },
    // What is being read just now may be from before the write.
    renew: async () => {
      await reading?.catch(() => undefined);
      return await readOnce();
    },
  };
}
