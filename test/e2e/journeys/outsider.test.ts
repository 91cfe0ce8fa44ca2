import { pings } from '../../../src/sandbox/pings.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs, intakeBlocks } from '../../../src/slack/views/ids.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import {
  directMessages,
  ephemerals,
  lastOf,
  openModal,
  postsSeenBy,
  threadOf,
  textIn,
} from '../../support/screen.js';
import { aForm, cardsOn, idOn, valuesOf } from './filing.js';

const { dana, ravi, mei, bo, ana, general, reports } = sandbox;

describe('a reporter from another workspace', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot();
  });
  afterAll(async () => {
    await bot.stop();
  });
  const intakeMessages = () => postsSeenBy(bot.slack, dana, reports).filter(({ author }) => author === sandbox.bot);
  const press = async (user: string, action: keyof typeof actions, side: 'en' | 'zh' = 'en') => {
    const intakeMessage = lastOf(intakeMessages(), 'intake message');
    await bot.slack.as(user).press({ message: intakeMessage, block: intakeBlocks[side] }, actions[action]);
    await bot.quiet();
    return openModal(bot.slack, user);
  };
  const inView = async (user: string, action: keyof typeof actions, confirm?: true) => {
    const view = openModal(bot.slack, user);
    await bot.slack.as(user).press({ view: view.id }, actions[action], confirm === undefined ? {} : { confirm });
    await bot.quiet();
  };
  const card = () => lastOf(cardsOn(bot.slack), 'card');
  const closeAll = async (user: string) => {
    for (const view of [...bot.slack.seenBy(user).views].reverse()) await bot.slack.as(user).close(view.id);
  };

  test('only a lead puts up the way in, and it stands once, pinned, however often it is asked for', async () => {
    await bot.slack.as(ana).command(general, '/vuln setup');
    await bot.quiet();
    expect(textIn(lastOf(ephemerals(bot.slack, ana), 'answer'))).toContain('This is for the security team.');
    expect(intakeMessages()).toHaveLength(0);
    await Promise.all([bo, mei].map((user) => bot.slack.as(user).command(general, '/vuln setup')));
    await bot.quiet();
    await bot.slack.as(bo).command(general, '/vuln setup');
    await bot.quiet();
    expect(intakeMessages()).toHaveLength(1);
    expect(lastOf(intakeMessages(), 'intake message').pinned).toBe(true);
    expect(textIn(lastOf(intakeMessages(), 'intake message'))).toContain('发现了漏洞');
  });

  test('a way in that somebody removed is put up again', async () => {
    const intakeMessage = lastOf(intakeMessages(), 'intake message');
    bot.slack.world.messages.delete(intakeMessage);
    await bot.slack.as(bo).command(general, '/vuln setup');
    await bot.quiet();
    expect(intakeMessages()).toHaveLength(1);
    expect(lastOf(intakeMessages(), 'intake message').ts).not.toBe(intakeMessage.ts);
  });

  test('a way in that Slack did not let be pinned is pinned when a lead asks again', async () => {
    const setupHandlers = async () => {
      await bot.slack.as(bo).command(general, '/vuln setup');
      await bot.quiet();
      return intakeMessages().map(({ pinned }) => pinned);
    };
    bot.slack.world.messages.delete(lastOf(intakeMessages(), 'intake message'));
    bot.slack.faults.next('pins.add', { kind: 'error', code: 'missing_scope' });
    expect(await setupHandlers()).toEqual([false]);
    expect(await setupHandlers()).toEqual([true]);
    expect(await setupHandlers()).toEqual([true]);
    expect(bot.logged.filter((line) => line.includes('way in not pinned'))).toHaveLength(1);
  });

  test('they file through the button, in the language of the side they pressed, and read the receipt', async () => {
    const chinese = await press(ravi, 'openForm', 'zh');
    expect(chinese.content.title?.text).toBe('报告漏洞');
    await closeAll(ravi);
    const form = await press(dana, 'openForm');
    expect(textIn(form.content)).toContain('security@kubesphere.io');
    expect(textIn(form.content)).not.toContain('On behalf of');
    await bot.slack.as(dana).submit(form.id, { ...valuesOf(aForm()), [inputs.title]: 'Seen from outside' });
    await bot.quiet();
    expect(textIn(openModal(bot.slack, dana).content)).toContain('Thu 24 Sep 2026, 18:00');
    expect(textIn(lastOf(directMessages(bot.slack, dana), 'receipt'))).toContain(idOn(card()));
    expect(textIn(card())).toContain('Seen from outside');
    await closeAll(dana);
  });

  test('they are asked, answer, add and withdraw; the responder is told without the text', async () => {
    await bot.slack.as(bo).press({ message: card() }, actions.assignToMe);
    await bot.slack.as(bo).press({ message: card() }, actions.more);
    await bot.quiet();
    await inView(bo, 'askReporter');
    const question = openModal(bot.slack, bo);
    await bot.slack.as(bo).submit(question.id, { [inputs.message]: 'Which build was it?' });
    await bot.quiet();
    expect(bot.slack.seenBy(bo).views).toEqual([]);
    expect(textIn(lastOf(directMessages(bot.slack, dana), 'question'))).toContain('Which build was it?');
    // A person has written: that acknowledges, whatever it was about.
    expect(textIn(card())).toContain('Acknowledged');

    await press(dana, 'mine');
    expect(textIn(openModal(bot.slack, dana).content)).toContain('Which build was it?');
    await inView(dana, 'answer');
    await bot.slack.as(dana).submit(openModal(bot.slack, dana).id, { [inputs.message]: 'Build 4.1.2-CANARY' });
    await bot.quiet();
    const line = lastOf(threadOf(bot.slack, card()), 'line');
    expect(textIn(line)).toContain('Dana Outsider answered');
    expect(textIn(line)).not.toContain('CANARY');
    expect(pings(line)).toEqual([bo]);
    await closeAll(dana);

    await bot.slack.as(bo).press({ message: card() }, actions.show);
    await bot.quiet();
    expect(textIn(openModal(bot.slack, bo).content)).toContain('Build 4.1.2-CANARY');
    await closeAll(bo);

    await press(dana, 'mine');
    await inView(dana, 'withdraw', true);
    expect(textIn(openModal(bot.slack, dana).content)).toContain('You withdrew it');
    expect(textIn(card())).toContain('Withdrawn');
    await closeAll(dana);
  });

  test('a note stays inside', async () => {
    await bot.slack.as(bo).press({ message: card() }, actions.more);
    await bot.quiet();
    await inView(bo, 'addNote');
    await bot.slack.as(bo).submit(openModal(bot.slack, bo).id, { [inputs.message]: 'NOTECANARY for us' });
    await bot.quiet();
    await press(dana, 'mine');
    await closeAll(dana);
    expect(bot.slack.seenBy(dana).texts.join('\n')).not.toContain('NOTECANARY');
    await bot.slack.as(mei).press({ message: card() }, actions.show);
    await bot.quiet();
    expect(textIn(openModal(bot.slack, mei).content)).toContain('NOTECANARY for us');
    await closeAll(mei);
  });

  test('nobody sees or answers a report that is not theirs', async () => {
    await press(ravi, 'mine');
    expect(textIn(openModal(bot.slack, ravi).content)).toContain('You have not reported anything yet.');
    await closeAll(ravi);
    const seen = bot.slack.seenBy(ravi).texts.join('\n');
    for (const secret of ['Seen from outside', idOn(card()), 'Dana']) expect(seen).not.toContain(secret);
  });

  test('whoever names the bot in the open is shown the form, and nothing of it is kept', async () => {
    await bot.slack.as(ravi).say(reports, '<@U0VULNDESK> I found MENTIONCANARY in the login');
    await bot.quiet();
    expect(textIn(lastOf(ephemerals(bot.slack, ravi), 'advice'))).toContain(
      'Please do not write about vulnerabilities',
    );
    const kept = JSON.stringify(await bot.database.db.collection('desk').find().toArray());
    expect(kept + bot.logged.join('')).not.toContain('MENTIONCANARY');
    expect(await bot.database.db.collection('reports').countDocuments()).toBe(1);
  });

  test('who pressed the Chinese side reads Chinese from then on: the receipt, and their own reports', async () => {
    const chinese = await press(ravi, 'openForm', 'zh');
    // No button says a language in there: it stays what it was, through the receipt and in their own reports.
    await bot.slack
      .as(ravi)
      .submit(chinese.id, { ...valuesOf(aForm()), [inputs.title]: '从外面看到', [inputs.language]: 'zh' });
    await bot.quiet();
    expect(openModal(bot.slack, ravi).content.title?.text).toBe('报告已保存');
    await closeAll(ravi);
    await press(ravi, 'mine', 'zh');
    await inView(ravi, 'addInformation');
    expect(openModal(bot.slack, ravi).content.title?.text).toBe('补充信息');
    await closeAll(ravi);
  });

  test('where no direct message is possible, a line without detail says where to look', async () => {
    const form = await press(ravi, 'openForm');
    // The card gets through, the receipt doesn't.
    bot.slack.faults.next('chat.postMessage', { kind: 'slow', ms: 1 });
    bot.slack.faults.next('chat.postMessage', { kind: 'error', code: 'user_not_visible' });
    await bot.slack.as(ravi).submit(form.id, { ...valuesOf(aForm()), [inputs.title]: 'No message gets through' });
    await bot.quiet();
    expect(textIn(card())).toContain('No message gets through');
    const line = textIn(lastOf(ephemerals(bot.slack, ravi), 'line'));
    expect(line).toContain('you find everything about it under My reports');
    expect(line).not.toContain(idOn(card()));
    await closeAll(ravi);
  });

  test('the sixth form in an hour waits, politely, and others notice nothing', async () => {
    const strict = await startRunningBot({ policy: { forms: { personHour: 2, personDay: 20, workspaceHour: 50 } } });
    try {
      const open = async (user: string) => {
        await strict.slack.as(user).command(general, '/vuln report');
        await strict.quiet();
        const views = strict.slack.seenBy(user).views;
        for (const view of [...views].reverse()) await strict.slack.as(user).close(view.id);
        return views.length;
      };
      expect([await open(ana), await open(ana), await open(ana)]).toEqual([1, 1, 0]);
      expect(textIn(lastOf(ephemerals(strict.slack, ana), 'answer'))).toContain('more forms than one person usually');
      expect(await open(sandbox.guo)).toBe(1);
      strict.clock.forward(3_600_000);
      expect(await open(ana)).toBe(1);
    } finally {
      await strict.stop();
    }
  });

  test('of letters and wishes about a report so many may be written in an hour as forms in a day, and then it waits', async () => {
    const strict = await startRunningBot({ policy: { forms: { personHour: 5, personDay: 3, workspaceHour: 50 } } });
    try {
      await strict.slack.as(ana).command(general, '/vuln report');
      await strict.quiet();
      await strict.slack.as(ana).submit(openModal(strict.slack, ana).id, valuesOf(aForm()));
      await strict.quiet();
      await strict.slack.as(ana).close(openModal(strict.slack, ana).id);
      const open = async (action: keyof typeof actions) => {
        await strict.slack.as(ana).command(general, '/vuln mine');
        await strict.quiet();
        await strict.slack.as(ana).press({ view: openModal(strict.slack, ana).id }, actions[action]);
        await strict.quiet();
        const words = textIn(openModal(strict.slack, ana).content);
        for (const view of [...strict.slack.seenBy(ana).views].reverse()) await strict.slack.as(ana).close(view.id);
        return words.includes('more forms than one person usually') ? 'waits' : 'opens';
      };
      expect([await open('addInformation'), await open('ownCredit'), await open('addInformation')]).toEqual([
        'opens',
        'opens',
        'opens',
      ]);
      expect([await open('addInformation'), await open('ownCredit')]).toEqual(['waits', 'waits']);
      strict.clock.forward(3_600_000);
      expect(await open('addInformation')).toBe('opens');
    } finally {
      await strict.stop();
    }
  });

  test('the Home tab shows a reporter their own and a responder what is open', async () => {
    await bot.slack.as(mei).openHome();
    await bot.slack.as(ana).openHome();
    await bot.quiet();
    const home = (user: string) => textIn(bot.slack.seenBy(user).home?.content);
    expect(home(mei)).toContain('No message gets through');
    expect(home(ana)).toContain('You have not reported anything yet.');
    expect(home(ana)).not.toContain('No message gets through');
  });
});
