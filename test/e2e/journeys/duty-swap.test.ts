import type { Message } from '../../../src/sandbox/message-log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/actions.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import type { Person } from '../../support/person.js';
import { type RunningBot, withBot } from '../../support/running-bot.js';
import { buttonsOf, directMessages, ephemerals, lastOf, textIn } from '../../support/screen.js';

const rota = [
  { from: '2026-09-01', responder: sandbox.wen },
  { from: '2026-09-28', responder: sandbox.bo },
  { from: '2026-10-05', responder: sandbox.mei },
  { from: '2026-10-12', responder: sandbox.wen },
];
const china = (text: string) => new Date(`${text}:00+08:00`);
const berlin = (text: string) => new Date(`${text}:00+02:00`);

/** What may be chosen in a list of the modal on the screen. */
const offered = (person: Person, block: string) => {
  const shown = person.modal().content.blocks.find(({ block_id }) => block_id === block);
  const { options } = (shown?.element ?? { options: [] }) as { options: readonly { value: string }[] };
  return options.map(({ value }) => value);
};
/** Opens the form by `/vuln duty`, and asks for the first turn of each list. */
const asks = async (bot: RunningBot, person: Person) => {
  await person.command('/vuln duty');
  await person.press('askForSwap', { on: lastOf(ephemerals(bot.slack, person.id), 'turns') });
  const [mine, theirs] = [inputs.swapMine, inputs.swapTheirs].map((block) => offered(person, block)[0]);
  return await person.submit({ [inputs.swapMine]: mine ?? '', [inputs.swapTheirs]: theirs ?? '' });
};
const questionTo = (bot: RunningBot, person: Person) => lastOf(directMessages(bot.slack, person.id), 'question');
const asItIs = (bot: RunningBot, { channel, ts }: Message) =>
  lastOf(
    [bot.slack.world.messages.find(channel, ts)].flatMap((one) => one ?? []),
    'message',
  );
const swapLines = (bot: RunningBot) =>
  bot
    .cards()
    .map(textIn)
    .filter((text) => text.includes('have swapped duty'));
const stored = (bot: RunningBot) =>
  bot.database.db
    .collection<{ _id: string }>('desk')
    .find({ _id: /^cover\// })
    .toArray();
const turnsOf = async (bot: RunningBot, person: Person) => {
  await person.command('/vuln duty');
  const { blocks } = lastOf(ephemerals(bot.slack, person.id), 'turns');
  return [...textIn(blocks).matchAll(/<@(\w+)>/g)].map(([, user]) => user);
};

test('two turns are swapped once the colleague accepts, however often; the channel hears of both in one line', () =>
  withBot({ policy: { rota } }, async (bot) => {
    const { bo, mei, wen } = bot.people;
    expect(await asks(bot, bo)).toEqual({});
    expect(bo.modalText()).toContain(`We've asked <@${mei.id}>. Until they accept, nothing changes.`);
    const asked = questionTo(bot, mei);
    expect(textIn(asked)).toContain(`<@${bo.id}> 请您换班`);
    expect(Object.keys(buttonsOf(asked))).toEqual([actions.acceptCover, actions.declineCover]);

    // Who isn't asked changes nothing, and sees why.
    const { id: channel } = bot.slack.world.directChannel(wen.id);
    const { author, text, blocks } = asked;
    const copy = bot.slack.world.messages.post({ channel, author, text, blocks }, bot.clock.now());
    for (const button of ['acceptCover', 'declineCover'] as const) {
      await wen.press(button, { on: copy });
      expect(wen.lastEphemeral()).toContain('此换班请求不是发给您的');
    }
    expect(await stored(bot)).toEqual([]);
    expect(await turnsOf(bot, wen)).toEqual([wen.id, bo.id, mei.id, wen.id]);

    await Promise.all([mei.press('acceptCover', { on: asked }), mei.press('acceptCover', { on: asked })]);
    expect(await stored(bot)).toHaveLength(1);
    expect(swapLines(bot)).toEqual([
      expect.stringMatching(/Bo Sandbox: Mon 5 Oct, 00:00.*Mei Sandbox: Mon 28 Sep, 00:00/),
    ]);
    expect(buttonsOf(questionTo(bot, mei))).toEqual({});
    expect(mei.lastDirectMessage()).toContain(`您已与 <@${bo.id}> 换班`);
    // In Berlin it is night.
    expect(bo.directMessages()).toEqual([]);
    await bot.moveTo(berlin('2026-09-22T09:00'));
    expect(bo.directMessages()).toEqual([expect.stringContaining(`<@${mei.id}> has swapped turns with you.`)]);
    expect(await turnsOf(bot, bo)).toEqual([wen.id, mei.id, bo.id, wen.id]);

    // On a screen that is behind, the same answer is the same, and the other one changes nothing.
    await mei.press('acceptCover', { on: { ...asked, version: 0 } });
    expect(mei.lastDirectMessage()).toContain(`您已与 <@${bo.id}> 换班`);
    await mei.press('declineCover', { on: { ...asked, version: 0 } });
    expect(mei.lastDirectMessage()).toContain('其中一段值班已改由他人负责');
    expect(await stored(bot)).toHaveLength(1);
    expect(swapLines(bot)).toHaveLength(1);
    await bot.moveTo(berlin('2026-09-22T10:00'));
    expect(bo.directMessages()).toHaveLength(1);
    // New reports go to whoever has the turn by now.
    await bot.moveTo(china('2026-09-28T10:00'));
    expect(textIn(bot.card(await bot.people.ana.files()))).toContain('Mei Sandbox');
  }));

test('a colleague is asked within their hours, and declines: nothing changes, and whoever asked hears it', () =>
  withBot({ policy: { rota } }, async (bot) => {
    const { bo, mei, wen } = bot.people;
    expect(await asks(bot, mei)).toEqual({});
    expect(mei.modalText()).toContain(`将在 <@${bo.id}> 上班时询问`);
    expect(bo.directMessages()).toEqual([]);
    await bot.moveTo(berlin('2026-09-22T09:00'));
    expect(bo.directMessages()).toEqual([expect.stringContaining(`<@${mei.id}> asks you to swap turns.`)]);
    const asked = questionTo(bot, bo);
    await bo.press('declineCover', { on: asked });
    expect(buttonsOf(questionTo(bot, bo))).toEqual({});
    expect(bo.lastDirectMessage()).toContain(`Noted. We've told <@${mei.id}>.`);
    expect(mei.lastDirectMessage()).toContain(`<@${bo.id}> 不能与您换班，未作更改。`);
    expect(await stored(bot)).toEqual([]);
    expect(await turnsOf(bot, wen)).toEqual([wen.id, bo.id, mei.id, wen.id]);
  }));

test('who is away is said in the form at once; a request that is out of date changes nothing', () =>
  withBot({ policy: { rota } }, async (bot) => {
    const { bo, mei, wen } = bot.people;
    await bo.command('/vuln away 2026-10-11 2026-10-11');
    const clash = await asks(bot, bo);
    expect(clash).toEqual({ [inputs.swapTheirs]: expect.stringContaining('Bo Sandbox is away during the turn') });
    expect(mei.directMessages()).toEqual([]);
    await bo.closeAll();
    await bo.command('/vuln away end');

    // Away since: the question stays, for when they are back.
    expect(await asks(bot, bo)).toEqual({});
    await bo.closeAll();
    const asked = questionTo(bot, mei);
    await mei.command('/vuln away 2026-09-29 2026-09-30');
    await mei.press('acceptCover', { on: asked });
    expect(mei.lastEphemeral()).toContain('在要接的那段值班期间不在，未作更改');
    expect(Object.keys(buttonsOf(asItIs(bot, asked)))).toContain(actions.acceptCover);
    await mei.command('/vuln away end');

    // Somebody else has taken a day of it meanwhile.
    await bo.command('/vuln duty 2026-10-01 2026-10-01 @wen');
    await wen.press('acceptCover', { on: questionTo(bot, wen) });
    await mei.press('acceptCover', { on: asked });
    expect(textIn(asItIs(bot, asked))).toContain('其中一段值班已改由他人负责');
    expect(buttonsOf(asItIs(bot, asked))).toEqual({});
    expect(swapLines(bot)).toEqual([]);
    expect(await stored(bot)).toHaveLength(1);

    // The turn has begun. The first one of a colleague is Wen's day.
    expect(await asks(bot, bo)).toEqual({});
    const late = questionTo(bot, wen);
    await bot.moveTo(china('2026-09-28T09:30'));
    await wen.press('acceptCover', { on: late });
    expect(textIn(asItIs(bot, late))).toContain('其中一段值班已经开始');
    expect(await stored(bot)).toHaveLength(1);
  }));

test('who has no turn to come can ask for nothing', () =>
  withBot({ policy: { rota: [{ from: '2026-09-01', responder: sandbox.bo }] } }, async (bot) => {
    const { bo } = bot.people;
    await bo.command('/vuln duty');
    expect(buttonsOf(lastOf(ephemerals(bot.slack, bo.id), 'turns'))).toEqual({});
  }));
