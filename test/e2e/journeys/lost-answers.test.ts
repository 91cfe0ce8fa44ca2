import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';

const second = 1000;

describe('while the answers of Slack get lost', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startRunningBot();
  });
  afterEach(async () => {
    await bot.stop();
  });
  /** Slack posts what the bot sends to this channel or thread, and its answer never arrives. */
  const loseAnswersOf = (which: Readonly<Record<string, unknown>>) =>
    bot.slack.faults.decide((method, args) =>
      method === 'chat.postMessage' && Object.entries(which).every(([key, value]) => args[key] === value)
        ? { kind: 'commit_then_drop' }
        : undefined,
    );

  test('a reporter is not sent copy after copy of a receipt', async () => {
    const { ana } = bot.people;
    const receipts = () => ana.directMessages().length;
    loseAnswersOf({ channel: ana.id });
    await ana.files();
    bot.commands.length = 0;
    for (let passed = 0; passed < 600; passed += 12) await bot.pass(12 * second);
    console.info(`answers lost for ten minutes: ${receipts()} receipts, ${bot.commands.length} database commands`);
    expect(receipts()).toBeGreaterThan(1);
    expect(receipts()).toBeLessThan(10);
    // Nor is the database asked again and again while nothing may be sent.
    expect(bot.commands.length).toBeLessThan(3000);
    bot.slack.faults.clear();
    await bot.pass(600 * second);
    const there = receipts();
    await bot.pass(600 * second);
    expect(receipts()).toBe(there);
  });

  test('a deleted card is replaced by one card, not by many', async () => {
    const { ana, bo } = bot.people;
    const id = await ana.files();
    const card = bot.card(id);
    bot.slack.world.messages.delete(card);
    loseAnswersOf({ channel: card.channel });
    await bo.command(`/vuln assign ${id} me`);
    for (let passed = 0; passed < 60; passed += 12) await bot.pass(12 * second);
    bot.slack.faults.clear();
    await bot.pass(600 * second);
    expect(bot.cards()).toHaveLength(1);
    expect(bot.card(id).ts).not.toBe(card.ts);
    expect(bot.thread(id)).toHaveLength(1);
  });

  test('a line is not posted twice, however long the thread is', async () => {
    const { ana, bo } = bot.people;
    const id = await ana.files();
    const { channel, ts } = bot.card(id);
    const line = { channel, threadTs: ts, author: sandbox.bot, broadcast: false, blocks: [] };
    for (let n = 0; n < 450; n += 1) bot.slack.world.messages.post({ ...line, text: `Line ${n}` }, bot.clock.now());
    loseAnswersOf({ thread_ts: ts });
    await bo.press('assignToMe', { on: id });
    bot.slack.faults.clear();
    expect(bot.thread(id)).toHaveLength(451);
    await bot.pass(60 * second);
    expect(bot.thread(id)).toHaveLength(451);
  });
});
