import type { RateLimiter, Rosters } from './ports.js';

/** What came of putting somebody into the group. `later`: nothing is decided, try again. Else Slack's code for its refusal. */
export type DutyGroupOutcome = 'done' | 'later' | Readonly<{ refused: string }>;

/** How long after a refusal to try again, and how often the leads hear of it. */
const [againMs, toldSeconds] = [3_600_000, 24 * 3600];

export type DutyGroupDeps = Readonly<{
  rosters: Pick<Rosters, 'noteDutyGroup'>;
  rateLimits: RateLimiter;
  clock: () => Date;
  put(user: string): Promise<DutyGroupOutcome>;
  /** Tells the leads. */
  tell(user: string, code: string): Promise<void>;
}>;

/**
 * Keeps whoever is on duty, and nobody else, in the policy's user group: at the start, and when somebody else is on duty. It is
 * never emptied. A refusal is noted for doctor, told to the leads once a day, and tried again in an hour.
 */
export function followDuty({ rosters, rateLimits, clock, put, tell }: DutyGroupDeps): (user: string) => Promise<void> {
  let done: string | undefined;
  let failed: Readonly<{ user: string; again: Date }> | undefined;
  return async (user) => {
    const now = clock();
    if (user === done || (user === failed?.user && now < failed.again)) return;
    const outcome = await put(user);
    if (outcome === 'later') return;
    const refused = outcome === 'done' ? undefined : outcome.refused;
    await rosters.noteDutyGroup(refused);
    done = refused === undefined ? user : undefined;
    failed = refused === undefined ? undefined : { user, again: new Date(now.getTime() + againMs) };
    if (refused === undefined) return;
    const rule = { key: `duty_group/${user}`, limit: 1, seconds: toldSeconds };
    if ((await rateLimits.pass([rule], now)) === undefined) await tell(user, refused);
  };
}
