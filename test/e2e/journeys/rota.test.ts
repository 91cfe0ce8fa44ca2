import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { startRunningBot } from '../../support/running-bot.js';

test('a reminder due before the hours of the next person on duty reaches them the evening before their turn', async () => {
  const rota = [
    { from: '2026-09-01', responder: sandbox.mei },
    { from: '2026-09-28', responder: sandbox.bo },
  ];
  const bot = await startRunningBot({ policy: { rota } });
  const { ana, bo, mei } = bot.people;
  try {
    // Monday 09:00 in Shanghai is 06:30 where Bo lives: the hours before it ended on Sunday at 20:30, before the turn began.
    bot.slack.world.changePerson(bo.id, { tz: 'Asia/Kolkata' });
    const id = await ana.files({ title: 'Handed over at the weekend' });
    await bot.moveTo(new Date('2026-09-24T18:05:00+08:00'));
    expect(mei.lastDirectMessage()).toContain(id);
    await bot.moveTo(new Date('2026-09-27T20:29:00+08:00'));
    expect(bo.directMessages()).toEqual([]);
    await bot.moveTo(new Date('2026-09-27T20:31:00+08:00'));
    expect(bo.directMessages()).toEqual([expect.stringContaining(id)]);
    await bot.moveTo(new Date('2026-09-28T09:01:00+08:00'));
    expect(bo.directMessages()).toHaveLength(1);
  } finally {
    await bot.stop();
  }
}, 60_000);

test('a report by the person on duty goes to their deputy: neither its receipt nor a reminder names them', async () => {
  const rota = [{ from: '2026-09-01', responder: sandbox.mei, deputy: sandbox.bo }];
  const bot = await startRunningBot({ policy: { rota } });
  const { ana, bo, mei } = bot.people;
  try {
    const own = await mei.files({ title: 'Found by the one on duty' });
    const other = await ana.files({ title: 'Found by somebody else' });
    expect(mei.directMessages().join()).not.toContain('Mei Sandbox');
    await bot.moveTo(new Date('2026-09-23T14:30:00+08:00'));
    expect(mei.lastDirectMessage()).toContain(other);
    expect(mei.lastDirectMessage()).not.toContain(own);
    expect(bo.lastDirectMessage()).toContain(own);
    expect(bo.lastDirectMessage()).not.toContain(other);
  } finally {
    await bot.stop();
  }
}, 60_000);
