import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { type BotOptions, type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { digests, lastOf, textIn } from '../../support/screen.js';

const { bo: onDuty, securityChannel } = sandbox;
/** Half of the time to the answer is over. */
const halfway = new Date('2026-09-23T14:30:00+08:00');
const dayOfTheDeadline = new Date('2026-09-24T09:30:00+08:00');

/** Mei takes a report of Ana's and leaves; `check` gets the report and those who may hear of it. */
async function whenMeiLeaves(
  leave: (bot: RunningBot) => void,
  check: (bot: RunningBot, id: string) => Promise<void>,
  options: BotOptions = {},
  before: (bot: RunningBot) => Promise<void> = async () => undefined,
): Promise<void> {
  const bot = await startRunningBot(options);
  const { ana, mei } = bot.people;
  try {
    const id = await ana.files({ title: 'Assigned to somebody who leaves' });
    await mei.press('assignToMe', { on: id });
    await before(bot);
    leave(bot);
    await bot.moveTo(halfway);
    await check(bot, id);
  } finally {
    await bot.stop();
  }
}
const leaveChannel = ({ slack }: RunningBot) => slack.world.leave(securityChannel, sandbox.mei);
/** What was posted to the whole channel and not only in a thread. */
const toEverybody = ({ slack }: RunningBot) =>
  slack.world.messages
    .in(securityChannel)
    .filter(({ broadcast }) => broadcast)
    .map(textIn);

describe('when the responder leaves the team', () => {
  test('the whole channel gets their reminders, and they get none', () =>
    whenMeiLeaves(leaveChannel, async (bot, id) => {
      expect(bot.people.mei.directMessages().join()).not.toContain(id);
      await bot.moveTo(dayOfTheDeadline);
      expect(lastOf(digests(bot.slack), 'digest')).toContain(id);
    }));

  test('the person on duty is reminded instead', () =>
    whenMeiLeaves(
      ({ slack }) => slack.world.changePerson(sandbox.mei, { deactivated: true }),
      async (bot, id) => {
        // Where Bo lives, it is before nine then.
        await bot.moveTo(new Date('2026-09-23T15:30:00+08:00'));
        expect(bot.people.bo.lastDirectMessage()).toContain(id);
      },
      { policy: { rota: [{ from: '2026-09-01', responder: onDuty }] } },
    ));

  test('their Home is emptied of the reports', () =>
    whenMeiLeaves(
      leaveChannel,
      async (bot) => {
        await bot.people.ana.files({ title: 'Filed after that' });
        const home = bot.slack.seenBy(sandbox.mei).home;
        expect(textIn(home?.content)).not.toContain('Assigned to somebody who leaves');
        expect(textIn(home?.content)).not.toBe('');
      },
      {},
      async (bot) => expect(await bot.people.mei.home()).toContain('Assigned to somebody who leaves'),
    ));

  test('the whole channel is told that the reporter wrote', () =>
    whenMeiLeaves(leaveChannel, async (bot) => {
      const { ana } = bot.people;
      const before = toEverybody(bot).length;
      await ana.command('/vuln mine');
      await ana.press('addInformation');
      await ana.submit({ [inputs.message]: 'It is used in the wild.' });
      expect(toEverybody(bot).slice(before)).toEqual([expect.stringContaining('added information')]);
    }));

  test('a responder who is still there is reminded even while Slack does not say who is on the team', () =>
    whenMeiLeaves(
      ({ slack }) =>
        slack.faults.decide((method) =>
          method === 'conversations.members' ? { kind: 'error', code: 'internal_error' } : undefined,
        ),
      async (bot, id) => expect(bot.people.mei.lastDirectMessage()).toContain(id),
    ));
});
