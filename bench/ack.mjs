// How long a submitted report takes until it is stored and answered: the bot against a bare Bolt app that inserts one document of
// the same size. Both run in processes of their own on one MongoDB, and take turns, so that a slow moment of the machine hits both.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { sandbox, sandboxWorld } from '../dist/sandbox/sandbox-world.js';
import { startSlackEmulator } from '../dist/sandbox/slack-emulator.js';
import { startLocalMongod } from '../dist/store/local-mongod/local-mongod.js';
import { load } from './ack/load.js';
import { figures, median, round2, startSide, untilIdle } from './side.js';

/** How many submissions each side gets in a round, by the number of connections. */
const sizes = { 1: 240, 16: 320, 64: 640 };
/** How often both sides are started: what V8 compiles, and when, makes the same program up to a tenth faster or slower. */
const starts = 3;
const secret = '0123456789abcdef0123456789abcdef';
const botToken = 'xoxb-bench';
/**
 * How many submissions each side gets before a number of connections is measured, so that both have compiled what they run then.
 * They take turns in this too: of a program that is idle for eight seconds V8 throws away some of that.
 */
const warmUp = 3000;
const warmUpTurn = 250;
const people = { team: sandbox.home, user: sandbox.ana };

export async function bench({ progress, rounds = 5 }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vulndesk-bench-'));
  const mongod = await startLocalMongod({ dataDir, onProgress: progress });
  const clock = () => new Date();
  const keys = { botToken, appToken: 'xapp-bench', signingSecret: secret };
  const slack = await startSlackEmulator({ world: sandboxWorld(), ...keys, clock });
  // Slack allows one post a second and channel, so at this pace it would refuse them. What is measured is the answer to the form.
  slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 30 }, 100_000);
  const seen = Object.fromEntries(Object.keys(sizes).map((connections) => [connections, []]));
  let bytes = 0;
  try {
    for (let start = 1; start <= starts; start += 1) {
      const pair = await startPair(`S${start}`, mongod.uri, slack.apiUrl);
      bytes = pair.bytes;
      try {
        for (const [connections, count] of Object.entries(sizes)) {
          const rates = await measure(pair, { connections: Number(connections), count, rounds });
          for (const { ours, bare } of rates)
            progress(`${connections}: ${round2(ours.p50)} against ${round2(bare.p50)} ms`);
          seen[connections].push(rates);
        }
      } finally {
        for (const { child } of [pair.ours, pair.bare]) child.disconnect();
      }
    }
  } finally {
    await slack.stop();
    await mongod.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const parts = Object.fromEntries(Object.entries(seen).map(([at, rates]) => [`at${at}`, figuresOf(rates)]));
  return {
    ratio: median(Object.values(parts).map(({ p50Ratio }) => p50Ratio)),
    rounds: rounds * starts,
    against: `a bare Bolt app that inserts one document of ${bytes} bytes (majority, journalled) before it acknowledges`,
    ...parts,
  };
}

/** The bot and the bare app, each in a process and a database of its own. */
async function startPair(name, uri, apiUrl) {
  const common = { MONGODB_URI: uri, SIGNING_SECRET: secret };
  const database = `bench_ours_${name}`;
  const ours = await startSide('ack/our-bot.js', {
    ...common,
    MONGODB_DATABASE: database,
    BOT_TOKEN: botToken,
    SLACK_API_URL: apiUrl,
    SECURITY_CHANNEL: sandbox.securityChannel,
  });
  await load({ port: ours.port, secret, people, count: 1, connections: 1, name: `${name}FIRST` });
  const bytes = await documentBytes(uri, database);
  return { name, ours, bytes, bare: await startSide('ack/bare-bolt.js', { ...common, BYTES: String(bytes) }) };
}

/** What each side took in each round, in milliseconds; `unsure`: answers of ours without a receipt. */
async function measure({ name, ours, bare }, { connections, count, rounds }) {
  const submit = async ({ port, child }, what, size) => {
    const sent = { port, secret, people, count: size, connections, name: `${name}C${connections}${what}N` };
    const { taken, unsure } = await load(sent);
    // What the bot does after its answers, cards and reminders, must not take time from the other side.
    await untilIdle(child.pid);
    return { ...figures(taken), unsure };
  };
  for (let warmed = 0; warmed < warmUp; warmed += warmUpTurn)
    for (const side of [ours, bare]) await submit(side, `WARM${warmed}`, warmUpTurn);
  const seen = [];
  for (let round = 0; round < rounds; round += 1) {
    const taken = new Map();
    const inTurn = round % 2 === 0 ? [ours, bare] : [bare, ours];
    for (const side of inTurn) taken.set(side, await submit(side, `R${round}`, count));
    seen.push({ ours: taken.get(ours), bare: taken.get(bare) });
  }
  return seen;
}

/** From the rounds of each start. */
function figuresOf(starts) {
  const p50Of = (rounds) => round2(median(rounds.map(({ ours, bare }) => ours.p50 / bare.p50)));
  const rounds = starts.flat();
  const middle = (side, figure) => round2(median(rounds.map((round) => round[side][figure])));
  return {
    p50Ratio: p50Of(rounds),
    p50RatioOfEachStart: starts.map(p50Of),
    p99Ratio: round2(median(rounds.map(({ ours, bare }) => ours.p99 / bare.p99))),
    oursMs: { p50: middle('ours', 'p50'), p99: middle('ours', 'p99') },
    bareMs: { p50: middle('bare', 'p50'), p99: middle('bare', 'p99') },
    unsure: rounds.reduce((sum, { ours }) => sum + ours.unsure, 0),
  };
}

/** The size of a report as the bot stores it. */
async function documentBytes(uri, database) {
  const client = await new MongoClient(uri).connect();
  const [found] = await client
    .db(database)
    .collection('reports')
    .aggregate([{ $limit: 1 }, { $project: { size: { $bsonSize: '$$ROOT' } } }])
    .toArray();
  await client.close();
  return found.size;
}
