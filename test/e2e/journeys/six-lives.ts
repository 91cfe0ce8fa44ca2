import { localeOf } from '../../../src/locales/locale-of.js';
import type { Language } from '../../../src/report/form.js';
import type { ReportId } from '../../../src/report/report-id.js';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { intakeBlocks } from '../../../src/slack/views/block-ids.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { aForm, inputsOf } from '../../support/a-form.js';
import { counted, type Meets } from '../../support/counted-person.js';
import type { Person } from '../../support/person.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { digests, directMessages, ephemerals, idOn, intakeMessagesOn, lastOf, textIn } from '../../support/screen.js';

/**
 * What each of six people does and meets while three reports are worked, one of them exploited already: the numbers of a person
 * change only when what they meet changes. `SIX_LIVES=1` prints them.
 */
const meets: Readonly<Record<string, Meets>> = {
  reporter: { typed: 0, clicks: 6, messages: 6 },
  outsider: { typed: 0, clicks: 2, messages: 5 },
  responder: { typed: 0, clicks: 6, messages: 4 },
  deputy: { typed: 0, clicks: 10, messages: 1 },
  lead: { typed: 1, clicks: 6, messages: 2 },
  newcomer: { typed: 1, clicks: 5, messages: 0 },
};

const summary = {
  en: 'A missing check let any signed-in user read resources that were not shared with them.',
  zh: '由于缺少检查，任何已登录的用户都可以读取未共享的资源。',
};
const advisory = {
  [inputs.enTitle]: 'A viewer can read resources of other tenants',
  [inputs.enSummary]: summary.en,
  [inputs.zhTitle]: '查看者可以读取其他租户的资源',
  [inputs.zhSummary]: summary.zh,
};

/** Six people who read this language, with a bot of their own. */
export function sixLives(language: Language): void {
  const say = localeOf(language);
  const everybody = {
    reporter: sandbox.ana,
    outsider: sandbox.dana,
    responder: sandbox.bo,
    deputy: sandbox.wen,
    lead: sandbox.mei,
    newcomer: sandbox.guo,
  } as const;
  type Role = keyof typeof everybody;
  let bot: RunningBot;
  let lives: Readonly<Record<Role, ReturnType<typeof counted>>>;
  let people: Readonly<Record<Role, Person>>;
  let question: ReportId;
  let exploited: ReportId;

  beforeAll(async () => {
    const world = sandboxWorld();
    for (const id of Object.values(everybody))
      world.changePerson(id, { locale: { en: 'en-US', zh: 'zh-CN' }[language], tz: 'Asia/Shanghai' });
    world.changePerson(sandbox.guo, { role: 'member' });
    world.join(sandbox.securityChannel, sandbox.guo);
    const rota = [{ from: '2026-09-01', responder: sandbox.bo, deputy: sandbox.wen }];
    bot = await startRunningBot({ world, policy: { teamLanguage: language, rota, leads: [sandbox.mei] } });
    const of = <T>(make: (role: Role) => T) =>
      Object.fromEntries((Object.keys(everybody) as Role[]).map((role) => [role, make(role)])) as Record<Role, T>;
    lives = of((role) => counted(bot.person(everybody[role])));
    people = of((role) => lives[role].person);
  });
  afterAll(() => bot?.stop());

  const lastMessage = ({ id }: Person) => lastOf(directMessages(bot.slack, id), 'direct message');
  const report = async (who: Person, more = {}) => {
    const on = lastOf(intakeMessagesOn(bot.slack), 'intake message');
    await who.press('openForm', { on, block: intakeBlocks[language] });
    expect(await who.submit({ ...inputsOf(aForm({ language })), ...more })).toEqual({});
    const id = idOn(who.modalText());
    await who.closeAll();
    return id;
  };

  test('the lead puts up the report button with one command', async () => {
    await people.lead.command('/vuln setup');
    expect(intakeMessagesOn(bot.slack)).toHaveLength(1);
  });

  test('a reporter files with two clicks; the responder on duty is told at once, and answers from there with two', async () => {
    const { reporter, responder, deputy, lead } = people;
    question = await report(reporter);
    expect(reporter.directMessages()).toEqual([expect.stringContaining(question)]);
    expect(responder.directMessages()).toEqual([
      expect.stringContaining(say.immediateNotice.heading.on_duty(question)),
    ]);
    for (const other of [deputy, lead]) expect(other.directMessages()).toEqual([]);
    const before = lives.responder.meets().clicks;
    await responder.press('acknowledge', { on: lastMessage(responder) });
    expect(await responder.submit()).toEqual({});
    expect(lives.responder.meets().clicks - before).toBe(2);
    expect(textIn(bot.card(question))).toContain(say.terms.status.acknowledged);
    expect(reporter.directMessages()).toHaveLength(2);
  });

  test('a question reaches the reporter with a button; the answer brings the responder back', async () => {
    const { reporter, responder } = people;
    await responder.pressInMore('askReporter', question);
    expect(await responder.submit({ [inputs.message]: 'Which build was it?' })).toEqual({});
    expect(textIn(lastMessage(reporter))).toContain('Which build was it?');
    await reporter.press('answer', { on: lastMessage(reporter) });
    expect(await reporter.submit({ [inputs.message]: 'Build 4.1.2.' })).toEqual({});
    await reporter.closeAll();
    await responder.press('show', { on: question });
    expect(responder.modalText()).toContain('Build 4.1.2.');
    await responder.closeAll();
  });

  test('the newcomer finds their way from a mistyped command to an open report, and declines it', async () => {
    const { newcomer, reporter } = people;
    await newcomer.command('/vuln lsit');
    expect(newcomer.lastEphemeral()).toContain(say.help.didYouMean('/vuln list'));
    await newcomer.press('list', { on: lastOf(ephemerals(bot.slack, newcomer.id), 'answer') });
    await newcomer.press('show');
    await newcomer.closeAll();
    await newcomer.press('triage', { on: question });
    await newcomer.press('decline');
    await newcomer.type({ [inputs.declineReason]: 'works_as_intended' });
    expect(await newcomer.submit()).toEqual({});
    expect(textIn(bot.card(question))).toContain(say.terms.status.declined);
    expect(reporter.lastDirectMessage()).toContain('Guo Guest');
  });

  test('an exploited report calls the responder and the lead at once, and the lead answers from there', async () => {
    const { deputy, lead, outsider } = people;
    const before = { responder: people.responder.directMessages().length, lead: lead.directMessages().length };
    exploited = await report(outsider, { [inputs.knownAlready]: 'exploited' });
    for (const role of ['responder', 'lead'] as const) {
      expect(people[role].directMessages()).toHaveLength(before[role] + 1);
      expect(people[role].lastDirectMessage()).toContain(say.immediateNotice.exploited);
    }
    expect(deputy.directMessages()).toEqual([]);
    await lead.press('acknowledge', { on: lastMessage(lead) });
    expect(await lead.submit()).toEqual({});
    expect(outsider.directMessages()).toHaveLength(2);
  });

  test('the deputy accepts it, records the fix and prepares the advisory; the lead approves it where the channel asks', async () => {
    const { deputy, lead } = people;
    await deputy.press('triage', { on: exploited });
    await deputy.press('accept');
    await deputy.type({ [inputs.vector]: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' });
    expect(
      await deputy.submit({ [inputs.lines]: 'KubeSphere v4.1: 4.1.0 - 4.1.2', [inputs.cwes]: ['CWE-862'] }),
    ).toEqual({});
    await deputy.press('recordFix', { on: exploited });
    expect(await deputy.submit({ fix_version_0: '4.1.3', fix_link_0: 'https://releases.example/4.1.3' })).toEqual({});
    await deputy.press('prepareDisclosure', { on: exploited });
    expect(await deputy.submit(advisory)).toEqual({});
    const line = lastOf(bot.thread(exploited), 'line');
    expect(textIn(line)).toContain(say.disclosure.approvalLine(exploited));
    await lead.press('approve', { on: line });
    expect(await lead.submit()).toEqual({});
    await lead.press('publish', { on: exploited });
    expect(await lead.submit()).toEqual({});
  });

  test('the outsider, who cannot open #announcements, reads the advisory in the thank-you', () => {
    expect(people.outsider.lastDirectMessage()).toContain(summary[language]);
    expect(bot.slack.world.canSee(sandbox.dana, sandbox.announcements)).toBe(false);
  });

  test('a report that nobody answers reaches the deputy before its deadline, one press from the answer', async () => {
    const { deputy, reporter } = people;
    const silent = await report(reporter);
    await bot.moveTo(new Date('2026-09-24T15:00:00+08:00'));
    expect(deputy.directMessages()).toEqual([]);
    await bot.moveTo(new Date('2026-09-24T16:30:00+08:00'));
    expect(deputy.directMessages()).toEqual([expect.stringContaining(silent)]);
    await deputy.press('show', { on: lastMessage(deputy) });
    await deputy.press('acknowledge');
    expect(await deputy.submit()).toEqual({});
    expect(textIn(bot.card(silent))).toContain(say.terms.status.acknowledged);
  });

  test('nobody meets more than is written down here', () => {
    const met = Object.fromEntries(Object.entries(lives).map(([role, life]) => [role, life.meets()]));
    const posts = { cards: bot.cards().length, digests: digests(bot.slack).length };
    if (process.env.SIX_LIVES !== undefined) console.table({ ...met, [`channel: ${JSON.stringify(posts)}`]: {} });
    expect(met).toEqual(meets);
    expect(posts).toEqual({ cards: 3, digests: 0 });
  });
}
