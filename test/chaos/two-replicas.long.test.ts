import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { aForm } from '../support/a-form.js';
import { until } from '../support/bounded-poll.js';
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

/** Reports of people outside Slack, each of them somebody's. */
const many = 60;
/** The most that may be said again after a crash: what one pass posts before it records. */
const mostRepeats = 32;

test('two replicas are not slower than one, and when one is killed in the middle of its work the other has it when the leases end', async () => {
  const bot = await startChaosBot();
  const mo = { team: sandbox.home, user: mei, name: 'Mei Sandbox' };
  const responders = [bo, mei, wen].map((user) => ({ team: sandbox.home, user, name: user }));
  try {
    const first = await bot.startBot('socket');
    for (let n = 0; n < many; n += 1) {
      const reporter = { kind: 'elsewhere', name: 'Rae', filedBy: mo } as const;
      const { report } = await bot.submit({ by: mo, view: `V${n}`, reporter, form: aForm() });
      const to = responders[n % responders.length] ?? mo;
      await bot.handle(report.id, { type: 'AssignReport', to }, { kind: 'person', person: mo });
    }
    bot.jump(bot.now());
    await bot.settled();
    /** Moves the clock to a rung of all reports, and measures until all is said. Repeats: edits of a card beyond one. */
    const rung = async (at: string, meanwhile = async () => undefined as unknown) => {
      const before = bot.slack.requests.length;
      const began = performance.now();
      bot.jump(new Date(`2026-09-${at}:00+08:00`));
      await meanwhile();
      await bot.settled();
      const ms = performance.now() - began;
      const edits = bot.slack.requests
        .slice(before)
        .flatMap(({ method, args }) => (method === 'chat.update' ? [String(args.ts)] : []));
      return { ms, cards: new Set(edits).size, repeats: edits.length - new Set(edits).size };
    };
    const alone = await rung('23T14:05');
    expect(alone).toMatchObject({ cards: many, repeats: 0 });
    await bot.startBot('socket');
    await bot.settled();
    const together = await rung('24T11:35');
    expect(together).toMatchObject({ cards: many, repeats: 0 });

    let recoveredMs = 0;
    const tokens = async () => new Set((await bot.claims()).map((claim) => claim.split(' ')[1] ?? ''));
    const killed = await rung('24T16:05', async () => {
      bot.slack.faults.decide((method) => (method === 'chat.update' ? { kind: 'slow', ms: 100 } : undefined));
      const held = await until('a replica works', async () => ((await tokens()).size > 0 ? await tokens() : undefined));
      await first.kill();
      const killedAt = performance.now();
      bot.slack.faults.clear();
      await until(
        'the claims of before are over',
        async () => {
          const now = await tokens();
          return [...held].every((token) => !now.has(token)) || undefined;
        },
        leaseMs + 10_000,
      );
      recoveredMs = performance.now() - killedAt;
    });
    const { counted, ...found } = await audit(bot);
    console.info(`many at once: ${JSON.stringify({ alone, together, killed, recoveredMs, counted })}`);
    expect(found).toMatchObject(nothingWrong);
    expect(killed.cards).toBe(many);
    expect(killed.repeats).toBeLessThanOrEqual(mostRepeats);
    expect(recoveredMs).toBeLessThanOrEqual(leaseMs + 2000);
    // Two programs may have to share one core here.
    expect(together.ms).toBeLessThan(alone.ms * 1.5 + 1000);
  } finally {
    await bot.stop();
  }
}, 240_000);
