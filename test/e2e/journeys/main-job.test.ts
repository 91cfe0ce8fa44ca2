import { pings } from '../../../src/sandbox/pings.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { shortcuts } from '../../../src/slack/views/actions.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { aForm, inputsOf } from '../../support/a-form.js';
import { type RunningBot, startRunningBot, type TransportName } from '../../support/running-bot.js';
import { buttonsOf, digests, ephemerals, idOn, lastOf, textIn } from '../../support/screen.js';
import { mistypedCve, publishedReports } from './published-reports.js';

describe.each<TransportName>(['socket', 'http'])('the main job over %s', (transport) => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot({ transport });
  });
  afterAll(async () => {
    await bot.stop();
  });
  const buttonsOn = (id: string) => Object.values(buttonsOf(bot.card(id)));
  const cardText = (id: string) => textIn(bot.card(id));

  test('the form has the fields of the policy, and keeps what was typed when a field is wrong', async () => {
    const { ana } = bot.people;
    const form = aForm();
    await ana.command('/vuln report');
    for (const label of ['Issue title*', 'Overview*', 'CVE number', 'Contact information*'])
      expect(ana.modalText()).toContain(label);
    for (const verdict of [
      'KubeSphere v4.2 · 🟢 supported',
      'KubeSphere v3.4 · 🟡 best effort',
      'v3.0 & earlier · ⚪ end of life',
    ])
      expect(JSON.stringify(ana.modal().content)).toContain(verdict);
    expect(await ana.submit({ ...inputsOf(form), [inputs.cve]: mistypedCve })).toEqual({
      [inputs.cve]: expect.stringContaining('CVE-2026-12345'),
    });
    expect(ana.typed(inputs.title)).toBe(form.title);
    expect(bot.cards()).toHaveLength(0);
    await ana.closeAll();
  });

  test.each(publishedReports)('$about is filed, received and acknowledged', async (form) => {
    const { ana, mei } = bot.people;
    const before = bot.cards().length;

    // Ana files it and reads the receipt.
    await ana.command('/vuln report');
    expect(await ana.submit(inputsOf(form))).toEqual({});
    expect(ana.modalText()).toContain('24 Sep, 18:00 (Asia/Shanghai)');
    expect(ana.modalText()).toMatch(/<!date\^1790244000\^/);
    const id = idOn(ana.modalText());
    await ana.closeAll();
    expect(ana.lastDirectMessage()).toContain(id);
    expect(ana.lastDirectMessage()).toContain(form.language === 'zh' ? '9月24日' : '24 Sep, 18:00');

    // The team gets a card that notifies nobody by name.
    expect(bot.cards()).toHaveLength(before + 1);
    const card = bot.card(id);
    expect(cardText(id)).toContain(form.title);
    expect(cardText(id)).toContain('Security');
    expect(cardText(id)).not.toContain(form.contact);
    expect(pings(card)).toEqual([]);
    expect(buttonsOn(id)).toEqual(['Acknowledge…', 'Assign to me', 'Show report', 'More…']);

    // Mei takes it and acknowledges it.
    await mei.press('assignToMe', { on: id });
    expect(buttonsOn(id)).toEqual(['Acknowledge…', 'Triage…', 'Show report', 'More…']);
    await mei.press('acknowledge', { on: id });
    expect(mei.modalText()).toContain(form.language === 'zh' ? '感谢' : 'Thank you for reporting');
    expect(await mei.submit()).toEqual({});
    expect(mei.modals()).toEqual([]);
    expect(ana.lastDirectMessage()).toContain('Mei Sandbox');
    expect(bot.card(id).ts).toBe(card.ts);
    expect(cardText(id)).toContain('Acknowledged');
    expect(bot.thread(id).map(textIn)).toEqual([
      expect.stringContaining('Mei Sandbox took this report.'),
      expect.stringMatching(/Mei Sandbox wrote to Ana Member\. This acknowledges the report\.$/),
    ]);
  });

  test('a responder reads the whole report, exactly as it was written', async () => {
    const { bo } = bot.people;
    const [, , third] = publishedReports;
    const card = bot.cards().find((one) => textIn(one).includes(third.title));
    await bo.press('show', { on: idOn(card ?? 'no card') });
    const view = JSON.stringify(bo.modal().content);
    expect(view).toContain(JSON.stringify(third.verification).slice(1, -1));
    expect(view).toContain(JSON.stringify(third.contact).slice(1, -1));
    await bo.closeAll();
  });

  test('reminders come before the deadline and after it, and none while the team waits for the reporter', async () => {
    const { ana, wen } = bot.people;
    const id = await ana.files({ title: 'Nobody looks at this one yet' });
    const about = () => digests(bot.slack).filter((text) => text.includes(id));
    expect(about()).toEqual([]);

    // Nobody has it: the whole channel is reminded.
    await bot.moveTo(new Date('2026-09-24T09:00:00+08:00'));
    expect(about()).toEqual([expect.stringMatching(/Reply by .*Nobody is assigned/)]);

    // Wen has it: she is reminded in private, without the title.
    await wen.press('assignToMe', { on: id });
    const before = wen.directMessages().length;
    await bot.moveTo(new Date('2026-09-24T16:00:00+08:00'));
    expect(wen.directMessages()).toHaveLength(before + 1);
    expect(wen.lastDirectMessage()).toMatch(/VR-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(wen.lastDirectMessage()).not.toContain('Nobody looks');
    expect(about()).toHaveLength(1);

    // It is overdue: the whole channel again.
    await bot.moveTo(new Date('2026-09-24T18:00:00+08:00'));
    expect(about().slice(1)).toEqual([expect.stringMatching(/The reply was due .*Assigned to Wen Sandbox/)]);
    expect(bot.thread(id).map(({ broadcast }) => broadcast)).toEqual([false]);
    expect(cardText(id)).toContain('Overdue');

    // Wen acknowledges it and asks the reporter: silence.
    await wen.press('acknowledge', { on: id });
    expect(await wen.submit()).toEqual({});
    await wen.pressInMore('askReporter', id);
    expect(await wen.submit({ [inputs.message]: '请补充日志。', [inputs.nextUpdate]: null })).toEqual({});
    const count = [about().length, wen.directMessages().length];
    await bot.moveTo(new Date('2026-10-12T09:00:00+08:00'));
    expect([about().length, wen.directMessages().length]).toEqual(count);
  });

  test('a report that came by e-mail counts from its arrival, and its message is sent outside Slack', async () => {
    const { bo } = bot.people;
    const arrived = Math.floor(new Date('2026-10-10T10:00:00+08:00').getTime() / 1000);
    const values = { ...inputsOf(aForm()), [inputs.onBehalfOf]: 'Robin Elsewhere' };
    await bo.command('/vuln report');
    expect(await bo.submit({ ...values, [inputs.receivedAt]: String(arrived + 30 * 86_400) })).toEqual({
      [inputs.receivedAt]: expect.stringContaining('in the future'),
    });
    expect(await bo.submit({ ...values, [inputs.receivedAt]: String(arrived) })).toEqual({});
    const id = idOn(bot.card());
    expect(bo.modalText()).toContain('Robin Elsewhere');
    expect(bo.modal().content.submit?.text).toBe('I sent it');
    expect(cardText(id)).toContain('Tue 13 Oct, 18:00');
    expect(await bo.submit()).toEqual({});
    expect(cardText(id)).toContain('Acknowledged');
    expect(textIn(lastOf(bot.thread(id), 'line'))).toContain('outside Slack');
  });

  test('/vuln alone is a menu; list, show, assign and help answer whoever typed them; a typing error gets a suggestion', async () => {
    const { bo, mei } = bot.people;
    const answerTo = async (text: string) => {
      await bo.command(text);
      return bo.lastEphemeral();
    };
    await mei.command('/vuln');
    expect(Object.keys(buttonsOf(lastOf(ephemerals(bot.slack, mei.id), 'menu'))).length).toBeGreaterThan(2);
    expect(await answerTo('/vuln help')).toContain('/vuln assign ID @who');
    expect(await answerTo('/vuln lst')).toContain('Did you mean /vuln list?');
    expect(await answerTo('/vuln show')).toContain('Add its id');
    expect(await answerTo('/vuln show VR-0000-0000')).toContain('There is no report VR-0000-0000');
    const id = idOn(bot.card());
    expect(await answerTo(`/vuln assign ${id.toLowerCase()} @wen`)).toContain("We've asked Wen Sandbox to take over");
    expect(await answerTo(`/vuln assign ${id} @ana`)).toContain("isn't on the security team");
    await bo.command(`/vuln show ${id}`);
    expect(bo.modalText()).toContain(id);
  });

  test('somebody outside the team gets the same sentence, whether the report exists or not', async () => {
    const { ana } = bot.people;
    const id = idOn(bot.card());
    const answers: string[] = [];
    for (const text of [`show ${id}`, 'show VR-0000-0000', 'list', `assign ${id} @ana`, `ack ${id}`]) {
      await ana.command(`/vuln ${text}`);
      const { blocks } = lastOf(ephemerals(bot.slack, ana.id), 'answer');
      answers.push(JSON.stringify(blocks.map(({ block_id: _, ...rest }) => rest)));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('This is for the security team.');
  });

  test('what somebody said is reported from the menu of the message: its text is put in the form, with what to do about the original in the open', async () => {
    const { ana, dana, mei } = bot.people;
    const said = (channel: string) => ({
      channel,
      ts: bot.slack.world.messages.in(channel).at(-1)?.ts ?? '',
    });
    await dana.say(sandbox.reports, 'not for outsiders');
    await expect(bot.slack.as(dana.id).shortcut(said(sandbox.reports), shortcuts.reportMessage)).rejects.toThrow(
      'has no shortcut',
    );
    await ana.say(sandbox.general, 'a &lt;script&gt; &amp;amp; a way in');
    await bot.slack.as(ana.id).shortcut(said(sandbox.general), shortcuts.reportMessage);
    await bot.quiet();
    expect(ana.typed(inputs.overview)).toBe('a <script> &amp; a way in');
    expect(ana.modalText()).toContain('The original is still in a public channel.');
    await ana.closeAll();
    await mei.say(sandbox.securityChannel, 'said among ourselves');
    await bot.slack.as(mei.id).shortcut(said(sandbox.securityChannel), shortcuts.reportMessage);
    await bot.quiet();
    expect(mei.modalText()).toContain('消息内容已填入概述');
    expect(mei.modalText()).not.toContain('公开频道');
    await mei.closeAll();
    expect(bot.logged.join('')).not.toContain('way in');
  });

  test('nobody outside the team was ever shown a report, and no log line holds any of it', () => {
    const secrets = publishedReports.flatMap(({ overview, verification, title }) => [overview, verification, title]);
    const log = bot.logged.join('');
    for (const secret of secrets) {
      const start = secret.slice(0, 40);
      expect(bot.people.dana.everShown()).not.toContain(start);
      expect(log).not.toContain(JSON.stringify(start).slice(1, -1));
    }
    expect(log).toContain('"msg":"started"');
  });
});
