import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { textIn } from '../../support/screen.js';

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

test('the user group of whoever is on duty changes with the hand-over, and a refusal is told to the leads once', async () => {
  const { bo, mei: first } = sandbox;
  const world = sandboxWorld();
  world.changeUserGroup('S0DUTY', [dana]);
  const rota = [
    { from: '2026-09-23', responder: first },
    { from: '2026-09-28', responder: bo },
  ];
  const bot = await startRunningBot({ world, policy: { rota, leads: [bo], dutyGroup: 'S0DUTY' } });
  const lead = bot.people.bo;
  const told = () => lead.directMessages().filter((text) => text.includes('S0DUTY'));
  try {
    // Nobody is on duty: Slack refuses an empty group, so it stays as it is.
    expect(world.userGroup('S0DUTY')).toEqual([dana]);
    await bot.moveTo(new Date('2026-09-23T00:01:00+08:00'));
    expect(world.userGroup('S0DUTY')).toEqual([first]);
    bot.slack.faults.next('usergroups.users.update', { kind: 'error', code: 'permission_denied' }, 2);
    await bot.moveTo(new Date('2026-09-28T09:00:00+08:00'));
    await bot.moveTo(new Date('2026-09-28T09:59:00+08:00'));
    expect(bot.slack.faults.pending()).toBe(1);
    expect(told()).toEqual([expect.stringMatching(/Bo Sandbox is on duty now, .* S0DUTY \(permission_denied\)/)]);
    await bot.moveTo(new Date('2026-09-28T10:00:00+08:00'));
    expect(bot.slack.faults.pending()).toBe(0);
    expect(told()).toHaveLength(1);
    expect(world.userGroup('S0DUTY')).toEqual([first]);
    await bot.moveTo(new Date('2026-09-28T11:00:00+08:00'));
    expect(world.userGroup('S0DUTY')).toEqual([bo]);

    // The loop went on all the while.
    const id = await bot.people.ana.files();
    expect(textIn(bot.card(id))).toContain('Bo Sandbox');
  } finally {
    await bot.stop();
  }
}, 60_000);
