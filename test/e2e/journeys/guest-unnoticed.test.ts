import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { startRunningBot } from '../../support/running-bot.js';
import { aForm, cardsOn, file, openFormOf, valuesOf } from './filing.js';

const { ana, mei, wen } = sandbox;
const seconds = 1000;

test('a member who becomes a guest is seen within a minute, though Slack fails while the channel is looked at', async () => {
  const bot = await startRunningBot();
  try {
    const { slack, clock } = bot;
    const pass = (ms: number) => bot.moveTo(new Date(clock.now().getTime() + ms));
    await file(bot, ana, 'Before anything went wrong');
    // Each look at the members learns who Wen is, and nothing of Mei.
    slack.faults.decide((method, { user }) =>
      method === 'users.info' && user === mei ? { kind: 'error', code: 'internal_error' } : undefined,
    );
    await pass(120 * seconds);
    const form = await openFormOf(bot, ana);
    await slack.as(ana).submit(form.id, valuesOf(aForm()));
    await bot.quiet();
    const infos = () =>
      slack.requests.filter(({ method, args }) => method === 'users.info' && args.user === wen).length;
    const before = infos();
    await pass(10 * seconds);
    expect(infos()).toBeGreaterThan(before);
    slack.world.changePerson(wen, { role: 'guest' });
    slack.faults.clear();
    await pass(300 * seconds);
    expect(cardsOn(slack)).toHaveLength(1);
    slack.world.changePerson(wen, { role: 'member' });
    await pass(120 * seconds);
    expect(cardsOn(slack)).toHaveLength(2);
  } finally {
    await bot.stop();
  }
}, 60_000);
