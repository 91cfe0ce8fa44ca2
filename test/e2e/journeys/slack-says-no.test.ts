import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/actions.js';
import { buttonsOf, textIn } from '../../support/screen.js';
import { type BotWithReports, english, fixes, startBotWithReports } from './accepted-report.js';

const { announcements } = sandbox;
const second = 1000;

describe('when Slack refuses', () => {
  let bot: BotWithReports;
  beforeAll(async () => {
    bot = await startBotWithReports();
  });
  afterEach(() => {
    bot.slack.faults.clear();
  });
  afterAll(async () => {
    await bot.stop();
  });
  const refuse = (channel: string, code: string) =>
    bot.slack.faults.decide((method, args) =>
      method === 'chat.postMessage' && args.channel === channel ? { kind: 'error', code } : undefined,
    );

  test.each(['restricted_action_read_only_channel', 'msg_blocks_too_long', 'slack_connect_file_link_sharing_blocked'])(
    'an announcement (%s), the card says so, and nothing is announced by itself later',
    async (code) => {
      const { bo, wen } = bot.people;
      const id = await bot.accepted(`Not posted: ${code}`);
      await bo.press('recordFix', { on: id });
      await bo.submit(fixes);
      await bo.press('prepareDisclosure', { on: id });
      await bo.submit(english);
      await wen.press('approve', { on: id });
      await wen.submit();
      await bo.press('publish', { on: id });
      const before = bot.announced().length;
      refuse(announcements, code);
      await bo.submit();
      expect(textIn(bot.card(id))).toContain('Slack refused the announcement');
      expect(buttonsOf(bot.card(id))).toHaveProperty(actions.sendAgain);
      bot.slack.faults.clear();
      await bot.pass(120 * second);
      expect(bot.announced()).toHaveLength(before);
    },
  );

  test('a message for what is in it, the report is not acknowledged, and the button stays', async () => {
    const { ana, bo } = bot.people;
    const id = await ana.files({ title: 'A message that Slack does not take' });
    await bo.press('acknowledge', { on: id });
    refuse(ana.id, 'invalid_blocks');
    await bo.submit();
    expect(textIn(bot.card(id))).toContain('Received');
    expect(buttonsOf(bot.card(id))).toHaveProperty(actions.acknowledge);
  });

  test('a message because of the token, it waits and is sent once the token works again', async () => {
    const { ana, bo } = bot.people;
    const id = await ana.files({ title: 'A message while the token is gone' });
    await bo.press('acknowledge', { on: id });
    const before = ana.directMessages().length;
    refuse(ana.id, 'token_revoked');
    await bo.submit();
    expect(textIn(bot.card(id))).toContain('Acknowledged');
    bot.slack.faults.clear();
    await bot.pass(61 * second);
    expect(ana.directMessages()).toHaveLength(before + 1);
  });
});
