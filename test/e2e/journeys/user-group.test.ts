import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/ids.js';
import { startRunningBot, type RunningBot } from '../../support/running-bot.js';
import { ephemeral, lastOf, openModal, wordsIn } from '../../support/what-is-shown.js';
import { file } from './filing.js';

const { ana, bo, dana, general, guo, mei } = sandbox;

describe('a user group that makes responders', () => {
  let desk: RunningBot;
  beforeAll(async () => {
    const world = sandboxWorld();
    world.changeApp({ scopes: [...world.app().scopes, 'usergroups:read'] });
    world.changeUserGroup('S0TEAM', [mei, ana, guo, dana]);
    desk = await startRunningBot({ world, userGroup: 'S0TEAM' });
  });
  afterAll(async () => {
    await desk.stop();
  });
  const told = (user: string) => wordsIn(lastOf(ephemeral(desk.slack, user), 'answer'));
  const list = async (user: string) => {
    await desk.slack.as(user).command(general, '/vuln list');
    await desk.quiet();
    return told(user);
  };

  test('lets in whoever is in it, and nobody for being in the channel', async () => {
    const card = await file(desk, ana, 'Seen by the group');
    expect(await list(mei)).toContain('Seen by the group');
    expect(await list(bo)).toContain('This is for the security team.');
    await desk.slack.as(bo).press({ message: card }, actions.show.id);
    await desk.quiet();
    expect(told(bo)).toContain('This is for the security team.');
    expect(desk.slack.seenBy(bo).views).toEqual([]);
    await desk.slack.as(mei).press({ message: card }, actions.show.id);
    await desk.quiet();
    await desk.slack.as(mei).close(openModal(desk.slack, mei).id);
  });

  test('lets in no guest, in the group or not', async () => {
    expect(await list(guo)).toContain('这里仅供安全团队使用');
  });

  test('lets nobody in while Slack does not tell who is in it', async () => {
    const { world } = desk.slack;
    world.changeApp({ scopes: world.app().scopes.filter((scope) => scope !== 'usergroups:read') });
    desk.clock.forward(61_000);
    const words = await list(mei);
    expect(words).not.toContain('Seen by the group');
    expect(words).not.toContain('这里仅供安全团队使用');
    world.changeApp({ scopes: [...world.app().scopes, 'usergroups:read'] });
    expect(await list(mei)).toContain('Seen by the group');
  });
});
