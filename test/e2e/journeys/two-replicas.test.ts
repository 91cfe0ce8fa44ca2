import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs, intakeBlocks } from '../../../src/slack/views/ids.js';
import { type SecondReplica, startSecondReplica } from '../../support/second-replica.js';
import { directMessages, ephemeral, lastOf, openModal, postsSeenBy, wordsIn } from '../../support/what-is-shown.js';
import { type RemedyDesk, startRemedyDesk } from './remediation-steps.js';

const { ana, bo, dana, general, mei, reports, wen } = sandbox;

describe('two replicas', () => {
  let here: RemedyDesk;
  let second: SecondReplica;
  beforeAll(async () => {
    here = await startRemedyDesk();
    second = await startSecondReplica(here.bot);
  });
  afterEach(() => {
    first.answers();
  });
  afterAll(async () => {
    await second.stop();
    await here.stop();
  });
  const first = { answers: () => here.bot.slack.deliverTo('socket') };

  test('that are told to publish at the same moment, each by somebody else, announce once and thank once', async () => {
    const id = await here.accepted('One hand on each replica');
    const before = here.announced().length;
    await here.press(bo, id, 'recordFix');
    expect(await here.submit(bo, { fix_version_0: 'v4.1.3', fix_wont_1: ['wont_fix'] })).toEqual({});
    await here.press(bo, id, 'prepareDisclosure');
    const text = { [inputs.enTitle]: 'A viewer can read too much', [inputs.enSummary]: 'A check was missing.' };
    expect(await here.submit(bo, text)).toEqual({});
    await here.press(wen, id, 'approve');
    expect(await here.submit(wen)).toEqual({});
    for (const user of [mei, bo]) await here.press(user, id, 'publish');
    const publish = (user: string) => here.bot.slack.as(user).submit(openModal(here.bot.slack, user).id, {});
    const one = publish(mei);
    second.answers();
    const other = publish(bo);
    expect((await Promise.all([one, other])).map(({ acked, error }) => ({ acked, error }))).toEqual([
      { acked: true, error: undefined },
      { acked: true, error: undefined },
    ]);
    await second.quiet();
    expect(here.announced()).toHaveLength(before + 1);
    const thanks = directMessages(here.bot.slack, ana).map(wordsIn);
    expect(thanks.filter((words) => words.includes(id) && words.includes('public now'))).toHaveLength(1);
    expect((await here.report(id)).publications).toHaveLength(1);
  });

  test('speak the language of the side of the report button that somebody from elsewhere pressed, whichever heard it', async () => {
    const { slack } = here.bot;
    await slack.as(bo).command(general, '/vuln setup');
    await slack.as(mei).command(general, '/vuln setup');
    await second.quiet();
    const press = async (side: 'en' | 'zh') => {
      const intakeMessage = lastOf(
        postsSeenBy(slack, dana, reports).filter(({ author }) => author === sandbox.bot),
        'intake message',
      );
      await slack.as(dana).press({ message: intakeMessage, block: intakeBlocks[side] }, actions.mine);
      await second.quiet();
      const { title } = openModal(slack, dana).content;
      await slack.as(dana).close(openModal(slack, dana).id);
      return title?.text;
    };
    const named = async () => {
      await slack.as(dana).say(reports, '<@U0VULNDESK> hello?');
      await second.quiet();
      return wordsIn(lastOf(ephemeral(slack, dana), 'advice'));
    };
    const chinese = await press('zh');
    expect(await named()).toMatch(/[\u4e00-\u9fff]/);
    second.answers();
    expect(await named()).toMatch(/[\u4e00-\u9fff]/);
    expect(await press('en')).not.toBe(chinese);
    expect(await named()).not.toMatch(/[\u4e00-\u9fff]/);
    first.answers();
    expect(await named()).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('keep nothing in the clear by which somebody from elsewhere could be known', async () => {
    const { slack, database } = here.bot;
    const intakeMessage = lastOf(
      postsSeenBy(slack, dana, reports).filter(({ author }) => author === sandbox.bot),
      'intake message',
    );
    await slack.as(dana).press({ message: intakeMessage, block: intakeBlocks.zh }, actions.openForm);
    await second.quiet();
    expect(slack.seenBy(dana).views).toHaveLength(1);
    const kept = await database.db.collection('desk').find().toArray();
    expect(kept.length).toBeGreaterThan(2);
    expect(JSON.stringify(kept)).not.toContain(dana);
  });
});
