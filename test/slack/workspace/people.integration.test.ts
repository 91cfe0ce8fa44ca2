import { WebClient } from '@slack/web-api';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import { createAccess } from '../../../src/slack/workspace/access.js';
import { createPeople } from '../../../src/slack/workspace/people.js';

const { ana, bo, mei, wen } = sandbox;

describe('people', () => {
  let slack: SlackEmulator;
  let now = new Date('2026-09-22T10:00:00+08:00');
  beforeAll(async () => {
    const secrets = { botToken: 'xoxb-test', appToken: 'xapp-test', signingSecret: '0123456789abcdef' };
    slack = await startSlackEmulator({ world: sandboxWorld(), ...secrets, clock: () => now });
  });
  afterAll(async () => {
    await slack.stop();
  });
  const asked = () => slack.requests.filter(({ method }) => method === 'users.info').length;
  const among = (most?: number) =>
    createPeople({
      client: new WebClient('xoxb-test', { slackApiUrl: slack.apiUrl }),
      own: { team: sandbox.home },
      clock: () => now,
      ...(most === undefined ? {} : { most }),
    });

  test('are asked about again when what is known is too old, and not before', async () => {
    const people = among();
    const before = asked();
    expect(await people.profile(mei, 60)).toMatchObject({ user: mei, language: 'zh', standing: 'ours' });
    now = new Date(now.getTime() + 59_000);
    await people.profile(mei, 60);
    expect(asked()).toBe(before + 1);
    now = new Date(now.getTime() + 1000);
    await people.profile(mei, 60);
    expect(asked()).toBe(before + 2);
  });

  test('whom Slack does not know are nobody, and are not asked about again and again', async () => {
    const people = among();
    const before = asked();
    expect(await people.profile('U0NOBODY', 60)).toBeUndefined();
    expect(await people.profile('U0NOBODY', 60)).toBeUndefined();
    expect(asked()).toBe(before + 1);
  });

  test('of whom Slack does not tell just now are an error, and not nobody', async () => {
    const people = among();
    slack.faults.next('users.info', { kind: 'error', code: 'internal_error' });
    await expect(people.profile(mei, 60)).rejects.toThrow();
    expect(await people.profile(mei, 60)).toMatchObject({ user: mei });
  });

  test('whom many ask about together are asked about once, and so are the members of the security channel', async () => {
    const client = new WebClient('xoxb-test', { slackApiUrl: slack.apiUrl });
    const own = { team: sandbox.home };
    const clock = () => now;
    const channel = sandbox.securityChannel;
    const access = createAccess({ client, people: among(), own, channel, leads: [], clock });
    const from = slack.requests.length;
    const team = sandbox.home;
    const asking = [mei, mei, bo, ana, mei, bo].map((user) => access.isResponder({ user, team }));
    expect(await Promise.all(asking)).toEqual([true, true, true, false, true, true]);
    const methods = slack.requests.slice(from).map(({ method, args }) => `${method} ${String(args.user ?? '')}`.trim());
    expect(methods.toSorted()).toEqual(
      ['conversations.members', ...[ana, bo, mei].map((user) => `users.info ${user}`)].toSorted(),
    );
  });

  test('are forgotten, whoever was asked about longest ago first, when there are too many', async () => {
    const people = among(3);
    for (const user of [mei, bo, wen]) await people.profile(user, 60);
    now = new Date(now.getTime() + 61_000);
    await people.profile(mei, 60);
    await people.profile(ana, 60);
    expect([mei, bo, wen, ana].map((user) => people.known(user)?.user)).toEqual([mei, undefined, wen, ana]);
  });
});
