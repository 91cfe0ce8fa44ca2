import { until } from '../../support/bounded-poll.js';
import { withBot } from '../../support/running-bot.js';
import { digests, lastOf } from '../../support/screen.js';

test('a report that somebody muted in the database is alarmed by its id, shown as such, and the others go on', () =>
  withBot({ seams: { inspectMs: 50 } }, async (bot) => {
    const { ana, bo } = bot.people;
    const [muted, other] = [await ana.files({ title: 'Muted from outside' }), await ana.files()];
    await bot.quiet();
    const reports = bot.database.db.collection<{ _id: string }>('reports');
    await reports.updateOne({ _id: muted }, { $unset: { wakeAt: '' }, $set: { noticesFrom: new Date('2099-01-01') } });
    const alarms = () => bot.cards().filter(({ text }) => text.includes('changed') && text.includes(muted));
    await until('the team is told', () => alarms().length === 1);
    expect(JSON.stringify(alarms())).not.toContain('Muted from outside');
    await bo.command('/vuln list');
    expect(bo.modalText()).toContain(`${muted} can't be shown. Someone changed it in the database.`);
    expect(bo.modalText()).toContain(other);
    await ana.command('/vuln mine');
    expect(ana.modalText()).toContain("Some reports can't be shown right now.");
    expect(ana.modalText()).toContain(other);
    expect(await bo.home()).toContain(other);
    await bot.moveTo(new Date('2026-09-24T18:30:00+08:00'));
    expect(lastOf(digests(bot.slack), 'digest')).toContain(other);
  }));
