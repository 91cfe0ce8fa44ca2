import { localeOf } from '../../../src/locales/locale-of.js';
import type { ReportId } from '../../../src/report/report-id.js';
import type { Message } from '../../../src/sandbox/message-log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import type { People } from '../../support/person.js';
import { buttonsOf, directMessages, lastOf, textIn } from '../../support/screen.js';
import { type BotWithReports, canaries, english, fixes, startBotWithReports } from './accepted-report.js';

const { announcements, home, securityChannel } = sandbox;

const chinese = {
  [inputs.zhTitle]: '查看者可以读取其他租户的资源',
  [inputs.zhSummary]: '由于缺少检查，任何已登录的用户都可以读取未共享的资源。',
};
const release = { ...fixes, fix_link_0: 'https://releases.example/4.1.3' };

let bot: BotWithReports;
let people: People;
beforeAll(async () => {
  bot = await startBotWithReports();
  people = bot.people;
});
afterAll(async () => {
  await bot.stop();
});

const cardText = (id: ReportId) => textIn(bot.card(id));
const buttons = (id: ReportId) => Object.values(buttonsOf(bot.card(id)));
const announced = () => bot.announced().length;
const thanks = (id: ReportId) =>
  people.ana.directMessages().filter((text) => text.includes(id) && text.includes('public now'));
const hasError = (input: string, part: string) => ({ [input]: expect.stringContaining(part) });

/** Steps that other tests begin with. */
const fixed = async (title: string) => {
  const { bo } = people;
  const id = await bot.accepted(title);
  await bo.press('recordFix', { on: id });
  expect(await bo.submit(release)).toEqual({});
  return id;
};
const prepared = async (title: string) => {
  const { bo } = people;
  const id = await fixed(title);
  await bo.press('prepareDisclosure', { on: id });
  expect(await bo.submit(english)).toEqual({});
  return id;
};
const approved = async (title: string) => {
  const { wen } = people;
  const id = await prepared(title);
  await wen.press('approve', { on: id });
  expect(await wen.submit()).toEqual({});
  return id;
};

describe('from accepted to publicly thanked', () => {
  let id: ReportId;
  let preview: string;
  const lastMessage = () => people.ana.lastDirectMessage();
  beforeAll(async () => {
    id = await bot.accepted('The whole way to the thank-you');
  });

  test('accepted: the fix is the next step', () => {
    expect(cardText(id)).toContain('Critical (9.8)');
    expect(buttons(id)).toEqual(['Record fix…', 'Show report', 'More…']);
  });

  test('a CVE number is requested, then recorded', async () => {
    const { bo } = people;
    await bo.pressInMore('cve', id);
    expect(await bo.submit({ [inputs.cve]: 'CVE-26-1' })).toEqual(hasError(inputs.cve, 'CVE-2026-12345'));
    // An empty form says nothing. That a number was requested is a choice.
    const { numberMissing, both } = localeOf('en').remediation.cve;
    expect(await bo.submit({ [inputs.cve]: '' })).toEqual({ [inputs.cve]: numberMissing });
    const requested = { [inputs.cveStep]: 'requested' };
    expect(await bo.submit({ ...requested, [inputs.cve]: 'CVE-2026-54321' })).toEqual({ [inputs.cveStep]: both });
    expect(await bo.submit({ [inputs.cve]: '' })).toEqual({});
    expect(cardText(id)).toContain('requested');
    expect(textIn(lastOf(bot.thread(id), 'line'))).toContain('requested a CVE number');
    await bo.pressInMore('cve', id);
    expect(await bo.submit({ [inputs.cve]: 'cve-2026-54321' })).toEqual({});
    expect(cardText(id)).toContain('CVE-2026-54321');
  });

  test('an embargo is proposed, moved, and agreed to by the reporter, for the date that they saw', async () => {
    const { ana, bo } = people;
    await bo.pressInMore('embargo', id);
    expect(bo.modalText()).toContain('Asia/Shanghai');
    const until = (day: string, time: string) => ({ [inputs.embargoDay]: day, [inputs.embargoTime]: time });
    expect(await bo.submit(until('2026-09-21', '18:00'))).toEqual(hasError(inputs.embargoDay, 'has passed'));
    expect(await bo.submit(until('2026-10-13', '15:30'))).toEqual({});
    expect(cardText(id)).toContain('Tue 13 Oct, 15:30 (Asia/Shanghai)');
    expect(cardText(id)).toMatch(/<!date\^\d+/);
    expect(cardText(id)).toContain("the reporter hasn't agreed yet");
    expect(lastMessage()).toContain('Does it work for you?');
    expect(lastMessage()).toMatch(/Planned publication: <!date\^\S+ \{time\}\|Tue 13 Oct, 15:30 \(Asia\/Shanghai\)/);
    const first = lastOf(directMessages(bot.slack, ana.id), 'proposal');
    await bo.pressInMore('embargo', id);
    expect(await bo.submit({ [inputs.embargoDay]: '2026-10-14' })).toEqual({});
    expect(lastMessage()).toMatch(/Planned publication: <!date\^\S+ \{time\}\|Wed 14 Oct, 15:30/);
    const second = lastOf(directMessages(bot.slack, ana.id), 'proposal');
    const lines = bot.thread(id).map(textIn);
    expect(lines.filter((line) => line.includes('proposed an embargo to the reporter'))).toHaveLength(2);

    const now = ({ ts }: Message) => textIn(directMessages(bot.slack, ana.id).find((one) => one.ts === ts));
    // The first message asks about a date that is gone.
    await ana.press('agreeEmbargo', { on: first });
    expect(now(first)).toContain('newer date');
    expect(now(first)).not.toContain('Works for me');
    expect(cardText(id)).toContain("the reporter hasn't agreed yet");
    await ana.press('agreeEmbargo', { on: second });
    expect(now(second)).toContain('You agreed to this date.');
    expect(now(second)).not.toContain('Works for me');
    expect(cardText(id)).not.toContain("the reporter hasn't agreed yet");
    expect(textIn(lastOf(bot.thread(id), 'line'))).toContain('agrees to the proposed embargo');
  });

  test('an embargo that was agreed elsewhere is confirmed as that', async () => {
    const { bo } = people;
    const other = await bot.accepted('Agreed by telephone');
    await bo.pressInMore('embargo', other);
    const agreed = { [inputs.embargoHow]: 'agreed', [inputs.embargoDay]: '2026-10-14' };
    expect(await bo.submit(agreed)).toEqual({});
    expect(lastMessage()).toContain(`As we agreed, nothing about ${other}`);
    expect(cardText(other)).not.toContain("the reporter hasn't agreed yet");
  });

  test('the fix is released in one product line, and will not come in the other', async () => {
    const { bo } = people;
    await bo.press('recordFix', { on: id });
    expect(await bo.submit(release)).toEqual({});
    expect(cardText(id)).toContain('KubeSphere v4.1: fixed in v4.1.3, released Tue 22 Sep 2026');
    expect(cardText(id)).toContain('KubeSphere v3.4: will not be fixed');
    expect(buttons(id)).toEqual(['Prepare disclosure…', 'Show report', 'More…']);
  });

  test('the reporter changes how they are credited', async () => {
    const { ana } = people;
    await ana.command('/vuln mine');
    expect(ana.modalText()).toContain('We thank Ana as the form has it for reporting');
    await ana.press('ownCredit', { of: id });
    expect(await ana.submit({ [inputs.creditLink]: 'http://ana.example' })).toEqual(
      hasError(inputs.creditLink, 'https://'),
    );
    const wish = { [inputs.creditName]: 'Ana changed her mind', [inputs.creditLink]: 'https://ana.example/me' };
    expect(await ana.submit(wish)).toEqual({});
    expect(ana.modalText()).toContain('We thank Ana changed her mind (https://ana.example/me) for reporting');
    await ana.closeAll();
  });

  test('Bo prepares the advisory: it may hold nothing secret, and the reporter sees their credit', async () => {
    const { bo } = people;
    await bo.press('prepareDisclosure', { on: id });
    expect(bo.modalText()).toContain('The embargo runs until');
    expect(bo.modalText()).toContain(`We'll announce it in <#${announcements}>`);
    expect(bo.modalText()).not.toContain('CANARY');
    expect(await bo.submit({ ...english, [inputs.enSummary]: `It is so: ${canaries.verification}.` })).toEqual(
      hasError(inputs.enSummary, 'Words 4–'),
    );
    expect(await bo.submit({ ...english, [inputs.zhTitle]: '只有标题' })).toEqual(
      hasError(inputs.zhSummary, 'title and summary'),
    );
    expect(await bo.submit({ ...english, ...chinese })).toEqual({});
    preview = textIn(lastOf(bot.thread(id).slice(0, -1), 'preview'));
    for (const part of [english[inputs.enTitle], chinese[inputs.zhTitle], 'Ana changed her mind'])
      expect(preview).toContain(part);
    expect(lastMessage()).toContain('“We thank Ana changed her mind (https://ana.example/me) for reporting');
    expect(buttons(id)).toEqual(['Approve…', 'Show report', 'More…']);
    expect(cardText(id)).toContain('prepared by Bo Sandbox');
  });

  test('whoever may approve it is told in one line of the channel, with the button', () => {
    const line = lastOf(bot.thread(id), 'line');
    expect(textIn(line)).toContain(localeOf('en').disclosure.approvalLine(id));
    expect(Object.values(buttonsOf(line))).toEqual(['Approve…', 'Show report']);
    const sent = bot.slack.requests.filter(({ args }) =>
      textIn(args).includes(localeOf('en').disclosure.approvalLine(id)),
    );
    expect(sent.map(({ args }) => args.reply_broadcast)).toEqual(['true']);
  });

  test('a second person approves it', async () => {
    const { bo, wen } = people;
    await bo.press('approve', { on: id });
    expect(bo.lastEphemeral()).toContain('A colleague has to approve it');
    await wen.press('approve', { on: id });
    expect(wen.modalText()).toContain(english[inputs.enSummary]);
    expect(await wen.submit()).toEqual({});
    expect(cardText(id)).toContain('approved by Wen Sandbox');
    expect(buttons(id)).toEqual(['Publish…', 'Show report', 'More…']);
  });

  test('it is not published before the embargo ends, unless the reporter agrees', async () => {
    const { ana, mei } = people;
    await mei.press('publish', { on: id });
    expect(mei.lastEphemeral()).toContain('10月14日');
    expect(mei.modals()).toEqual([]);
    await ana.command('/vuln mine');
    await ana.press('agreeEarly', { of: id, confirm: true });
    expect(ana.modalText()).toContain('You agreed to publish earlier.');
    await ana.closeAll();
    await mei.press('publish', { on: id });
    expect(mei.modalText()).toContain(`<#${announcements}>`);
    expect(announced()).toBe(0);
  });

  test('it is published: everybody reads the advisory, and the reporter is thanked', async () => {
    const { ana, mei } = people;
    expect(await mei.submit()).toEqual({});
    expect(announced()).toBe(1);
    const announcement = textIn(lastOf(bot.announced(), 'announcement'));
    for (const part of [
      `KubeSphere security advisory ${id}: ${english[inputs.enTitle]}`,
      chinese[inputs.zhSummary],
      'CVE-2026-54321',
      '): upgrade to v4.1.3',
      '): there will be no fix',
      'We thank Ana changed her mind (https://ana.example/me)',
      'https://releases.example/4.1.3',
    ])
      expect(announcement).toContain(part);
    expect(announcement).not.toContain('Ana as the form has it');
    expect(lastMessage()).toContain('is fixed and public now. Thank you, Ana changed her mind,');
    for (const part of ['Disclosed', `in <#${announcements}>`]) expect(cardText(id)).toContain(part);
    expect(buttons(id)).toEqual(['Show report', 'More…']);
    await ana.command('/vuln mine');
    expect(ana.modalText()).toContain('Fixed and public. Thank you.');
    await ana.closeAll();
  });

  test('it is corrected in a second revision, and the reporter is not thanked again', async () => {
    const { bo, wen } = people;
    await wen.pressInMore('prepareDisclosure', id);
    expect(await wen.submit({ [inputs.change]: ' ' })).toEqual(hasError(inputs.change, ''));
    const change = 'The second product line is named.';
    expect(await wen.submit({ [inputs.change]: change, [inputs.enTitle]: 'A corrected title' })).toEqual({});
    await bo.press('approve', { on: id });
    expect(bo.modalText()).toContain('Not changed: Chinese. Changed: English.');
    expect(await bo.submit()).toEqual({});
    await bo.press('publish', { on: id });
    expect(await bo.submit()).toEqual({});
    expect(announced()).toBe(2);
    const correction = textIn(lastOf(bot.announced(), 'correction'));
    expect(correction).toContain('corrected (revision 2): A corrected title');
    expect(correction).toContain(change);
    const [first] = bot.announced();
    expect(JSON.stringify(first?.blocks)).toMatch(/"type":"link","url":"[^"]+","text":"Superseded by revision 2."/);
    expect(correction).not.toContain('Superseded');
    expect(cardText(id)).toContain('revision 2');
    expect(thanks(id)).toHaveLength(1);
  });

  test('it is withdrawn by two people: the channel is told, the earlier announcements point there, and so is the reporter', async () => {
    const { bo, wen } = people;
    await wen.pressInMore('withdrawAdvisory', id);
    expect(await wen.submit({ [inputs.change]: ' ' })).toEqual(hasError(inputs.change, ''));
    const reason = 'It is the documented behaviour.';
    expect(await wen.submit({ [inputs.change]: reason })).toEqual({});
    await wen.press('approve', { on: id });
    expect(wen.lastEphemeral()).not.toBe('');
    await bo.press('approve', { on: id });
    expect(bo.modalText()).toContain('This withdraws the advisory.');
    expect(await bo.submit()).toEqual({});
    await bo.press('publish', { on: id });
    expect(await bo.submit()).toEqual({});
    expect(announced()).toBe(3);
    const [first, second, gone] = bot.announced();
    expect(textIn(lastOf(bot.announced(), 'withdrawal'))).toContain('withdrawn (revision 3): A corrected title');
    expect(JSON.stringify(gone?.blocks)).toContain(reason);
    for (const earlier of [first, second])
      expect(JSON.stringify(earlier?.blocks)).toMatch(
        /"type":"link","url":"[^"]+","text":"This advisory is withdrawn."/,
      );
    expect(lastMessage()).toContain(`withdrawn the public advisory ${id}. Reason: ${reason}`);
    expect(cardText(id)).toContain('withdrawn');
  });

  test('nothing secret was in an announcement, the preview or a message', () => {
    const everything = [...bot.announced().map(textIn), preview, ...people.ana.directMessages()].join('\n');
    for (const canary of [...Object.values(canaries), 'CANARY']) expect(everything).not.toContain(canary);
  });
});

describe('recording a fix', () => {
  test('names each mistake at its input', async () => {
    const { bo } = people;
    const id = await bot.accepted('Fixes that are none');
    await bo.press('recordFix', { on: id });
    for (const [typed, input, told] of [
      [{ fix_version_0: '4.1.2' }, 'fix_version_0', "isn't newer than 4.1.2"],
      [{ fix_version_0: 'the next one' }, 'fix_version_0', "isn't one release"],
      [{ fix_version_0: '4.1.2-h1' }, 'fix_version_0', 'newer than the affected versions'],
      [{ fix_version_0: '4.1.3', fix_day_0: '2026-09-23' }, 'fix_day_0', 'is in the future'],
      [{ fix_day_0: '2026-09-22', fix_link_0: 'javascript:alert(1)' }, 'fix_link_0', 'https://'],
      [{ fix_link_0: '', fix_wont_0: ['wont_fix'] }, 'fix_version_0', 'not both'],
      [{ fix_version_0: '', fix_wont_0: [] }, 'fix_version_0', 'at least one product line'],
    ] as const)
      expect(await bo.submit(typed)).toEqual(hasError(input, told));
    expect((await bot.report(id)).fixes).toEqual([]);
    await bo.closeAll();
  });

  test('comes before the advisory: without a patched release there is nothing to submit, and the check list says why', async () => {
    const { bo } = people;
    const id = await bot.accepted('Nothing is out yet');
    await bo.pressInMore('prepareDisclosure', id);
    expect(bo.modalText()).toContain('No patched release is recorded');
    expect(bo.modal().content.submit).toBeUndefined();
    await bo.closeAll();
    expect(buttons(id)).toEqual(['Record fix…', 'Show report', 'More…']);
  });
});

describe('an approval', () => {
  test('does not count for what was prepared again since', async () => {
    const { bo, wen } = people;
    const id = await prepared('Prepared twice');
    await wen.press('approve', { on: id });
    await bo.pressInMore('prepareDisclosure', id);
    expect(await bo.submit({ [inputs.enTitle]: 'Quite another title' })).toEqual({});
    await wen.submit();
    expect(wen.modalText()).toContain('已重新准备');
    await wen.closeAll();
    expect((await bot.report(id)).prepared?.approved).toBeUndefined();
  });

  test('is taken back when the credit changes', async () => {
    const { bo } = people;
    const id = await approved('A change of mind');
    await bo.pressInMore('credit', id);
    expect(await bo.submit({ [inputs.creditBy]: 'name', [inputs.creditName]: '' })).toEqual(
      hasError(inputs.creditName, 'Without a name'),
    );
    expect(await bo.submit({ [inputs.creditBy]: 'nobody' })).toEqual({});
    expect(buttons(id)).toEqual(['Prepare disclosure…', 'Show report', 'More…']);
  });

  test('is needed to publish, from an outdated card and an outdated form too', async () => {
    const { bo, wen } = people;
    const id = await approved('Approved once');
    const before = announced();
    await bo.press('publish', { on: id });
    const { channel, ts, versions } = bot.card(id);
    await wen.pressInMore('prepareDisclosure', id);
    expect(await wen.submit({ [inputs.enTitle]: 'Another title' })).toEqual({});
    // The form that was open before it was prepared again.
    await bo.submit();
    expect(bo.modalText()).toContain('was prepared again');
    await bo.closeAll();
    // The card as it was then.
    await bo.press('publish', { on: { channel, ts, version: versions.length - 1 } });
    expect(bo.lastEphemeral()).toContain("isn't approved yet");
    // And past Slack.
    const event = (await bot.report(id)).prepared?.event ?? -1;
    const command = { prepared: event, channel: announcements, route: 'direct_message' } as const;
    const asBo = { kind: 'person', person: { team: home, user: bo.id, name: 'Bo Sandbox' } } as const;
    await expect(bot.handle(id, { type: 'PublishAdvisory', ...command }, asBo)).rejects.toMatchObject({
      code: 'not_approved',
    });
    await bot.quiet();
    expect(announced()).toBe(before);
  });
});

describe('publishing', () => {
  /** How the announcements go, until `back`. */
  const announcementsGo = (fault: { kind: 'commit_then_drop' } | { kind: 'error'; code: string }) =>
    bot.slack.faults.decide((method, args) =>
      method === 'chat.postMessage' && args.channel === announcements ? fault : undefined,
    );
  const back = () => bot.slack.faults.decide(() => undefined);
  afterEach(back);

  test('by two people at once happens once, and a press on an outdated card changes nothing', async () => {
    const { bo, mei, wen } = people;
    const id = await approved('Two press Publish');
    const before = announced();
    for (const one of [mei, bo]) await one.press('publish', { on: id });
    await Promise.all([mei, bo].map((one) => one.submit()));
    expect(announced()).toBe(before + 1);
    const { channel, ts, versions } = bot.card(id);
    await wen.press('publish', { on: { channel, ts, version: versions.length - 2 } });
    expect(wen.lastEphemeral()).toContain('准备公开');
    expect(announced()).toBe(before + 1);
    expect(thanks(id)).toHaveLength(1);
    expect((await bot.report(id)).publications).toHaveLength(1);
    for (const one of [mei, bo]) await one.closeAll();
  });

  test('makes a form that was opened before it too old for a correction, and keeps what was typed', async () => {
    const { bo, mei } = people;
    const id = await approved('Written while it became public');
    await mei.pressInMore('prepareDisclosure', id);
    await bo.press('publish', { on: id });
    expect(await bo.submit()).toEqual({});
    expect(await mei.submit({ [inputs.enTitle]: 'Written too late' })).toEqual(
      hasError(inputs.enTitle, `修改了 ${id}`),
    );
    expect(mei.typed(inputs.enTitle)).toBe('Written too late');
    await mei.closeAll();
  });

  test('does nothing while the bot is not in the announcement channel, or the channel is archived, and says so', async () => {
    const { bo } = people;
    const { world } = bot.slack;
    const id = await approved('No channel to say it in');
    const before = announced();
    world.leave(announcements, sandbox.bot);
    await bo.press('publish', { on: id });
    expect(bo.lastEphemeral()).toContain("can't post in #announcements");
    world.join(announcements, sandbox.bot);

    await bo.press('publish', { on: id });
    world.changeChannel(announcements, { archived: true });
    await bo.submit();
    expect(bo.modalText()).toContain("can't post in #announcements");
    await bo.closeAll();
    expect((await bot.report(id)).publications).toEqual([]);
    world.changeChannel(announcements, { archived: false });

    await bo.press('publish', { on: id });
    expect(await bo.submit()).toEqual({});
    expect(announced()).toBe(before + 1);
  });

  test('with a lost answer from Slack: the card asks whether the announcement is there, and nothing is posted twice', async () => {
    const { bo } = people;
    const id = await approved('The answer is lost');
    const before = announced();
    await bo.press('publish', { on: id });
    announcementsGo({ kind: 'commit_then_drop' });
    await bo.submit();
    back();
    expect(announced()).toBe(before + 1);
    expect(cardText(id)).toContain('Was the announcement posted');
    expect(buttons(id)).toEqual(['Yes, it arrived', 'Send again', 'Show report', 'More…']);
    await bot.pass(600_000);
    expect(announced()).toBe(before + 1);
    await bo.press('arrived', { on: id });
    expect(announced()).toBe(before + 1);
    expect(buttons(id)).toEqual(['Show report', 'More…']);
    const lines = bot.thread(id).map(textIn);
    expect(lines).toContainEqual(expect.stringContaining('Bo Sandbox confirmed that the announcement was posted.'));
  });

  test('refused by Slack: the card says so, and Send again posts it', async () => {
    const { bo, wen } = people;
    const id = await approved('Refused at the last moment');
    const before = announced();
    await bo.press('publish', { on: id });
    announcementsGo({ kind: 'error', code: 'is_archived' });
    await bo.submit();
    back();
    expect(cardText(id)).toContain('Slack refused the announcement');
    expect(buttons(id)).toEqual(['Send again', 'Show report', 'More…']);
    await wen.press('sendAgain', { on: id });
    expect(announced()).toBe(before + 1);
    expect(buttons(id)).toEqual(['Show report', 'More…']);
  });
});

test('when a lead says that the embargo is broken, it no longer holds; the release and the second person are still needed', async () => {
  const { bo, mei, wen } = people;
  const id = await bot.accepted('It is out already');
  await bo.pressInMore('embargo', id);
  expect(await bo.submit({ [inputs.embargoDay]: '2026-12-01' })).toEqual({});
  await bo.press('more', { on: id });
  expect(bo.modalText()).not.toContain('Mark as already public');
  await bo.closeAll();

  await mei.pressInMore('embargoBroken', id);
  expect(mei.modalText()).toContain('保密期结束');
  expect(await mei.submit({ [inputs.brokenWhere]: ' ' })).toEqual(hasError(inputs.brokenWhere, ''));
  expect(await mei.submit({ [inputs.brokenWhere]: 'https://posts.example/1' })).toEqual({});
  expect(cardText(id)).not.toContain('posts.example');

  await bo.pressInMore('prepareDisclosure', id);
  expect(bo.modal().content.submit).toBeUndefined();
  await bo.closeAll();
  await bo.press('recordFix', { on: id });
  expect(await bo.submit({ fix_version_0: '4.1.3' })).toEqual({});
  await bo.press('prepareDisclosure', { on: id });
  expect(bo.modalText()).toContain('already public');
  expect(await bo.submit(english)).toEqual({});
  await bo.press('approve', { on: id });
  expect(bo.lastEphemeral()).toContain('A colleague');

  const before = announced();
  await wen.press('approve', { on: id });
  await wen.submit();
  await wen.press('publish', { on: id });
  await wen.submit();
  expect(announced()).toBe(before + 1);
  expect(textIn(lastOf(bot.announced(), 'announcement'))).toContain(
    'KubeSphere v3.4 (3.4.0 to 3.4.1): there is no fix yet.',
  );
});

test('the promised next update is in the message to the reporter, and a day that has passed is refused', async () => {
  const { ana, bo } = people;
  const id = await bot.accepted('When do I hear again');
  await bo.pressInMore('informReporter', id);
  // Mid-Autumn and National Day lie between.
  expect(bo.typed(inputs.nextUpdate)).toBe('2026-09-30');
  // The draft has a gap, which is told at the text.
  expect(await bo.submit()).toEqual(hasError(inputs.message, 'still has a gap: “…”'));
  await bo.type({ [inputs.message]: 'The fix is being tested.' });
  expect(await bo.submit({ [inputs.nextUpdate]: '2026-09-21' })).toEqual(hasError(inputs.nextUpdate, 'has passed'));
  expect(await bo.submit({ [inputs.nextUpdate]: '2026-10-08' })).toEqual({});
  expect(ana.lastDirectMessage()).toMatch(/Next update by <!date\^\S+ \{time\}\|Thu 8 Oct, 18:00 \(Asia\/Shanghai/);
  expect((await bot.report(id)).nextUpdate?.dueAt).toEqual(new Date('2026-10-08T18:00:00+08:00'));
  expect(cardText(id)).toContain('Next update due');
});

test('nothing secret was ever posted in the security channel or the announcement channel', () => {
  const posted = bot.slack.world.messages
    .all()
    .filter(({ channel }) => channel === announcements || channel === securityChannel);
  expect(posted.length).toBeGreaterThan(40);
  const all = posted.map((message) => JSON.stringify(message)).join('\n');
  expect(all).not.toContain('CANARY');
  expect(all).not.toContain(canaries.contact);
});

test('without an announcement channel an advisory can be prepared and approved, and Publish names the missing setting', async () => {
  const without = await startBotWithReports({ announce: null });
  const { bo, wen } = without.people;
  try {
    const id = await without.accepted('Nowhere to announce it');
    await bo.press('recordFix', { on: id });
    await bo.submit(fixes);
    await bo.press('prepareDisclosure', { on: id });
    expect(bo.modalText()).toContain('ANNOUNCE_CHANNEL');
    await bo.submit(english);
    await wen.press('approve', { on: id });
    await wen.submit();
    await bo.press('publish', { on: id });
    expect(bo.lastEphemeral()).toContain('ANNOUNCE_CHANNEL');
    expect((await without.report(id)).publications).toEqual([]);
  } finally {
    await without.stop();
  }
});
