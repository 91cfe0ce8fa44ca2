import { sandbox } from '../../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../../src/slack/views/inputs.js';
import { textIn } from '../../../support/screen.js';
import { type Captured, type Eavesdropper, eavesdrop } from './eavesdropper.js';
import { type GuardedBot, startGuardedBot } from './guarded-bot.js';

// Somebody who reads along sends what Slack signed once more, while its date is still good. Each of these did harm when
// nothing remembered what was handled.

const { reports } = sandbox;
const perHour = 6;
let at: GuardedBot;
let ear: Eavesdropper;
beforeAll(async () => {
  at = await startGuardedBot({ policy: { forms: { personHour: perHour, personDay: 100, workspaceHour: 100 } } });
  ear = await eavesdrop(at.url);
  at.bot.slack.deliverTo(ear.url);
});
afterAll(async () => {
  await ear.stop();
  await at.stop();
});

afterEach(async () => {
  await at.bot.people.ana.closeAll();
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

describe('when what Slack sent is sent again', () => {
  test('a slash command uses up none of the forms that a reporter may open', async () => {
    const { ana } = at.bot.people;
    const opened = await captured(() => ana.command('/vuln report'));
    const before = ana.ephemerals();
    await sendAgain(opened, 2 * perHour);
    await ana.closeAll();
    // A trigger opens one modal: the second try would be explained to somebody who did nothing.
    expect(ana.ephemerals()).toEqual(before);
    await ana.command('/vuln report');
    expect(ana.modalText()).toContain('Issue title');
  });

  test('a form does not file an earlier message of a reporter anew', async () => {
    const { ana } = at.bot.people;
    const id = await ana.files();
    await ana.command('/vuln mine');
    const write = async (message: string) => {
      await ana.press('addInformation');
      return await captured(() => ana.submit({ [inputs.message]: message }));
    };
    const first = await write('First');
    await write('Second');
    const before = at.bot.thread(id).length;
    await sendAgain(first);
    expect(at.bot.thread(id).length).toBe(before);
  });

  test('a button answers nobody who did not press', async () => {
    const { ana, mei } = at.bot.people;
    const id = await ana.files();
    const taken = await captured(() => mei.press('assignToMe', { on: id }));
    const before = mei.ephemerals();
    await sendAgain(taken);
    expect(mei.ephemerals()).toEqual(before);
  });

  test('a command does not give a report back to somebody who had it before', async () => {
    const { ana, bo, mei } = at.bot.people;
    const id = await ana.files();
    const toBo = await captured(() => mei.command(`/vuln assign ${id} <@${bo.id}>`));
    await bo.command(`/vuln assign ${id} <@${mei.id}>`);
    const before = at.bot.thread(id).map(textIn);
    await sendAgain(toBo);
    expect(at.bot.thread(id).map(textIn)).toEqual(before);
  });

  test('an event is answered once', async () => {
    const { mei } = at.bot.people;
    const named = await captured(() => mei.say(reports, `<@${at.bot.slack.world.app().botUser}> hello`));
    const before = mei.ephemerals();
    await sendAgain(named);
    expect(named).toHaveLength(1);
    expect(mei.ephemerals()).toEqual(before);
  });
});
