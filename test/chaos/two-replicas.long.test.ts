import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { seeded } from '../support/seeded.js';
import { audit, nothingWrong } from './audit.js';
import { leaseMs, startChaosBot } from './chaos-bot.js';
import { createCrowd } from './crowd.js';

const { ana, bo, guo, mei, wen } = sandbox;
const each = 6;

test('two replicas on one database send nothing twice, and when one is killed the other takes over its claims', async () => {
  const random = seeded();
  const bot = await startChaosBot();
  try {
    const first = await bot.startBot('socket');
    await bot.startBot('socket');
    const crowd = createCrowd(bot.slack, random);
    let over = false;
    const handling = crowd.work([], [mei, wen], () => over);
    const fileAll = async (user: string) => {
      for (let n = 0; n < each; n += 1) await crowd.file(user);
    };
    await Promise.all([ana, bo, guo].map(fileAll));
    over = true;
    await handling;
    await bot.settled();
    bot.jump(new Date('2026-09-24T18:05:00+08:00'));
    await bot.settled();
    const together = await audit(bot);
    console.info(`two replicas: ${JSON.stringify({ seed: random.seed, ...together.counted })}`);
    expect(together).toMatchObject({ ...nothingWrong, doubledReceipts: [], doubledReminders: [] });

    // A slow Slack, so that both hold claims when one goes.
    bot.slack.faults.decide((method) => (method === 'chat.postMessage' ? { kind: 'slow', ms: 1500 } : undefined));
    over = false;
    const filing = crowd.work([ana, bo, guo], [], () => over);
    const tokens = async () => new Set((await bot.claims()).map((claim) => claim.split(' ')[1])).size;
    const giveUp = Date.now() + 30_000;
    while ((await tokens()) < 2 && Date.now() < giveUp) await new Promise((resolve) => setTimeout(resolve, 20));
    await first.kill();
    bot.slack.faults.clear();
    over = true;
    await filing;
    const killedAt = Date.now();
    // Nobody comes by: the other replica looks by itself when the leases end.
    await bot.settled();
    const settledMs = Date.now() - killedAt;
    const after = await audit(bot);
    console.info(`one replica left: ${JSON.stringify({ settledMs, ...after.counted })}`);
    expect(settledMs).toBeLessThan(leaseMs + 20_000);
    expect(after.counted.reports).toBe(crowd.activity.receipts.length);
    expect(after).toMatchObject(nothingWrong);
  } finally {
    await bot.stop();
  }
}, 240_000);
