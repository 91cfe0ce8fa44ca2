import { quarantined } from '../../../src/store/quarantine.js';
import { fill } from '../../support/full-document.js';
import { withBot } from '../../support/running-bot.js';

const hour = 3_600_000;

test(
  'a report that has no room left stops no other: they get their reminders and cards, and the team is told which it is',
  () =>
    withBot({}, async (bot) => {
      const { ana } = bot.people;
      const full = await ana.files({ title: 'Grown too large' });
      const others = [];
      for (let n = 0; n < 5; n += 1) others.push(await ana.files({ title: `In order ${n}` }));
      await fill(bot.database.db, full, 20);
      await bot.moveTo(new Date('2026-09-24T18:30:00+08:00'));
      for (const id of others) expect(bot.thread(id).length).toBeGreaterThan(0);
      const later = await ana.files({ title: 'Filed after it' });
      expect(bot.card(later).text).toContain(later);
      await bot.pass(hour);
      const alarms = bot.cards().filter(({ text }) => text.includes("can't work on"));
      expect(alarms.map(({ text }) => text.includes(full))).toEqual([true]);
      expect(JSON.stringify(alarms)).not.toContain('Grown too large');
      expect(await quarantined(bot.database.db)).toEqual([full]);
      expect(bot.logged.some((line) => line.includes('set aside') && line.includes(full))).toBe(true);
      await bot.pass(24 * hour);
      expect(bot.cards().filter(({ text }) => text.includes("can't work on")).length).toBeLessThanOrEqual(25);
    }),
  60_000,
);
