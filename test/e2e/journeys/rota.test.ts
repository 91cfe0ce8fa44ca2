import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/actions.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { startRunningBot } from '../../support/running-bot.js';
import { buttonsOf, digests, directMessages, ephemerals, lastOf, textIn, weeklyDigests } from '../../support/screen.js';

test('a reminder due before the hours of the next person on duty reaches them on their last working evening before', async () => {
  const rota = [
    { from: '2026-09-01', responder: sandbox.mei },
    { from: '2026-09-28', responder: sandbox.bo },
  ];
  const bot = await startRunningBot({ policy: { rota, assignOnDuty: false } });
  const { ana, bo, mei } = bot.people;
  try {
    // Monday 09:00 in Shanghai is 06:30 where Bo lives. Friday to Sunday is a holiday: the hours before it ended on Thursday
    // at 20:30, before the turn began.
    bot.slack.world.changePerson(bo.id, { tz: 'Asia/Kolkata' });
    const id = await ana.files({ title: 'Handed over at the weekend' });
    await bot.moveTo(new Date('2026-09-24T18:05:00+08:00'));
    expect(mei.lastDirectMessage()).toContain(id);
    await bot.moveTo(new Date('2026-09-24T20:29:00+08:00'));
    expect(bo.directMessages()).toEqual([]);
    await bot.moveTo(new Date('2026-09-24T20:31:00+08:00'));
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
    // Bo lives in Berlin: within the hours of both.
    await bot.moveTo(new Date('2026-09-23T15:30:00+08:00'));
    expect(mei.lastDirectMessage()).toContain(other);
    expect(mei.lastDirectMessage()).not.toContain(own);
    expect(bo.lastDirectMessage()).toContain(own);
    expect(bo.lastDirectMessage()).not.toContain(other);
  } finally {
    await bot.stop();
  }
}, 60_000);

test('a report that is exploited already calls the person on duty and the leads at once, who act where they are told', async () => {
  const rota = [{ from: '2026-09-01', responder: sandbox.bo }];
  const bot = await startRunningBot({ policy: { rota, leads: [sandbox.mei] } });
  const { ana, bo, mei, wen } = bot.people;
  try {
    const id = await ana.files({ title: 'TITLECANARY' }, { [inputs.knownAlready]: 'exploited' });
    // The first thing on the card, too.
    expect(textIn(bot.card(id)).indexOf('Already being exploited')).toBeLessThan(
      textIn(bot.card(id)).indexOf('TITLECANARY'),
    );
    expect(bo.directMessages()).toEqual([expect.stringContaining(`New report ${id}. You're on duty.`)]);
    for (const part of ['Already being exploited', 'Reply by', 'Open card'])
      expect(bo.lastDirectMessage()).toContain(part);
    expect(mei.directMessages()).toEqual([expect.stringContaining('已被利用')]);
    expect(wen.directMessages()).toEqual([]);
    for (const one of [bo, mei]) expect(one.directMessages().join()).not.toMatch(/TITLECANARY|Ana/);

    // It is Bo's, and still anybody's to take.
    expect(textIn(bot.card(id))).toContain('Bo Sandbox');
    expect(JSON.stringify(bot.card(id).blocks)).toContain('Assign to me');
    expect(bot.thread(id).map(textIn).join()).toContain('Bo Sandbox is on duty, so this was assigned to them.');
    await bo.command('/vuln duty');
    expect(bo.lastEphemeral()).toContain(`On duty now: <@${bo.id}>`);

    // The buttons work as on the card.
    await bo.press('acknowledge', { on: lastOf(directMessages(bot.slack, bo.id), 'direct message') });
    expect(await bo.submit()).toEqual({});
    expect(textIn(bot.card(id))).toContain('Acknowledged');
    expect(ana.lastDirectMessage()).toContain('Bo Sandbox');

    // Whoever is to take a report over is asked; whoever takes one is not.
    await bo.command(`/vuln assign ${id} @wen`);
    expect(bo.lastEphemeral()).toContain(
      `We've asked Wen Sandbox to take over ${id}. Until they accept, it stays with Bo`,
    );
    const asked = lastOf(directMessages(bot.slack, wen.id), 'question');
    expect(textIn(asked)).toContain(`<@${bo.id}> 请您接手 ${id}`);
    await wen.press('acceptHandOver', { on: asked });
    const answered = lastOf(directMessages(bot.slack, wen.id), 'question');
    expect(answered.ts).toBe(asked.ts);
    expect(Object.keys(buttonsOf(answered))).toEqual([actions.show]);
    expect(textIn(answered)).toContain(`${id} 现在由您处理`);
    // Pressed again on another device, which has not seen that: it stays answered.
    await wen.press('declineHandOver', { on: { ...asked, version: 0 } });
    expect(wen.lastEphemeral()).toContain('未作更改');
    await mei.command(`/vuln assign ${id} me`);
    expect(mei.directMessages()).toHaveLength(1);

    // Nobody is asked at four in the morning to take over what can wait.
    const calm = await ana.files();
    await mei.command(`/vuln assign ${calm} me`);
    const before = bo.directMessages().length;
    await mei.command(`/vuln assign ${calm} @bo`);
    const offers = () => bo.directMessages().slice(before);
    expect(offers()).toEqual([]);
    await bot.moveTo(new Date('2026-09-22T14:59:00+08:00'));
    expect(offers()).toEqual([]);
    await bot.moveTo(new Date('2026-09-22T15:00:00+08:00'));
    expect(offers().join()).toContain(`<@${mei.id}> asks you to take over ${calm}`);
    await bo.press('declineHandOver', { on: lastOf(directMessages(bot.slack, bo.id), 'question') });
    expect(Object.keys(buttonsOf(lastOf(directMessages(bot.slack, bo.id), 'question')))).toEqual([actions.show]);
    expect(bo.lastDirectMessage()).toContain(`Noted. ${calm} stays with its responder`);
    expect(mei.lastDirectMessage()).toContain(`<@${bo.id}>`);
  } finally {
    await bot.stop();
  }
}, 60_000);

test('a colleague takes over a turn once they accept, and the channel hears in one line when duty changes', async () => {
  const rota = [{ from: '2026-09-01', responder: sandbox.bo }];
  const bot = await startRunningBot({ policy: { rota, weeklyDigest: { weekday: 1, time: '09:00' } } });
  const { ana, bo, mei, wen } = bot.people;
  const lines = () => digests(bot.slack);
  try {
    await bo.command('/vuln duty 2026-09-24 2026-09-25 @mei');
    expect(bo.lastEphemeral()).toContain(`We've asked <@${mei.id}> to take over from Thu 24 Sep to Fri 25 Sep.`);
    const asked = lastOf(directMessages(bot.slack, mei.id), 'question');
    expect(textIn(asked)).toContain('请您接替值班');
    await bot.moveTo(new Date('2026-09-23T12:00:00+08:00'));
    await bo.command('/vuln duty');
    expect(bo.lastEphemeral()).toContain(`On duty now: <@${bo.id}>`);
    expect(bo.lastEphemeral()).not.toContain(mei.id);
    await mei.press('acceptCover', { on: asked });
    expect(buttonsOf(lastOf(directMessages(bot.slack, mei.id), 'question'))).toEqual({});
    expect(mei.lastDirectMessage()).toContain(`接替 <@${bo.id}> 值班`);
    // In Berlin it is six in the morning.
    expect(bo.directMessages()).toEqual([]);
    await bot.moveTo(new Date('2026-09-23T09:00:00+02:00'));
    expect(bo.lastDirectMessage()).toContain(`<@${mei.id}> will take over`);
    await bo.command('/vuln duty');
    expect(bo.lastEphemeral()).toMatch(new RegExp(`until .*Thu 24 Sep, 00:00[^]*<@${mei.id}>[^]*Sat 26 Sep, 00:00`));
    expect(lines()).toEqual([]);
    await bot.moveTo(new Date('2026-09-24T00:01:00+08:00'));
    // At midnight nobody reads it.
    expect(lines()).toEqual([]);
    await bot.moveTo(new Date('2026-09-24T09:00:00+08:00'));
    expect(lines()).toEqual([expect.stringContaining('Mei Sandbox is on duty now.')]);
    // Mid-Autumn ends on Sunday, and on Monday the channel has its weekly digest.
    await ana.files();
    await bot.moveTo(new Date('2026-09-26T00:01:00+08:00'));

    // In Shanghai it is midnight from Saturday to Sunday, and Wen is asked on Monday.
    await bo.command('/vuln duty 2026-09-28 2026-09-28 @wen');
    expect(bo.lastEphemeral()).toContain(`When <@${wen.id}>'s working hours begin, we'll ask them to take over`);
    expect(wen.directMessages()).toEqual([]);
    await bot.moveTo(new Date('2026-09-28T09:00:00+08:00'));
    expect(lines()).toHaveLength(1);
    expect(weeklyDigests(bot.slack)).toEqual([expect.stringMatching(/This week: 1 .*Bo Sandbox is on duty now./s)]);
    await wen.press('declineCover', { on: lastOf(directMessages(bot.slack, wen.id), 'question') });
    expect(buttonsOf(lastOf(directMessages(bot.slack, wen.id), 'question'))).toEqual({});
    expect(wen.lastDirectMessage()).toContain('已记录并告知');
    // In Berlin it is night, and Bo hears it in the morning.
    expect(bo.lastDirectMessage()).not.toContain(`<@${wen.id}> can't take over`);
    await bot.moveTo(new Date('2026-09-28T09:00:00+02:00'));
    expect(bo.lastDirectMessage()).toContain(`<@${wen.id}> can't take over`);
    await mei.command('/vuln duty 2026-09-28 2026-09-28 @wen');
    expect(mei.lastEphemeral()).toContain(`已不由 <@${mei.id}> 值班`);
  } finally {
    await bot.stop();
  }
}, 60_000);

test('a reminder is snoozed, and comes again; the last one before the deadline comes anyway, but for a reason that the leads read', async () => {
  const bot = await startRunningBot({ policy: { leads: [sandbox.mei, sandbox.wen] } });
  const { ana, bo, mei, wen } = bot.people;
  try {
    bot.slack.world.changePerson(wen.id, { tz: 'America/New_York' });
    const id = await ana.files();
    await bo.press('assignToMe', { on: id });
    await bot.moveTo(new Date('2026-09-23T15:01:00+08:00'));
    const reminders = () => bo.directMessages().filter((text) => text.includes('needs you')).length;
    expect(reminders()).toBe(1);
    await bo.press('snoozeTwoHours', { on: lastOf(directMessages(bot.slack, bo.id), 'reminder') });
    expect(bo.lastEphemeral()).toContain("We'll remind you again Wed 23 Sep, 17:01");
    await bot.moveTo(new Date('2026-09-23T17:00:00+08:00'));
    expect(reminders()).toBe(1);
    await bot.moveTo(new Date('2026-09-23T17:02:00+08:00'));
    expect(reminders()).toBe(2);
    // Of this day the last one is enough.
    await bot.moveTo(new Date('2026-09-24T15:01:00+08:00'));
    expect(reminders()).toBe(2);
    await bo.press('snoozeNextWorkingDay', { on: lastOf(directMessages(bot.slack, bo.id), 'reminder') });
    // Friday to Sunday is a holiday, and Bo's nine o'clock is at 15:00 in Shanghai.
    expect(bo.lastEphemeral()).toContain('Mon 28 Sep, 15:00');
    expect(bo.lastEphemeral()).toContain(`these last reminders before a deadline:\n${id}: Thu 24 Sep, 16:00`);
    await bot.moveTo(new Date('2026-09-24T16:01:00+08:00'));
    expect(reminders()).toBe(3);

    const other = await ana.files({ title: 'Received on Thursday' });
    await bo.press('assignToMe', { on: other });
    await bot.moveTo(new Date('2026-09-29T15:01:00+08:00'));
    await bo.press('snoozeTomorrow', { on: lastOf(directMessages(bot.slack, bo.id), 'reminder') });
    expect(bo.lastEphemeral()).toContain(`${other}: Tue 29 Sep, 16:00`);
    await bo.press('snoozeLastToo', { on: lastOf(ephemerals(bot.slack, bo.id), 'note') });
    expect(bo.modalText()).toContain(other);
    expect(await bo.submit({ [inputs.snoozeReason]: ' ' })).toEqual({
      [inputs.snoozeReason]: 'Write the reason. The leads will read it.',
    });
    expect(await bo.submit({ [inputs.snoozeReason]: 'Wen finishes it today.' })).toEqual({});
    const before = reminders();
    const told = mei.directMessages().filter((text) => text.includes('期限前的最后一次提醒'));
    expect(told).toEqual([expect.stringContaining(other)]);
    expect(told.join()).not.toContain('Wen finishes');
    // Where another lead is, it is night.
    const toldAtNight = () => wen.directMessages().filter((text) => text.includes('期限前的最后一次提醒'));
    expect(toldAtNight()).toEqual([]);
    expect(textIn(bot.thread(other).at(-1))).toContain('Bo Sandbox has skipped the last reminder before the deadline');
    await mei.command(`/vuln show ${other}`);
    expect(mei.modalText()).toContain('Wen finishes it today.');
    await bot.moveTo(new Date('2026-09-29T16:01:00+08:00'));
    expect(reminders()).toBe(before);
    await bot.moveTo(new Date('2026-09-29T18:01:00+08:00'));
    expect(reminders()).toBe(before + 1);
    await bot.moveTo(new Date('2026-09-29T09:00:00-04:00'));
    expect(toldAtNight()).toEqual([expect.stringContaining(other)]);
    // The next time it is night there too, but users are in danger.
    const urgent = await ana.files({ title: 'In danger' }, { [inputs.knownAlready]: 'exploited' });
    await bo.press('assignToMe', { on: urgent });
    await bot.moveTo(new Date('2026-10-08T15:01:00+08:00'));
    await bo.press('snoozeTomorrow', { on: lastOf(directMessages(bot.slack, bo.id), 'reminder') });
    await bo.press('snoozeLastToo', { on: lastOf(ephemerals(bot.slack, bo.id), 'note') });
    await bo.submit({ [inputs.snoozeReason]: 'Wen does it.' });
    expect(toldAtNight().at(-1)).toContain(urgent);
  } finally {
    await bot.stop();
  }
}, 60_000);

test('what comes in outside the hours of whoever is on duty is told in one message when they open, but for what is exploited', async () => {
  const rota = [{ from: '2026-09-01', responder: sandbox.bo }];
  const bot = await startRunningBot({ policy: { rota } });
  const { ana, bo, mei } = bot.people;
  try {
    bot.slack.world.changePerson(bo.id, { tz: 'Europe/Berlin' });
    const ids = [await ana.files({ title: 'First of the night' }), await ana.files({ title: 'Second of the night' })];
    const taken = await ana.files({ title: 'Somebody else has it by then' });
    await mei.press('assignToMe', { on: taken });
    expect(bo.directMessages()).toEqual([]);
    const urgent = await ana.files({ title: 'In danger' }, { [inputs.knownAlready]: 'exploited' });
    expect(bo.directMessages()).toEqual([expect.stringContaining(`New report ${urgent}.`)]);
    await bot.moveTo(new Date('2026-09-22T09:00:00+02:00'));
    const opening = bo.lastDirectMessage();
    for (const id of ids) expect(opening).toContain(`New report ${id}. You're on duty.`);
    expect(opening).not.toContain(taken);
    const later = await ana.files({ title: 'Within the hours' });
    expect(bo.lastDirectMessage()).toContain(`New report ${later}. You're on duty.`);
    for (const id of [...ids, later])
      expect(bo.directMessages().filter((text) => text.includes(`New report ${id}`))).toHaveLength(1);
  } finally {
    await bot.stop();
  }
}, 60_000);
