import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';

const { ana, dana, guo, mei } = sandbox;

describe('a user group that makes responders', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    const world = sandboxWorld();
    world.changeUserGroup('S0TEAM', [mei, ana, guo, dana]);
    bot = await startRunningBot({ world, userGroup: 'S0TEAM' });
  });
  afterAll(async () => {
    await bot.stop();
  });
  const listFor = async (user: string) => {
    const person = bot.person(user);
    const answers = person.ephemerals().length;
    await person.command('/vuln list');
    if (person.ephemerals().length > answers) return person.lastEphemeral();
    const text = person.modalText();
    await person.closeAll();
    return text;
  };

  test('lets in whoever is in it and in the security channel, and nobody for being in one of them', async () => {
    const { ana, bo, mei } = bot.people;
    const id = await ana.files({ title: 'Seen by the group' });
    expect(await listFor(mei.id)).toContain('Seen by the group');
    expect(await listFor(bo.id)).toContain('This is for the security team.');
    expect(await listFor(ana.id)).toContain('This is for the security team.');
    await bo.press('show', { on: id });
    expect(bo.lastEphemeral()).toContain('This is for the security team.');
    expect(bo.modals()).toEqual([]);
    await mei.press('show', { on: id });
    expect(mei.modalText()).toContain('Seen by the group');
    await mei.closeAll();
  });

  test('lets in no guest, in the group or not', async () => {
    expect(await listFor(guo)).toContain('这里仅供安全团队使用');
  });

  test('lets nobody in while Slack does not say who is in it', async () => {
    const { world } = bot.slack;
    world.changeApp({ scopes: world.app().scopes.filter((scope) => scope !== 'usergroups:read') });
    bot.clock.forward(61_000);
    const list = await listFor(mei);
    expect(list).not.toContain('Seen by the group');
    expect(list).not.toContain('这里仅供安全团队使用');
    world.changeApp({ scopes: [...world.app().scopes, 'usergroups:read'] });
    expect(await listFor(mei)).toContain('Seen by the group');
  });
});
