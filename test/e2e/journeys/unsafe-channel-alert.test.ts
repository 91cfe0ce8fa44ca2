import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { openStore } from '../../../src/store/open-store.js';
import { startRunningBot } from '../../support/running-bot.js';
import { startSecondReplica } from '../../support/second-replica.js';
import { directMessages } from '../../support/what-is-shown.js';
import { file } from './filing.js';

const { ana, bo, securityChannel } = sandbox;
const minute = 60_000;

test('a lead hears that the channel is not safe, though the replica that had the right to tell was killed', async () => {
  const bot = await startRunningBot({ policy: { leads: [bo] } });
  const { uri, database } = bot.config.store;
  const store = await openStore({ uri, database, ring: bot.config.keyring });
  try {
    const { slack, clock } = bot;
    const warnings = () => directMessages(slack, bo).filter(({ text }) => text.includes('not safe')).length;
    const pass = (ms: number) => bot.moveTo(new Date(clock.now().getTime() + ms));
    await file(bot, ana, 'Before anything went wrong');
    slack.world.changeChannel(securityChannel, { pendingExtShared: true });
    // What a replica leaves that is killed between asking and telling.
    const asked = { key: `channel/${securityChannel}/sharing_pending`, limit: 1, seconds: 3600 };
    expect(await store.rateLimits.pass([asked], clock.now())).toBeUndefined();
    await pass(2 * minute);
    await file(bot, ana, 'Waiting for the channel');
    for (let passed = 0; passed < 55; passed += 5) await pass(5 * minute);
    expect(warnings()).toBe(0);
    for (let passed = 0; passed < 30; passed += 5) await pass(5 * minute);
    expect(warnings()).toBe(1);
    for (let passed = 0; passed < 180; passed += 60) await pass(60 * minute);
    expect(warnings()).toBe(1);
  } finally {
    await store.close();
    await bot.stop();
  }
}, 60_000);

test('while two replicas see it, a lead is told at once by one of them, and by the other when an hour has passed', async () => {
  const bot = await startRunningBot({ policy: { leads: [bo] } });
  const second = await startSecondReplica(bot);
  try {
    const { slack, clock } = bot;
    const warnings = () => directMessages(slack, bo).filter(({ text }) => text.includes('not safe')).length;
    await file(bot, ana, 'Seen by both');
    slack.world.changeChannel(securityChannel, { pendingExtShared: true });
    const pass = async (ms: number) => {
      clock.forward(ms);
      for (const app of [bot.app, second.app]) app.clockMoved();
      await second.quiet();
    };
    await pass(2 * minute);
    await file(bot, ana, 'Waiting for the channel');
    for (let passed = 0; passed < 50; passed += 10) await pass(10 * minute);
    expect(warnings()).toBe(1);
    for (let passed = 0; passed < 480; passed += 60) await pass(60 * minute);
    expect(warnings()).toBeLessThanOrEqual(2);
  } finally {
    await second.stop();
    await bot.stop();
  }
}, 60_000);
