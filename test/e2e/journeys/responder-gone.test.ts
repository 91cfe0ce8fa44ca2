import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import { startRunningBot, type RunningBot } from '../../support/running-bot.js';
import { directMessages, lastOf, openModal, wordsIn } from '../../support/what-is-shown.js';
import { file, idOn } from './filing.js';

const { ana, bo, mei, securityDesk } = sandbox;
const reminders = (desk: RunningBot, user: string) =>
  directMessages(desk.slack, user)
    .map(wordsIn)
    .filter((words) => words.includes('VR-'));
const heardByAll = ({ slack }: RunningBot) =>
  slack.world.messages
    .in(securityDesk)
    .filter(({ broadcast }) => broadcast)
    .map(wordsIn);
/** Half of the time to the answer is over. */
const halfway = new Date('2026-09-23T14:30:00+08:00');

async function leftBy(desk: RunningBot, leave: () => void): Promise<string> {
  const card = await file(desk, ana, 'In the charge of somebody who leaves');
  await desk.slack.as(mei).press({ message: card }, actions.assignToMe.id);
  await desk.quiet();
  leave();
  await desk.moveTo(halfway);
  return idOn(card);
}

describe('when the responder leaves the team', () => {
  test('the whole room hears what they would have heard, and they hear nothing', async () => {
    const desk = await startRunningBot();
    try {
      const id = await leftBy(desk, () => desk.slack.world.leave(securityDesk, mei));
      expect(reminders(desk, mei)).toEqual([]);
      expect(lastOf(heardByAll(desk), 'line for the whole room')).toContain(id);
    } finally {
      await desk.stop();
    }
  }, 60_000);

  test('whoever is on duty is reminded instead', async () => {
    const desk = await startRunningBot({ policy: { rota: [{ from: '2026-09-01', responder: bo }] } });
    try {
      const id = await leftBy(desk, () => desk.slack.world.changePerson(mei, { deactivated: true }));
      expect(lastOf(reminders(desk, bo), 'reminder')).toContain(id);
    } finally {
      await desk.stop();
    }
  }, 60_000);

  test('the whole room hears that the reporter wrote', async () => {
    const desk = await startRunningBot();
    try {
      await leftBy(desk, () => desk.slack.world.leave(securityDesk, mei));
      const before = heardByAll(desk).length;
      await desk.slack.as(ana).command(sandbox.general, '/vuln mine');
      await desk.quiet();
      await desk.slack.as(ana).press({ view: openModal(desk.slack, ana).id }, actions.addInformation.id);
      await desk.quiet();
      await desk.slack.as(ana).submit(openModal(desk.slack, ana).id, { [inputs.message]: 'It is used in the wild.' });
      await desk.quiet();
      expect(heardByAll(desk).slice(before)).toEqual([expect.stringContaining('sent more information')]);
    } finally {
      await desk.stop();
    }
  }, 60_000);

  test('one who is still there is reminded, also while Slack does not say who is on the team', async () => {
    const desk = await startRunningBot();
    try {
      const id = await leftBy(desk, () =>
        desk.slack.faults.decide((method) =>
          method === 'conversations.members' ? { kind: 'error', code: 'internal_error' } : undefined,
        ),
      );
      expect(lastOf(reminders(desk, mei), 'reminder')).toContain(id);
    } finally {
      await desk.stop();
    }
  }, 60_000);
});
