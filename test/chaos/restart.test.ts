import { createApp } from '../../src/app.js';
import { deadlinesOf } from '../../src/deadline/deadlines.js';
import { rungNumbered } from '../../src/deadline/ladder.js';
import { createLog } from '../../src/ops/log.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { openStore } from '../../src/store/open-store.js';
import { file } from '../e2e/journeys/filing.js';
import { startRunningBot } from '../support/running-bot.js';
import { directMessages, threadOf, textIn } from '../support/screen.js';

test('after an outage over two reminders only the latest is said, once, to the room and to the responder', async () => {
  const bot = await startRunningBot();
  const { uri, database } = bot.config.store;
  const store = await openStore({ uri, database, ring: bot.config.keyring });
  const again = createApp(bot.config, { clock: bot.clock.now, log: createLog('error') });
  try {
    const card = await file(bot, sandbox.ana, 'The bot is away while time passes');
    await bot.slack.as(sandbox.wen).press({ message: card }, 'assign_to_me');
    await bot.quiet();
    const before = { lines: threadOf(bot.slack, card).length, told: directMessages(bot.slack, sandbox.wen).length };
    const [tracked] = await store.reports.list({ limit: 1 });
    const [deadline] = tracked === undefined ? [] : deadlinesOf(tracked.report, bot.policy);
    if (deadline === undefined) throw new Error('the report has no deadline');
    await bot.app.stop();
    bot.clock.moveTo(new Date(rungNumbered(deadline, bot.policy, 3).at.getTime() + 60_000));
    await again.start();
    await again.idle();
    await bot.slack.settled();
    const lines = threadOf(bot.slack, card).slice(before.lines);
    const told = directMessages(bot.slack, sandbox.wen).slice(before.told);
    expect(lines.map(({ metadata }) => metadata?.event_payload.key)).toEqual([
      expect.stringMatching(/^VR-.*\/acknowledge_1\/3$/),
    ]);
    expect(told).toHaveLength(1);
    expect(told.map(textIn).join()).toContain(tracked?.report.id);
  } finally {
    await again.stop();
    await bot.stop();
    await store.close();
  }
}, 60_000);
