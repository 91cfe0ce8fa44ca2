import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { openStore } from '../../../src/store/open-store.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { startSecondReplica } from '../../support/second-replica.js';

const { bo: lead, securityChannel } = sandbox;
const minute = 60_000;
const warnings = (bot: RunningBot) =>
  bot.people.bo.directMessages().filter((text) => text.includes("isn't safe")).length;

test('a lead hears that the channel is not safe even if the replica that was to say so was killed', async () => {
  const bot = await startRunningBot({ policy: { leads: [lead] } });
  const { ana } = bot.people;
  const { uri, database } = bot.config.store;
  const store = await openStore({ uri, database, ring: bot.config.keyring });
  try {
    await ana.files({ title: 'Before anything went wrong' });
    bot.slack.world.changeChannel(securityChannel, { pendingExtShared: true });
    // What a replica leaves behind that is killed after it took the turn and before it wrote.
    const turn = { key: `channel/${securityChannel}/sharing_pending`, limit: 1, seconds: 3600 };
    expect(await store.rateLimits.pass([turn], bot.clock.now())).toBeUndefined();
    await bot.pass(2 * minute);
    await ana.files({ title: 'Waiting for the channel' });
    for (let passed = 0; passed < 55; passed += 5) await bot.pass(5 * minute);
    expect(warnings(bot)).toBe(0);
    for (let passed = 0; passed < 30; passed += 5) await bot.pass(5 * minute);
    expect(warnings(bot)).toBe(1);
    for (let passed = 0; passed < 180; passed += 60) await bot.pass(60 * minute);
    expect(warnings(bot)).toBe(1);
  } finally {
    await store.close();
    await bot.stop();
  }
}, 60_000);

test('with two replicas a lead is warned by one of them at once, and at most once more, an hour later', async () => {
  const bot = await startRunningBot({ policy: { leads: [lead] } });
  const second = await startSecondReplica(bot);
  const { ana } = bot.people;
  try {
    await ana.files({ title: 'Seen by both' });
    bot.slack.world.changeChannel(securityChannel, { pendingExtShared: true });
    const pass = async (ms: number) => {
      bot.clock.forward(ms);
      for (const app of [bot.app, second.app]) app.clockMoved();
      await second.quiet();
    };
    await pass(2 * minute);
    await ana.files({ title: 'Waiting for the channel' });
    for (let passed = 0; passed < 50; passed += 10) await pass(10 * minute);
    expect(warnings(bot)).toBe(1);
    for (let passed = 0; passed < 480; passed += 60) await pass(60 * minute);
    expect(warnings(bot)).toBeLessThanOrEqual(2);
  } finally {
    await second.stop();
    await bot.stop();
  }
}, 60_000);
