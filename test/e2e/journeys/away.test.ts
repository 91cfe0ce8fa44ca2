import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { buttonsOf, directMessages, lastOf, textIn } from '../../support/screen.js';

const rota = [{ from: '2026-09-01', responder: sandbox.bo, deputy: sandbox.mei }];

describe('somebody goes away', () => {
  let bot: RunningBot;
  let id: string;
  beforeAll(async () => {
    bot = await startRunningBot({ policy: { rota, leads: [sandbox.mei] } });
  });
  afterAll(() => bot.stop());

  test('is told what clashes with their turn, and the substitute is offered all reports in one message', async () => {
    const { ana, bo, wen } = bot.people;
    const first = await ana.files();
    const second = await ana.files();
    const before = wen.directMessages().length;
    await bo.command('/vuln away 2026-09-23 2026-09-24 @wen');
    expect(bo.lastEphemeral()).toContain("You're away from Wed 23 Sep to Thu 24 Sep.");
    expect(bo.lastEphemeral()).toContain(`<@${wen.id}> will stand in for you. We've told them.`);
    expect(bo.lastEphemeral()).toMatch(/You're on duty from .*Wed 23 Sep, 00:00.* will take over/);
    expect(wen.directMessages().slice(before)).toEqual([expect.stringContaining('请您代班')]);
    for (const one of [first, second]) expect(wen.lastDirectMessage()).toContain(one);
    expect(wen.lastDirectMessage()).not.toContain('viewer');
    id = first;
  });

  test('and the substitute is reminded instead of them', async () => {
    const { bo, wen } = bot.people;
    const [bos, wens] = [bo.directMessages().length, wen.directMessages().length];
    await bot.moveTo(new Date('2026-09-23T14:30:00+08:00'));
    expect(bo.directMessages()).toHaveLength(bos);
    expect(wen.directMessages().slice(wens)).toEqual([expect.stringContaining(id)]);
  });

  test('the substitute takes them, or declines and the other one hears of it', async () => {
    const { bo, wen } = bot.people;
    const offer = lastOf(
      directMessages(bot.slack, wen.id).filter(({ blocks }) => JSON.stringify(blocks).includes('stand_in_')),
      'offer',
    );
    await wen.press('takeReports', { on: offer });
    const answered = () =>
      lastOf(
        directMessages(bot.slack, wen.id).filter(({ ts }) => ts === offer.ts),
        'offer',
      );
    expect(textIn(answered())).toContain('2 份报告已由您处理');
    expect(buttonsOf(answered())).toEqual({});
    expect(textIn(bot.card())).toContain('Wen Sandbox');
    // On another device, which has not seen that.
    const stale = { ...offer, version: 0 };
    await wen.press('declineToStandIn', { on: stale });
    await wen.press('declineToStandIn', { on: stale });
    expect(wen.lastEphemeral()).toContain('未作更改');
    await bo.command('/vuln duty');
    expect(bo.lastEphemeral()).toContain(`On duty now: <@${sandbox.mei}>`);
    // Bo is away, and hears of it when he is back.
    expect(bo.directMessages().join()).not.toContain("can't stand in for you");
    await bo.command('/vuln away end');
    expect(bo.lastEphemeral()).toContain('no longer marked as away');
    await bot.moveTo(new Date('2026-09-23T15:01:00+08:00'));
    expect(bo.directMessages().join()).toContain(`<@${wen.id}> can't stand in for you`);
    await bo.command('/vuln duty');
    expect(bo.lastEphemeral()).toContain(`On duty now: <@${bo.id}>`);
  });

  test('somebody has weekends of their own, and nobody reminds them then', async () => {
    const { ana, mei } = bot.people;
    const late = await ana.files({ title: 'For one with another weekend' });
    await mei.press('assignToMe', { on: late });
    await mei.command('/vuln away weekends wed 周四');
    expect(mei.lastEphemeral()).toContain('您每周休息：周三 · 周四');
    // Received on Wednesday, due on Monday: Friday to Sunday is a holiday.
    const before = mei.directMessages().length;
    await bot.moveTo(new Date('2026-09-24T17:59:00+08:00'));
    expect(mei.directMessages()).toHaveLength(before);
    await mei.command('/vuln away weekends team');
    expect(mei.lastEphemeral()).toContain('您与团队同休');
    await bot.moveTo(new Date('2026-09-28T16:01:00+08:00'));
    expect(mei.lastDirectMessage()).toContain(late);
  });

  test.each([
    ['/vuln away', 'From when to when?'],
    ['/vuln away 2026-09-24', 'From when to when?'],
    ['/vuln away 2026-09-30 2026-09-29', "couldn't read these days"],
    ['/vuln away 2026-09-01 2026-09-02', "couldn't read these days"],
    ['/vuln away 2026-10-01 2026-10-02 @bo', "can't stand in for yourself"],
    ['/vuln away 2026-10-01 2026-10-02 wen', "couldn't read that name"],
    ['/vuln away 2026-10-01 2026-10-02 @ana', "isn't on the security team"],
    ['/vuln away end', "You aren't away"],
    ['/vuln away weekends', "You have the team's weekends. To change that, type /vuln away weekends fri sat"],
    ['/vuln away weekends fri nonsense', "couldn't read these weekdays"],
    ['/vuln away weekends mon tue wed thu fri sat sun', "couldn't read these weekdays"],
  ])('%s is explained', async (typed, answer) => {
    await bot.people.bo.command(typed);
    expect(bot.people.bo.lastEphemeral()).toContain(answer);
  });
});
