import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { intakeBlocks } from '../../../src/slack/views/block-ids.js';
import { peopleOn } from '../../support/person.js';
import { startRunningBot } from '../../support/running-bot.js';
import { digests, intakeMessagesOn, lastOf, weeklyDigests } from '../../support/screen.js';
import { type SecondReplica, startSecondReplica } from '../../support/second-replica.js';
import { type BotWithReports, english, fixes, startBotWithReports } from './accepted-report.js';

const { reports } = sandbox;

test('a policy that changes no date saves nothing and edits no card, and who is on duty now is reminded', async () => {
  const bot = await startRunningBot();
  const { ana, bo } = bot.people;
  try {
    const ids = [await ana.files(), await ana.files(), await ana.files()];
    await bot.quiet();
    const reports = bot.database.db.collection<{ _id: string; version: number; restedUnder?: string }>('reports');
    const versions = async () => (await reports.find().sort({ _id: 1 }).toArray()).map(({ version }) => version);
    const edits = () => bot.slack.requests.filter(({ method }) => method === 'chat.update').length;
    const before = [await versions(), edits()];
    const rota = [{ from: '2026-09-01', responder: bo.id }] as const;
    const second = await startSecondReplica(bot, { revision: 'another', rota });
    await bot.app.stop();
    await second.quiet();
    expect(await reports.countDocuments({ restedUnder: 'another' })).toBe(ids.length);
    expect([await versions(), edits()]).toEqual(before);
    bot.clock.moveTo(new Date('2026-09-24T18:05:00+08:00'));
    second.app.clockMoved();
    await second.quiet();
    for (const id of ids) expect(bo.directMessages().join()).toContain(id);
    await second.stop();
  } finally {
    await bot.stop();
  }
});

describe('two replicas', () => {
  let bot: BotWithReports;
  let second: SecondReplica;
  const first = { answers: () => bot.slack.deliverTo('socket') };
  beforeAll(async () => {
    const weeklyDigest = { weekday: 1, time: '09:00' };
    bot = await startBotWithReports({ policy: { leads: [sandbox.mei], weeklyDigest } });
    second = await startSecondReplica(bot);
  });
  afterEach(() => first.answers());
  afterAll(async () => {
    await second.stop();
    await bot.stop();
  });
  /** Whatever they do, both replicas have finished with it. */
  const people = () => peopleOn({ slack: bot.slack, quiet: second.quiet });
  const intakeMessage = () => lastOf(intakeMessagesOn(bot.slack), 'intake message');

  test('that are told to publish at the same moment, each by another person, announce once and thank once', async () => {
    const { ana, mei, bo, wen } = people();
    const id = await bot.accepted('One person at each replica');
    await bo.press('recordFix', { on: id });
    await bo.submit(fixes);
    await bo.press('prepareDisclosure', { on: id });
    await bo.submit(english);
    await wen.press('approve', { on: id });
    await wen.submit();
    for (const one of [mei, bo]) await one.press('publish', { on: id });
    const published = mei.submit();
    second.answers();
    await Promise.all([published, bo.submit()]);
    expect(bot.announced()).toHaveLength(1);
    const thanks = ana.directMessages().filter((text) => text.includes(id) && text.includes('public now'));
    expect(thanks).toHaveLength(1);
    expect((await bot.report(id)).publications).toHaveLength(1);
  });

  test('both speak the language whose report button somebody from another workspace pressed last', async () => {
    const { dana, mei, bo } = people();
    await bo.command('/vuln setup');
    await mei.command('/vuln setup');
    const pressMyReports = async (side: 'en' | 'zh') => {
      await dana.press('mine', { on: intakeMessage(), block: intakeBlocks[side] });
      const title = dana.modal().content.title?.text;
      await dana.closeAll();
      return title;
    };
    const adviceInChinese = async () => {
      await dana.say(reports, '<@U0VULNDESK> hello?');
      return /[\u4e00-\u9fff]/.test(dana.lastEphemeral());
    };
    const chinese = await pressMyReports('zh');
    expect(await adviceInChinese()).toBe(true);
    second.answers();
    expect(await adviceInChinese()).toBe(true);
    expect(await pressMyReports('en')).not.toBe(chinese);
    expect(await adviceInChinese()).toBe(false);
    first.answers();
    // It follows within the minute for which it trusts its memory.
    await bot.pass(60_000);
    expect(await adviceInChinese()).toBe(false);
  });

  test('store nothing in the clear that identifies somebody from another workspace', async () => {
    const { dana } = people();
    await dana.press('openForm', { on: intakeMessage(), block: intakeBlocks.zh });
    expect(dana.modals()).toHaveLength(1);
    const kept = await bot.database.db.collection('desk').find().toArray();
    expect(kept.length).toBeGreaterThan(2);
    expect(JSON.stringify(kept)).not.toContain(dana.id);
  });

  test('post the weekly digest once, on the first working day after a holiday too, and not again when one starts', async () => {
    const id = await bot.accepted('TITLECANARY');
    const moveTo = async (at: string) => {
      await second.quiet();
      bot.clock.moveTo(new Date(`${at}:00+08:00`));
      for (const { app } of [bot, second]) app.clockMoved();
      await second.quiet();
      return weeklyDigests(bot.slack).length;
    };
    const { ana, bo } = people();
    const late = await ana.files();
    await bo.press('assignToMe', { on: late });
    expect(await moveTo('2026-09-28T08:59')).toBe(0);
    const before = digests(bot.slack).length;
    expect(await moveTo('2026-09-28T09:00')).toBe(1);
    const [first = ''] = weeklyDigests(bot.slack);
    expect(first).toContain('This week: ');
    // What the channel is told of on that morning stands in it, and in no message of its own.
    expect(first).toMatch(new RegExp(`1 overdue\n.*${late}`));
    expect(digests(bot.slack)).toHaveLength(before);
    expect(first).toContain('By severity: Critical 1');
    expect(first).not.toMatch(/TITLECANARY|CANARY/);
    // One that starts knows from the database, and where that was restored, from the channel.
    const told = { $unset: { 'said.week:2026-09-28': '' } } as const;
    for (const change of [{ $set: { uncertain: false } }, told]) {
      await bot.database.db.collection<{ _id: string }>('desk').updateOne({ _id: 'person/channel' }, change);
      const third = await startSecondReplica(bot);
      await third.quiet();
      await third.stop();
    }
    expect(weeklyDigests(bot.slack)).toHaveLength(1);
    expect(await moveTo('2026-10-05T10:00')).toBe(1);
    expect(await moveTo('2026-10-08T09:00')).toBe(2);
    expect(weeklyDigests(bot.slack)[1]).toContain(id);
  });
});
