import { createApp } from '../../src/app.js';
import { deadlinesOf } from '../../src/deadline/deadlines.js';
import { rungNumbered } from '../../src/deadline/ladder.js';
import { createLog } from '../../src/ops/log.js';
import { openStore } from '../../src/store/open-store.js';
import { startRunningBot } from '../support/running-bot.js';
import { digests } from '../support/screen.js';

test('after an outage that spans two reminders only the latest is sent, once to the responder, and to the channel of what nobody has', async () => {
  const bot = await startRunningBot();
  const { uri, database } = bot.config.store;
  const store = await openStore({ uri, database, ring: bot.config.keyring });
  const again = createApp(bot.config, { clock: bot.clock.now, log: createLog('error') });
  try {
    const { ana, wen } = bot.people;
    const id = await ana.files({ title: 'The bot is away while time passes' });
    await wen.press('assignToMe', { on: id });
    const unassigned = await ana.files({ title: 'Nobody has this one' });
    const before = { messages: wen.directMessages().length };
    const [tracked] = (await store.reports.list({ limit: 1 })).reports;
    const [deadline] = tracked === undefined ? [] : deadlinesOf(tracked.report, bot.policy);
    if (deadline === undefined) throw new Error('the report has no deadline');
    await bot.app.stop();
    bot.clock.moveTo(new Date(rungNumbered(deadline, bot.policy, 3).at.getTime() + 60_000));
    await again.start();
    await again.idle();
    await bot.slack.settled();
    expect(wen.directMessages().slice(before.messages)).toEqual([expect.stringContaining(id)]);
    expect(digests(bot.slack)).toEqual([expect.stringContaining(unassigned)]);
  } finally {
    await again.stop();
    await bot.stop();
    await store.close();
  }
}, 60_000);
