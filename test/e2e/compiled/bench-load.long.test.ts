import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { load } from '../../../bench/ack/load.js';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { startSlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import { freshDatabase } from '../../support/fresh-database.js';
import { root } from '../../support/project.js';
import { freePort } from '../../support/running-bot.js';
import { runToEnd } from './compiled-program.js';

test('the bot of the bench answers each submission with a receipt, so that the bench measures reports', async () => {
  const database = await freshDatabase('bench');
  const keys = { botToken: 'xoxb-bench', appToken: 'xapp-bench', signingSecret: '0123456789abcdef' };
  const slack = await startSlackEmulator({ world: sandboxWorld(), ...keys, clock: () => new Date() });
  const port = await freePort();
  const env = {
    MONGODB_URI: database.uri,
    MONGODB_DATABASE: database.database,
    SIGNING_SECRET: keys.signingSecret,
    BOT_TOKEN: keys.botToken,
    SLACK_API_URL: slack.apiUrl,
    SECURITY_CHANNEL: sandbox.securityChannel,
    PORT: String(port),
  };
  const bot = fork(join(root, 'bench', 'ack', 'our-bot.js'), { env, execArgv: [] });
  const ended = once(bot, 'exit');
  try {
    await Promise.race([once(bot, 'message'), ended.then(() => Promise.reject(new Error('the bot did not start')))]);
    const people = { team: sandbox.home, user: sandbox.ana };
    const sent = { port, secret: keys.signingSecret, people, count: 4, connections: 2, name: 'C2R0N' };
    const { taken, unsure } = await load(sent);
    expect({ answered: taken.length, unsure }).toEqual({ answered: 4, unsure: 0 });
    expect(await database.db.collection('reports').countDocuments()).toBe(4);
  } finally {
    bot.disconnect();
    await ended;
    await slack.stop();
    await database.drop();
  }
}, 60_000);

test('the bench finds everything that it imports', async () => {
  const { code, err } = await runToEnd(process.execPath, ['--eval', "await import('./bench/ack.mjs')"]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
