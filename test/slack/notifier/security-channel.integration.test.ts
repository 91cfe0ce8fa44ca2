import { WebClient } from '@slack/web-api';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import { createSecurityChannel } from '../../../src/slack/notifier/security-channel.js';
import { createPeople } from '../../../src/slack/workspace/people.js';

const { bot, home, securityChannel, solo } = sandbox;

describe('another app in the security channel', () => {
  let slack: SlackEmulator;
  beforeAll(async () => {
    const world = sandboxWorld();
    world.changePerson(solo, { role: 'bot' });
    world.join(securityChannel, solo);
    const secrets = { botToken: 'xoxb-test', appToken: 'xapp-test', signingSecret: '0123456789abcdef' };
    slack = await startSlackEmulator({ world, ...secrets, clock: () => new Date() });
  });
  afterAll(() => slack.stop());

  const stateWhen = async (apps: readonly string[]) => {
    const client = new WebClient('xoxb-test', { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
    const clock = () => new Date();
    return await createSecurityChannel({
      client,
      people: createPeople({ client, own: { team: home }, clock }),
      channel: securityChannel,
      self: bot,
      apps,
      leads: async () => [],
      rateLimits: { pass: async () => undefined },
      teamLanguage: 'en',
      clock,
      log: { note: () => undefined, warn: () => undefined, fail: () => '' },
      looked: async () => undefined,
    }).state();
  };

  test.each([
    ['that nobody named makes it unsafe', [], 'unsafe'],
    ['beside one that is named makes it unsafe', ['U0OTHERAPP'], 'unsafe'],
    ['that the policy names leaves it safe', [solo], 'safe'],
  ])('%s', async (_, apps, state) => {
    expect(await stateWhen(apps)).toBe(state);
  });
});
