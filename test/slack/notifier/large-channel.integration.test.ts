import { WebClient } from '@slack/web-api';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import { createWorld, type World } from '../../../src/sandbox/world.js';
import { examineSlack } from '../../../src/slack/notifier/examine-slack.js';
import { createSecurityChannel, type SecurityChannel } from '../../../src/slack/notifier/security-channel.js';
import { createPeople } from '../../../src/slack/workspace/people.js';

const { bot, home, securityChannel } = sandbox;
const members = 656;
/** What Slack answers in a minute: a hundred users.info, to one app in one workspace. */
const aMinute = 100;

describe('a security channel of 656 members, under the rate limit of users.info', () => {
  let now = new Date('2026-09-22T10:00:00+08:00');
  let slack: SlackEmulator;
  let world: World;
  let channel: SecurityChannel;
  const asked: number[] = [];
  const many = Array.from({ length: members - 1 }, (_, n) => `U0MANY${n}`);

  beforeAll(async () => {
    const plain = sandboxWorld();
    const more = many.map((id) => ({ ...plain.person(sandbox.ana), id, name: id.toLowerCase(), team: home }));
    world = createWorld({
      home: plain.home,
      otherTeams: [plain.team(sandbox.elsewhere)],
      app: plain.app(),
      people: [...plain.people(), ...more],
      channels: plain
        .channels()
        .map((one) => (one.id === securityChannel ? { ...one, members: [bot, sandbox.bo, ...many] } : one)),
    });
    const secrets = { botToken: 'xoxb-test', appToken: 'xapp-test', signingSecret: '0123456789abcdef' };
    slack = await startSlackEmulator({ world, ...secrets, clock: () => now });
    slack.faults.decide((method) => {
      if (method !== 'users.info') return undefined;
      const lately = asked.filter((at) => now.getTime() - at < 60_000).length;
      if (lately >= aMinute) return { kind: 'rate_limited', retryAfter: 30 };
      asked.push(now.getTime());
      return undefined;
    });
    const client = new WebClient('xoxb-test', {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
    const log = { note: () => undefined, warn: () => undefined, fail: () => '' };
    channel = createSecurityChannel({
      client,
      people: createPeople({ client, own: { team: home }, clock: () => now }),
      channel: securityChannel,
      self: bot,
      apps: [],
      leads: async () => [],
      rateLimits: { pass: async () => undefined },
      teamLanguage: 'en',
      clock: () => now,
      log,
      looked: async () => undefined,
    });
  });
  afterAll(async () => {
    await slack.stop();
  });
  const after = async (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
    return await channel.state();
  };

  test('is unknown, never unsafe, until Slack has told of everybody, and then safe', async () => {
    const states = [];
    for (let minute = 0; minute < 14; minute += 1) states.push(await after(60));
    expect([...new Set(states)]).toEqual(['unknown', 'safe']);
    expect(states.at(-1)).toBe('safe');
  }, 30_000);

  test('stays safe for twenty minutes, within the limit', async () => {
    const states = new Set<string>();
    const before = asked.length;
    for (let look = 0; look < 40; look += 1) states.add(await after(30));
    expect([...states]).toEqual(['safe']);
    expect(asked.length - before).toBeLessThan(20 * aMinute);
  }, 60_000);

  test('is unsafe at the next look when a guest joins', async () => {
    world.join(securityChannel, sandbox.guo);
    expect(await after(6)).toBe('unsafe');
    world.leave(securityChannel, sandbox.guo);
    expect(await after(6)).toBe('safe');
  });

  test('which doctor can only begin to look at, and says so', async () => {
    asked.length = 0;
    const exam = await examineSlack({
      ...{ botToken: 'xoxb-test', apiUrl: slack.apiUrl, clock: () => now },
      ...{ security: securityChannel, others: [], apps: [], named: [] },
    });
    expect(exam.channels).toMatchObject({ security: [], unseen: members - 80 });
  });

  test('is looked at again after five seconds, once however many ask', async () => {
    const looks = () => slack.requests.filter(({ method }) => method === 'conversations.info').length;
    const before = looks();
    await Promise.all(Array.from({ length: 20 }, () => after(0)));
    expect(looks()).toBe(before);
    now = new Date(now.getTime() + 5000);
    await Promise.all(Array.from({ length: 20 }, () => channel.state()));
    expect(looks()).toBe(before + 1);
    expect(await after(4)).toBe('safe');
    expect(looks()).toBe(before + 1);
  });
});
