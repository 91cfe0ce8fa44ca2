import type { Fault } from '../../src/sandbox/faults.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { openStore } from '../../src/store/open-store.js';
import { startRunningBot } from '../support/running-bot.js';
import { seeded } from '../support/seeded.js';
import { audit, nothingWrong } from './audit.js';
import { createCrowd } from './crowd.js';
import { untilSettled } from './settled.js';

const { ana, bo, guo, mei, wen } = sandbox;
const each = 20;

test('while Slack loses answers, breaks connections and refuses calls, nothing is lost and nothing is sent twice', async () => {
  const random = seeded();
  const bot = await startRunningBot();
  const { uri, database } = bot.config.store;
  const store = await openStore({ uri, database, ring: bot.config.keyring });
  const met: Record<string, number> = {};
  const chosen = (method: string): Fault | undefined => {
    if (method === 'apps.connections.open') return undefined;
    const lot = random.next();
    if (lot < 0.2) return method.startsWith('chat.') ? { kind: 'commit_then_drop' } : undefined;
    if (lot < 0.28) return { kind: 'http', status: 503 };
    if (lot < 0.38) return { kind: 'rate_limited', retryAfter: 2 };
    return lot < 0.41 ? { kind: 'reset' } : undefined;
  };
  /** Letters whose own post ended so that nobody can know whether they arrived. */
  const hidden = new Set<string>();
  bot.slack.faults.decide((method, args) => {
    const fault = chosen(method);
    if (fault === undefined) return undefined;
    met[fault.kind] = (met[fault.kind] ?? 0) + 1;
    const key = /VR-[^"\\]+\/message\/\d+/.exec(JSON.stringify(args.metadata ?? ''))?.[0];
    if (method === 'chat.postMessage' && fault.kind !== 'rate_limited' && key !== undefined) hidden.add(key);
    return fault;
  });
  // Time passes as fast as back-offs need it to.
  const passing = setInterval(() => {
    bot.clock.forward(500);
    bot.app.clockMoved();
  }, 50);
  try {
    const crowd = createCrowd(bot.slack, random);
    let over = false;
    const handling = crowd.work([], [mei, wen], () => over);
    const fileAll = async (user: string) => {
      for (let n = 0; n < each; n += 1) await crowd.file(user);
    };
    await Promise.all([ana, bo, guo].map(fileAll));
    over = true;
    await handling;
    const seen = {
      ...bot,
      now: bot.clock.now,
      reports: () => store.reports.list({ limit: 10_000 }).then((page) => page.reports),
    };
    // A channel that Slack has refused gets one post a second.
    await untilSettled(seen, () => bot.logged.slice(-30).join(''), 300_000);
    const found = await audit(seen);
    const { receipts, ...activity } = crowd.activity;
    console.info(
      `hostile Slack: ${JSON.stringify({ seed: random.seed, ...activity, ...found.counted, 'messages whose fate was hidden': hidden.size, ...met })}`,
    );

    expect(receipts).toHaveLength(each * 3);
    expect(found.counted.reports).toBe(each * 3);
    for (const kind of ['commit_then_drop', 'http', 'rate_limited', 'reset']) expect(met[kind]).toBeGreaterThan(0);
    expect(found).toMatchObject(nothingWrong);
    // Nobody is asked about a message that was not tried, or that Slack answered for.
    expect(found.doubtedMessages.filter((key) => !hidden.has(key))).toEqual([]);
  } finally {
    clearInterval(passing);
    await bot.stop();
    await store.close();
  }
}, 600_000);
