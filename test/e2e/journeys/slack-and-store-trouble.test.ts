import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import { until } from '../../support/bounded-poll.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import {
  buttonsOf,
  directMessages,
  ephemerals,
  lastOf,
  openModal,
  threadOf,
  textIn,
} from '../../support/screen.js';
import { aForm, cardsOn, file, idOn, openFormOf, valuesOf } from './filing.js';

const { ana, mei, bo, wen, dana, home, securityChannel, general, guo } = sandbox;

describe('trouble', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot();
  });
  afterAll(async () => {
    await bot.stop();
  });
  const cards = () => cardsOn(bot.slack);
  const cardOf = (id: string) => {
    const card = cards().find((one) => idOn(one) === id);
    if (card === undefined) throw new Error(`${id} has no card`);
    return card;
  };
  const told = (user: string) => textIn(lastOf(ephemerals(bot.slack, user), 'answer'));
  const stored = () => bot.database.db.collection('reports').countDocuments();

  test('empty and too long fields are told at the field, by Slack and again by the bot', async () => {
    const view = await openFormOf(bot, ana);
    const before = await stored();
    const empty = await bot.slack.as(ana).submit(view.id, { ...valuesOf(aForm()), [inputs.title]: '' });
    expect(empty.acked).toBe(false);
    const blank = await bot.slack.as(ana).submit(view.id, { ...valuesOf(aForm()), [inputs.overview]: ' \n ' });
    expect(blank.answer).toMatchObject({ errors: { [inputs.overview]: expect.stringContaining('needed') } });
    const nowhere = { [inputs.versions]: [], [inputs.otherVersions]: '' };
    const nothing = await bot.slack.as(ana).submit(view.id, { ...valuesOf(aForm()), ...nowhere });
    expect(nothing.answer).toMatchObject({
      errors: { [inputs.versions]: expect.stringContaining('Choose a version') },
    });
    expect(await stored()).toBe(before);
    await bot.slack.as(ana).close(view.id);
  });

  test('control characters are dropped, everything else is kept as it was typed, and what cannot be seen is shown by its code', async () => {
    const view = await openFormOf(bot, ana);
    const odd = 'a\u0000b\u0007c\u200Bd\u202Ee \uD83D\uDE00 {"$gt":""} __proto__';
    await bot.slack.as(ana).submit(view.id, { ...valuesOf(aForm()), [inputs.verification]: odd });
    await bot.quiet();
    await bot.slack.as(ana).close(openModal(bot.slack, ana).id);
    await bot.slack.as(mei).press({ message: lastOf(cards(), 'card') }, actions.show);
    await bot.quiet();
    expect(textIn(openModal(bot.slack, mei).content)).toContain(
      'abc[U+200B]d[U+202E]e \uD83D\uDE00 {"$gt":""} __proto__',
    );
    await bot.slack.as(mei).close(openModal(bot.slack, mei).id);
  });

  test('the same submission delivered twice is one report, one card and one receipt', async () => {
    const view = await openFormOf(bot, ana);
    const [before, receipts] = [await stored(), directMessages(bot.slack, ana).length];
    const sent = await bot.slack.as(ana).submit(view.id, valuesOf(aForm()));
    const again = await bot.slack.deliverAgain(sent);
    expect(again.answer).toEqual(sent.answer);
    await bot.quiet();
    expect(await stored()).toBe(before + 1);
    expect(cards()).toHaveLength(before + 1);
    expect(directMessages(bot.slack, ana)).toHaveLength(receipts + 1);
    await bot.slack.as(ana).close(openModal(bot.slack, ana).id);
  });

  test('of two people who press Assign to me at once, one is the responder and the other is told who', async () => {
    const card = await file(bot, ana, 'Two hands reach for this');
    const before = ephemerals(bot.slack, mei).length + ephemerals(bot.slack, bo).length;
    await Promise.all([mei, bo].map((user) => bot.slack.as(user).press({ message: card }, actions.assignToMe)));
    await bot.quiet();
    const answers = [...ephemerals(bot.slack, mei), ...ephemerals(bot.slack, bo)].map(textIn);
    expect(answers).toHaveLength(before + 2);
    const [lost] = answers.filter((words) => words.includes('已是') || words.includes('has been the responder'));
    expect(lost).toMatch(/<@U0{5,7}(MEI|BO)>/);
    expect(threadOf(bot.slack, cardOf(idOn(card)))).toHaveLength(1);
  });

  test('a message that is sent twice at once goes out once', async () => {
    const card = await file(bot, ana, 'One letter only');
    await bot.slack.as(wen).press({ message: card }, actions.acknowledge);
    await bot.slack.as(bo).press({ message: card }, actions.acknowledge);
    await bot.quiet();
    const before = directMessages(bot.slack, ana).length;
    const letters = [wen, bo].map((user) => ({ user, view: openModal(bot.slack, user) }));
    const sent = await Promise.all(letters.map(({ user, view }) => bot.slack.as(user).submit(view.id, {})));
    await bot.quiet();
    expect(directMessages(bot.slack, ana)).toHaveLength(before + 1);
    const error = { response_action: 'errors', errors: { [inputs.message]: expect.any(String) } };
    expect(sent.map(({ answer }) => answer)).toEqual(expect.arrayContaining([error, { response_action: 'clear' }]));
    for (const { user, view } of letters) {
      if (bot.slack.seenBy(user).views.length > 0) await bot.slack.as(user).close(view.id);
    }
  });

  test('a button of an old card says how things are now, and changes nothing', async () => {
    const card = await file(bot, ana, 'Pressed on an old card');
    await bot.slack.as(bo).press({ message: card }, actions.acknowledge);
    await bot.quiet();
    await bot.slack.as(bo).submit(openModal(bot.slack, bo).id, {});
    await bot.quiet();
    const sent = directMessages(bot.slack, ana).length;
    const old = { channel: card.channel, ts: card.ts, version: 0 };
    await bot.slack.as(wen).press({ message: old }, actions.acknowledge);
    await bot.quiet();
    expect(told(wen)).toContain('<@U000000BO>');
    expect(bot.slack.seenBy(wen).views).toEqual([]);
    await bot.slack.as(wen).press({ message: old }, actions.assignToMe);
    await bot.quiet();
    expect(told(wen)).toContain('<@U000000BO>');
    expect(directMessages(bot.slack, ana)).toHaveLength(sent);
    expect(threadOf(bot.slack, cardOf(idOn(card)))).toHaveLength(2);
  });

  test('a guest in the security channel gets nothing from any button', async () => {
    const card = await file(bot, ana, 'Not for everybody');
    bot.slack.world.join(securityChannel, guo);
    const document = () => bot.database.db.collection('reports').findOne({ _id: idOn(card) as never });
    const before = (await document())?.version;
    for (const action of [actions.acknowledge, actions.assignToMe, actions.show, actions.more]) {
      await bot.slack.as(guo).press({ message: card }, action.id);
      await bot.quiet();
      expect(told(guo)).toContain('这里仅供安全团队使用');
    }
    bot.slack.world.leave(securityChannel, guo);
    bot.clock.forward(61_000);
    expect(bot.slack.seenBy(guo).views).toEqual([]);
    expect((await document())?.version).toBe(before);
  });

  test('somebody who left the team while a form was open cannot send it', async () => {
    const card = await file(bot, ana, 'Left with the form open');
    await bot.slack.as(bo).press({ message: card }, actions.acknowledge);
    await bot.quiet();
    const letter = openModal(bot.slack, bo);
    bot.slack.world.leave(securityChannel, bo);
    bot.clock.forward(61_000);
    const sent = await bot.slack.as(bo).submit(letter.id, {});
    expect(sent.answer).toEqual({
      response_action: 'errors',
      errors: { [inputs.message]: expect.stringContaining('This is for the security team.') },
    });
    expect(textIn(cardOf(idOn(card)))).toContain('Received');
    bot.slack.world.join(securityChannel, bo);
    bot.clock.forward(61_000);
    await bot.slack.as(bo).close(letter.id);
  });

  describe('while Slack cannot be asked who somebody is, that is what they are told:', () => {
    const away = () => {
      // What was known is too old.
      bot.clock.forward(61_000);
      bot.slack.faults.decide((method) =>
        method === 'users.info' || method === 'conversations.members' ? { kind: 'http', status: 503 } : undefined,
      );
    };
    const back = () => bot.slack.faults.clear();
    afterEach(back);

    test('a press does nothing, and the same press does when Slack is back', async () => {
      const card = await file(bot, ana, 'Slack looks away');
      for (const [user, sentence] of [
        [bo, 'could not be asked just now whether you are on the security team'],
        [mei, '暂时无法向 Slack 核实'],
      ] as const) {
        away();
        await bot.slack.as(user).press({ message: card }, actions.show);
        await bot.quiet();
        expect(told(user)).toContain(sentence);
        expect(bot.slack.seenBy(user).views).toEqual([]);
        back();
        await bot.slack.as(user).press({ message: card }, actions.show);
        await bot.quiet();
        await bot.slack.as(user).close(openModal(bot.slack, user).id);
      }
    });

    test('a form keeps what was typed, and can be sent again', async () => {
      const card = await file(bot, ana, 'Slack looks away from a form');
      await bot.slack.as(bo).press({ message: card }, actions.acknowledge);
      await bot.quiet();
      const letter = openModal(bot.slack, bo);
      away();
      const sent = await bot.slack.as(bo).submit(letter.id, { [inputs.message]: 'Kept through the trouble.' });
      expect(sent.answer).toEqual({
        response_action: 'errors',
        errors: { [inputs.message]: expect.stringContaining('could not be asked just now') },
      });
      back();
      await bot.slack.as(bo).submit(letter.id, {});
      await bot.quiet();
      expect(textIn(lastOf(directMessages(bot.slack, ana), 'letter'))).toContain('Kept through the trouble.');
    });

    test('a report filed for somebody else waits for the answer', async () => {
      await bot.slack.as(bo).command(general, '/vuln report');
      await bot.quiet();
      const form = openModal(bot.slack, bo);
      const before = await stored();
      away();
      const values = { ...valuesOf(aForm()), [inputs.onBehalfOf]: 'Kim' };
      const sent = await bot.slack.as(bo).submit(form.id, values);
      expect(JSON.stringify(sent.answer)).toContain('could not be asked just now');
      expect(await stored()).toBe(before);
      back();
      await bot.slack.as(bo).close(form.id);
    });

    test('somebody of whom one answer says no is refused as ever', async () => {
      const card = await file(bot, ana, 'Slack half looks away');
      bot.clock.forward(61_000);
      bot.slack.faults.decide((method) =>
        method === 'conversations.members' ? { kind: 'http', status: 503 } : undefined,
      );
      bot.slack.world.join(securityChannel, guo);
      await bot.slack.as(guo).press({ message: card }, actions.show);
      await bot.quiet();
      expect(told(guo)).toContain('这里仅供安全团队使用');
      bot.slack.world.leave(securityChannel, guo);
      back();
      bot.clock.forward(61_000);
    });
  });

  test('nobody handles a report of their own', async () => {
    const card = await file(bot, mei, 'Found by one of us');
    await bot.slack.as(mei).press({ message: card }, actions.assignToMe);
    await bot.quiet();
    expect(told(mei)).toContain('您自己的报告');
    await bot.slack.as(bo).command(general, `/vuln assign ${idOn(card)} @mei`);
    await bot.quiet();
    expect(told(bo)).toContain('a report of your own');
    expect(Object.values(buttonsOf(cardOf(idOn(card))))).toContain('Assign to me');
  });

  test('a message that Slack refuses opens the duty again, until it has gone another way', async () => {
    const card = await file(bot, ana, 'The reporter leaves');
    const id = idOn(card);
    bot.slack.world.changePerson(ana, { deactivated: true });
    await bot.slack.as(wen).press({ message: card }, actions.acknowledge);
    await bot.quiet();
    await bot.slack.as(wen).submit(openModal(bot.slack, wen).id, {});
    await bot.quiet();
    expect(textIn(cardOf(id))).toContain('could not deliver');
    expect(textIn(cardOf(id))).toContain('Thu 24 Sep 2026, 18:00');
    await bot.slack.as(wen).press({ message: cardOf(id) }, actions.acknowledge);
    await bot.quiet();
    const byHand = openModal(bot.slack, wen);
    expect(byHand.content.submit?.text).toBe('我已发出');
    await bot.slack.as(wen).submit(byHand.id, {});
    await bot.quiet();
    expect(textIn(cardOf(id))).toContain('Acknowledged');
    bot.slack.world.changePerson(ana, { deactivated: false });
  });

  test('a later message that Slack refuses leaves the report acknowledged, and the card asks for another way', async () => {
    const card = await file(bot, ana, 'The reporter leaves later');
    const id = idOn(card);
    await bot.slack.as(bo).press({ message: card }, actions.acknowledge);
    await bot.quiet();
    await bot.slack.as(bo).submit(openModal(bot.slack, bo).id, {});
    await bot.quiet();
    const write = async (message: string) => {
      await bot.slack.as(bo).press({ message: cardOf(id) }, actions.more);
      await bot.quiet();
      await bot.slack.as(bo).press({ view: openModal(bot.slack, bo).id }, actions.informReporter);
      await bot.quiet();
      const letter = openModal(bot.slack, bo);
      await bot.slack.as(bo).submit(letter.id, { [inputs.message]: message });
      await bot.quiet();
      return letter;
    };
    bot.slack.world.changePerson(ana, { deactivated: true });
    await write('There is news.');
    expect(textIn(cardOf(id))).toContain('Acknowledged');
    expect(textIn(cardOf(id))).toContain('another way');
    await write('There is news. This went by mail.');
    expect(textIn(cardOf(id))).not.toContain('another way');
    bot.slack.world.changePerson(ana, { deactivated: false });
  });

  test('while the security channel is public nothing is posted there; the team hears of it, and what is due follows once', async () => {
    bot.clock.forward(61_000);
    const before = cards().length;
    bot.slack.world.changeChannel(securityChannel, { sharedWith: ['T000OTHER'] });
    const view = await openFormOf(bot, ana);
    await bot.slack.as(ana).submit(view.id, { ...valuesOf(aForm()), [inputs.title]: 'Filed while the room was open' });
    await bot.quiet();
    expect(cards()).toHaveLength(before);
    expect(textIn(lastOf(directMessages(bot.slack, bo), 'warning'))).toContain('shared with another organisation');
    expect(textIn(lastOf(directMessages(bot.slack, bo), 'warning'))).not.toContain('Filed while');
    bot.slack.world.changeChannel(securityChannel, { sharedWith: [] });
    await bot.moveTo(new Date(bot.clock.now().getTime() + 121_000));
    expect(cards()).toHaveLength(before + 1);
    expect(textIn(lastOf(cards(), 'card'))).toContain('Filed while the room was open');
    await bot.slack.as(ana).close(openModal(bot.slack, ana).id);
  });

  test('a card that somebody deleted is posted again, once', async () => {
    const card = await file(bot, ana, 'The card goes missing');
    const before = cards().length;
    const message = bot.slack.world.messages.find(card.channel, card.ts);
    if (message === undefined) throw new Error('the card is not there');
    bot.slack.world.messages.delete(message);
    await bot.slack.as(wen).command(general, `/vuln assign ${idOn(card)} me`);
    await bot.quiet();
    expect(cards()).toHaveLength(before);
    expect(textIn(cardOf(idOn(card)))).toContain('Wen Sandbox');
  });

  test('a press on a spare copy of a card does its job, and the copy goes', async () => {
    const card = await file(bot, ana, 'Two cards for one report');
    const { channel, text, blocks } = card;
    const spare = bot.slack.world.messages.post({ channel, author: card.author, text, blocks }, bot.clock.now());
    await bot.slack.as(wen).press({ message: spare }, actions.assignToMe);
    await bot.quiet();
    expect(textIn(cardOf(idOn(card)))).toContain('Wen Sandbox');
    await until('the spare card to go', () => bot.slack.world.messages.find(channel, spare.ts) === undefined);
    expect(bot.slack.world.messages.find(channel, card.ts)).toBeDefined();
  });

  test('a rate limit, a broken connection and a lost reply delay a card and never double it', async () => {
    const faults = [
      { kind: 'rate_limited', retryAfter: 2 },
      { kind: 'reset' },
      { kind: 'commit_then_drop' },
      { kind: 'http', status: 503 },
    ] as const;
    for (const fault of faults) {
      const before = cards().length;
      const view = await openFormOf(bot, ana);
      bot.slack.faults.next('chat.postMessage', fault);
      await bot.slack.as(ana).submit(view.id, { ...valuesOf(aForm()), [inputs.title]: `Through ${fault.kind}` });
      await bot.quiet();
      await bot.moveTo(new Date(bot.clock.now().getTime() + 10_000));
      expect(cards()).toHaveLength(before + 1);
      expect(textIn(lastOf(cards(), 'card'))).toContain(`Through ${fault.kind}`);
      await bot.slack.as(ana).close(openModal(bot.slack, ana).id);
    }
    expect(bot.slack.faults.pending()).toBe(0);
  });

  test('a lost reply to a line in the room casts no doubt on a letter that was not tried, and doubles no line', async () => {
    const card = await file(bot, ana, 'The letter waits its turn');
    const id = idOn(card);
    const before = directMessages(bot.slack, ana).length;
    await bot.slack.as(bo).press({ message: card }, actions.acknowledge);
    await bot.quiet();
    // The first of the two lines in the thread, then the letter.
    bot.slack.faults.next('chat.postMessage', { kind: 'commit_then_drop' });
    bot.slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 2 });
    await bot.slack.as(bo).submit(openModal(bot.slack, bo).id, {});
    await bot.quiet();
    expect(bot.slack.faults.pending()).toBe(0);
    expect(directMessages(bot.slack, ana)).toHaveLength(before);
    await bot.moveTo(new Date(bot.clock.now().getTime() + 10_000));
    expect(directMessages(bot.slack, ana)).toHaveLength(before + 1);
    expect(Object.keys(buttonsOf(cardOf(id)))).not.toContain(actions.arrived);
    expect(threadOf(bot.slack, cardOf(id))).toHaveLength(2);
  });

  test('somebody from elsewhere was never shown anything', () => {
    expect(bot.slack.world.person(dana).team).not.toBe(home);
    expect(bot.slack.seenBy(dana).texts).toEqual([]);
  });
});
