import { actions } from '../../../src/slack/views/actions.js';
import { until } from '../../support/bounded-poll.js';
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.js';
import { lineTo, type MongodLine } from '../../support/mongod-line.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { buttonsOf, textIn } from '../../support/screen.js';

describe('a MongoDB that is unreachable for five seconds while a message goes out', () => {
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

  test('is caught up afterwards: nobody is asked whether the message arrived, and nothing is sent twice', async () => {
    const { slack, database } = bot;
    const { ana, mei } = bot.people;
    const id = await ana.files({ title: 'Answered while the database was gone' });
    await mei.press('acknowledge', { on: id });
    const messages = () => ana.directMessages().length;
    const before = messages();
    slack.faults.decide((method, { channel }) =>
      method === 'chat.postMessage' && channel === ana.id ? { kind: 'slow', ms: 500 } : undefined,
    );
    const submitted = mei.submit();
    await until('the message is on its way', () => messages() > before || undefined);
    line.cut();
    slack.faults.clear();
    await new Promise((resolve) => setTimeout(resolve, 5000));
    line.mend();
    const held = () => database.db.collection('reports').countDocuments({ lease: { $exists: true } });
    const began = Date.now();
    await until('nobody is at it', async () => (await held()) === 0 || undefined, 90_000);
    console.info(`recorded ${Date.now() - began} ms after the database was back`);
    await bot.quiet();
    await submitted;
    expect(textIn(bot.card(id))).toContain('Acknowledged');
    expect(textIn(bot.card(id))).not.toContain('Did the reporter get');
    expect(buttonsOf(bot.card(id))).not.toHaveProperty(actions.arrived);
    expect(messages()).toBe(before + 1);
    const stored = await database.db.collection('reports').findOne();
    expect(stored).toMatchObject({ uncertain: false });
    expect(stored).not.toHaveProperty('maybeSaid');
  }, 150_000);
});
