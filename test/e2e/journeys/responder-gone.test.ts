import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { directMessages, lastOf, openModal, wordsIn } from '../../support/what-is-shown.js';
import { file, idOn } from './filing.js';

const { ana, bo, mei, securityChannel } = sandbox;
const reminders = (bot: RunningBot, user: string) =>
  directMessages(bot.slack, user)
    .map(wordsIn)
    .filter((words) => words.includes('VR-'));
const heardByAll = ({ slack }: RunningBot) =>
  slack.world.messages
    .in(securityChannel)
    .filter(({ broadcast }) => broadcast)
    .map(wordsIn);
/** Half of the time to the answer is over. */
const halfway = new Date('2026-09-23T14:30:00+08:00');

async function leftBy(bot: RunningBot, leave: () => void): Promise<string> {
  const card = await file(bot, ana, 'In the charge of somebody who leaves');
  await bot.slack.as(mei).press({ message: card }, actions.assignToMe);
  await bot.quiet();
  leave();
  await bot.moveTo(halfway);
  return idOn(card);
}

describe('when the responder leaves the team', () => {
  test('the whole room hears what they would have heard, and they hear nothing', async () => {
    const bot = await startRunningBot();
    try {
      const id = await leftBy(bot, () => bot.slack.world.leave(securityChannel, mei));
      expect(reminders(bot, mei)).toEqual([]);
      expect(lastOf(heardByAll(bot), 'line for the whole room')).toContain(id);
    } finally {
      await bot.stop();
    }
  }, 60_000);

  test('whoever is on duty is reminded instead', async () => {
    const bot = await startRunningBot({ policy: { rota: [{ from: '2026-09-01', responder: bo }] } });
    try {
      const id = await leftBy(bot, () => bot.slack.world.changePerson(mei, { deactivated: true }));
      expect(lastOf(reminders(bot, bo), 'reminder')).toContain(id);
    } finally {
      await bot.stop();
    }
  }, 60_000);

  test('the whole room hears that the reporter wrote', async () => {
    const bot = await startRunningBot();
    try {
      await leftBy(bot, () => bot.slack.world.leave(securityChannel, mei));
      const before = heardByAll(bot).length;
      await bot.slack.as(ana).command(sandbox.general, '/vuln mine');
      await bot.quiet();
      await bot.slack.as(ana).press({ view: openModal(bot.slack, ana).id }, actions.addInformation);
      await bot.quiet();
      await bot.slack.as(ana).submit(openModal(bot.slack, ana).id, { [inputs.message]: 'It is used in the wild.' });
      await bot.quiet();
      expect(heardByAll(bot).slice(before)).toEqual([expect.stringContaining('sent more information')]);
    } finally {
      await bot.stop();
    }
  }, 60_000);

  test('one who is still there is reminded, also while Slack does not say who is on the team', async () => {
    const bot = await startRunningBot();
    try {
      const id = await leftBy(bot, () =>
        bot.slack.faults.decide((method) =>
          method === 'conversations.members' ? { kind: 'error', code: 'internal_error' } : undefined,
        ),
      );
      expect(lastOf(reminders(bot, mei), 'reminder')).toContain(id);
    } finally {
      await bot.stop();
    }
  }, 60_000);
});
