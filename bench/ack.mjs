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
const database = 'bench_ours';
const secret = '0123456789abcdef0123456789abcdef';
const botToken = 'xoxb-bench';
/** How many submissions each side gets before a number of connections is measured, so that both have compiled what they run then. */
const warmUp = 3000;
const people = { team: sandbox.home, user: sandbox.ana };

export async function bench({ progress, rounds = 5 }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vulndesk-bench-'));
  const mongod = await startLocalMongod({ dataDir, onProgress: progress });
  const clock = () => new Date();
  const keys = { botToken, appToken: 'xapp-bench', signingSecret: secret };
  const slack = await startSlackEmulator({ world: sandboxWorld(), ...keys, clock });
  // Slack allows one post a second and channel, so at this pace it would refuse them. What is measured is the answer to the form.
  slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 30 }, 100_000);
  const children = [];
  try {
    const common = { MONGODB_URI: mongod.uri, SIGNING_SECRET: secret };
    const ours = await startSide('ack/our-bot.js', {
      ...common,
      MONGODB_DATABASE: database,
      BOT_TOKEN: botToken,
      SLACK_API_URL: slack.apiUrl,
      SECURITY_CHANNEL: sandbox.securityChannel,
    });
    children.push(ours.child);
    await load({ port: ours.port, secret, people, count: 1, connections: 1, name: 'FIRST' });
    const bytes = await documentBytes(mongod.uri);
    const bare = await startSide('ack/bare-bolt.js', { ...common, BYTES: String(bytes) });
    children.push(bare.child);
    let unsure = 0;
    const ratios = {};
    const parts = {};
    for (const [connections, count] of Object.entries(sizes)) {
      const seen = [];
      const warm = { secret, people, count: warmUp, connections: Number(connections), name: `C${connections}WARM` };
      for (const { port, child } of [ours, bare]) {
        await load({ ...warm, port });
        await untilIdle(child.pid);
      }
      for (let round = 0; round < rounds; round += 1) {
        const one = { secret, people, count, connections: Number(connections), name: `C${connections}R${round}N` };
        const sides = round % 2 === 0 ? [ours, bare] : [bare, ours];
        const taken = new Map();
        for (const side of sides) {
          taken.set(side, await load({ ...one, port: side.port }));
          // What the bot does after its answers, cards and reminders, must not take time from the other side.
          await untilIdle(side.child.pid);
        }
        const [a, b] = [figures(taken.get(ours).taken), figures(taken.get(bare).taken)];
        unsure += taken.get(ours).unsure;
        seen.push({ p50: a.p50 / b.p50, p99: a.p99 / b.p99, ours: a, bare: b });
        progress(
          `${connections} connections, round ${round + 1}: p50 ${a.p50.toFixed(1)} against ${b.p50.toFixed(1)} ms`,
        );
      }
      ratios[connections] = median(seen.map(({ p50 }) => p50));
      parts[`at${connections}`] = {
        p50Ratio: round2(ratios[connections]),
        p99Ratio: round2(median(seen.map(({ p99 }) => p99))),
        oursMs: { p50: round2(median(seen.map((s) => s.ours.p50))), p99: round2(median(seen.map((s) => s.ours.p99))) },
        bareMs: { p50: round2(median(seen.map((s) => s.bare.p50))), p99: round2(median(seen.map((s) => s.bare.p99))) },
      };
    }
    return {
      ratio: round2(median(Object.values(ratios))),
      rounds,
      unsure,
      against: `a bare Bolt app that inserts one document of ${bytes} bytes (majority, journalled) before it acknowledges`,
      ...parts,
    };
  } finally {
    for (const child of children) child.disconnect();
    await slack.stop();
    await mongod.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The size of a report as the bot stores it. */
async function documentBytes(uri) {
  const client = await new MongoClient(uri).connect();
  const [found] = await client
    .db(database)
    .collection('reports')
    .aggregate([{ $limit: 1 }, { $project: { size: { $bsonSize: '$$ROOT' } } }])
    .toArray();
  await client.close();
  return found.size;
}
