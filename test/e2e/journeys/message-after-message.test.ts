import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import { startRunningBot, type RunningBot } from '../../support/running-bot.js';
import { lastOf, openModal, threadOf } from '../../support/what-is-shown.js';
import { cardsOn, file } from './filing.js';

const { ana, general } = sandbox;

describe('a reporter who has much to say', () => {
  let desk: RunningBot;
  beforeAll(async () => {
    desk = await startRunningBot();
  });
  afterAll(async () => {
    await desk.stop();
  });

  test('writes one letter after the other from My reports, however many modals lie on each other', async () => {
    await file(desk, ana, 'There is more and more of it');
    const hands = desk.slack.as(ana);
    await hands.command(general, '/vuln mine');
    await desk.quiet();
    for (const letter of ['one', 'two', 'three', 'four']) {
      await hands.press({ view: openModal(desk.slack, ana).id }, actions.addInformation.id);
      await desk.quiet();
      const form = openModal(desk.slack, ana);
      await hands.submit(form.id, { [inputs.message]: `Reply ${letter}` });
      await desk.quiet();
      expect(desk.slack.seenBy(ana).views.length).toBeLessThanOrEqual(3);
    }
    expect(threadOf(desk.slack, lastOf(cardsOn(desk.slack), 'card'))).toHaveLength(4);
  });
});
