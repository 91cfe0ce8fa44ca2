import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { bot, emulatorWithBot, slack } from '../support/emulator.js';

const { general, securityChannel, reports, mei, ana, guo, dana, former, bo } = sandbox;

emulatorWithBot();

describe('a slash command', () => {
  test('of a member or a guest reaches the bot', async () => {
    for (const user of [mei, guo])
      expect(await slack.as(user).command(general, '/vuln list')).toMatchObject({ acked: true });
    expect(bot.deliveries).toHaveLength(2);
  });

  test('of an outsider never does: Slack says that there is no such command', async () => {
    const refused = await slack.as(dana).command(reports, '/vuln report');
    expect(refused).toMatchObject({ acked: false, error: expect.stringContaining('/vuln is not a valid command') });
    expect(slack.seenBy(dana).errors).toHaveLength(1);
    expect(bot.deliveries).toEqual([]);
  });

  test('that no app has is answered by Slack', async () => {
    expect(await slack.as(mei).command(general, '/secret')).toMatchObject({
      error: expect.stringContaining('/secret is not a valid command'),
    });
    expect(bot.deliveries).toEqual([]);
  });

  test('cannot be typed where the person is not, cannot be, or nobody can write', async () => {
    await expect(slack.as(ana).command(securityChannel, '/vuln')).rejects.toThrow('Ana Member is not in security-team');
    await expect(slack.as(former).command(general, '/vuln')).rejects.toThrow('deactivated');
    slack.world.changeChannel(general, { archived: true });
    await expect(slack.as(mei).command(general, '/vuln')).rejects.toThrow('archived');
    await expect(slack.as(mei).command('C0NOWHERE', '/vuln')).rejects.toThrow('There is no channel C0NOWHERE');
    expect(() => slack.as('U0NOBODY')).toThrow('There is no person U0NOBODY');
  });

  test('names people and channels by id and escapes the rest, where the manifest says so', async () => {
    const text = async (typed: string) => (await slack.as(mei).command(general, typed)).payload.text;
    expect(await text('/vuln assign VR-1 @bo in #general <b> & so')).toBe(
      `assign VR-1 <@${bo}|bo> in <#${general}|general> &lt;b&gt; &amp; so`,
    );
    const shown = slack.world.people().find(({ id }) => id === bo)?.realName;
    expect(await text(`/vuln assign VR-1 @${shown}`)).toBe(`assign VR-1 <@${bo}|bo>`);
    expect(await text(`/vuln assign VR-1 <@${bo}>`)).toBe(`assign VR-1 <@${bo}>`);
    expect(await text('/vuln mail a@bo.example @nobody')).toBe('mail a@bo.example @nobody');
    slack.world.changeApp({ commands: [{ command: '/vuln', shouldEscape: false }] });
    expect(await text('/vuln assign VR-1 @bo')).toBe('assign VR-1 @bo');
  });

  test('names private and direct channels by their kind', async () => {
    const name = async (channel: string) => (await slack.as(mei).command(channel, '/vuln')).payload.channel_name;
    expect(await name(securityChannel)).toBe('privategroup');
    expect(await name(slack.world.directChannel(mei).id)).toBe('directmessage');
  });

  test('may be answered with text or blocks, for one or for all', async () => {
    bot.answerWith({ body: 'bare text' });
    await slack.as(mei).command(general, '/vuln');
    bot.answerWith({ body: { text: 'for all', response_type: 'in_channel' } });
    await slack.as(mei).command(general, '/vuln');
    expect(slack.seenBy(bo).texts).toContain('for all');
    expect(slack.seenBy(bo).texts).not.toContain('bare text');
    expect(slack.seenBy(mei).texts).toContain('bare text');
  });

  test('answered with what Slack refuses shows an error and names the fault to the test', async () => {
    bot.answerWith({ body: { text: 'a', blocks: [{ type: 'hologram' }] } });
    const delivered = await slack.as(mei).command(general, '/vuln');
    expect(delivered).toMatchObject({
      acked: false,
      problems: ['invalid_blocks', expect.stringContaining('hologram')],
    });
    bot.answerWith({ body: { blocks: [{ type: 'divider' }] } });
    expect(await slack.as(mei).command(general, '/vuln')).toMatchObject({
      acked: false,
      problems: ['no_text', expect.any(String)],
    });
    expect(slack.seenBy(mei).messages).toEqual([]);
  });
});

describe('a plain message', () => {
  test('is not possible in the read-only Messages tab', async () => {
    const { id } = slack.world.directChannel(mei);
    await expect(slack.as(mei).say(id, 'hello')).rejects.toThrow('read-only');
    slack.world.changeApp({ messagesTabReadOnly: false });
    await slack.as(mei).say(id, 'hello');
    expect(slack.seenBy(mei).texts).toContain('hello');
    expect(bot.deliveries).toEqual([]);
  });
});

describe('the Home tab', () => {
  test('opens for the workspace’s own people where the manifest has it on', async () => {
    slack.world.changeApp({ homeTab: false, events: [] });
    expect(await slack.as(mei).openHome()).toMatchObject({ acked: false, error: 'This app has no Home tab.' });
    slack.world.changeApp({ homeTab: true });
    expect(await slack.as(mei).openHome()).toMatchObject({
      acked: false,
      error: expect.stringContaining('does not subscribe'),
    });
    slack.world.changeApp({ events: ['app_home_opened'] });
    expect(await slack.as(dana).openHome()).toMatchObject({
      acked: false,
      error: expect.stringContaining('other workspaces'),
    });
    expect(await slack.as(mei).openHome()).toMatchObject({
      acked: true,
      payload: { event: { type: 'app_home_opened', tab: 'home', user: mei } },
    });
    expect(bot.deliveries).toHaveLength(1);
  });
});
