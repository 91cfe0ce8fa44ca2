import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { median } from '../simulation/count.js';
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
/** Working days on which nothing new is due: for one replica, and for two. On the first of each the programs warm up. */
const days = { alone: ['09-28', '09-29', '09-30', '10-08'], together: ['10-09', '10-12', '10-13', '10-14'] } as const;
/** More days for two, while other work of the machine made them slower. */
const moreDays = ['10-15', '10-16', '10-19', '10-20', '10-21', '10-22', '10-23'];
/** The most that may be said again after a crash: what one pass posts before it records. */
const mostRepeats = 32;

test('two replicas are not slower than one, and when one is killed in the middle of its work the other has it when the leases end', async () => {
  const bot = await startChaosBot();
  const mo = { team: sandbox.home, user: mei, name: 'Mei Sandbox' };
  const responders = [bo, mei, wen].map((user) => ({ team: sandbox.home, user, name: user }));
  try {
    /** Documents written in the database so far, whoever did it. The test itself only reads while it measures. */
    const writes = async () => {
      const { document } = (await bot.database.db.admin().serverStatus()).metrics;
      return Number(document.inserted) + Number(document.updated) + Number(document.deleted);
    };
    const first = await bot.startBot('socket');
    for (let n = 0; n < many; n += 1) {
      const reporter = { kind: 'elsewhere', name: 'Rae', filedBy: mo } as const;
      const submission = { by: mo, view: `V${n}`, reporter, form: aForm() };
      const id = await bot.submit(submission, ({ report }) => report.id);
      const to = responders[n % responders.length] ?? mo;
      await bot.handle(id, { type: 'AssignReport', to }, { kind: 'person', person: mo });
    }
    bot.jump(bot.now());
    await bot.settled();
    /** Moves the clock to a rung of all reports, and measures until all is said. Repeats: edits of a card beyond one. */
    const rung = async (at: string, meanwhile = async () => undefined as unknown) => {
      const before = bot.slack.requests.length;
      const writesBefore = await writes();
      const began = performance.now();
      bot.jump(new Date(`2026-${at}:00+08:00`));
      await meanwhile();
      await bot.settled();
      const ms = performance.now() - began;
      const edits = bot.slack.requests
        .slice(before)
        .flatMap(({ method, args }) => (method === 'chat.update' ? [String(args.ts)] : []));
      return {
        ms,
        cards: new Set(edits).size,
        repeats: edits.length - new Set(edits).size,
        requests: bot.slack.requests.length - before,
        writes: (await writes()) - writesBefore,
      };
    };
    await rung('09-24T18:05');
    // On each of these days all are overdue, and everybody is at work.
    const measured = async (which: readonly string[]) => {
      const rungs: Awaited<ReturnType<typeof rung>>[] = [];
      for (const day of which) rungs.push(await rung(`${day}T16:05`));
      return rungs.slice(1);
    };
    const alone = await measured(days.alone);
    await bot.startBot('socket');
    await bot.settled();
    const together = await measured(days.together);
    const quickest = (rungs: typeof alone) => Math.min(...rungs.map(({ ms }) => ms));
    // The quickest of each: whatever else the machine does only makes them slower.
    const slower = () => quickest(together) > quickest(alone) * 1.25;
    for (const day of moreDays) if (slower()) together.push(await rung(`${day}T16:05`));
    for (const one of [...alone, ...together]) expect(one).toMatchObject({ cards: many, repeats: 0 });

    let recoveredMs = 0;
    const tokens = async () => new Set((await bot.claims()).map((claim) => claim.split(' ')[1] ?? ''));
    const killed = await rung('10-26T16:05', async () => {
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
    const of = (rungs: typeof alone, what: 'ms' | 'requests' | 'writes') => rungs.map((one) => one[what]);
    // Each asks Slack by itself whether the channel is safe, and who people are.
    expect(median(of(together, 'requests'))).toBeLessThanOrEqual(median(of(alone, 'requests')) + 10);
    // People are looked at by one while the other still has reports.
    expect(median(of(together, 'writes'))).toBeLessThanOrEqual(median(of(alone, 'writes')) * 1.5);
    expect(slower()).toBe(false);
  } finally {
    await bot.stop();
  }
}, 240_000);
