import type { Log } from '../../handling/log.js';
import { allInSlices } from '../../handling/slices.js';
import type { Standing } from '../workspace/own-workspace.js';
import type { People } from '../workspace/people.js';
import { slackCode } from '../workspace/slack-error.js';

/** Seconds for which an answer about a member holds in a channel of `smallSize`: with the five of a look, a minute. */
export const memberSeconds = 55;
/** Of more members, an answer holds so much longer that Slack's limit suffices for all. */
const smallSize = 50;
/** Members whom Slack is asked about again in `memberSeconds`, and with newcomers. It answers a hundred such questions a minute. */
const [mostAgain, mostAsked] = [60, 80];

export type MemberLookups = Readonly<{
  /**
   * Those of the members about whom something is known. Slack is asked about newcomers first, then about whoever was asked about
   * longest ago, within its rate limit; the rest has to wait for the next look.
   */
  of(members: readonly string[]): Promise<readonly Found[]>;
}>;
type Found = Readonly<{ user: string; standing: Standing | 'untold' }>;

/** Seconds for which an answer about a member of a channel of so many holds. */
export function holdsFor(members: number): number {
  return memberSeconds * Math.max(1, Math.ceil(members / smallSize));
}

export function createMemberLookups({
  people,
  clock,
  log,
}: Readonly<{ people: People; clock: () => Date; log: Log }>): MemberLookups {
  let asked = { since: Number.NEGATIVE_INFINITY, count: 0 };
  return {
    of: async (members) => {
      const now = clock().getTime();
      if (Math.abs(now - asked.since) >= memberSeconds * 1000) asked = { since: now, count: 0 };
      const limit = holdsFor(members.length);
      const newcomers = members.filter((user) => people.age(user) === Number.POSITIVE_INFINITY);
      // In a large channel they are asked about some minutes before it is too late, so that no look finds all of them too old.
      const due = members
        .filter((user) => Number.isFinite(people.age(user)))
        .filter((user) => people.age(user) >= (limit > memberSeconds ? limit / 2 : limit))
        .toSorted((one, other) => people.age(other) - people.age(one));
      const first = newcomers.slice(0, mostAsked - asked.count);
      const again = due.slice(0, Math.max(0, mostAgain - asked.count - first.length));
      asked.count += first.length + again.length;
      const failures = await allInSlices([...first, ...again], (user) =>
        people.profile(user, 0).then(
          () => undefined,
          (error: unknown) => ({ code: slackCode(error) ?? 'none' }),
        ),
      );
      const failed = failures.find((one) => one !== undefined);
      if (failed !== undefined) log.warn('members not looked up', failed);
      return members
        .filter((user) => people.age(user) < limit)
        .map((user) => ({ user, standing: people.known(user)?.standing ?? ('untold' as const) }));
    },
  };
}
