// What a restart with another policy costs while many reports are open and no date moves: each is looked at once, and nothing is
// saved, posted or edited. Beside it the same documents are read from MongoDB and marked one batch after the other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { MongoClient } from 'mongodb';
import { sandbox, sandboxWorld } from '../dist/sandbox/sandbox-world.js';
import { startSlackEmulator } from '../dist/sandbox/slack-emulator.js';
import { startLocalMongod } from '../dist/store/local-mongod/local-mongod.js';
import { mongodCommands } from './mongod-commands.js';
import { fillBacklog } from './pace/backlog.js';
import { cpuMsOf, median, mongodOf, round2, startSide } from './side.js';

const sizes = { scaled: 5000, full: 100_000 };
const now = new Date('2026-09-24T10:30:00+08:00');
const database = 'bench_policy';
const batch = 500;

export async function bench({ progress, rounds = 5, full }) {
  const open = full ? sizes.full : sizes.scaled;
  const dataDir = mkdtempSync(join(tmpdir(), 'vulndesk-bench-'));
  const mongod = await startLocalMongod({ dataDir, onProgress: progress });
  const began = Date.now();
  const clock = () => new Date(now.getTime() + Date.now() - began);
  const keys = { botToken: 'xoxb-bench', appToken: 'xapp-bench', signingSecret: 's' };
  const slack = await startSlackEmulator({ world: sandboxWorld(), ...keys, clock });
  const bare = await new MongoClient(mongod.uri).connect();
  const collection = bare.db(database).collection('reports');
  try {
    const env = {
      COUNTED_BY: 'mongod',
      MONGODB_URI: mongod.uri,
      MONGODB_DATABASE: database,
      SLACK_API_URL: slack.apiUrl,
      FROM: String(now.getTime()),
      ON_DUTY: sandbox.bo,
    };
    const receivedAt = new Date('2026-09-24T10:00:00+08:00');
    const later = { name: 'open', count: open, receivedAt, dueAt: new Date('2026-09-28T10:00:00+08:00') };
    await fillBacklog({ env, slack, kinds: [later] });
    progress(`${open} reports are stored`);
    const pid = mongodOf(dataDir);
    // What the first start does once is not measured.
    await restart({ env, slack, bare, collection, pid, open, revision: 'warm' });
    const seen = [];
    for (let round = 0; round < rounds; round += 1) {
      const one = {
        ours: await restart({ env, slack, bare, collection, pid, open, revision: `round ${round}` }),
        bare: await readAndMark(collection, round),
      };
      progress(`round ${round + 1}: ${JSON.stringify(one)}`);
      seen.push(one);
    }
    const of = (read) => round2(median(seen.map(read)));
    return {
      ratio: of(({ ours, bare: plain }) => ours.ms / plain.ms),
      rounds,
      against: `a bare program that reads the same documents and marks them, ${batch} at a time`,
      open,
      ms: of(({ ours }) => ours.ms),
      bareMs: of(({ bare: plain }) => plain.ms),
      saved: of(({ ours }) => ours.saved),
      calls: of(({ ours }) => ours.calls),
      commandsEach: of(({ ours }) => ours.commandsEach),
      nodeMsEach: of(({ ours }) => ours.nodeMsEach),
      mongodMsEach: of(({ ours }) => ours.mongodMsEach),
      longestStretchMs: of(({ ours }) => ours.longestMs),
    };
  } finally {
    await bare.close();
    await slack.stop();
    await mongod.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** From the end of the start until everything was looked at. `saved`: reports of which another version was stored. */
async function restart({ env, slack, bare, collection, pid, open, revision }) {
  const side = await startSide('pace/our-bot.js', { ...env, REVISION: revision });
  try {
    const versions = await sumOfVersions(collection);
    const calls = shown(slack);
    // To start costs the same for one report and for all: it reads the newest cards in the channel.
    const before = await side.ask('start');
    const [mongodMs, commands] = [cpuMsOf(pid), await mongodCommands(bare)];
    const at = performance.now();
    const after = await side.ask('idle');
    const ms = performance.now() - at;
    const sent = (await mongodCommands(bare)) - commands;
    return {
      ms: round2(ms),
      saved: (await sumOfVersions(collection)) - versions,
      calls: shown(slack) - calls,
      commandsEach: round2(sent / open),
      nodeMsEach: round2((after.cpuMs - before.cpuMs) / open),
      mongodMsEach: round2((cpuMsOf(pid) - mongodMs) / open),
      longestMs: round2(after.longestMs),
    };
  } finally {
    side.child.disconnect();
  }
}

const shown = (slack) => slack.requests.filter(({ method }) => /^chat\./.test(method)).length;

async function sumOfVersions(collection) {
  const [found] = await collection.aggregate([{ $group: { _id: null, sum: { $sum: '$version' } } }]).toArray();
  return found.sum;
}

async function readAndMark(collection, round) {
  const at = performance.now();
  let after = '';
  for (;;) {
    const found = await collection.find({ _id: { $gt: after } }, { sort: { _id: 1 }, limit: batch }).toArray();
    if (found.length === 0) break;
    after = found.at(-1)._id;
    const ids = found.map(({ _id }) => _id);
    const write = { writeConcern: { w: 'majority', journal: true } };
    await collection.updateMany({ _id: { $in: ids } }, { $set: { benchRound: round } }, write);
  }
  return { ms: round2(performance.now() - at) };
}
