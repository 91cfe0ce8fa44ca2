import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import { buttonsOf, directMessages, lastOf, wordsIn } from '../../support/what-is-shown.js';
import { cardsOn, file } from './filing.js';
import { type RemedyDesk, startRemedyDesk } from './remediation-steps.js';

const { ana, announcements, bo, wen } = sandbox;
const second = 1000;

describe('a Slack that says no', () => {
  let here: RemedyDesk;
  beforeAll(async () => {
    here = await startRemedyDesk();
  });
  afterEach(() => {
    here.bot.slack.faults.clear();
  });
  afterAll(async () => {
    await here.stop();
  });
  const refuse = (channel: string, code: string) =>
    here.bot.slack.faults.decide((method, args) =>
      method === 'chat.postMessage' && args.channel === channel ? { kind: 'error', code } : undefined,
    );
  const pass = (ms: number) => here.bot.moveTo(new Date(here.bot.clock.now().getTime() + ms));

  test.each(['restricted_action_read_only_channel', 'msg_blocks_too_long', 'slack_connect_file_link_sharing_blocked'])(
    'to an announcement (%s) is told on the card, and nobody takes it for published',
    async (code) => {
      const id = await here.accepted(`Not posted: ${code}`);
      await here.press(bo, id, 'recordFix');
      await here.submit(bo, { fix_version_0: 'v4.1.3', fix_wont_1: ['wont_fix'] });
      await here.press(bo, id, 'prepareDisclosure');
      await here.submit(bo, { [inputs.enTitle]: 'A title', [inputs.enSummary]: 'A summary of what was wrong.' });
      await here.press(wen, id, 'approve');
      await here.submit(wen);
      await here.press(bo, id, 'publish');
      const before = here.announced().length;
      refuse(announcements, code);
      await here.submit(bo);
      expect(wordsIn(here.card(id))).toContain('Slack refused the announcement');
      expect(Object.keys(buttonsOf(here.card(id)))).toContain(actions.sendAgain);
      here.bot.slack.faults.clear();
      await pass(120 * second);
      expect(here.announced()).toHaveLength(before);
    },
  );

  test('to a letter for what is in it is told on the card, and the clock runs on', async () => {
    const card = await file(here.bot, ana, 'A letter that Slack does not take');
    await here.bot.slack.as(bo).press({ message: card }, actions.acknowledge);
    await here.bot.quiet();
    refuse(ana, 'invalid_blocks');
    await here.submit(bo);
    await here.bot.quiet();
    expect(wordsIn(lastOf(cardsOn(here.bot.slack), 'card'))).toContain('Received');
    expect(buttonsOf(lastOf(cardsOn(here.bot.slack), 'card'))).toHaveProperty(actions.acknowledge);
  });

  test('to a letter because of the token waits, and is no failure of the letter', async () => {
    const card = await file(here.bot, ana, 'A letter while the token is gone');
    await here.bot.slack.as(bo).press({ message: card }, actions.acknowledge);
    await here.bot.quiet();
    const before = directMessages(here.bot.slack, ana).length;
    refuse(ana, 'token_revoked');
    await here.submit(bo);
    await here.bot.quiet();
    expect(wordsIn(lastOf(cardsOn(here.bot.slack), 'card'))).toContain('Acknowledged');
    here.bot.slack.faults.clear();
    await pass(61 * second);
    expect(directMessages(here.bot.slack, ana)).toHaveLength(before + 1);
  });
});
