// What is posted first when far more is due than Slack takes: 2,000 new cards, and the digest of 20 missed deadlines and 40 that are near, at one
// message a second in a channel. Beside it a bare program posts to another channel of another emulator in the same seconds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { sandbox, sandboxWorld } from '../dist/sandbox/sandbox-world.js';
import { startSlackEmulator } from '../dist/sandbox/slack-emulator.js';
import { slackPace } from '../dist/sandbox/slack-pace.js';
import { startLocalMongod } from '../dist/store/local-mongod/local-mongod.js';
import { fillBacklog } from './pace/backlog.js';
import { median, round2, startSide } from './side.js';

const seconds = 36;
/** By then the bot has looked at everything once, and woken whom it concerns. After that there are only posts. Seconds. */
const lookedAfter = 12;
const now = new Date('2026-09-24T18:00:05+08:00');
const kinds = [
  {
    name: 'missed',
    count: 20,
    receivedAt: new Date('2026-09-22T10:00:00+08:00'),
    dueAt: new Date('2026-09-24T18:00:00+08:00'),
  },
  {
    name: 'reminder',
    count: 40,
    receivedAt: new Date('2026-09-23T10:00:00+08:00'),
    dueAt: new Date('2026-09-24T14:00:00+08:00'),
  },
  { name: 'card', count: 2000, receivedAt: new Date('2026-09-24T17:59:00+08:00') },
];

const postKinds = ['digest', 'card'];

export async function bench({ progress, rounds = 5 }) {
  const seen = [];
  for (let round = 0; round < rounds; round += 1) {
    const one = await measure(progress);
    progress(`round ${round + 1}: ${JSON.stringify(one)}`);
    seen.push(one);
  }
  const of = (read) => round2(median(seen.map(read)));
  return {
    ratio: of(({ cpuMsPerPost, bareCpuMsPerPost }) => cpuMsPerPost / bareCpuMsPerPost),
    rounds,
    against: 'a bare program that claims, posts and marks one post at a time (CPU of the process per post)',
    seconds,
    posted: Object.fromEntries(postKinds.map((name) => [name, of(({ posted }) => posted[name] ?? 0)])),
    digestAfter: of(({ digestAfter }) => digestAfter),
    commandsPerPost: of(({ commandsPerPost }) => commandsPerPost),
    commandsPerPostInLine: of(({ commandsPerPostInLine }) => commandsPerPostInLine),
    refused: of(({ refused }) => refused),
    cpuMsPerPost: of(({ cpuMsPerPost }) => cpuMsPerPost),
    cpuMsPerPostInLine: of(({ cpuMsPerPostInLine }) => cpuMsPerPostInLine),
    bareCpuMsPerPost: of(({ bareCpuMsPerPost }) => bareCpuMsPerPost),
    barePosted: of(({ barePosted }) => barePosted),
  };
}

async function measure(progress) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vulndesk-bench-'));
  const mongod = await startLocalMongod({ dataDir, onProgress: progress });
  const began = Date.now();
  const emulator = () =>
    startSlackEmulator({
      world: sandboxWorld(),
      ...{ botToken: 'xoxb-bench', appToken: 'xapp-bench', signingSecret: 's' },
      clock: () => new Date(now.getTime() + Date.now() - began),
    });
  const [slack, bareSlack] = [await emulator(), await emulator()];
  const sides = [];
  try {
    const env = {
      MONGODB_URI: mongod.uri,
      MONGODB_DATABASE: 'bench_ours',
      SLACK_API_URL: slack.apiUrl,
      FROM: String(now.getTime()),
    };
    const kindOf = await fillBacklog({ env, slack, kinds });
    const ours = await startSide('pace/our-bot.js', env);
    const bare = await startSide('pace/bare.js', {
      MONGODB_URI: mongod.uri,
      SLACK_API_URL: bareSlack.apiUrl,
      CHANNEL: sandbox.securityChannel,
      ...{ POSTS: '2060', BYTES: '2000' },
    });
    sides.push(ours, bare);
    slack.faults.decide(slackPace(() => Date.now()));
    bareSlack.faults.decide(slackPace(() => Date.now()));
    const before = await Promise.all([ours.ask('start'), bare.ask('start')]);
    const inChannel = () =>
      slack.requests.filter(
        ({ method, args }) => method === 'chat.postMessage' && args.channel === sandbox.securityChannel,
      );
    const isTaken = ({ response }) => response?.body.ok === true;
    await after(lookedAfter * 1000);
    const inLine = await ours.ask('figures');
    const takenBefore = inChannel().filter(isTaken).length;
    await after((seconds - lookedAfter) * 1000);
    const [end, bareEnd] = await Promise.all([ours.ask('figures'), bare.ask('figures')]);
    const calls = inChannel();
    const taken = calls.filter(isTaken);
    const postsInLine = taken.length - takenBefore;
    const posts = taken.map(({ args }) => {
      const told = JSON.stringify(args.metadata);
      return told.includes('digest ') ? 'digest' : (kindOf.get(/VR-\w{4}-\w{4}/.exec(told)?.[0]) ?? 'other');
    });
    const posted = Object.fromEntries(postKinds.map((name) => [name, posts.filter((kind) => kind === name).length]));
    return {
      posted,
      digestAfter: posts.indexOf('digest') < 0 ? posts.length : posts.indexOf('digest'),
      commandsPerPost: round2((end.commands - before[0].commands) / taken.length),
      commandsPerPostInLine: round2((end.commands - inLine.commands) / postsInLine),
      refused: calls.length - taken.length,
      cpuMsPerPost: round2((end.cpuMs - before[0].cpuMs) / taken.length),
      cpuMsPerPostInLine: round2((end.cpuMs - inLine.cpuMs) / postsInLine),
      bareCpuMsPerPost: round2((bareEnd.cpuMs - before[1].cpuMs) / bareEnd.posted),
      barePosted: bareEnd.posted,
    };
  } finally {
    for (const { child } of sides) child.disconnect();
    await slack.stop();
    await bareSlack.stop();
    await mongod.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
