import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/ids.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { ephemeral, lastOf, openModal, wordsIn } from '../../support/what-is-shown.js';
import { file } from './filing.js';

const { ana, bo, dana, general, guo, mei } = sandbox;

describe('a user group that makes responders', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    const world = sandboxWorld();
    world.changeApp({ scopes: [...world.app().scopes, 'usergroups:read'] });
    world.changeUserGroup('S0TEAM', [mei, ana, guo, dana]);
    bot = await startRunningBot({ world, userGroup: 'S0TEAM' });
  });
  afterAll(async () => {
    await bot.stop();
  });
  const told = (user: string) => wordsIn(lastOf(ephemeral(bot.slack, user), 'answer'));
  const list = async (user: string) => {
    await bot.slack.as(user).command(general, '/vuln list');
    await bot.quiet();
    return told(user);
  };

  test('lets in whoever is in it, and nobody for being in the channel', async () => {
    const card = await file(bot, ana, 'Seen by the group');
    expect(await list(mei)).toContain('Seen by the group');
    expect(await list(bo)).toContain('This is for the security team.');
    await bot.slack.as(bo).press({ message: card }, actions.show);
    await bot.quiet();
    expect(told(bo)).toContain('This is for the security team.');
    expect(bot.slack.seenBy(bo).views).toEqual([]);
    await bot.slack.as(mei).press({ message: card }, actions.show);
    await bot.quiet();
    await bot.slack.as(mei).close(openModal(bot.slack, mei).id);
  });

  test('lets in no guest, in the group or not', async () => {
    expect(await list(guo)).toContain('这里仅供安全团队使用');
  });

  test('lets nobody in while Slack does not tell who is in it', async () => {
    const { world } = bot.slack;
    world.changeApp({ scopes: world.app().scopes.filter((scope) => scope !== 'usergroups:read') });
    bot.clock.forward(61_000);
    const words = await list(mei);
    expect(words).not.toContain('Seen by the group');
    expect(words).not.toContain('这里仅供安全团队使用');
    world.changeApp({ scopes: [...world.app().scopes, 'usergroups:read'] });
    expect(await list(mei)).toContain('Seen by the group');
  });
});
