import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/ids.js';
import { directMessages, openModal, threadOf } from '../../support/what-is-shown.js';
import { aForm, cardsOn, file, idOn, openFormOf, valuesOf } from './filing.js';
import { startRemedyDesk } from './remediation-steps.js';

const { ana, bo, general } = sandbox;
const second = 1000;

describe('a Slack whose answers get lost', () => {
  test('does not make the bot fill a direct channel with copies of a receipt', async () => {
    const { bot, stop } = await startRemedyDesk();
    try {
      const receipts = () => directMessages(bot.slack, ana).length;
      const view = await openFormOf(bot, ana);
      bot.slack.faults.decide((method, { channel }) =>
        method === 'chat.postMessage' && channel === ana ? { kind: 'commit_then_drop' } : undefined,
      );
      await bot.slack.as(ana).submit(view.id, valuesOf(aForm()));
      await bot.quiet();
      await bot.slack.as(ana).close(openModal(bot.slack, ana).id);
      for (let passed = 0; passed < 600; passed += 6)
        await bot.moveTo(new Date(bot.clock.now().getTime() + 6 * second));
      console.info(`answers lost for ten minutes: ${receipts()} receipts`);
      expect(receipts()).toBeGreaterThan(1);
      expect(receipts()).toBeLessThan(10);
      bot.slack.faults.clear();
      await bot.moveTo(new Date(bot.clock.now().getTime() + 600 * second));
      const there = receipts();
      await bot.moveTo(new Date(bot.clock.now().getTime() + 600 * second));
      expect(receipts()).toBe(there);
    } finally {
      await stop();
    }
  });

  test('does not put up one card after another in place of one that somebody removed', async () => {
    const { bot, stop } = await startRemedyDesk();
    try {
      const card = await file(bot, ana, 'The card was removed');
      bot.slack.world.messages.delete(card);
      bot.slack.faults.decide((method, { channel }) =>
        method === 'chat.postMessage' && channel === card.channel ? { kind: 'commit_then_drop' } : undefined,
      );
      await bot.slack.as(bo).command(general, `/vuln assign ${idOn(card)} me`);
      await bot.quiet();
      for (let passed = 0; passed < 60; passed += 6) await bot.moveTo(new Date(bot.clock.now().getTime() + 6 * second));
      bot.slack.faults.clear();
      await bot.moveTo(new Date(bot.clock.now().getTime() + 600 * second));
      const [found, ...more] = cardsOn(bot.slack);
      expect(more).toEqual([]);
      expect(found?.ts).not.toBe(card.ts);
      expect(found && threadOf(bot.slack, found)).toHaveLength(1);
    } finally {
      await stop();
    }
  });

  test('does not say a line twice in a thread that is long', async () => {
    const { bot, stop } = await startRemedyDesk();
    try {
      const card = await file(bot, ana, 'A long conversation');
      const { channel, ts } = card;
      const said = { channel, threadTs: ts, author: sandbox.bot, broadcast: false, blocks: [] };
      for (let n = 0; n < 450; n += 1) bot.slack.world.messages.post({ ...said, text: `Line ${n}` }, bot.clock.now());
      const lines = () => threadOf(bot.slack, card).length;
      const before = lines();
      bot.slack.faults.decide((method, args) =>
        method === 'chat.postMessage' && args.thread_ts === ts ? { kind: 'commit_then_drop' } : undefined,
      );
      await bot.slack.as(bo).press({ message: card }, actions.assignToMe);
      await bot.quiet();
      bot.slack.faults.clear();
      expect(lines()).toBe(before + 1);
      await bot.moveTo(new Date(bot.clock.now().getTime() + 60 * second));
      expect(lines()).toBe(before + 1);
    } finally {
      await stop();
    }
  });
});
