import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { startRunningBot, type RunningBot } from '../../support/running-bot.js';
import { directMessages, lastOf, wordsIn } from '../../support/what-is-shown.js';
import { file, idOn } from './filing.js';

const { ana, bo, mei } = sandbox;
const told = (desk: RunningBot, user: string) => directMessages(desk.slack, user).map(wordsIn);

test('somebody whose turn begins tomorrow hears today of a rung that lies before their hours', async () => {
  const rota = [
    { from: '2026-09-01', responder: mei },
    { from: '2026-09-28', responder: bo },
  ];
  const desk = await startRunningBot({ policy: { rota } });
  try {
    // Monday 09:00 in Shanghai is 06:30 where Bo lives: the hours before it ended on Sunday at 20:30, before the turn began.
    desk.slack.world.changePerson(bo, { tz: 'Asia/Kolkata' });
    const id = idOn(await file(desk, ana, 'Handed over at the weekend'));
    await desk.moveTo(new Date('2026-09-24T18:05:00+08:00'));
    expect(lastOf(told(desk, mei), 'reminder')).toContain(id);
    await desk.moveTo(new Date('2026-09-27T20:29:00+08:00'));
    expect(told(desk, bo)).toEqual([]);
    await desk.moveTo(new Date('2026-09-27T20:31:00+08:00'));
    expect(told(desk, bo)).toEqual([expect.stringContaining(id)]);
    await desk.moveTo(new Date('2026-09-28T09:01:00+08:00'));
    expect(told(desk, bo)).toHaveLength(1);
  } finally {
    await desk.stop();
  }
}, 60_000);

test('whoever is on duty and reports something is not named as the one who looks after it, nor reminded of it', async () => {
  const rota = [{ from: '2026-09-01', responder: mei, deputy: bo }];
  const desk = await startRunningBot({ policy: { rota } });
  try {
    const own = idOn(await file(desk, mei, 'Found by the one on duty'));
    const other = idOn(await file(desk, ana, 'Found by somebody else'));
    expect(told(desk, mei).join()).not.toContain('Mei Sandbox');
    await desk.moveTo(new Date('2026-09-23T14:30:00+08:00'));
    const reminder = (user: string) => lastOf(told(desk, user), 'reminder');
    expect(reminder(mei)).toContain(other);
    expect(reminder(mei)).not.toContain(own);
    expect(reminder(bo)).toContain(own);
    expect(reminder(bo)).not.toContain(other);
  } finally {
    await desk.stop();
  }
}, 60_000);
