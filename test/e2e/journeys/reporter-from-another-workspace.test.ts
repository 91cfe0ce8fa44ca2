import { pings } from '../../../src/sandbox/pings.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { ActionName } from '../../../src/slack/views/actions.js';
import { intakeBlocks } from '../../../src/slack/views/block-ids.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { aForm, inputsOf } from '../../support/a-form.js';
import type { Person } from '../../support/person.js';
import { type RunningBot, startRunningBot, withBot } from '../../support/running-bot.js';
import { idOn, intakeMessagesOn, lastOf, textIn } from '../../support/screen.js';

const { reports } = sandbox;

describe('a reporter from another workspace', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot();
  });
  afterAll(async () => {
    await bot.stop();
  });
  const intakeMessages = () => intakeMessagesOn(bot.slack);
  const intakeMessage = () => lastOf(intakeMessages(), 'intake message');
  const pressInChannel = (person: Person, button: ActionName, side: 'en' | 'zh' = 'en') =>
    person.press(button, { on: intakeMessage(), block: intakeBlocks[side] });
  const cardText = () => textIn(bot.card());

  describe('has a report button in the shared channel', () => {
    test('that only the team puts up, once and pinned, however often it is asked for', async () => {
      const { ana, bo, mei } = bot.people;
      await ana.command('/vuln setup');
      expect(ana.lastEphemeral()).toContain('This is for the security team.');
      expect(intakeMessages()).toHaveLength(0);
      await Promise.all([bo, mei].map((person) => person.command('/vuln setup')));
      await bo.command('/vuln setup');
      expect(intakeMessages()).toHaveLength(1);
      expect(intakeMessage().pinned).toBe(true);
      expect(textIn(intakeMessage())).toContain('发现了漏洞');
    });

    test('that is put up again after somebody deleted it', async () => {
      const deleted = intakeMessage();
      bot.slack.world.messages.delete(deleted);
      await bot.people.bo.command('/vuln setup');
      expect(intakeMessages()).toHaveLength(1);
      expect(intakeMessage().ts).not.toBe(deleted.ts);
    });

    test('that is pinned at the next /vuln setup when Slack refused it at first', async () => {
      const pinnedAfterSetup = async () => {
        await bot.people.bo.command('/vuln setup');
        return intakeMessages().map(({ pinned }) => pinned);
      };
      bot.slack.world.messages.delete(intakeMessage());
      bot.slack.faults.next('pins.add', { kind: 'error', code: 'missing_scope' });
      expect(await pinnedAfterSetup()).toEqual([false]);
      expect(await pinnedAfterSetup()).toEqual([true]);
      expect(await pinnedAfterSetup()).toEqual([true]);
      expect(bot.logged.filter((line) => line.includes('not pinned'))).toHaveLength(1);
    });
  });

  test('reads at the button, in the form and in the receipt that the team is on a break, and until when', async () => {
    const { ana, bo } = bot.people;
    const [en, zh] = ['answers again on Thu 24 Sep, 09:00', '恢复答复'];
    await ana.command('/vuln break 2026-09-24');
    expect(ana.lastEphemeral()).toContain('This is for the security team.');
    await bo.command('/vuln break 2026-09-25');
    expect(bo.lastEphemeral()).toContain(
      'That is a day off. Choose the first working day after the break. Type: /vuln break DATE',
    );
    await bo.command('/vuln break 2026-09-24');
    expect(bo.lastEphemeral()).toContain(en);
    for (const part of [en, zh]) expect(textIn(intakeMessage())).toContain(part);
    await pressInChannel(ana, 'openForm');
    expect(ana.modalText()).toContain(en);
    await ana.submit(inputsOf(aForm()));
    expect(ana.modalText()).toContain(en);
    expect(ana.modalText()).toContain('will reply by Tue 29 Sep, 18:00');
    expect(ana.modalText()).toContain('Thu 24 Sep: the team is back.');
    const id = idOn(ana.modalText());
    await ana.closeAll();
    // Said again, it is nothing new to the channel.
    await bo.command('/vuln break 2026-09-24');
    await bo.command('/vuln break 2026-09-30');
    expect(bo.lastEphemeral()).toContain("1 report has a deadline before that. It doesn't move");
    const wakes = async () => {
      const desk = bot.database.db.collection<{ _id: string; version: number }>('desk');
      return (await desk.findOne({ _id: 'person/channel' }))?.version ?? 0;
    };
    const before = await wakes();
    await bo.command('/vuln break end');
    expect(bo.lastEphemeral()).toContain('The break is over.');
    // The weekly digest no longer waits for the end of it.
    expect(await wakes()).toBeGreaterThan(before);
    expect(textIn(intakeMessage())).not.toMatch(`${en}|${zh}`);
    expect(textIn(bot.card(id))).toContain('Tue 29 Sep, 18:00');
    await bo.command('/vuln break end');
    expect(bo.lastEphemeral()).toContain("There's no break");
    const lines = bot.slack.world.messages.in(sandbox.securityChannel).map(({ text }) => text);
    expect(lines.filter((line) => line.includes(' break'))).toEqual([
      'Bo Sandbox announced a break. The team answers again on Thu 24 Sep, 09:00 (Asia/Shanghai).',
      'Bo Sandbox changed the break. The team now answers again on Wed 30 Sep, 09:00 (Asia/Shanghai).',
      'Bo Sandbox ended the break. The team answers again.',
    ]);
    await pressInChannel(ana, 'openForm');
    expect(ana.modalText()).not.toContain('break');
    await ana.closeAll();
  });

  test('files a report in the language of the button they pressed, and reads the receipt', async () => {
    const { dana, ravi } = bot.people;
    await pressInChannel(ravi, 'openForm', 'zh');
    expect(ravi.modal().content.title?.text).toBe('报告漏洞');
    await ravi.closeAll();

    await pressInChannel(dana, 'openForm');
    expect(dana.modalText()).toContain('security@kubesphere.io');
    expect(dana.modalText()).not.toContain('On behalf of');
    expect(await dana.submit(inputsOf(aForm({ title: 'Seen from outside' })))).toEqual({});
    expect(dana.modalText()).toContain('Thu 24 Sep, 18:00');
    expect(dana.lastDirectMessage()).toContain(idOn(bot.card()));
    expect(cardText()).toContain('Seen from outside');
    expect(cardText()).toContain('Dana Outsider, from outside (elsewhere-sandbox.slack.com)');
    await dana.closeAll();
  });

  test('is asked a question, and answers it: the responder is notified, without the text', async () => {
    const { bo, dana } = bot.people;
    const id = idOn(bot.card());
    await bo.press('assignToMe', { on: id });
    await bo.pressInMore('askReporter', id);
    expect(await bo.submit({ [inputs.message]: 'Which build was it?' })).toEqual({});
    expect(bo.modals()).toEqual([]);
    expect(dana.lastDirectMessage()).toContain('Which build was it?');
    // Any message by a person acknowledges the report.
    expect(cardText()).toContain('Acknowledged');

    await pressInChannel(dana, 'mine');
    expect(dana.modalText()).toContain('Which build was it?');
    await dana.press('answer');
    expect(await dana.submit({ [inputs.message]: 'Build 4.1.2-CANARY' })).toEqual({});
    await dana.closeAll();
    const line = lastOf(bot.thread(id), 'line');
    expect(textIn(line)).toContain('Dana Outsider replied');
    expect(textIn(line)).not.toContain('CANARY');
    expect(pings(line)).toEqual([bo.id]);

    await bo.press('show', { on: id });
    expect(bo.modalText()).toContain('Build 4.1.2-CANARY');
    await bo.closeAll();
  });

  test('withdraws the report after a confirmation', async () => {
    const { dana } = bot.people;
    await pressInChannel(dana, 'mine');
    await dana.press('withdraw', { confirm: true });
    expect(dana.modalText()).toContain('You withdrew it');
    expect(cardText()).toContain('Withdrawn');
    await dana.closeAll();
  });

  test('never sees a note of the team', async () => {
    const { bo, dana, mei } = bot.people;
    const id = idOn(bot.card());
    await bo.pressInMore('addNote', id);
    expect(await bo.submit({ [inputs.message]: 'NOTECANARY for us' })).toEqual({});
    await pressInChannel(dana, 'mine');
    await dana.closeAll();
    expect(dana.everShown()).not.toContain('NOTECANARY');
    await mei.press('show', { on: id });
    expect(mei.modalText()).toContain('NOTECANARY for us');
    await mei.closeAll();
  });

  test('never sees the report of somebody else', async () => {
    const { ravi } = bot.people;
    await pressInChannel(ravi, 'mine');
    expect(ravi.modalText()).toContain("You haven't reported anything yet.");
    await ravi.closeAll();
    for (const secret of ['Seen from outside', idOn(bot.card()), 'Dana'])
      expect(ravi.everShown()).not.toContain(secret);
  });

  test('who mentions the bot in the channel is shown the form, and nothing of what they wrote is stored', async () => {
    const { ravi } = bot.people;
    const stored = () => bot.database.db.collection('reports').countDocuments();
    const before = await stored();
    await ravi.say(reports, '<@U0VULNDESK> I found MENTIONCANARY in the login');
    expect(ravi.lastEphemeral()).toContain("Please don't discuss vulnerabilities");
    const kept = JSON.stringify(await bot.database.db.collection('desk').find().toArray());
    expect(kept + bot.logged.join('')).not.toContain('MENTIONCANARY');
    expect(await stored()).toBe(before);
  });

  test('who pressed the Chinese button reads Chinese from then on, in the receipt and under My reports', async () => {
    const { ravi } = bot.people;
    await pressInChannel(ravi, 'openForm', 'zh');
    expect(await ravi.submit(inputsOf(aForm({ title: '从外面看到', language: 'zh' })))).toEqual({});
    // The buttons in there carry no language.
    expect(ravi.modal().content.title?.text).toBe('已收到报告');
    await ravi.closeAll();
    await pressInChannel(ravi, 'mine', 'zh');
    await ravi.press('addInformation');
    expect(ravi.modal().content.title?.text).toBe('补充信息');
    await ravi.closeAll();
  });

  test('who cannot get direct messages is shown a line without detail that says where to look', async () => {
    const { ravi } = bot.people;
    await pressInChannel(ravi, 'openForm');
    // The card gets through, the receipt doesn't.
    bot.slack.faults.next('chat.postMessage', { kind: 'slow', ms: 1 });
    bot.slack.faults.next('chat.postMessage', { kind: 'error', code: 'user_not_visible' });
    expect(await ravi.submit(inputsOf(aForm({ title: 'No message gets through' })))).toEqual({});
    await ravi.closeAll();
    expect(cardText()).toContain('No message gets through');
    expect(ravi.lastEphemeral()).toContain('look under My reports');
    expect(ravi.lastEphemeral()).not.toContain(idOn(bot.card()));
  });
});

describe('the Home tab', () => {
  test('shows a reporter their own reports and a responder what is open', () =>
    withBot({}, async ({ people: { ana, bo, mei } }) => {
      await bo.files({ title: 'Somebody else’s report' });
      expect(await mei.home()).toContain('Somebody else’s report');
      expect(await ana.home()).toContain("You haven't reported anything yet.");
      expect(await ana.home()).not.toContain('Somebody else’s report');
    }));
});

describe('somebody who opens form after form', () => {
  const refused = "You've opened";

  test('has to wait after as many reports as the policy allows in an hour, and others do not', () =>
    withBot({ policy: { forms: { personHour: 2, personDay: 20, workspaceHour: 50 } } }, async ({ clock, people }) => {
      const opens = async (person: Person) => {
        await person.command('/vuln report');
        const opened = person.modals().length > 0;
        await person.closeAll();
        return opened;
      };
      const { ana, guo } = people;
      expect([await opens(ana), await opens(ana), await opens(ana)]).toEqual([true, true, false]);
      expect(ana.lastEphemeral()).toContain(refused);
      expect(await opens(guo)).toBe(true);
      clock.forward(3_600_000);
      expect(await opens(ana)).toBe(true);
    }));

  test('is told when the next form opens, and of the other way to report', () =>
    withBot(
      { policy: { forms: { personHour: 1, personDay: 2, workspaceHour: 50 } } },
      async ({ clock, people, policy }) => {
        const { ana } = people;
        await ana.files();
        await ana.command('/vuln report');
        expect(ana.lastEphemeral()).toContain("You've opened 1 form this hour. The next one opens: ");
        expect(ana.lastEphemeral()).toContain(`Urgent? Write to ${policy.contact}`);
        clock.forward(3_600_000);
        await ana.files();
        clock.forward(3_600_000);
        await ana.command('/vuln report');
        expect(ana.lastEphemeral()).toContain("You've opened 2 forms today. ");
      },
    ));

  test('keeps nobody else of the same workspace from a form, however often they press', () =>
    withBot({ policy: { forms: { personHour: 5, personDay: 20, workspaceHour: 6 } } }, async ({ clock, people }) => {
      const { ana, guo } = people;
      for (let n = 0; n < 50; n += 1) {
        await ana.command('/vuln report');
        await ana.closeAll();
      }
      // The workspace's sixth form in this hour, and the one of this minute.
      await guo.files();
      await guo.files();
      await guo.command('/vuln report');
      expect(guo.modals()).toEqual([]);
      expect(guo.lastEphemeral()).toContain('请稍等一分钟');
      // A minute would not help her: her own limit is what she is told.
      await ana.command('/vuln report');
      expect(ana.lastEphemeral()).toContain("You've opened 5 forms this hour.");
      clock.forward(60_000);
      await guo.files();
    }));

  test('may open the forms about a report as often in an hour as the policy allows reports in a day', () =>
    withBot({ policy: { forms: { personHour: 5, personDay: 3, workspaceHour: 50 } } }, async ({ clock, people }) => {
      const { ana } = people;
      await ana.files();
      const opens = async (button: ActionName) => {
        await ana.command('/vuln mine');
        await ana.press(button);
        const opened = !ana.modalText().includes(refused);
        await ana.closeAll();
        return opened;
      };
      for (const button of ['addInformation', 'ownCredit', 'addInformation'] as const)
        expect(await opens(button)).toBe(true);
      for (const button of ['addInformation', 'ownCredit'] as const) expect(await opens(button)).toBe(false);
      clock.forward(3_600_000);
      expect(await opens('addInformation')).toBe(true);
    }));
});
