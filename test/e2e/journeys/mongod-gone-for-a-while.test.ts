import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/ids.js';
import { until } from '../../support/bounded-poll.js';
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.js';
import { lineTo, type MongodLine } from '../../support/mongod-line.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { buttonsOf, directMessages, openModal, wordsIn } from '../../support/what-is-shown.js';
import { cardsOn, file } from './filing.js';

const { ana, mei } = sandbox;

describe('a MongoDB that cannot be reached for five seconds while letters go out', () => {
  let fresh: FreshDatabase;
  let line: MongodLine;
  let bot: RunningBot;
  beforeAll(async () => {
    fresh = await freshDatabase('gone');
    line = await lineTo(fresh.uri);
    bot = await startRunningBot({ uri: line.uri });
  });
  afterAll(async () => {
    line.mend();
    await bot.stop();
    await line.stop();
    await fresh.drop();
  });

  test('is told afterwards what was said: nobody is asked whether a letter arrived, and nothing is said twice', async () => {
    const { slack, database } = bot;
    const card = await file(bot, ana, 'Answered while the database was gone');
    await slack.as(mei).press({ message: card }, actions.acknowledge);
    await bot.quiet();
    const letters = () => directMessages(slack, ana).length;
    const before = letters();
    slack.faults.decide((method, { channel }) =>
      method === 'chat.postMessage' && channel === ana ? { kind: 'slow', ms: 500 } : undefined,
    );
    await slack.as(mei).submit(openModal(slack, mei).id, {});
    await until('the letter is on its way', () => letters() > before || undefined);
    line.cut();
    slack.faults.clear();
    await new Promise((resolve) => setTimeout(resolve, 5000));
    line.mend();
    const held = () => database.db.collection('reports').countDocuments({ lease: { $exists: true } });
    const began = Date.now();
    await until('nobody is at it', async () => (await held()) === 0 || undefined, 90_000);
    console.info(`recorded ${Date.now() - began} ms after the database was back`);
    await bot.quiet();
    const now = cardsOn(slack).find(({ ts }) => ts === card.ts) ?? card;
    expect(wordsIn(now)).toContain('Acknowledged');
    expect(wordsIn(now)).not.toContain('not certain');
    expect(buttonsOf(now)).not.toHaveProperty(actions.arrived);
    expect(letters()).toBe(before + 1);
    const stored = await database.db.collection('reports').findOne();
    expect(stored).toMatchObject({ uncertain: false });
    expect(stored).not.toHaveProperty('maybeSaid');
  }, 150_000);
});
