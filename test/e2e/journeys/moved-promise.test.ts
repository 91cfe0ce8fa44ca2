import type { Message } from '../../../src/sandbox/message-log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { peopleOn } from '../../support/person.js';
import { startRunningBot } from '../../support/running-bot.js';
import { directMessages, lastOf, textIn } from '../../support/screen.js';
import { startSecondReplica } from '../../support/second-replica.js';

/** The question to the lead about a report. */
function questionAbout(id: string, messages: readonly Message[]): Message {
  return lastOf(
    messages.filter(({ text }) => text.includes(`Move the date promised for ${id}?`)),
    'question',
  );
}

test('a holiday that is declared late: a lead moves one promise and keeps another, and nobody is reminded on that day', async () => {
  const bot = await startRunningBot({ policy: { leads: [sandbox.bo] } });
  const { calendar } = bot.policy;
  try {
    const first = await bot.people.ana.files();
    const second = await bot.people.ana.files();
    const third = await bot.people.ana.files({ language: 'zh' });
    for (const id of [first, second, third]) await bot.people.wen.press('assignToMe', { on: id });
    const fourth = await bot.people.ana.files({ title: 'Accepted already' });
    await bot.people.wen.command(`/vuln triage ${fourth}`);
    await bot.people.wen.press('accept');
    await bot.people.wen.type({ [inputs.vector]: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' });
    const decided = { [inputs.lines]: 'v3.4: all', [inputs.cwes]: ['CWE-862'], [inputs.nextUpdate]: '2026-09-24' };
    expect(await bot.people.wen.submit(decided)).toEqual({});
    await bot.app.stop();

    const holidays = new Map(calendar.holidays).set('2026-09-24', { en: 'Founding Day', zh: '建馆日' });
    const declared = { revision: 'another', calendar: { ...calendar, holidays } };
    const after = await startSecondReplica(bot, declared);
    after.answers();
    await after.quiet();
    const { ana, bo: lead, mei, wen } = peopleOn({ slack: bot.slack, quiet: after.quiet });
    const questions = directMessages(bot.slack, lead.id);
    expect(questions).toHaveLength(4);
    const question = questionAbout(first, questions);
    expect(textIn(question)).toContain('Move to Mon 28 Sep');
    expect(textIn(question)).toContain('Thu 24 Sep (Founding Day)');
    // Class A: nothing of what was reported.
    expect(textIn(question)).not.toContain('viewer');

    const now = ({ ts }: Message) => textIn(directMessages(bot.slack, lead.id).find((one) => one.ts === ts));
    await mei.press('movePromise', { on: lastOf(bot.thread(first), 'line') });
    expect(mei.lastEphemeral()).toContain('安全团队');
    await lead.press('movePromise', { on: question });
    expect(now(question)).toContain('is now due Mon 28 Sep, 18:00');
    expect(now(question)).not.toContain('Move to');
    expect(ana.lastDirectMessage()).toContain(`The date we promised you for ${first} has changed.`);
    expect(ana.lastDirectMessage()).toContain('Founding Day');
    expect(ana.lastDirectMessage()).toMatch(/We'll reply by <!date\^\S+ \{time\}\|Mon 28 Sep, 18:00/);
    expect(textIn(bot.card(first))).toContain('Mon 28 Sep, 18:00');
    await lead.press('keepPromise', { on: questionAbout(second, questions) });
    expect(now(questionAbout(second, questions))).toContain('stays due Thu 24 Sep, 18:00');
    expect(ana.lastDirectMessage()).not.toContain(second);
    await lead.press('keepPromise', { on: questionAbout(third, questions) });
    await lead.press('movePromise', { on: { ...questionAbout(third, questions), version: 0 } });
    expect(ana.lastDirectMessage()).toContain(`${third} 的日期有变`);
    expect(ana.lastDirectMessage()).toContain('建馆日');
    expect(ana.lastDirectMessage()).toContain('9月28日（周一）18:00');

    // The update that was promised for that day moves in the same way.
    const aboutUpdate = questionAbout(fourth, questions);
    expect(textIn(aboutUpdate)).toContain('We promised an update by');
    expect(textIn(aboutUpdate)).toContain('Move to Mon 28 Sep');
    await lead.press('movePromise', { on: aboutUpdate });
    expect(now(aboutUpdate)).toContain('is now due Mon 28 Sep, 18:00');
    expect(ana.lastDirectMessage()).toContain(`The date we promised you for ${fourth} has changed.`);
    expect(ana.lastDirectMessage()).toMatch(/Next update by <!date\^\S+ \{time\}\|Mon 28 Sep, 18:00/);

    const pass = async (at: string) => {
      bot.clock.moveTo(new Date(at));
      after.app.clockMoved();
      await after.quiet();
    };
    await pass('2026-09-23T18:00:00+08:00');
    const asked = lead.directMessages().length;
    const before = [wen.directMessages().length, bot.thread(first).length, bot.thread(second).length];
    for (const day of ['24', '25', '26', '27']) await pass(`2026-09-${day}T20:00:00+08:00`);
    expect([wen.directMessages().length, bot.thread(first).length, bot.thread(second).length]).toEqual(before);
    expect(lead.directMessages()).toHaveLength(asked);
    await pass('2026-09-28T16:30:00+08:00');
    expect(wen.directMessages().slice(before[0]).join()).toContain(first);
    expect(wen.directMessages().slice(before[0]).join()).toContain(second);

    await after.stop();
  } finally {
    await bot.stop();
  }
}, 60_000);
