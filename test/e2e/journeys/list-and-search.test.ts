import type { ReportId } from '../../../src/report/report-id.js';
import { actions } from '../../../src/slack/views/actions.js';
import { listBlock } from '../../../src/slack/views/block-ids.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { listPage } from '../../../src/slack/views/pages/report-list.js';
import { until } from '../../support/bounded-poll.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { ephemerals, lastOf, textIn } from '../../support/screen.js';

/** What stands in no report. */
const canary = 'CANARYWORD';

describe('a team with many reports', () => {
  let bot: RunningBot;
  let exploited: ReportId;
  let declined: ReportId;
  let own: ReportId;
  beforeAll(async () => {
    bot = await startRunningBot();
    const { ana, bo, mei } = bot.people;
    for (let n = 0; n < listPage; n += 1) await ana.files({ title: `Number ${n}` });
    exploited = await ana.files({ title: 'Used against people' }, { [inputs.knownAlready]: 'exploited' });
    await mei.press('assignToMe', { on: exploited });
    declined = await ana.files({ title: 'Open redirect', verification: 'Say SESAME twice.' });
    await bo.pressInMore('triage', declined);
    await bo.press('decline');
    await bo.type({ [inputs.declineReason]: 'spam' });
    await bo.submit();
    await bo.closeAll();
    own = await bo.files({ title: 'Of a responder' });
  });
  afterAll(() => bot.stop());
  afterEach(() => bot.people.bo.closeAll());
  const listed = (text: string) => [...text.matchAll(/VR-\w{4}-\w{4}(?= · )/g)].map(([id]) => id);

  it('lists what is open, the most urgent first, page by page, with the counts above', async () => {
    const { bo } = bot.people;
    await bo.command('/vuln list');
    expect(bo.modalText()).toContain('12 open · 0 overdue · 11 unassigned');
    const first = listed(bo.modalText());
    expect(first).toHaveLength(listPage);
    expect(first[0]).toBe(exploited);
    await bo.press('older');
    const second = listed(bo.modalText());
    expect(new Set([...first, ...second]).size).toBe(12);
    expect([...first, ...second]).not.toContain(declined);
    await bo.press('list');
    expect(listed(bo.modalText())).toEqual(first);
  });

  it('narrows it by what is typed, chosen or sent, and refuses a word that it does not know', async () => {
    const { bo, mei } = bot.people;
    await mei.command('/vuln list mine');
    expect(listed(mei.modalText())).toEqual([exploited]);
    await mei.closeAll();
    await bo.command('/vuln list closed');
    expect(listed(bo.modalText())).toEqual([declined]);
    const { id } = bo.modal();
    await bot.slack.as(bo.id).press({ view: id }, inputs.listFilter, { value: 'exploited' });
    await bot.quiet();
    expect(listed(bo.modalText())).toEqual([exploited]);
    await bo.submit({ [inputs.listWords]: 'nothing like it' });
    expect(bo.modalText()).toContain('No reports match.');
    await bo.closeAll();
    await bo.command('/vuln list overdeu');
    expect(bo.lastEphemeral()).toContain('Did you mean /vuln list overdue?');
    expect(bo.modals()).toEqual([]);
    await bo.command('/vuln list explioted');
    const answer = lastOf(ephemerals(bot.slack, bo.id), 'answer');
    await bot.slack.as(bo.id).press({ message: answer, block: listBlock('exploited') }, actions.list);
    await bot.quiet();
    expect(listed(bo.modalText())).toEqual([exploited]);
  });

  it('finds by title, id and text, also what is finished, and shows it', async () => {
    const { bo } = bot.people;
    await bo.command('/vuln search "open redirect"');
    expect(listed(bo.modalText())).toEqual([declined]);
    await bo.submit({ [inputs.listWords]: 'sesame' });
    expect(listed(bo.modalText())).toEqual([declined]);
    await bo.submit({ [inputs.listWords]: exploited.toLowerCase() });
    expect(listed(bo.modalText())).toEqual([exploited]);
    await bo.press('show');
    expect(bo.modalText()).toContain('Used against people');
    await bo.closeAll();
    await bo.command('/vuln search');
    expect(bo.lastEphemeral()).toContain('Add a word.');
  });

  it('does not find a responder’s own report for them by what the team noted', async () => {
    const { bo, mei } = bot.people;
    await mei.pressInMore('addNote', own);
    await mei.submit({ [inputs.message]: 'OLGA found the same' });
    await mei.closeAll();
    await mei.command('/vuln search olga');
    expect(listed(mei.modalText())).toEqual([own]);
    await bo.command('/vuln search olga');
    expect(listed(bo.modalText())).toEqual([]);
    await mei.closeAll();
  });

  it('shows on the Home of a responder what needs somebody, with the way to all of it, and keeps it up to date', async () => {
    const { bo, mei } = bot.people;
    const home = await mei.home();
    expect(home).toContain('已被利用或公开：1');
    expect(home).toContain('无人处理：11');
    expect(home).toContain('由我处理：1');
    const shown = () => bot.slack.seenBy(mei.id).home;
    await bot.slack.as(mei.id).press({ home: true, block: listBlock('exploited') }, actions.list);
    await bot.quiet();
    expect(listed(mei.modalText())).toEqual([exploited]);
    await mei.closeAll();
    await bo.command(`/vuln assign ${exploited} me`);
    await until('the Home says so', () => !textIn(shown()?.content).includes('由我处理：1'));
  });

  it('asks a reporter first what the team has asked them', async () => {
    const { ana, bo } = bot.people;
    const asked = await ana.files({ title: 'Asked about' });
    await bo.pressInMore('askReporter', asked);
    await bo.submit({ [inputs.message]: 'Which version is it?' });
    await bot.pass(60_000);
    await ana.files({ title: 'Newer' });
    const home = await ana.home();
    expect(home).toContain('We asked you something');
    expect(home.indexOf('Asked about')).toBeLessThan(home.indexOf('Newer'));
    // The same report by its id, as its reporter may see it.
    await ana.command(`/vuln show ${asked}`);
    expect(ana.modalText()).toContain('Which version is it?');
    expect(ana.modalText()).not.toContain('What you can do now');
    await ana.closeAll();
  });

  it('lets a responder give a report back', async () => {
    const { bo } = bot.people;
    const id = await bot.people.ana.files({ title: 'Given back' });
    await bo.press('assignToMe', { on: id });
    await bo.pressInMore('assign', id);
    expect(await bo.submit({ [inputs.assignTo]: 'nobody' })).toEqual({});
    expect(textIn(bot.card(id))).toContain('nobody yet');
    expect(textIn(bot.thread(id).at(-1))).toContain('Bo Sandbox unassigned this.');
  });

  it('speaks to somebody in another language as soon as it is told that people changed, and not ten minutes later', async () => {
    const { bo } = bot.people;
    const at = bot.clock.now();
    await bo.command('/vuln list');
    expect(bo.modalText()).toContain(' open · ');
    bot.slack.world.changePerson(bo.id, { locale: 'zh-CN' });
    bot.app.peopleChanged();
    await bo.closeAll();
    await bo.command('/vuln list');
    expect(bo.modalText()).toContain('份处理中');
    expect(bot.clock.now()).toEqual(at);
    bot.slack.world.changePerson(bo.id, { locale: 'en-US' });
    bot.app.peopleChanged();
  });

  it('writes no word of it in the log or the audit trail', async () => {
    const { bo } = bot.people;
    await bo.command(`/vuln search ${canary}`);
    await bo.submit({ [inputs.listWords]: `${canary} again` });
    await bo.command(`/vuln list all ${canary}`);
    await bot.quiet();
    const stored = await Promise.all(
      ['desk', 'audit'].map((name) => bot.database.db.collection(name).find({}).toArray()),
    );
    expect(`${bot.logged.join('')}${JSON.stringify(stored)}`).not.toContain(canary);
  });
});
