import { pings } from '../../../src/sandbox/pings.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import { type RunningBot, startRunningBot, type TransportName } from '../../support/running-bot.js';
import {
  buttonsOf,
  directMessages,
  ephemeral,
  lastOf,
  openModal,
  postsSeenBy,
  threadOf,
  wordsIn,
} from '../../support/what-is-shown.js';
import { openFormOf, valuesOf } from './filing.js';
import { mistypedCve, publishedReports } from './published-reports.js';

const { ana, mei, bo, wen, dana, general, securityChannel } = sandbox;

describe.each<TransportName>(['socket', 'http'])('the main job over %s', (transport) => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot({ transport });
  });
  afterAll(async () => {
    await bot.stop();
  });

  const cards = () => postsSeenBy(bot.slack, mei, securityChannel);
  const openForm = (user: string) => openFormOf(bot, user);
  const press = async (user: string, action: keyof typeof actions) => {
    const card = lastOf(cards(), 'card');
    await bot.slack.as(user).press({ message: card }, actions[action]);
    await bot.quiet();
  };

  test('the form has the six fields of the policy and keeps what was typed when a field is wrong', async () => {
    const [form] = publishedReports;
    if (form === undefined) throw new Error('no report to file');
    const view = await openForm(ana);
    for (const label of ['Issue title*', 'Overview*', 'CVE number', 'Contact information*'])
      expect(wordsIn(view.content)).toContain(label);
    for (const verdict of [
      'KubeSphere v4.2 · 🟢 supported',
      'KubeSphere v3.4 · 🟡 best effort',
      'v3.0 & earlier · ⚪ end of life',
    ])
      expect(JSON.stringify(view.content)).toContain(verdict);
    const sent = await bot.slack.as(ana).submit(view.id, { ...valuesOf(form), [inputs.cve]: mistypedCve });
    expect(sent.answer).toEqual({
      response_action: 'errors',
      errors: { [inputs.cve]: expect.stringContaining('CVE-2026-12345') },
    });
    expect(openModal(bot.slack, ana).state[inputs.title]?.[inputs.title]?.value).toBe(form.title);
    expect(cards()).toHaveLength(0);
    await bot.slack.as(ana).close(view.id);
  });

  test.each(publishedReports)('$about is filed, received and acknowledged', async (form) => {
    const before = cards().length;
    const view = await openForm(ana);
    const sent = await bot.slack.as(ana).submit(view.id, valuesOf(form));
    expect(sent.acked).toBe(true);
    await bot.quiet();

    const receipt = wordsIn(openModal(bot.slack, ana).content);
    const id = /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)?.[0] ?? 'no id';
    expect(receipt).toContain('24 Sep 2026, 18:00 (Asia/Shanghai, UTC+8)');
    expect(receipt).toMatch(/<!date\^1790244000\^/);
    await bot.slack.as(ana).close(openModal(bot.slack, ana).id);

    const sentReceipt = wordsIn(lastOf(directMessages(bot.slack, ana), 'receipt'));
    expect(sentReceipt).toContain(id);
    expect(sentReceipt).toContain(form.language === 'zh' ? '2026年9月24日' : '24 Sep 2026, 18:00');

    expect(cards()).toHaveLength(before + 1);
    const card = lastOf(cards(), 'card');
    expect(wordsIn(card)).toContain(form.title);
    expect(wordsIn(card)).toContain('Security');
    expect(pings(card)).toEqual([]);
    expect(wordsIn(card)).not.toContain(form.contact);
    expect(Object.values(buttonsOf(card))).toEqual(['Acknowledge', 'Assign to me', 'Show report', 'More…']);

    await press(mei, 'assignToMe');
    expect(Object.values(buttonsOf(lastOf(cards(), 'card')))).toEqual([
      'Acknowledge',
      'Triage…',
      'Show report',
      'More…',
    ]);
    await press(mei, 'acknowledge');
    const letter = openModal(bot.slack, mei);
    expect(wordsIn(letter.content)).toContain(form.language === 'zh' ? '感谢' : 'thank you for reporting');
    await bot.slack.as(mei).submit(letter.id, {});
    await bot.quiet();
    expect(bot.slack.seenBy(mei).views).toHaveLength(0);

    const message = wordsIn(lastOf(directMessages(bot.slack, ana), 'message'));
    expect(message).toContain('Mei Sandbox');
    const done = lastOf(cards(), 'card');
    expect(done.ts).toBe(card.ts);
    expect(wordsIn(done)).toContain('Acknowledged');
    expect(threadOf(bot.slack, done).map(wordsIn)).toEqual([
      expect.stringContaining('Mei Sandbox is the responder now.'),
      expect.stringContaining('Mei Sandbox acknowledged the report with a message to Ana Member.'),
    ]);
  });

  test('a responder opens the whole report, exactly as it was written', async () => {
    const [, , third] = publishedReports;
    const card = cards().find((one) => wordsIn(one).includes(third?.title ?? '-'));
    if (card === undefined || third === undefined) throw new Error('the third report has no card');
    await bot.slack.as(bo).press({ message: card }, actions.show);
    await bot.quiet();
    const view = openModal(bot.slack, bo);
    const plain = JSON.stringify(view.content);
    expect(plain).toContain(JSON.stringify(third.verification).slice(1, -1));
    expect(plain).toContain(JSON.stringify(third.contact).slice(1, -1));
    await bot.slack.as(bo).close(view.id);
  });

  test('reminders come before the deadline, the breach line after it, and none while the reporter is asked', async () => {
    const [form] = publishedReports;
    if (form === undefined) throw new Error('no report to file');
    const view = await openForm(ana);
    await bot.slack.as(ana).submit(view.id, { ...valuesOf(form), [inputs.title]: 'Nobody looks at this one yet' });
    await bot.quiet();
    const card = lastOf(cards(), 'card');
    const lines = () =>
      threadOf(bot.slack, lastOf(cards(), 'card')).map((one) => ({ words: wordsIn(one), loud: one.broadcast }));
    expect(lines()).toEqual([]);

    await bot.moveTo(new Date('2026-09-23T15:00:00+08:00'));
    expect(lines()).toEqual([{ words: expect.stringContaining('the answer is due'), loud: true }]);

    await press(wen, 'assignToMe');
    const before = directMessages(bot.slack, wen).length;
    await bot.moveTo(new Date('2026-09-24T16:00:00+08:00'));
    const told = directMessages(bot.slack, wen).slice(before).map(wordsIn);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/VR-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(told[0]).not.toContain('Nobody looks');
    expect(lines().at(-1)).toEqual({ words: expect.stringContaining('the answer is due'), loud: false });

    await bot.moveTo(new Date('2026-09-24T18:00:00+08:00'));
    expect(lines().at(-1)).toEqual({ words: expect.stringContaining('the deadline has passed'), loud: true });
    expect(wordsIn(lastOf(cards(), 'card'))).toContain('Overdue');

    await bot.slack.as(wen).press({ message: card }, actions.acknowledge);
    await bot.quiet();
    await bot.slack.as(wen).submit(openModal(bot.slack, wen).id, {});
    await bot.quiet();
    await press(wen, 'more');
    await bot.slack.as(wen).press({ view: openModal(bot.slack, wen).id }, actions.askReporter);
    await bot.quiet();
    await bot.slack.as(wen).submit(openModal(bot.slack, wen).id, { [inputs.nextUpdate]: null });
    await bot.quiet();
    const count = [lines().length, directMessages(bot.slack, wen).length];
    await bot.moveTo(new Date('2026-10-12T09:00:00+08:00'));
    expect([lines().length, directMessages(bot.slack, wen).length]).toEqual(count);
  });

  test('a report that came by e-mail counts from its arrival, and the message is copied and sent by hand', async () => {
    const [form] = publishedReports;
    if (form === undefined) throw new Error('no report to file');
    const view = await openForm(bo);
    const arrived = Math.floor(new Date('2026-10-10T10:00:00+08:00').getTime() / 1000);
    const values = { ...valuesOf(form), [inputs.onBehalfOf]: 'Robin Elsewhere', [inputs.receivedAt]: String(arrived) };
    const future = { ...values, [inputs.receivedAt]: String(arrived + 30 * 86_400) };
    const refused = await bot.slack.as(bo).submit(view.id, future);
    expect(refused.answer).toEqual({
      response_action: 'errors',
      errors: { [inputs.receivedAt]: expect.stringContaining('in the future') },
    });
    await bot.slack.as(bo).submit(view.id, values);
    await bot.quiet();
    const letter = openModal(bot.slack, bo);
    expect(wordsIn(letter.content)).toContain('Robin Elsewhere');
    expect(letter.content.submit?.text).toBe('I sent it');
    const due = lastOf(cards(), 'card');
    expect(wordsIn(due)).toContain('Tue 13 Oct 2026, 18:00');
    await bot.slack.as(bo).submit(letter.id, {});
    await bot.quiet();
    expect(wordsIn(lastOf(cards(), 'card'))).toContain('Acknowledged');
    expect(lastOf(threadOf(bot.slack, due).map(wordsIn), 'line')).toContain('by e-mail or telephone');
  });

  test('/vuln alone is a menu; list, show, assign and help answer the one who asked; anything else is helped', async () => {
    const ask = async (user: string, text: string) => {
      await bot.slack.as(user).command(general, text);
      await bot.quiet();
      return lastOf(ephemeral(bot.slack, user), 'answer');
    };
    expect(Object.values(buttonsOf(await ask(mei, '/vuln'))).length).toBeGreaterThan(2);
    expect(wordsIn(await ask(bo, '/vuln list'))).toContain('Nobody looks at this one yet');
    expect(wordsIn(await ask(bo, '/vuln help'))).toContain('/vuln assign ID @who');
    expect(wordsIn(await ask(bo, '/vuln lst'))).toContain('Did you mean /vuln list?');
    expect(wordsIn(await ask(bo, '/vuln show'))).toContain('missing');
    expect(wordsIn(await ask(bo, '/vuln show VR-0000-0000'))).toContain('There is no report VR-0000-0000');
    const id = /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(wordsIn(lastOf(cards(), 'card')))?.[0] ?? 'no id';
    expect(wordsIn(await ask(bo, `/vuln assign ${id.toLowerCase()} @wen`))).toContain('Wen Sandbox is the responder');
    expect(wordsIn(await ask(bo, `/vuln assign ${id} @ana`))).toContain('not in the security team');
    await bot.slack.as(bo).command(general, `/vuln show ${id}`);
    await bot.quiet();
    expect(wordsIn(openModal(bot.slack, bo).content)).toContain(id);
  });

  test('somebody outside the team gets one fixed sentence, whether the report exists or not', async () => {
    const id = /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(wordsIn(lastOf(cards(), 'card')))?.[0] ?? 'no id';
    const answers: string[] = [];
    for (const text of [
      `/vuln show ${id}`,
      '/vuln show VR-0000-0000',
      '/vuln list',
      `/vuln assign ${id} @ana`,
      `/vuln ack ${id}`,
    ]) {
      await bot.slack.as(ana).command(general, text);
      await bot.quiet();
      answers.push(
        JSON.stringify(lastOf(ephemeral(bot.slack, ana), 'answer').blocks.map(({ block_id: _, ...rest }) => rest)),
      );
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('This is for the security team.');
  });

  test('nobody outside the team was ever shown what is theirs alone, and no log line holds any of it', () => {
    const secrets = publishedReports.flatMap(({ overview, verification, title }) => [overview, verification, title]);
    const shownToDana = bot.slack.seenBy(dana).texts.join('\n');
    const log = bot.logged.join('');
    for (const secret of secrets) {
      const start = secret.slice(0, 40);
      expect(shownToDana).not.toContain(start);
      expect(log).not.toContain(JSON.stringify(start).slice(1, -1));
    }
    expect(log).toContain('"msg":"started"');
  });
});
