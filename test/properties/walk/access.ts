import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { World } from '../../../src/sandbox/world.js';

/** Milliseconds for which the bot may go by what Slack told it of who acts, and of the security channel. */
const holdsMs = 60_000;

/** Who belongs to the team, and whether its channel is safe: by the world itself, whatever the bot thinks. */
export type Truth = Readonly<{
  /** To be called before and after each change of the world and of the clock. */
  observe(): void;
  /** A responder now, or a minute ago at most. */
  ofTheTeam(user: string): boolean;
  /** The security channel was safe at that moment of the clock, or a minute before at most; now, when none is given. */
  roomSafe(at?: Date): boolean;
}>;

export function createTruth(world: World, clock: () => Date): Truth {
  const channel = sandbox.securityChannel;
  const lastOnTeam = new Map<string, number>();
  /** Moments, in order, in which the channel was seen to be safe. */
  const safeAt: number[] = [];

  const isGuest = (user: string) => world.person(user).role.includes('guest');
  const onTeam = (user: string) => {
    const { team, deactivated, role } = world.person(user);
    const fits = team === world.home.id && !deactivated && role !== 'bot' && !isGuest(user);
    return fits && world.channel(channel).members.includes(user);
  };
  /** Whoever is deactivated sees nothing, and Slack does not tell any more whether they were a guest. */
  const welcome = (user: string) => {
    const { deactivated, team } = world.person(user);
    return deactivated || (team === world.home.id && !isGuest(user));
  };
  const safeNow = () => {
    const { kind, members, sharedWith, pendingExtShared, orgShared, archived } = world.channel(channel);
    const closed = sharedWith.length === 0 && !pendingExtShared && !orgShared && !archived;
    return kind === 'private' && closed && members.includes(sandbox.bot) && members.every(welcome);
  };
  const observe = () => {
    const now = clock().getTime();
    for (const { id } of world.people()) {
      if (onTeam(id)) lastOnTeam.set(id, now);
    }
    if (safeNow() && safeAt.at(-1) !== now) safeAt.push(now);
  };
  observe();
  return {
    observe,
    ofTheTeam: (user) => clock().getTime() - (lastOnTeam.get(user) ?? Number.NEGATIVE_INFINITY) <= holdsMs,
    roomSafe: (at = clock()) => {
      const last = safeAt.findLast((safe) => safe <= at.getTime());
      return last !== undefined && at.getTime() - last <= holdsMs;
    },
  };
}
