// How late a reminder is while the bot has nothing else to do: from the moment that it is due until Slack has it. Each report is
// exploited and has a responder of its own, who is reminded two working hours after it came in. Beside it a bare program that
// sleeps until its next job is due, claims it and posts. Both work on one MongoDB, in the same seconds, in turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { sandbox } from '../dist/sandbox/sandbox-world.js';
import { startSlackEmulator } from '../dist/sandbox/slack-emulator.js';
import { startLocalMongod } from '../dist/store/local-mongod/local-mongod.js';
import { fillBacklog } from './pace/backlog.js';
import { worldWith } from './pace/world-with.js';
import { figures, median, round2, startSide } from './side.js';

/** Reminders a round, and how far they are apart, in milliseconds. Half a step after each of ours comes one of the bare program's. */
const [count, stepMs] = [30, 600];
const receivedAt = new Date('2026-09-24T10:00:00+08:00');
const firstDueAt = new Date('2026-09-24T12:00:00+08:00');
/** How long before the first is due the programs are started, in milliseconds. */
const aheadMs = 15_000;

export async function bench({ progress, rounds = 5 }) {
  const seen = [];
  for (let round = 0; round < rounds; round += 1) {
    const one = await measure();
    progress(`round ${round + 1}: ${JSON.stringify(one)}`);
    seen.push(one);
  }
  const of = (read) => round2(median(seen.map(read)));
  return {
    ratio: of(({ ours, bare }) => ours.p50 / bare.p50),
    rounds,
    against: 'a bare program that sleeps until its next job is due, claims it and posts',
    oursMs: { p50: of(({ ours }) => ours.p50), p99: of(({ ours }) => ours.p99) },
    bareMs: { p50: of(({ bare }) => bare.p50), p99: of(({ bare }) => bare.p99) },
  };
}

async function measure() {
  const dataDir = mkdtempSync(join(tmpdir(), 'vulndesk-bench-'));
  const mongod = await startLocalMongod({ dataDir, onProgress: () => undefined });
  const responders = Array.from({ length: count }, (_, n) => `U0BENCH${String(n).padStart(4, '0')}`);
  let now = () => receivedAt;
  const slack = await startSlackEmulator({
    world: worldWith(responders, 'Asia/Shanghai'),
    ...{ botToken: 'xoxb-bench', appToken: 'xapp-bench', signingSecret: 's' },
    clock: () => now(),
  });
  const children = [];
  const start = async (file, env) => {
    const side = await startSide(file, env);
    children.push(side.child);
    return side;
  };
  try {
    const env = {
      MONGODB_URI: mongod.uri,
      MONGODB_DATABASE: 'bench_ours',
      SLACK_API_URL: slack.apiUrl,
      LEADS: sandbox.mei,
    };
    const kinds = responders.map((user, n) => ({
      name: user,
      count: 1,
      knownAlready: 'exploited',
      receivedAt: new Date(receivedAt.getTime() + n * stepMs),
      assignTo: () => ({ team: sandbox.home, user, name: user }),
    }));
    await fillBacklog({ env, slack, kinds, now: receivedAt });
    const told = await start('pace/our-bot.js', { ...env, FROM: String(receivedAt.getTime() + 60_000) });
    await told.ask('start');
    await told.ask('idle');
    told.child.disconnect();
    children.pop();

    const from = firstDueAt.getTime() - aheadMs;
    const began = Date.now();
    now = () => new Date(from + Date.now() - began);
    const before = slack.requests.length;
    const dueAt = (n) => firstDueAt.getTime() + n * stepMs;
    const both = await Promise.all([
      start('pace/our-bot.js', { ...env, FROM: String(from), BEGAN: String(began) }),
      start('lateness/sleeper.js', {
        ...env,
        FROM: String(from),
        BEGAN: String(began),
        CHANNEL: sandbox.reports,
        JOBS: JSON.stringify(responders.map((_, n) => dueAt(n) + stepMs / 2)),
      }),
    ]);
    await Promise.all(both.map((side) => side.ask('start')));
    const deadline = performance.now() + aheadMs + count * stepMs + 20_000;
    const lateness = () => {
      const posts = slack.requests
        .slice(before)
        .filter(({ method, response }) => method === 'chat.postMessage' && response?.body.ok);
      const bare = posts.filter(({ args }) => args.channel === sandbox.reports);
      const ours = responders.flatMap((user, n) => {
        const first = posts.find(({ args, at }) => at >= dueAt(n) && args.channel === user);
        return first === undefined ? [] : [first.at - dueAt(n)];
      });
      return { ours, bare: bare.map(({ args, at }) => at - Number(args.text)) };
    };
    for (;;) {
      const { ours, bare } = lateness();
      if (ours.length === count && bare.length === count) return { ours: figures(ours), bare: figures(bare) };
      if (performance.now() > deadline)
        throw new Error(`${ours.length} and ${bare.length} of ${count} reminders came.`);
      await after(200);
    }
  } finally {
    for (const child of children) child.disconnect();
    await slack.stop();
    await mongod.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
