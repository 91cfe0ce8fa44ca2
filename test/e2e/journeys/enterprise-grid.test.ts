import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { type RunningBot, startRunningBot, type TransportName } from '../../support/running-bot.js';
import { idOn, lastOf } from '../../support/screen.js';

const { ana, dana, elsewhere, home, securityChannel, wen } = sandbox;

describe.each<TransportName>(['socket', 'http'])('on Enterprise Grid, over %s', (transport) => {
  let bot: RunningBot;
  beforeAll(async () => {
    const world = sandboxWorld({ enterprise: { id: 'E0000ORG', name: 'Organisation' } });
    // Wen's first workspace is another one. Ana is in that one alone, and reports by the command as well.
    world.changePerson(wen, { team: elsewhere, workspaces: [elsewhere, home] });
    world.changePerson(ana, { team: elsewhere, workspaces: [elsewhere, home] });
    bot = await startRunningBot({ world, transport });
  });
  afterAll(async () => {
    await bot.stop();
  });

  test('a member whose first workspace is another one works as any other, and silences nobody', async () => {
    const { wen, mei } = bot.people;
    const id = await mei.files({ title: 'Reported on a Grid' });
    expect(bot.cards()).toHaveLength(1);
    await wen.command('/vuln list');
    expect(wen.modalText()).toContain('Reported on a Grid');
    await wen.closeAll();
    await wen.press('show', { on: id });
    expect(wen.modalText()).toContain('Reported on a Grid');
    await wen.closeAll();
  });

  test('a reporter finds their reports, whichever workspace Slack names', async () => {
    const { ana } = bot.people;
    const id = await ana.files({ title: 'Filed in a form' });
    await ana.command('/vuln mine');
    expect(ana.modalText()).toContain(id);
    await ana.closeAll();
    expect(await ana.home()).toContain(id);
    // Slack names another of their workspaces first from now on.
    bot.slack.world.changePerson(sandbox.ana, { team: home });
    bot.clock.forward(61_000);
    await ana.command('/vuln mine');
    expect(ana.modalText()).toContain(id);
    await ana.press('withdraw', { confirm: true });
    expect(ana.modalText()).toContain('You withdrew it.');
    await ana.closeAll();
  });

  test('nobody acts on a report of their own under another workspace', async () => {
    const { wen } = bot.people;
    const id = await wen.files({ title: 'Filed by a responder' });
    bot.slack.world.changePerson(sandbox.wen, { team: home });
    bot.clock.forward(61_000);
    await wen.press('acknowledge', { on: id });
    expect(bot.card(id)).toBeDefined();
    expect(wen.modals()).toEqual([]);
  });

  test('somebody of another workspace of the organisation is on the team in the security channel', async () => {
    const { world } = bot.slack;
    world.changePerson(dana, { workspaces: [elsewhere] });
    const { dana: partner } = bot.people;
    world.changeChannel(securityChannel, { orgShared: true });
    world.join(securityChannel, dana);
    bot.clock.forward(61_000);
    const card = lastOf(bot.cards(), 'card');
    await partner.press('show', { on: idOn(card) });
    expect(partner.modalText()).toContain(idOn(card));
    await partner.closeAll();
    const before = bot.cards().length;
    await bot.people.mei.files({ title: 'Shared within the organisation' });
    expect(bot.cards()).toHaveLength(before + 1);
  });

  test('a partner from another organisation there still makes the channel unsafe, for the true reason', async () => {
    const { world } = bot.slack;
    world.join(securityChannel, sandbox.ravi);
    bot.clock.forward(6000);
    const before = bot.cards().length;
    await bot.people.mei.files({ title: 'Not posted' });
    expect(bot.cards()).toHaveLength(before);
    const posts = JSON.stringify(bot.slack.requests.filter(({ method }) => method === 'chat.postMessage'));
    expect(posts).toMatch(/another organi[sz]ation|其他组织/);
  });
});
