import { load } from '../../../bench/ack/load.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { startRunningBot } from '../../support/running-bot.js';

test('what the bench of submissions sends is answered with a receipt, so that it measures what it says', async () => {
  const bot = await startRunningBot({ transport: 'http' });
  try {
    const { slack } = bot.config;
    if (slack.mode !== 'http') throw new Error('the bot does not listen over HTTP');
    const people = { team: sandbox.home, user: sandbox.ana };
    const sent = { port: slack.port, secret: slack.signingSecret, people, count: 4, connections: 2, name: 'C2R0N' };
    const { taken, unsure } = await load(sent);
    expect({ answered: taken.length, unsure }).toEqual({ answered: 4, unsure: 0 });
    expect(await bot.database.db.collection('reports').countDocuments()).toBe(4);
  } finally {
    await bot.stop();
  }
}, 60_000);
