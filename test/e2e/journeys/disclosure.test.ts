import type { ReportId } from '../../../src/report/report-id.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import {
  buttonsOf,
  directMessages,
  ephemerals,
  lastOf,
  openModal,
  threadOf,
  textIn,
} from '../../support/screen.js';
import { canaries, type RemedyDesk, startRemedyDesk } from './remediation-steps.js';

const { ana, mei, bo, wen, home, general, announcements, securityChannel } = sandbox;

const english = {
  [inputs.enTitle]: 'A viewer can read resources of other tenants',
  [inputs.enSummary]: 'A missing check let any signed-in user read resources that were not shared with them.',
};
const chinese = {
  [inputs.zhTitle]: '查看者可以读取其他租户的资源',
  [inputs.zhSummary]: '由于缺少检查，任何已登录的用户都可以读取未共享的资源。',
};
const fixes = {
  fix_version_0: 'v4.1.3',
  fix_link_0: 'https://releases.example/4.1.3',
  fix_wont_1: ['wont_fix'],
};

describe('from accepted to publicly thanked', () => {
  let here: RemedyDesk;
  beforeAll(async () => {
    here = await startRemedyDesk();
  });
  afterAll(async () => {
    await here.stop();
  });

  const told = (user: string) => textIn(lastOf(ephemerals(here.bot.slack, user), 'answer'));
  const cardWords = (id: ReportId) => textIn(here.card(id));
  const steps = (id: ReportId) => Object.values(buttonsOf(here.card(id)));
  const letters = () => directMessages(here.bot.slack, ana).map(textIn);
  const modalWords = (user: string) => textIn(openModal(here.bot.slack, user).content);
  const openMine = async () => {
    await here.bot.slack.as(ana).command(general, '/vuln mine');
    await here.bot.quiet();
  };
  const pressMine = async (id: ReportId, action: 'ownCredit' | 'agreeEarly') => {
    const view = openModal(here.bot.slack, ana);
    const block = view.content.blocks.find(
      (one) =>
        one.type === 'actions' && JSON.stringify(one).includes(id) && JSON.stringify(one).includes(actions[action]),
    );
    await here.bot.slack
      .as(ana)
      .press({ view: view.id, ...(block === undefined ? {} : { block: block.block_id }) }, actions[action], {
        confirm: true,
      });
    await here.bot.quiet();
  };
  const fixed = async (title: string) => {
    const id = await here.accepted(title);
    await here.press(bo, id, 'recordFix');
    expect(await here.submit(bo, fixes)).toEqual({});
    return id;
  };
  const approved = async (title: string) => {
    const id = await fixed(title);
    await here.press(bo, id, 'prepareDisclosure');
    expect(await here.submit(bo, english)).toEqual({});
    await here.press(wen, id, 'approve');
    expect(await here.submit(wen)).toEqual({});
    return id;
  };

  test('a whole life: CVE number, embargo, fixes, credit, preparation, approval, publication, correction', async () => {
    const before = here.announced().length;
    const id = await here.accepted('The whole way to the thank-you');
    expect(cardWords(id)).toContain('Critical (9.8)');
    expect(steps(id)).toEqual(['Fix released…', 'Show report', 'More…']);

    await here.pressInMore(bo, id, 'cve');
    expect(await here.submit(bo)).toEqual({});
    expect(cardWords(id)).toContain('requested');
    await here.pressInMore(bo, id, 'cve');
    expect(await here.submit(bo, { [inputs.cve]: 'CVE-26-1' })).toEqual({
      [inputs.cve]: expect.stringContaining('CVE-2026-12345'),
    });
    expect(await here.submit(bo, { [inputs.cve]: 'cve-2026-54321' })).toEqual({});
    expect(cardWords(id)).toContain('CVE-2026-54321');

    await here.pressInMore(bo, id, 'embargo');
    expect(modalWords(bo)).toContain('Asia/Shanghai');
    expect(await here.submit(bo, { [inputs.embargoDay]: '2026-09-21', [inputs.embargoTime]: '18:00' })).toEqual({
      [inputs.embargoDay]: expect.stringContaining('has passed'),
    });
    expect(await here.submit(bo, { [inputs.embargoDay]: '2026-10-13', [inputs.embargoTime]: '15:30' })).toEqual({});
    expect(cardWords(id)).toContain('Tue 13 Oct 2026, 15:30 (Asia/Shanghai, UTC+8)');
    expect(cardWords(id)).toMatch(/<!date\^\d+/);
    expect(lastOf(letters(), 'letter')).toContain('The embargo ends Tue 13 Oct 2026, 15:30 (Asia/Shanghai, UTC+8)');
    await here.pressInMore(bo, id, 'embargo');
    expect(await here.submit(bo, { [inputs.embargoDay]: '2026-10-14' })).toEqual({});
    expect(lastOf(letters(), 'letter')).toContain('The embargo ends Wed 14 Oct 2026, 15:30');
    const lines = threadOf(here.bot.slack, here.card(id)).map(textIn);
    expect(lines.filter((line) => line.includes('nothing is published before'))).toHaveLength(2);

    await here.press(bo, id, 'recordFix');
    expect(await here.submit(bo, fixes)).toEqual({});
    expect(cardWords(id)).toContain('KubeSphere v4.1: fixed in v4.1.3, released Tue 22 Sep 2026');
    expect(cardWords(id)).toContain('KubeSphere v3.4: will not be fixed');
    expect(steps(id)).toEqual(['Prepare disclosure…', 'Show report', 'More…']);

    await openMine();
    expect(modalWords(ana)).toContain('We thank Ana as the form has it for reporting');
    await pressMine(id, 'ownCredit');
    expect(await here.submit(ana, { [inputs.creditLink]: 'http://ana.example' })).toEqual({
      [inputs.creditLink]: expect.stringContaining('https://'),
    });
    const wish = { [inputs.creditName]: 'Ana changed her mind', [inputs.creditLink]: 'https://ana.example/me' };
    expect(await here.submit(ana, wish)).toEqual({});
    expect(modalWords(ana)).toContain('We thank Ana changed her mind (https://ana.example/me) for reporting');
    await here.closeAll(ana);

    await here.press(bo, id, 'prepareDisclosure');
    expect(modalWords(bo)).toContain('The embargo runs until');
    expect(modalWords(bo)).toContain(`It is announced in <#${announcements}>`);
    expect(modalWords(bo)).not.toContain('CANARY');
    expect(await here.submit(bo, { ...english, [inputs.enSummary]: `It is so: ${canaries.verification}.` })).toEqual({
      [inputs.enSummary]: expect.stringContaining('From word 4 on'),
    });
    expect(await here.submit(bo, { ...english, [inputs.zhTitle]: '只有标题' })).toEqual({
      [inputs.zhSummary]: expect.stringContaining('title and a summary'),
    });
    expect(await here.submit(bo, { ...english, ...chinese })).toEqual({});
    const preview = textIn(lastOf(threadOf(here.bot.slack, here.card(id)), 'preview'));
    for (const part of [english[inputs.enTitle], chinese[inputs.zhTitle], 'Ana changed her mind'])
      expect(preview).toContain(part);
    expect(lastOf(letters(), 'letter')).toContain(
      '“We thank Ana changed her mind (https://ana.example/me) for reporting',
    );
    expect(steps(id)).toEqual(['Approve…', 'Show report', 'More…']);
    expect(cardWords(id)).toContain('prepared by Bo Sandbox');

    await here.press(bo, id, 'approve');
    expect(told(bo)).toContain('A colleague has to approve it');
    await here.press(wen, id, 'approve');
    expect(modalWords(wen)).toContain(english[inputs.enSummary]);
    expect(await here.submit(wen)).toEqual({});
    expect(cardWords(id)).toContain('approved by Wen Sandbox');
    expect(steps(id)).toEqual(['Publish…', 'Show report', 'More…']);

    await here.press(mei, id, 'publish');
    expect(told(mei)).toContain('10月14日');
    expect(here.announced()).toHaveLength(before);
    await openMine();
    await pressMine(id, 'agreeEarly');
    expect(modalWords(ana)).toContain('You agree to publish earlier.');
    await here.closeAll(ana);
    await here.press(mei, id, 'publish');
    expect(modalWords(mei)).toContain(`<#${announcements}>`);
    expect(here.announced()).toHaveLength(before);
    expect(await here.submit(mei)).toEqual({});

    expect(here.announced()).toHaveLength(before + 1);
    const announcement = textIn(lastOf(here.announced(), 'announcement'));
    expect(announcement).toContain(`KubeSphere security advisory ${id}: ${english[inputs.enTitle]}`);
    for (const part of [
      chinese[inputs.zhSummary],
      'CVE-2026-54321',
      '; upgrade to v4.1.3',
      '; there will be no fix',
      'We thank Ana changed her mind (https://ana.example/me)',
      'https://releases.example/4.1.3',
    ])
      expect(announcement).toContain(part);
    expect(announcement).not.toContain('Ana as the form has it');
    expect(lastOf(letters(), 'letter')).toContain('is fixed and public now. Thank you, Ana changed her mind,');
    expect(cardWords(id)).toContain('Disclosed');
    expect(cardWords(id)).toContain(`in <#${announcements}>`);
    expect(steps(id)).toEqual(['Show report', 'More…']);
    await openMine();
    expect(modalWords(ana)).toContain('Fixed and public. Thank you.');
    await here.closeAll(ana);

    await here.pressInMore(wen, id, 'prepareDisclosure');
    expect(await here.submit(wen, { [inputs.change]: ' ' })).toEqual({ [inputs.change]: expect.any(String) });
    const change = 'The second product line is named.';
    expect(await here.submit(wen, { [inputs.change]: change, [inputs.enTitle]: 'A corrected title' })).toEqual({});
    await here.press(bo, id, 'approve');
    expect(await here.submit(bo)).toEqual({});
    await here.press(bo, id, 'publish');
    expect(await here.submit(bo)).toEqual({});
    expect(here.announced()).toHaveLength(before + 2);
    expect(textIn(lastOf(here.announced(), 'correction'))).toContain('corrected (revision 2): A corrected title');
    expect(cardWords(id)).toContain('revision 2');
    const thanked = letters().filter((letter) => letter.includes(id) && letter.includes('is fixed and public now'));
    expect(thanked).toHaveLength(1);

    const everywhere = [...here.announced().map(textIn), preview, ...letters()].join('\n');
    for (const canary of Object.values(canaries)) expect(everywhere).not.toContain(canary);
    expect(everywhere).not.toContain('CANARY');
  });

  test('a release that is not newer, or not out yet, and a link that is none, are told at their input', async () => {
    const id = await here.accepted('Fixes that are none');
    await here.press(bo, id, 'recordFix');
    const wrong = { fix_version_0: '4.1.2' };
    expect(await here.submit(bo, wrong)).toEqual({ fix_version_0: expect.stringContaining('not newer than 4.1.2') });
    expect(await here.submit(bo, { fix_version_0: 'the next one' })).toEqual({
      fix_version_0: expect.stringContaining('such as 3.4.2'),
    });
    expect(await here.submit(bo, { fix_version_0: '4.1.3', fix_day_0: '2026-09-23' })).toEqual({
      fix_day_0: expect.stringContaining('lies in the future'),
    });
    expect(await here.submit(bo, { fix_day_0: '2026-09-22', fix_link_0: 'javascript:alert(1)' })).toEqual({
      fix_link_0: expect.stringContaining('https://'),
    });
    expect(await here.submit(bo, { fix_link_0: '', fix_wont_0: ['wont_fix'] })).toEqual({
      fix_version_0: expect.stringContaining('not both'),
    });
    expect(await here.submit(bo, { fix_version_0: '', fix_wont_0: [] })).toEqual({
      fix_version_0: expect.stringContaining('at least one product line'),
    });
    expect((await here.report(id)).fixes).toEqual([]);
    await here.closeAll(bo);
  });

  test('an advisory is not written before a patched release is out, and the check list says what is missing', async () => {
    const id = await here.accepted('Nothing is out yet');
    await here.pressInMore(bo, id, 'prepareDisclosure');
    expect(modalWords(bo)).toContain('No patched release is recorded');
    expect(openModal(here.bot.slack, bo).content.submit).toBeUndefined();
    await here.closeAll(bo);
    expect(steps(id)).toEqual(['Fix released…', 'Show report', 'More…']);
  });

  test('of two people who publish at once one does, and a second press changes nothing: one announcement, one thank-you', async () => {
    const id = await approved('Two hands on Publish');
    const before = here.announced().length;
    for (const user of [mei, bo]) await here.press(user, id, 'publish');
    const views = [mei, bo].map((user) => ({ user, view: openModal(here.bot.slack, user).id }));
    await Promise.all(views.map(({ user, view }) => here.bot.slack.as(user).submit(view, {})));
    await here.bot.quiet();
    expect(here.announced()).toHaveLength(before + 1);
    const old = here.card(id);
    const asItWas = { channel: old.channel, ts: old.ts, version: old.versions.length - 2 };
    await here.bot.slack.as(wen).press({ message: asItWas }, actions.publish);
    await here.bot.quiet();
    expect(told(wen)).toContain('准备公开');
    expect(here.announced()).toHaveLength(before + 1);
    expect(letters().filter((letter) => letter.includes(id) && letter.includes('public now'))).toHaveLength(1);
    expect((await here.report(id)).publications).toHaveLength(1);
  });

  test('what was approved on an old screen is not what was prepared since', async () => {
    const id = await fixed('Prepared twice');
    await here.press(bo, id, 'prepareDisclosure');
    expect(await here.submit(bo, english)).toEqual({});
    await here.press(wen, id, 'approve');
    await here.pressInMore(bo, id, 'prepareDisclosure');
    expect(await here.submit(bo, { [inputs.enTitle]: 'Quite another title' })).toEqual({});
    await here.submit(wen);
    expect(modalWords(wen)).toContain('已重新准备');
    await here.closeAll(wen);
    expect((await here.report(id)).prepared?.approved).toBeUndefined();
  });

  test('a form from before the publication is no correction: it is told at an input that it has, and what was typed is kept', async () => {
    const id = await approved('Written while it became public');
    await here.pressInMore(mei, id, 'prepareDisclosure');
    await here.press(bo, id, 'publish');
    expect(await here.submit(bo)).toEqual({});
    expect(await here.submit(mei, { [inputs.enTitle]: 'Written too late' })).toEqual({
      [inputs.enTitle]: expect.stringContaining(`修改了 ${id}`),
    });
    expect(openModal(here.bot.slack, mei).state).toMatchObject({
      [inputs.enTitle]: { [inputs.enTitle]: { value: 'Written too late' } },
    });
    await here.closeAll(mei);
  });

  test('what nobody has approved is not published, from an old card or an old screen either', async () => {
    const id = await approved('Approved once');
    const before = here.announced().length;
    await here.press(bo, id, 'publish');
    const { channel, ts, versions } = here.card(id);
    await here.pressInMore(wen, id, 'prepareDisclosure');
    expect(await here.submit(wen, { [inputs.enTitle]: 'Another title' })).toEqual({});
    await here.submit(bo);
    expect(modalWords(bo)).toContain('prepared again meanwhile');
    await here.closeAll(bo);
    const old = { channel, ts, version: versions.length - 1 };
    await here.bot.slack.as(bo).press({ message: old }, actions.publish);
    await here.bot.quiet();
    expect(told(bo)).toContain('not approved yet');
    const actor = { kind: 'person', person: { team: home, user: bo, name: 'Bo Sandbox' } } as const;
    const { prepared } = await here.report(id);
    const command = { prepared: prepared?.event ?? -1, channel: announcements, route: 'direct_message' } as const;
    await expect(here.handle(id, { type: 'PublishAdvisory', ...command }, actor)).rejects.toMatchObject({
      code: 'not_approved',
    });
    await here.bot.quiet();
    expect(here.announced()).toHaveLength(before);
  });

  test('a credit that changes after the approval takes the approval back', async () => {
    const id = await approved('A change of mind');
    await here.pressInMore(bo, id, 'credit');
    expect(await here.submit(bo, { [inputs.creditBy]: 'name', [inputs.creditName]: '' })).toEqual({
      [inputs.creditName]: expect.stringContaining('without one'),
    });
    expect(await here.submit(bo, { [inputs.creditBy]: 'nobody' })).toEqual({});
    expect(steps(id)).toEqual(['Prepare disclosure…', 'Show report', 'More…']);
  });

  test('where the announce channel is archived, or the bot is not in it, nothing becomes public, and the way out is said', async () => {
    const id = await approved('No room to say it in');
    const before = here.announced().length;
    const { world } = here.bot.slack;
    world.leave(announcements, sandbox.bot);
    await here.press(bo, id, 'publish');
    expect(told(bo)).toContain('cannot post in #announcements');
    world.join(announcements, sandbox.bot);
    await here.press(bo, id, 'publish');
    world.changeChannel(announcements, { archived: true });
    await here.submit(bo);
    expect(modalWords(bo)).toContain('cannot post in #announcements');
    await here.closeAll(bo);
    expect((await here.report(id)).publications).toEqual([]);
    world.changeChannel(announcements, { archived: false });
    await here.press(bo, id, 'publish');
    expect(await here.submit(bo)).toEqual({});
    expect(here.announced()).toHaveLength(before + 1);
  });

  test('an announcement whose reply is lost is asked about on the card, and not posted a second time unasked', async () => {
    const id = await approved('The answer is lost');
    const before = here.announced().length;
    const faulty = loseReplies();
    await here.press(bo, id, 'publish');
    await here.submit(bo);
    here.bot.slack.faults.decide(() => undefined);
    expect(faulty()).toBe(1);
    expect(here.announced()).toHaveLength(before + 1);
    expect(cardWords(id)).toContain('not certain that the announcement');
    expect(steps(id)).toEqual(['It did', 'Send again', 'Show report', 'More…']);
    await here.bot.moveTo(new Date(here.bot.clock.now().getTime() + 600_000));
    expect(here.announced()).toHaveLength(before + 1);
    await here.press(bo, id, 'arrived');
    expect(here.announced()).toHaveLength(before + 1);
    expect(steps(id)).toEqual(['Show report', 'More…']);
    const lines = threadOf(here.bot.slack, here.card(id)).map(textIn);
    expect(lines).toContainEqual(expect.stringContaining('Bo Sandbox confirmed that the announcement was posted.'));
  });

  test('an announcement that Slack refuses after all is told on the card, and goes out when somebody asks for it again', async () => {
    const id = await approved('Refused at the last moment');
    const before = here.announced().length;
    await here.press(bo, id, 'publish');
    here.bot.slack.faults.decide((method, args) =>
      method === 'chat.postMessage' && args.channel === announcements
        ? { kind: 'error', code: 'is_archived' }
        : undefined,
    );
    await here.submit(bo);
    here.bot.slack.faults.decide(() => undefined);
    expect(cardWords(id)).toContain('Slack refused the announcement');
    expect(steps(id)).toEqual(['Send again', 'Show report', 'More…']);
    await here.press(wen, id, 'sendAgain');
    expect(here.announced()).toHaveLength(before + 1);
    expect(steps(id)).toEqual(['Show report', 'More…']);
  });

  test('a lead may say that it is public already: the embargo is skipped, the release and the second person are not', async () => {
    const id = await here.accepted('It is out already');
    await here.pressInMore(bo, id, 'embargo');
    await here.submit(bo, { [inputs.embargoDay]: '2026-12-01' });
    await here.press(bo, id, 'more');
    expect(modalWords(bo)).not.toContain('Embargo broken');
    await here.closeAll(bo);
    await here.pressInMore(mei, id, 'embargoBroken');
    expect(modalWords(mei)).toContain('保密期的结束时间');
    expect(await here.submit(mei, { [inputs.brokenWhere]: ' ' })).toEqual({ [inputs.brokenWhere]: expect.any(String) });
    expect(await here.submit(mei, { [inputs.brokenWhere]: 'https://posts.example/1' })).toEqual({});
    expect(cardWords(id)).not.toContain('posts.example');
    await here.pressInMore(bo, id, 'prepareDisclosure');
    expect(openModal(here.bot.slack, bo).content.submit).toBeUndefined();
    await here.closeAll(bo);
    await here.press(bo, id, 'recordFix');
    expect(await here.submit(bo, { fix_version_0: '4.1.3' })).toEqual({});
    await here.press(bo, id, 'prepareDisclosure');
    expect(modalWords(bo)).toContain('public already');
    expect(await here.submit(bo, english)).toEqual({});
    await here.press(bo, id, 'approve');
    expect(told(bo)).toContain('A colleague');
    const before = here.announced().length;
    await here.press(wen, id, 'approve');
    await here.submit(wen);
    await here.press(wen, id, 'publish');
    await here.submit(wen);
    expect(here.announced()).toHaveLength(before + 1);
    expect(textIn(lastOf(here.announced(), 'announcement'))).toContain(
      'KubeSphere v3.4: 3.4.0 to 3.4.1; there is no fix yet.',
    );
  });

  test('a promise of the next update stands in the message, and a day that has passed is told at its input', async () => {
    const id = await here.accepted('When do I hear again');
    await here.pressInMore(bo, id, 'informReporter');
    const { state } = openModal(here.bot.slack, bo);
    // Mid-Autumn and National Day lie between.
    expect(state[inputs.nextUpdate]?.[inputs.nextUpdate]?.selected_date).toBe('2026-09-30');
    expect(await here.submit(bo, { [inputs.nextUpdate]: '2026-09-21' })).toEqual({
      [inputs.nextUpdate]: expect.stringContaining('has passed'),
    });
    expect(await here.submit(bo, { [inputs.nextUpdate]: '2026-10-08' })).toEqual({});
    expect(lastOf(letters(), 'letter')).toContain('You hear from us again by Thu 8 Oct 2026, 18:00 (Asia/Shanghai');
    expect((await here.report(id)).nextUpdate?.dueAt).toEqual(new Date('2026-10-08T18:00:00+08:00'));
    expect(cardWords(id)).toContain('Next update due');
  });

  test('the security channel holds every preview, and nothing of what is closed was ever posted in any channel', () => {
    const posted = here.bot.slack.world.messages
      .all()
      .filter(({ channel }) => channel === announcements || channel === securityChannel);
    expect(posted.length).toBeGreaterThan(40);
    const all = posted.map((message) => JSON.stringify(message)).join('\n');
    expect(all).not.toContain('CANARY');
    expect(all).not.toContain(canaries.contact);
  });

  /** Answers of announcements are lost once they are posted. How many were. */
  function loseReplies(): () => number {
    let lost = 0;
    here.bot.slack.faults.decide((method, args) => {
      if (method !== 'chat.postMessage' || args.channel !== announcements) return undefined;
      lost += 1;
      return { kind: 'commit_then_drop' };
    });
    return () => lost;
  }
});

describe('without a channel for announcements', () => {
  let here: RemedyDesk;
  beforeAll(async () => {
    here = await startRemedyDesk({ announce: null });
  });
  afterAll(async () => {
    await here.stop();
  });

  test('an advisory can be prepared and approved, and publishing it says what to configure', async () => {
    const id = await here.accepted('Nowhere to say it');
    await here.press(bo, id, 'recordFix');
    await here.submit(bo, fixes);
    await here.press(bo, id, 'prepareDisclosure');
    expect(textIn(openModal(here.bot.slack, bo).content)).toContain('ANNOUNCE_CHANNEL');
    await here.submit(bo, english);
    await here.press(wen, id, 'approve');
    await here.submit(wen);
    await here.press(bo, id, 'publish');
    expect(textIn(lastOf(ephemerals(here.bot.slack, bo), 'answer'))).toContain('ANNOUNCE_CHANNEL');
    expect((await here.report(id)).publications).toEqual([]);
  });
});
