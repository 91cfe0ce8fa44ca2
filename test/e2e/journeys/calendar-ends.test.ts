import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { until } from '../../support/bounded-poll.js';
import { startRunningBot } from '../../support/running-bot.js';
import { postsSeenBy, textIn } from '../../support/screen.js';
import { startSecondReplica } from '../../support/second-replica.js';

test('the security channel is warned once that holidays are known only until the end of the year', async () => {
  const bot = await startRunningBot({ start: new Date('2026-12-20T10:00:00+08:00') });
  try {
    const warnings = () => postsSeenBy(bot.slack, sandbox.mei, sandbox.securityChannel).map(textIn);
    await until('the warning', () => warnings().length > 0);
    expect(warnings()).toEqual([expect.stringContaining('until Thu 31 Dec 2026, for 11 more days')]);

    // Another replica says nothing, and has a report's card posted meanwhile.
    const second = await startSecondReplica(bot);
    try {
      const id = await bot.people.ana.files();
      await second.quiet();
      expect(warnings()).toEqual([expect.anything(), expect.stringContaining(id)]);
    } finally {
      await second.stop();
    }
  } finally {
    await bot.stop();
  }
});
