import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { aForm, inputsOf } from '../../support/a-form.js';
import type { People } from '../../support/person.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { buttonsOf, textIn } from '../../support/screen.js';

const { securityChannel } = sandbox;
const couldNotAsk = "couldn't tell us";
const teamOnlyInChinese = '这里仅供安全团队使用';

let bot: RunningBot;
let people: People;
beforeAll(async () => {
  bot = await startRunningBot();
  people = bot.people;
});
afterAll(async () => {
  await bot.stop();
});
const storedReports = () => bot.database.db.collection('reports').countDocuments();
/** What the bot knows of people is older than it trusts. */
const forgetPeople = () => bot.clock.forward(61_000);

describe('the report form', () => {
  test('refuses empty fields at the field, in the client and again in the bot', async () => {
    const { ana } = people;
    const before = await storedReports();
    const submitWith = (values: Readonly<Record<string, string | readonly string[]>>) =>
      ana.submit({ ...inputsOf(aForm()), ...values });
    await ana.command('/vuln report');
    expect(Object.keys(await submitWith({ [inputs.title]: '' }))).toEqual([inputs.title]);
    expect(await submitWith({ [inputs.overview]: ' \n ' })).toEqual({
      [inputs.overview]: expect.stringContaining('required'),
    });
    expect(await submitWith({ [inputs.versions]: [], [inputs.otherVersions]: '' })).toEqual({
      [inputs.versions]: expect.stringContaining('Choose a version'),
    });
    expect(await storedReports()).toBe(before);
    await ana.closeAll();
  });

  test('drops control characters, keeps everything else, and what cannot be seen is shown by its code', async () => {
    const { ana, mei } = people;
    const odd = 'a\u0000b\u0007c\u200Bd\u202Ee \uD83D\uDE00 {"$gt":""} __proto__';
    const id = await ana.files({ verification: odd });
    await mei.press('show', { on: id });
    expect(mei.modalText()).toContain('abc[U+200B]d[U+202E]e \uD83D\uDE00 {"$gt":""} __proto__');
    await mei.closeAll();
  });

  test('delivered twice by Slack makes one report, one card and one receipt', async () => {
    const { ana } = people;
    const [before, receipts] = [await storedReports(), ana.directMessages().length];
    await ana.command('/vuln report');
    const sent = await bot.slack.as(ana.id).submit(ana.modal().id, inputsOf(aForm()));
    const again = await bot.slack.deliverAgain(sent);
    expect(again.answer).toEqual(sent.answer);
    await ana.closeAll();
    expect(await storedReports()).toBe(before + 1);
    expect(bot.cards()).toHaveLength(before + 1);
    expect(ana.directMessages()).toHaveLength(receipts + 1);
  });
});

describe('when two people do the same', () => {
  test('both press Assign to me: one is the responder, and the other is told who', async () => {
    const { ana, bo, mei } = people;
    const id = await ana.files();
    const shown = () => [...mei.ephemerals(), ...bo.ephemerals()];
    const before = shown().length;
    await Promise.all([mei, bo].map((one) => one.press('assignToMe', { on: id })));
    expect(shown()).toHaveLength(before + 2);
    const [late] = shown().filter((text) => text.includes('已由') || text.includes('is already the responder'));
    expect(late).toMatch(/<@U0{5,7}(MEI|BO)>/);
    expect(bot.thread(id)).toHaveLength(1);
  });

  test('both send the acknowledgement: one message goes out, and the other is told at the input', async () => {
    const { ana, bo, wen } = people;
    const id = await ana.files();
    for (const one of [wen, bo]) await one.press('acknowledge', { on: id });
    const before = ana.directMessages().length;
    const errors = await Promise.all([wen, bo].map((one) => one.submit()));
    expect(errors).toEqual(expect.arrayContaining([{}, { [inputs.message]: expect.any(String) }]));
    expect(ana.directMessages()).toHaveLength(before + 1);
    for (const one of [wen, bo]) await one.closeAll();
  });

  test('one presses a button on an outdated card: they are told how things are, and nothing changes', async () => {
    const { ana, bo, wen } = people;
    const id = await ana.files();
    const { channel, ts } = bot.card(id);
    const outdated = { channel, ts, version: 0 };
    await bo.press('acknowledge', { on: id });
    await bo.submit();
    const before = ana.directMessages().length;
    for (const button of ['acknowledge', 'assignToMe'] as const) {
      await wen.press(button, { on: outdated });
      expect(wen.lastEphemeral()).toContain('<@U000000BO>');
      expect(wen.modals()).toEqual([]);
    }
    expect(ana.directMessages()).toHaveLength(before);
    expect(bot.thread(id)).toHaveLength(1);
  });
});

describe('somebody who may not', () => {
  test('a guest in the security channel gets nothing from any button', async () => {
    const { ana, guo } = people;
    const id = await ana.files();
    const version = async () => (await bot.database.db.collection('reports').findOne({ _id: id as never }))?.version;
    const before = await version();
    bot.slack.world.join(securityChannel, guo.id);
    for (const button of ['acknowledge', 'assignToMe', 'show', 'more'] as const) {
      await guo.press(button, { on: id });
      expect(guo.lastEphemeral()).toContain(teamOnlyInChinese);
    }
    bot.slack.world.leave(securityChannel, guo.id);
    forgetPeople();
    expect(guo.modals()).toEqual([]);
    expect(await version()).toBe(before);
  });

  test('a responder who leaves the team with a form open cannot send it', async () => {
    const { ana, bo } = people;
    const id = await ana.files();
    await bo.press('acknowledge', { on: id });
    bot.slack.world.leave(securityChannel, bo.id);
    forgetPeople();
    expect(await bo.submit()).toEqual({ [inputs.message]: expect.stringContaining('This is for the security team.') });
    expect(textIn(bot.card(id))).toContain('Received');
    bot.slack.world.join(securityChannel, bo.id);
    forgetPeople();
    await bo.closeAll();
  });

  test('a responder does not handle a report of their own', async () => {
    const { bo, mei } = people;
    const id = await mei.files();
    await mei.press('assignToMe', { on: id });
    expect(mei.lastEphemeral()).toContain('您自己的报告');
    await bo.command(`/vuln assign ${id} @mei`);
    expect(bo.lastEphemeral()).toContain('your own report');
    expect(Object.values(buttonsOf(bot.card(id)))).toContain('Assign to me');
  });
});

describe('while Slack cannot be asked who is on the team', () => {
  const away = () => {
    forgetPeople();
    bot.slack.faults.decide((method) =>
      method === 'users.info' || method === 'conversations.members' ? { kind: 'http', status: 503 } : undefined,
    );
  };
  const back = () => bot.slack.faults.clear();
  afterEach(back);

  test('a press does nothing and says why, and works when Slack is back', async () => {
    const { ana, bo, mei } = people;
    const id = await ana.files();
    for (const [one, sentence] of [
      [bo, `${couldNotAsk} whether you're on the security team`],
      [mei, '暂时无法向 Slack 核实'],
    ] as const) {
      away();
      await one.press('show', { on: id });
      expect(one.lastEphemeral()).toContain(sentence);
      expect(one.modals()).toEqual([]);
      back();
      await one.press('show', { on: id });
      expect(one.modals()).toHaveLength(1);
      await one.closeAll();
    }
  });

  test('a form keeps what was typed, and can be sent again', async () => {
    const { ana, bo } = people;
    const id = await ana.files();
    await bo.press('acknowledge', { on: id });
    away();
    expect(await bo.submit({ [inputs.message]: 'Kept through the trouble.' })).toEqual({
      [inputs.message]: expect.stringContaining(couldNotAsk),
    });
    back();
    expect(await bo.submit()).toEqual({});
    expect(ana.lastDirectMessage()).toContain('Kept through the trouble.');
  });

  test('a report for somebody else is not stored', async () => {
    const { bo } = people;
    await bo.command('/vuln report');
    const before = await storedReports();
    away();
    const errors = await bo.submit({ ...inputsOf(aForm()), [inputs.onBehalfOf]: 'Kim' });
    expect(Object.values(errors).join()).toContain(couldNotAsk);
    expect(await storedReports()).toBe(before);
    back();
    await bo.closeAll();
  });

  test('a guest is refused as ever: one answer of Slack is enough for a no', async () => {
    const { ana, guo } = people;
    const id = await ana.files();
    forgetPeople();
    bot.slack.faults.decide((method) =>
      method === 'conversations.members' ? { kind: 'http', status: 503 } : undefined,
    );
    bot.slack.world.join(securityChannel, guo.id);
    await guo.press('show', { on: id });
    expect(guo.lastEphemeral()).toContain(teamOnlyInChinese);
    bot.slack.world.leave(securityChannel, guo.id);
    back();
    forgetPeople();
  });
});
