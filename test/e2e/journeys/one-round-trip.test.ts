import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/actions.js';
import { intakeBlocks } from '../../../src/slack/views/block-ids.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { aForm, inputsOf } from '../../support/a-form.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { lastOf, openModal } from '../../support/screen.js';

/** What the driver sends by itself, whatever the bot does. */
const ofTheDriver = new Set(['hello', 'ping', 'endSessions']);

describe('before somebody is answered', () => {
  let bot: RunningBot;
  const { mei, ana, dana, guo } = sandbox;
  beforeAll(async () => {
    bot = await startRunningBot();
    await bot.people.bo.command('/vuln setup');
  });
  afterAll(() => bot.stop());

  /** The database commands between what somebody sends and the answer to it. What the loop does later does not count. */
  const commandsBefore = async (answered: () => Promise<{ answer?: unknown }>): Promise<readonly string[]> => {
    await bot.quiet();
    bot.commands.length = 0;
    await answered();
    return bot.commands.filter((name) => !ofTheDriver.has(name));
  };
  const submit = (user: string, values: Record<string, string | readonly string[]>) => async () => {
    const sent = await bot.slack.as(user).submit(openModal(bot.slack, user).id, values);
    expect(JSON.stringify(sent.answer ?? '')).not.toContain('errors');
    return sent;
  };
  const fromTheIntakeMessage = async (user: string, side: keyof typeof intakeBlocks) => {
    const pinned = bot.slack.world.messages.in(sandbox.reports).filter(({ pinned: isPinned }) => isPinned);
    const on = { message: lastOf(pinned, 'intake message'), block: intakeBlocks[side] };
    await bot.slack.as(user).press(on, actions.openForm);
    await bot.quiet();
  };

  test.each([
    ['a member', ana, () => bot.people.ana.command('/vuln report')],
    ['a responder', mei, () => bot.people.mei.command('/vuln report')],
    ['a guest', guo, () => bot.people.guo.command('/vuln report')],
    ['an outsider', dana, () => fromTheIntakeMessage(dana, 'en')],
    ['an outsider who reads Chinese', dana, () => fromTheIntakeMessage(dana, 'zh')],
  ])('a report of %s takes one command, however long they typed', async (_, user, open) => {
    await open();
    await bot.pass(20 * 60_000);
    const commands = await commandsBefore(submit(user, inputsOf(aForm())));
    expect(commands).toEqual(['insert']);
    await bot.person(user).closeAll();
  });

  test('so does one that a responder files for somebody else', async () => {
    await bot.people.mei.command('/vuln report');
    await bot.pass(20 * 60_000);
    const values = { ...inputsOf(aForm()), [inputs.onBehalfOf]: 'Rae Researcher' };
    expect(await commandsBefore(submit(mei, values))).toEqual(['insert']);
    await bot.people.mei.closeAll();
  });

  test('the message of a responder takes one read and one write', async () => {
    const id = await bot.people.ana.files();
    await bot.people.mei.press('acknowledge', { on: id });
    await bot.pass(20 * 60_000);
    const acknowledged = await commandsBefore(submit(mei, { [inputs.message]: 'We have it, and look at it today.' }));
    expect(acknowledged).toEqual(['find', 'findAndModify']);
  });
});
