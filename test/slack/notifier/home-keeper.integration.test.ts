import { WebClient } from '@slack/web-api';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { startSlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import { createHomeKeeper } from '../../../src/slack/notifier/home-keeper.js';
import { createSecurityChannel } from '../../../src/slack/notifier/security-channel.js';
import { createAccess } from '../../../src/slack/workspace/access.js';
import { createPeople } from '../../../src/slack/workspace/people.js';
import { policy } from '../../handling/situations.js';

const { bot, home, mei, securityChannel } = sandbox;
const began = new Date('2026-09-22T10:00:00+08:00').getTime();
const minuteMs = 60_000;

test.each([0, 1, 59])(
  'whoever leaves while nothing is posted has an empty Home within ten minutes (%i s after a look)',
  async (seconds) => {
    const world = sandboxWorld();
    let now = began;
    // Each look at the clock takes a while, as calls to Slack do.
    const clock = () => {
      now += 15;
      return new Date(now);
    };
    const secrets = { botToken: 'xoxb-test', appToken: 'xapp-test', signingSecret: '0123456789abcdef' };
    const slack = await startSlackEmulator({ world, ...secrets, clock });
    try {
      const client = new WebClient('xoxb-test', { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
      const log = { note: () => undefined, warn: () => undefined, fail: () => '' };
      const own = { team: home };
      const people = createPeople({ client, own, clock });
      const access = createAccess({ client, people, own, channel: securityChannel, leads: [], clock });
      const shown = new Set<string>();
      const homes = {
        add: async (user: string) => void shown.add(user),
        all: async () => [...shown],
        remove: async (user: string) => void shown.delete(user),
      };
      const keeper = createHomeKeeper({ client, homes, access, people, policy, clock, log });
      const channel = createSecurityChannel({
        client,
        people,
        channel: securityChannel,
        self: bot,
        apps: [],
        leads: async () => [],
        rateLimits: { pass: async () => undefined },
        teamLanguage: 'en',
        clock,
        log,
        looked: keeper.keep,
      });
      await keeper.shows(mei);
      await channel.check();
      now += seconds * 1000;
      world.leave(securityChannel, mei);
      const left = now;
      for (let tick = began + minuteMs; tick - left <= 10 * minuteMs; tick += minuteMs) {
        now = Math.max(now, tick);
        await channel.check();
      }
      expect([...shown]).toEqual([]);
      expect(slack.seenBy(mei).home).toBeDefined();
    } finally {
      await slack.stop();
    }
  },
);
