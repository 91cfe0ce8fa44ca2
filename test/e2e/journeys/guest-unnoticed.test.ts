import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { startRunningBot } from '../../support/running-bot.js';

const { mei, wen } = sandbox;
const seconds = 1000;

test('a member who becomes a guest is noticed within a minute, even while Slack answers only half of the questions', async () => {
  const bot = await startRunningBot();
  const { ana } = bot.people;
  try {
    const { slack } = bot;
    await ana.files({ title: 'Before anything went wrong' });
    // Each look at the members learns who Wen is, and nothing of Mei.
    slack.faults.decide((method, { user }) =>
      method === 'users.info' && user === mei ? { kind: 'error', code: 'internal_error' } : undefined,
    );
    await bot.pass(120 * seconds);
    await ana.files({ title: 'Filed while Slack fails' });
    const looksAtWen = () =>
      slack.requests.filter(({ method, args }) => method === 'users.info' && args.user === wen).length;
    const before = looksAtWen();
    await bot.pass(60 * seconds);
    expect(looksAtWen()).toBeGreaterThan(before);

    slack.world.changePerson(wen, { role: 'guest' });
    await bot.pass(60 * seconds);
    slack.faults.clear();
    await bot.pass(300 * seconds);
    expect(bot.cards()).toHaveLength(1);

    slack.world.changePerson(wen, { role: 'member' });
    await bot.pass(120 * seconds);
    expect(bot.cards()).toHaveLength(2);
  } finally {
    await bot.stop();
  }
}, 60_000);
