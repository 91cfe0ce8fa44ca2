import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { lastOf, openModal, threadOf } from '../../support/what-is-shown.js';
import { cardsOn, file } from './filing.js';

const { ana, general } = sandbox;

describe('a reporter who has much to say', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot();
  });
  afterAll(async () => {
    await bot.stop();
  });

  test('writes one letter after the other from My reports, however many modals lie on each other', async () => {
    await file(bot, ana, 'There is more and more of it');
    const hands = bot.slack.as(ana);
    await hands.command(general, '/vuln mine');
    await bot.quiet();
    for (const letter of ['one', 'two', 'three', 'four']) {
      await hands.press({ view: openModal(bot.slack, ana).id }, actions.addInformation);
      await bot.quiet();
      const form = openModal(bot.slack, ana);
      await hands.submit(form.id, { [inputs.message]: `Reply ${letter}` });
      await bot.quiet();
      expect(bot.slack.seenBy(ana).views.length).toBeLessThanOrEqual(3);
    }
    expect(threadOf(bot.slack, lastOf(cardsOn(bot.slack), 'card'))).toHaveLength(4);
  });
});
