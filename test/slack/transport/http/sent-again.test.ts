import { sandbox } from '../../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../../src/slack/views/ids.js';
import { cardsOn, file, idOn } from '../../../e2e/journeys/filing.js';
import { ephemeral, lastOf, openModal, threadOf, wordsIn } from '../../../support/what-is-shown.js';
import { type Captured, type Eavesdropper, eavesdrop } from './eavesdropper.js';
import { type GuardedDesk, startGuardedDesk } from './guarded-bot.js';

// Somebody who reads along sends what Slack signed once more, while its date is still good. Each of these did harm when
// nothing remembered what was handled.

const { ana, bo, mei, general, reports } = sandbox;
const perHour = 6;
let at: GuardedDesk;
let ear: Eavesdropper;
beforeAll(async () => {
  at = await startGuardedDesk({ policy: { forms: { personHour: perHour, personDay: 100, workspaceHour: 100 } } });
  ear = await eavesdrop(at.url);
  at.bot.slack.deliverTo(ear.url);
});
afterAll(async () => {
  await ear.stop();
  await at.stop();
});

afterEach(async () => {
  while (at.bot.slack.seenBy(ana).views.length > 0) await as(ana).close(openModal(at.bot.slack, ana).id);
});

/** What Slack sent while this was done. */
const captured = async (act: () => Promise<unknown>): Promise<readonly Captured[]> => {
  const before = ear.captured.length;
  await act();
  await at.bot.quiet();
  return ear.captured.slice(before);
};
/** Sends all of it again, some times over, and waits until nothing more is done about it. */
const sendAgain = async (requests: readonly Captured[], times = 1) => {
  for (let n = 0; n < times; n += 1)
    for (const { text, headers } of requests) expect((await at.poster.post(text, headers)).status).toBe(200);
  await at.bot.quiet();
};
const as = (user: string) => at.bot.slack.as(user);
const card = () => lastOf(cardsOn(at.bot.slack), 'card');
const type = (user: string, text: string) => captured(() => as(user).command(general, text));

describe('what is sent again', () => {
  test('by a slash command uses up none of the forms that a reporter may open', async () => {
    const opened = await type(ana, '/vuln report');
    const heard = ephemeral(at.bot.slack, ana).length;
    await sendAgain(opened, 2 * perHour);
    await as(ana).close(openModal(at.bot.slack, ana).id);
    // A trigger opens one modal: what is told of the second try would be told to somebody who did nothing.
    expect(ephemeral(at.bot.slack, ana).length).toBe(heard);
    await type(ana, '/vuln report');
    expect(wordsIn(openModal(at.bot.slack, ana).content)).toContain('Issue title');
  });

  test('by a form files no earlier message of a reporter anew', async () => {
    await file(at.bot, ana, 'There is more of it');
    await type(ana, '/vuln mine');
    const write = async (message: string) => {
      await as(ana).press({ view: openModal(at.bot.slack, ana).id }, actions.addInformation);
      await at.bot.quiet();
      return await captured(() => as(ana).submit(openModal(at.bot.slack, ana).id, { [inputs.message]: message }));
    };
    const first = await write('First');
    await write('Second');
    const told = threadOf(at.bot.slack, card()).length;
    await sendAgain(first);
    expect(threadOf(at.bot.slack, card()).length).toBe(told);
  });

  test('by a button answers nobody who did not press', async () => {
    await file(at.bot, ana, 'It is taken');
    const taken = await captured(() => as(mei).press({ message: card() }, actions.assignToMe));
    const heard = ephemeral(at.bot.slack, mei).length;
    await sendAgain(taken);
    expect(ephemeral(at.bot.slack, mei).length).toBe(heard);
  });

  test('by a command gives a report back to nobody who had it before', async () => {
    await file(at.bot, ana, 'It changes hands');
    const id = idOn(card());
    const toBo = await type(mei, `/vuln assign ${id} <@${bo}>`);
    await type(bo, `/vuln assign ${id} <@${mei}>`);
    const told = threadOf(at.bot.slack, card()).map(wordsIn);
    await sendAgain(toBo);
    expect(threadOf(at.bot.slack, card()).map(wordsIn)).toEqual(told);
  });

  test('by an event tells nobody the same twice', async () => {
    const named = await captured(() => as(mei).say(reports, `<@${at.bot.slack.world.app().botUser}> hello`));
    const heard = ephemeral(at.bot.slack, mei).length;
    await sendAgain(named);
    expect(named).toHaveLength(1);
    expect(ephemeral(at.bot.slack, mei).length).toBe(heard);
  });
});
