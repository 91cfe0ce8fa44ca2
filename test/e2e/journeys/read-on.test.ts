import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import { startRunningBot } from '../../support/running-bot.js';
import { openModal, wordsIn } from '../../support/what-is-shown.js';
import { aForm, file } from './filing.js';

const { ana, bo, general } = sandbox;

test('what the first page of a report leaves out is on the next, and its reporter reads their own whole', async () => {
  const bot = await startRunningBot();
  try {
    const card = await file(bot, ana, 'Read page by page');
    const press = async (user: string, action: keyof typeof actions) => {
      await bot.slack.as(user).press({ view: openModal(bot.slack, user).id }, actions[action]);
      await bot.quiet();
      return wordsIn(openModal(bot.slack, user).content);
    };
    for (let n = 1; n <= 7; n += 1) {
      await bot.slack.as(bo).press({ message: card }, actions.more);
      await bot.quiet();
      await press(bo, 'addNote');
      await bot.slack.as(bo).submit(openModal(bot.slack, bo).id, { [inputs.message]: `Note number ${n}.` });
      await bot.quiet();
      for (const view of [...bot.slack.seenBy(bo).views].reverse()) await bot.slack.as(bo).close(view.id);
    }
    await bot.slack.as(bo).press({ message: card }, actions.show);
    await bot.quiet();
    const first = wordsIn(openModal(bot.slack, bo).content);
    expect(first).toContain('Page 1 of 2');
    expect(first).not.toContain('Note number 1.');
    const next = await press(bo, 'nextPage');
    for (let n = 1; n <= 7; n += 1) expect(next).toContain(`Note number ${n}.`);
    expect(await press(bo, 'previousPage')).toContain('Page 1 of 2');

    await bot.slack.as(ana).command(general, '/vuln mine');
    await bot.quiet();
    const own = await press(ana, 'readOwn');
    expect(own).toContain(aForm().verification);
    expect(own).not.toContain('Note number');
  } finally {
    await bot.stop();
  }
});
