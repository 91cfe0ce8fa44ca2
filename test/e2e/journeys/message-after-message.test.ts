import { inputs } from '../../../src/slack/views/inputs.js';
import { startRunningBot } from '../../support/running-bot.js';

/** Slack stacks at most three modals. */
const mostModals = 3;

test('a reporter sends one message after another from My reports, and the modals never stack too high', async () => {
  const bot = await startRunningBot();
  const { ana } = bot.people;
  try {
    await ana.files();
    await ana.command('/vuln mine');
    for (const nth of ['one', 'two', 'three', 'four']) {
      await ana.press('addInformation');
      await ana.submit({ [inputs.message]: `Reply ${nth}` });
      expect(ana.modals().length).toBeLessThanOrEqual(mostModals);
    }
    expect(bot.thread()).toHaveLength(4);
  } finally {
    await bot.stop();
  }
});
