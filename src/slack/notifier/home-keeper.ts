import type { WebClient } from '@slack/web-api';
import type { Policy } from '../../deadline/policy.js';
import type { Log } from '../../handling/log.js';
import type { Homes } from '../../handling/ports.js';
import { show } from '../views/surfaces.js';
import type { Access } from '../workspace/access.js';
import type { People } from '../workspace/people.js';
import { askAgainIn, slackCode } from '../workspace/slack-error.js';

type HomeKeeperDeps = Readonly<{
  client: WebClient;
  homes: Homes;
  access: Pick<Access, 'isResponder'>;
  people: People;
  policy: Policy;
  clock: () => Date;
  log: Log;
}>;

/** Slack keeps what stands on a person's Home. Whoever leaves the team is shown an empty one in its place. */
export type HomeKeeper = Readonly<{
  /** To be called before reports of others are put on a Home. @throws when it can't be recorded */
  shows(user: string): Promise<void>;
  /** Empties the Home of everybody who has left, once in seven minutes at most. Never throws. */
  keep(): Promise<void>;
}>;

/** Less than the time between two looks at a quiet channel, so that each of those leads to one at the Homes. Milliseconds. */
const restMs = 420_000;

export function createHomeKeeper({ client, homes, access, people, policy, clock, log }: HomeKeeperDeps): HomeKeeper {
  const recorded = new Set<string>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  const empty = async (user: string) => {
    const { calendar, project } = policy;
    const facts = { person: { user }, own: [], incomplete: false, calendar, project, now: clock() };
    const { view } = show('homeView', facts, people.known(user)?.language ?? policy.teamLanguage);
    try {
      await client.views.publish({ user_id: user, view });
    } catch (error) {
      log.warn('home not emptied', { code: slackCode(error) ?? 'none' });
      // Slack said no: there is nobody to show it to any more.
      if (askAgainIn(error) !== undefined) return;
    }
    recorded.delete(user);
    await homes.remove(user);
  };
  const hasLeft = async (user: string) => {
    try {
      return !(await access.isResponder({ user, team: undefined }));
    } catch {
      return false;
    }
  };
  return {
    shows: async (user) => {
      if (recorded.has(user)) return;
      await homes.add(user);
      recorded.add(user);
    },
    keep: async () => {
      const now = clock().getTime();
      if (Math.abs(now - lookedAt) < restMs) return;
      lookedAt = now;
      try {
        for (const user of await homes.all()) if (await hasLeft(user)) await empty(user);
      } catch (error) {
        log.fail('homes not kept', error);
      }
    },
  };
}
