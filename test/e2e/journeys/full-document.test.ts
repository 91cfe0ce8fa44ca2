import type { ReportEvent } from '../../../src/report/events.js';
import { evolve } from '../../../src/report/evolve.js';
import { sizeLimits } from '../../../src/report/history-size.js';
import type { ReportId } from '../../../src/report/report-id.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { openStore } from '../../../src/store/open-store.js';
import { quarantined } from '../../../src/store/quarantine.js';
import { until } from '../../support/bounded-poll.js';
import { fill } from '../../support/full-document.js';
import { type RunningBot, withBot } from '../../support/running-bot.js';
import { digests } from '../../support/screen.js';

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
      for (const id of others) expect(digests(bot.slack).join()).toContain(id);
      const later = await ana.files({ title: 'Filed after it' });
      expect(bot.card(later).text).toContain(later);
      await bot.pass(hour);
      const alarmsNow = () => bot.cards().filter(({ text }) => text.includes("can't process"));
      await until('the alarm', () => alarmsNow().length > 0);
      const alarms = alarmsNow();
      expect(alarms.map(({ text }) => text.includes(full))).toEqual([true]);
      expect(JSON.stringify(alarms)).not.toContain('Grown too large');
      expect(await quarantined(bot.database.db)).toEqual([{ id: full, why: 'failed' }]);
      expect(bot.logged.some((line) => line.includes('set aside') && line.includes(full))).toBe(true);
      await bot.pass(24 * hour);
      expect(alarmsNow().length).toBeLessThanOrEqual(25);
    }),
  60_000,
);

test('a reporter who has written all that fits is told so, and where else to write; the team goes on', () =>
  withBot({ policy: { contact: 'security@example.org' } }, async (bot) => {
    const { ana, bo } = bot.people;
    const id = await ana.files();
    await replied(bot, id, sizeLimits.reporter - 24_000);
    await ana.command('/vuln mine');
    await ana.press('addInformation', { of: id });
    expect(ana.modalText()).toContain('This report is almost full.');
    const text = '漢'.repeat(3000);
    expect(await ana.submit({ [inputs.message]: text })).toEqual({});
    await ana.closeAll();
    await ana.command('/vuln mine');
    await ana.press('addInformation', { of: id });
    await ana.submit({ [inputs.message]: `More: ${text.slice(10)}` });
    await ana.press('addInformation', { of: id });
    const errors = await ana.submit({ [inputs.message]: text });
    // The form stays as it is, with every character in it.
    expect(errors).toEqual({ [inputs.message]: expect.stringContaining('security@example.org') });
    expect(ana.typed(inputs.message)).toBe(text);
    await bo.press('acknowledge', { on: id });
    expect(await bo.submit()).toEqual({});
  }));

/** Stores a reply of so many bytes, as if it had been written over days. */
async function replied(bot: RunningBot, id: ReportId, bytes: number): Promise<void> {
  const { store: where, keyring: ring } = bot.config;
  const store = await openStore({ ...where, ring });
  try {
    const found = await store.reports.find(id);
    if (found?.report.reporter.kind !== 'slack') throw new Error('it was filed on Slack');
    const by = { kind: 'person', person: found.report.reporter.person } as const;
    const reply: ReportEvent = {
      type: 'ReporterWrote',
      at: bot.clock.now(),
      by,
      purpose: 'answer',
      text: 'x'.repeat(bytes),
    };
    await store.reports.save(found, [reply], evolve(found.report, reply), found.duties, bot.clock.now());
  } finally {
    await store.close();
  }
  await bot.quiet();
}
