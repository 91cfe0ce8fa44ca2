// How soon a responder sees results among 10,000 sealed reports, and how long others are kept waiting meanwhile. Beside it the same
// documents are read and not opened.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { MongoClient } from 'mongodb';
import { deadlinesOf, promiseFor } from '../dist/deadline/deadlines.js';
import { openDuties } from '../dist/handling/due-notices.js';
import { listReports } from '../dist/handling/list-reports.js';
import { replay } from '../dist/report/evolve.js';
import { sandbox } from '../dist/sandbox/sandbox-world.js';
import { startLocalMongod } from '../dist/store/local-mongod/local-mongod.js';
import { openStore } from '../dist/store/open-store.js';
import { botConfig } from './pace/bot-config.js';
import { median, round2 } from './side.js';
import { watchStretches } from './stretches.js';

const reports = 10_000;
const open = 300;
const database = 'bench_search';
const now = new Date('2026-09-24T10:00:00+08:00');
const mei = { team: sandbox.home, user: sandbox.mei, name: 'Mei' };
const form = {
  title: 'A viewer reads what was never shared with them',
  overview: 'Any signed-in user gets resources by asking for their path. '.repeat(20),
  versions: ['KubeSphere v4.1'],
  otherVersions: 'ks-apiserver',
  verification: '1. Sign in. 2. Ask for the path. 3. Read. '.repeat(20),
  contact: 'bench@reports.example',
  knownAlready: 'no',
  credit: { by: 'name', name: 'Rae' },
  language: 'en',
};

export async function bench({ progress, rounds = 5 }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vulndesk-bench-'));
  const mongod = await startLocalMongod({ dataDir, onProgress: progress });
  const { policy, keyring } = botConfig({});
  const store = await openStore({ uri: mongod.uri, database, ring: keyring });
  const bare = await new MongoClient(mongod.uri).connect();
  try {
    progress(`${reports} reports are stored, ${open} of them open`);
    await fill(store, policy);
    const deps = { reports: store.reports, policy };
    const cold = await timed(() =>
      listReports(deps, { filter: 'all', words: 'needle' }, { limit: 10 }, { person: mei, now }),
    );
    progress(`cold: ${JSON.stringify(cold)}`);
    const seen = [];
    for (let round = 0; round < rounds; round += 1) {
      const one = {
        list: await timed(() => listReports(deps, { filter: 'open', words: '' }, { limit: 10 }, { person: mei, now })),
        common: await timed(() =>
          listReports(deps, { filter: 'all', words: 'path' }, { limit: 10 }, { person: mei, now }),
        ),
        rare: await timed(() =>
          listReports(deps, { filter: 'all', words: 'needle' }, { limit: 10 }, { person: mei, now }),
        ),
        whole: await timed(() => everyPage(deps)),
        bare: await timed(() => readAll(bare)),
      };
      if (one.whole.found !== 1) throw new Error(`found ${one.whole.found} in place of one`);
      progress(`round ${round + 1}: ${JSON.stringify(one)}`);
      seen.push(one);
    }
    const of = (read) => round2(median(seen.map(read)));
    return {
      ratio: of(({ whole, bare: plain }) => whole.ms / plain.ms),
      rounds,
      against: 'the same documents read from MongoDB and not opened',
      reports,
      open,
      listMs: of(({ list }) => list.ms),
      commonWordMs: of(({ common }) => common.ms),
      firstAnswerColdMs: cold.ms,
      firstAnswerForARareWordMs: of(({ rare }) => rare.ms),
      everyReportMs: of(({ whole }) => whole.ms),
      presses: of(({ whole }) => whole.pages),
      longestSliceMs: of(({ whole }) => whole.sliceMs),
      bareLongestSliceMs: of(({ bare: plain }) => plain.sliceMs),
    };
  } finally {
    await bare.close();
    await store.close();
    await mongod.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(store, policy) {
  const one = async (n) => {
    const at = new Date(now.getTime() - n * 3_600_000);
    const reporter = { kind: 'elsewhere', name: 'Rae', filedBy: mei };
    const by = { kind: 'person', person: mei };
    const submission = store.reports.ids.submission(sandbox.home, sandbox.mei, `V${n}`);
    const id = store.reports.ids.reportId(submission, 0);
    const { promise } = promiseFor(at, policy);
    const told = n === reports - 1 ? { ...form, verification: 'The needle.' } : form;
    const affected = [{ version: 'KubeSphere v4.1', verdict: 'supported' }];
    const received = {
      type: 'ReportReceived',
      at,
      by,
      id,
      submission,
      reporter,
      form: told,
      affected,
      receivedAt: at,
      promise,
    };
    const declined = { type: 'ReportDeclined', at, by, reason: 'spam', asksForPublicBug: false };
    const history = n < open ? [received] : [received, declined];
    const report = replay(history);
    await store.reports.add(history, report, openDuties(deadlinesOf(report, policy)), at);
  };
  for (let n = 0; n < reports; n += 64)
    await Promise.all(Array.from({ length: Math.min(64, reports - n) }, (_, i) => one(n + i)));
}

async function everyPage(deps) {
  let pages = 0;
  let found = 0;
  for (let next = null; next !== undefined; pages += 1) {
    const page = { limit: 10, ...(next === null ? {} : { after: next }) };
    const listing = await listReports(deps, { filter: 'all', words: 'needle' }, page, { person: mei, now });
    found += listing.rows.length;
    next = listing.next;
  }
  return { pages, found };
}

async function readAll(client) {
  for await (const { _id } of client.db(database).collection('reports').find({}, { batchSize: 50 }))
    if (_id === undefined) throw new Error('no id');
  return {};
}

/** Milliseconds, and the longest that nothing else had a turn. */
async function timed(work) {
  const stretches = watchStretches();
  const began = performance.now();
  const { pages, found } = await work();
  const ms = performance.now() - began;
  stretches.end();
  return {
    ms: round2(ms),
    sliceMs: round2(stretches.soFar().longestMs),
    pages,
    found,
  };
}
