import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { seeded } from '../support/seeded.js';
import { audit, nothingWrong } from './audit.js';
import { startChaosBot } from './chaos-bot.js';
import { createCrowd } from './crowd.js';

const { ana, bo, guo, mei, wen } = sandbox;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** A day on, over and again: half the time to a deadline, two hours before it, past it. */
const jumps = ['2026-09-23T15:00:00+08:00', '2026-09-24T16:30:00+08:00', '2026-09-24T18:05:00+08:00'];

/** Further kills at most, while none has interrupted anything. */
const mostMore = 12;

/** What was counted, by what it is. `seed` with the same number of kills repeats the run. */
export type Killed = Readonly<Record<string, number>>;

/**
 * Kills the bot so many times at any moment, while people work and days pass, and sees that nothing is lost or said twice. Each
 * `round` has a seed of its own.
 */
export async function killedAtAnyMoment(kills: number, round = 0): Promise<Killed> {
  const random = seeded('CHAOS_SEED', round);
  const between = Math.floor(kills / jumps.length);
  const bot = await startChaosBot();
  try {
    const crowd = createCrowd(bot.slack, random);
    let over = false;
    const work = crowd.work([ana, bo, guo], [mei, wen], () => over);
    const interrupted = new Set<string>();
    // Until something was interrupted: most of the time the bot has nothing claimed.
    const more = () => interrupted.size === 0;
    for (let kill = 1; kill <= kills || (more() && kill <= kills + mostMore); kill += 1) {
      const running = await bot.startBot(kill % 4 < 2 ? 'socket' : 'http');
      // Something has to be under way, on a slow machine too.
      const [seen, until] = [crowd.activity.receipts.length, Date.now() + 5000];
      while (crowd.activity.receipts.length < seen + 2 && Date.now() < until) await pause(20);
      await pause(random.between(0, 1000));
      const jump = kill % between === 0 ? jumps[kill / between - 1] : undefined;
      if (jump !== undefined) {
        bot.jump(new Date(jump));
        await pause(random.between(0, 300));
      }
      await running.kill();
      for (const claim of await bot.claims()) interrupted.add(claim);
    }
    await bot.startBot('socket');
    over = true;
    await work;
    await bot.settled();
    const found = await audit(bot);
    const { receipts, ...activity } = crowd.activity;
    const counted = { seed: random.seed, kills, 'interrupted claims': interrupted.size, ...activity, ...found.counted };
    console.info(`killed in round ${round}: ${JSON.stringify(counted)}`);

    expect(interrupted.size).toBeGreaterThan(0);
    const stored = (await bot.reports()).map(({ report }) => ({ id: report.id, title: report.form.title }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(stored.toSorted(byId)).toEqual(receipts.toSorted(byId));
    expect(found).toMatchObject(nothingWrong);
    return counted;
  } finally {
    await bot.stop();
  }
}
