import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { directMessages, lastOf, wordsIn } from '../../support/what-is-shown.js';
import { file, idOn } from './filing.js';

const { ana, bo, mei } = sandbox;
const told = (bot: RunningBot, user: string) => directMessages(bot.slack, user).map(wordsIn);

test('somebody whose turn begins tomorrow hears today of a rung that lies before their hours', async () => {
  const rota = [
    { from: '2026-09-01', responder: mei },
    { from: '2026-09-28', responder: bo },
  ];
  const bot = await startRunningBot({ policy: { rota } });
  try {
    // Monday 09:00 in Shanghai is 06:30 where Bo lives: the hours before it ended on Sunday at 20:30, before the turn began.
    bot.slack.world.changePerson(bo, { tz: 'Asia/Kolkata' });
    const id = idOn(await file(bot, ana, 'Handed over at the weekend'));
    await bot.moveTo(new Date('2026-09-24T18:05:00+08:00'));
    expect(lastOf(told(bot, mei), 'reminder')).toContain(id);
    await bot.moveTo(new Date('2026-09-27T20:29:00+08:00'));
    expect(told(bot, bo)).toEqual([]);
    await bot.moveTo(new Date('2026-09-27T20:31:00+08:00'));
    expect(told(bot, bo)).toEqual([expect.stringContaining(id)]);
    await bot.moveTo(new Date('2026-09-28T09:01:00+08:00'));
    expect(told(bot, bo)).toHaveLength(1);
  } finally {
    await bot.stop();
  }
}, 60_000);

test('whoever is on duty and reports something is not named as the one who looks after it, nor reminded of it', async () => {
  const rota = [{ from: '2026-09-01', responder: mei, deputy: bo }];
  const bot = await startRunningBot({ policy: { rota } });
  try {
    const own = idOn(await file(bot, mei, 'Found by the one on duty'));
    const other = idOn(await file(bot, ana, 'Found by somebody else'));
    expect(told(bot, mei).join()).not.toContain('Mei Sandbox');
    await bot.moveTo(new Date('2026-09-23T14:30:00+08:00'));
    const reminder = (user: string) => lastOf(told(bot, user), 'reminder');
    expect(reminder(mei)).toContain(other);
    expect(reminder(mei)).not.toContain(own);
    expect(reminder(bo)).toContain(own);
    expect(reminder(bo)).not.toContain(other);
  } finally {
    await bot.stop();
  }
}, 60_000);
