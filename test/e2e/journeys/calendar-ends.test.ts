import { inEveryLanguage } from '../../../src/report/languages.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { until } from '../../support/bounded-poll.js';
import { startRunningBot } from '../../support/running-bot.js';
import { postsSeenBy, textIn } from '../../support/screen.js';
import { startSecondReplica } from '../../support/second-replica.js';

test('the security channel is warned twice, each time once, that holidays are known only until the end of the year', async () => {
  const bot = await startRunningBot({ start: new Date('2026-11-01T10:00:00+08:00') });
  try {
    const warnings = () => postsSeenBy(bot.slack, sandbox.mei, sandbox.securityChannel).map(textIn);
    await until('the warning', () => warnings().length > 0);
    const inNovember = expect.stringContaining('until Thu 31 Dec 2026, for 60 more days');
    expect(warnings()).toEqual([inNovember]);

    // Each replica looks when it starts. The second one says nothing, and has a report's card posted meanwhile.
    const startAnother = async () => {
      const another = await startSecondReplica(bot);
      try {
        const id = await bot.people.ana.files();
        await another.quiet();
        return expect.stringContaining(id);
      } finally {
        await another.stop();
      }
    };
    const card = await startAnother();
    expect(warnings()).toEqual([inNovember, card]);
    bot.clock.moveTo(new Date('2026-12-20T10:00:00+08:00'));
    await startAnother();
    await until('the second warning', () => warnings().some((text) => text.includes('for 11 more days')));

    // What was promised beyond the calendar moves once the holidays are known, and its reporter is told, as the receipt says.
    bot.clock.moveTo(new Date('2026-12-30T10:00:00+08:00'));
    const late = await bot.people.ana.files();
    expect(bot.people.ana.lastDirectMessage()).toContain("If it does, we'll tell you.");
    await bot.app.stop();
    const { calendar } = bot.policy;
    const holidays = new Map(calendar.holidays).set('2027-01-01', inEveryLanguage('New Year'));
    const known = { revision: 'another', calendar: { ...calendar, holidays, coversUntil: '2027-12-31' } };
    const third = await startSecondReplica(bot, known);
    try {
      await third.quiet();
      const told = bot.people.ana.lastDirectMessage();
      expect(told).toContain(`The date we promised you for ${late} has changed.`);
      expect(told).toContain('Fri 1 Jan (New Year)');
      expect(told).toMatch(/We'll reply by <!date\^\S+ \{time\}\|Mon 4 Jan, 18:00/);
      expect(bot.thread(late).map(textIn).join()).toContain("we've told the reporter");
    } finally {
      await third.stop();
    }
  } finally {
    await bot.stop();
  }
});
