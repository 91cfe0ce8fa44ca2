// How many reminders a second the bot sends when many deadlines have passed, with many people and many reports that are not due,
// and what each costs. Beside it Agenda, a job queue on MongoDB, which makes as many calls to Slack. They take turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sandbox } from '../dist/sandbox/sandbox-world.js';
import { startSlackEmulator } from '../dist/sandbox/slack-emulator.js';
import { createClient } from '../dist/store/connect.js';
import { startLocalMongod } from '../dist/store/local-mongod/local-mongod.js';
import { mongodCommands } from './mongod-commands.js';
import { fillBacklog } from './pace/backlog.js';
import { worldWith } from './pace/world-with.js';
import { cpuMsOf, median, mongodOf, round2, startSide } from './side.js';

const sizes = {
  scaled: { people: 60, due: 600, later: 2400 },
  full: { people: 197, due: 10_000, later: 200_000 },
};
const now = new Date('2026-09-24T18:00:05+08:00');

/**
 * `everything`: half of what is due are accepted reports whose next step is due; a tenth of the people are away and have a substitute,
 * another tenth have snoozed, and half of all have a weekend of their own.
 */
export async function bench({ progress, rounds = 5, full, everything = false }) {
  const size = { ...(full ? sizes.full : sizes.scaled), everything };
  const seen = [];
  let calls;
  for (let round = 0; round < rounds; round += 1) {
    const one = await measure(size, round % 2 === 1 && calls, progress);
    calls = one.ours;
    progress(`round ${round + 1}: ${JSON.stringify(one)}`);
    seen.push(one);
  }
  const of = (read) => round2(median(seen.map(read)));
  const side = (name) => ({
    perSecond: of((one) => one[name].perSecond),
    commandsEach: of((one) => one[name].commandsEach),
    nodeMsEach: of((one) => one[name].nodeMsEach),
    mongodMsEach: of((one) => one[name].mongodMsEach),
  });
  const cpu = ({ nodeMsEach, mongodMsEach }) => nodeMsEach + mongodMsEach;
  return {
    ratio: of(({ ours, queue }) => queue.perSecond / ours.perSecond),
    rounds,
    against: 'Agenda, a job queue on MongoDB, which makes as many calls to Slack (time for each reminder)',
    ...size,
    posts: of(({ ours }) => ours.posts),
    edits: of(({ ours }) => ours.edits),
    cpuRatio: of(({ ours, queue }) => cpu(ours) / cpu(queue)),
    ours: {
      ...side('ours'),
      longestStretchMs: of(({ ours }) => ours.longestMs),
      p99StretchMs: of(({ ours }) => ours.p99Ms),
    },
    queue: side('queue'),
  };
}

/** `known`: how many calls the bot made the last time. Then the job queue has its turn first. */
async function measure({ people, due, later, everything }, known, progress) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vulndesk-bench-'));
  const mongod = await startLocalMongod({ dataDir, onProgress: () => undefined });
  const began = Date.now();
  const clock = () => new Date(now.getTime() + Date.now() - began);
  const keys = { botToken: 'xoxb-bench', appToken: 'xapp-bench', signingSecret: 's' };
  const responders = Array.from({ length: people }, (_, n) => `U0BENCH${String(n).padStart(4, '0')}`);
  const slack = await startSlackEmulator({ world: worldWith(responders), ...keys, clock });
  const children = [];
  const client = await createClient(mongod.uri).connect();
  try {
    const env = {
      COUNTED_BY: 'mongod',
      MONGODB_URI: mongod.uri,
      MONGODB_DATABASE: 'bench_ours',
      SLACK_API_URL: slack.apiUrl,
      FROM: String(now.getTime()),
      LEADS: sandbox.mei,
      ON_DUTY: sandbox.bo,
      OWN_WEEKS: everything ? responders.filter((_, n) => n % 2 === 0).join() : '',
    };
    const assignTo = (n) => ({ team: sandbox.home, user: responders[n % people], name: 'Responder' });
    const stale = everything ? Math.round(due / 2) : 0;
    const kinds = [
      {
        name: 'stale',
        count: stale,
        receivedAt: new Date('2026-09-18T10:00:00+08:00'),
        dueAt: new Date('2026-09-24T18:00:00+08:00'),
        accepted: true,
      },
      {
        name: 'due',
        count: due - stale,
        receivedAt: new Date('2026-09-22T10:00:00+08:00'),
        dueAt: new Date('2026-09-24T18:00:00+08:00'),
      },
      {
        name: 'later',
        count: later,
        receivedAt: new Date('2026-09-24T10:00:00+08:00'),
        dueAt: new Date('2026-09-28T10:00:00+08:00'),
      },
    ];
    await fillBacklog({
      env,
      slack,
      kinds: kinds.map((kind) => ({ ...kind, assignTo })),
      away: everything ? responders.filter((_, n) => n % 10 === 1) : [],
      snoozed: everything ? responders.filter((_, n) => n % 10 === 2) : [],
      now,
    });
    progress(`${due + later} reports are stored`);
    const taken = (name) =>
      slack.requests.filter(({ method, response }) => method === name && response?.body.ok).length;
    const posts = () => taken('chat.postMessage');
    const edits = () => taken('chat.update');
    const mongodPid = mongodOf(dataDir);
    const run = async (file, more) => {
      const side = await startSide(file, { ...env, ...more });
      children.push(side.child);
      // To start costs the same for one reminder and for ten thousand.
      const before = {
        ...(await side.ask('start')),
        posts: posts(),
        edits: edits(),
        commands: await mongodCommands(client),
        mongodMs: cpuMsOf(mongodPid),
        at: performance.now(),
      };
      const after = await side.ask('idle');
      const ms = performance.now() - before.at;
      const sent = (await mongodCommands(client)) - before.commands;
      side.child.disconnect();
      children.pop();
      return {
        posts: posts() - before.posts,
        edits: edits() - before.edits,
        perSecond: round2((due / ms) * 1000),
        commandsEach: round2(sent / due),
        nodeMsEach: round2((after.cpuMs - before.cpuMs) / due),
        mongodMsEach: round2((cpuMsOf(mongodPid) - before.mongodMs) / due),
        ...(after.longestMs === undefined ? {} : { longestMs: round2(after.longestMs), p99Ms: round2(after.p99Ms) }),
      };
    };
    const ours = () => run('pace/our-bot.js', {});
    const queue = (as) =>
      run('reminders/job-queue.js', {
        CHANNEL: sandbox.securityChannel,
        JOBS: String(due),
        POSTS: String(as.posts),
        EDITS: String(as.edits),
        LATER: String(later),
      });
    if (!known) {
      const first = await ours();
      return { ours: first, queue: await queue(first) };
    }
    const first = await queue(known);
    return { ours: await ours(), queue: first };
  } finally {
    for (const child of children) child.disconnect();
    await client.close();
    await slack.stop();
    await mongod.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
