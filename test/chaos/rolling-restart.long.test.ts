import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { seeded } from '../support/seeded.js';
import { audit, nothingWrong } from './audit.js';
import { startChaosBot } from './chaos-bot.js';
import { createCrowd } from './crowd.js';
import { type Replica, startReplica } from './replica.js';

const { ana, guo, mei } = sandbox;
const restarts = 5;
/** Reports that come in between two steps of a rollout, so that each step meets some. */
const between = 2;

test('five rolling restarts of two replicas lose no report and send nothing twice', async () => {
  const random = seeded();
  const bot = await startChaosBot({ at: new Date() });
  const running = new Set<Replica>();
  const start = async () => {
    const replica = await startReplica(bot.settings('socket'));
    running.add(replica);
    return replica;
  };
  const ends: { code: number | null; ms: number }[] = [];
  try {
    let replicas: Replica[] = await Promise.all([start(), start()]);
    const crowd = createCrowd(bot.slack, random);
    let over = false;
    let gaveUp = false;
    const work = crowd.work([ana, guo], [mei], () => over);
    // Awaited below, where its failure is the test's; until then it only ends the waiting.
    void work.catch(() => {
      gaveUp = true;
    });
    const moreReports = async () => {
      const [seen, until] = [crowd.activity.receipts.length, Date.now() + 20_000];
      while (crowd.activity.receipts.length < seen + between && !gaveUp && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 20));
    };
    for (let restart = 1; restart <= restarts; restart += 1) {
      const next: Replica[] = [];
      // As the Deployment says: one more, ready, before one of the old is told to end.
      for (const old of replicas) {
        next.push(await start());
        await moreReports();
        ends.push(await old.end());
        running.delete(old);
      }
      replicas = next;
    }
    over = true;
    await work;
    await bot.settled();
    const found = await audit(bot);
    const { receipts, ...activity } = crowd.activity;
    const longestEndMs = Math.max(...ends.map(({ ms }) => ms));
    const twice = [
      ...[found.doubledCards, found.doubledLines, found.doubledReceipts],
      ...[found.doubledMessages, found.doubledReminders, found.takenTwice],
    ].flat();
    const counted = { seed: random.seed, restarts, ended: ends.length, longestEndMs, ...activity, ...found.counted };
    console.info(`rolling restarts: ${JSON.stringify({ ...counted, twice: twice.length })}`);

    expect(ends.map(({ code }) => code)).toEqual(Array.from({ length: restarts * 2 }, () => 0));
    expect(longestEndMs).toBeLessThan(15_000);
    expect(receipts.length).toBeGreaterThanOrEqual(restarts * 2 * between);
    const stored = (await bot.reports()).map(({ report }) => ({ id: report.id, title: report.form.title }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(stored.toSorted(byId)).toEqual(receipts.toSorted(byId));
    expect(found).toMatchObject(nothingWrong);
    expect(twice).toEqual([]);
    expect([...running].map((replica) => replica.output()).join('')).not.toMatch(/"level":50|Something went wrong/);
  } finally {
    await Promise.all([...running].map((replica) => replica.kill()));
    await bot.stop();
  }
}, 420_000);
