import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SubmissionKnown } from '../../src/handling/store-errors.js';
import { type LocalMongod, startLocalMongod } from '../../src/store/local-mongod/local-mongod.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { until } from '../support/bounded-poll.js';
import { dutiesUntil, later, morning, newRing, received, reportOf } from './a-report.js';

jest.setTimeout(120_000);

let dataDir: string;
let mongod: LocalMongod;
let store: Store;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'vulndesk-trouble-'));
  mongod = await startLocalMongod({ dataDir, onProgress: () => undefined });
  store = await openStore({ uri: mongod.uri, database: 'trouble', ring: newRing() });
});
afterAll(async () => {
  await store.close();
  await mongod.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const add = (history = received()) => store.reports.add(history, reportOf(history), dutiesUntil(later(9)), morning);

describe('a mongod that is killed', () => {
  it('has every report whose add was answered, and none twice', async () => {
    const answered: string[] = [];
    for (let kill = 0; kill < 3; kill += 1) {
      const { pid } = mongod;
      let stop = false;
      const submitters = Array.from({ length: 8 }, async () => {
        while (!stop) {
          // A failed press is pressed again: that is what the person is asked to do.
          const history = received();
          for (let pressed = false; !pressed && !stop; ) {
            pressed = await add(history).then(
              () => true,
              (error: unknown) => error instanceof SubmissionKnown,
            );
            if (pressed) answered.push(reportOf(history).id);
          }
        }
      });
      const wanted = answered.length + 40;
      await until('reports came in', () => (answered.length >= wanted ? true : undefined));
      process.kill(pid, 'SIGKILL');
      await until('it runs again', () => (mongod.pid !== pid ? true : undefined));
      const more = answered.length + 10;
      await until('reports come in again', () => (answered.length >= more ? true : undefined));
      stop = true;
      await Promise.all(submitters);
    }
    const { reports: kept } = await store.reports.list({ limit: 10_000 });
    const ids = kept.map(({ report }) => report.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(answered.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('is an error within a few seconds while it is away, and stores nothing', async () => {
    const history = received();
    const { pid } = mongod;
    process.kill(pid, 'SIGSTOP');
    process.kill(pid, 'SIGKILL');
    await until('it runs again', () => (mongod.pid !== pid ? true : undefined));
    await store.ping();
    expect(await store.reports.find(reportOf(history).id)).toBeUndefined();
  });
});

describe('a mongod that hangs', () => {
  it('loses no report, and files it once, when the press is repeated', async () => {
    const history = received();
    process.kill(mongod.pid, 'SIGSTOP');
    const presses = [add(history), add(history)];
    try {
      await expect(Promise.race([...presses, pause(3000)])).resolves.toBe('nothing yet');
    } finally {
      process.kill(mongod.pid, 'SIGCONT');
    }
    const outcomes = await Promise.allSettled(presses);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter((one) => one.status === 'rejected' && one.reason instanceof SubmissionKnown)).toHaveLength(
      1,
    );
    expect(await store.reports.findSubmission(reportOf(history).submission)).toMatchObject({ history });
  });
});

async function pause(ms: number): Promise<string> {
  return await new Promise((resolve) => setTimeout(resolve, ms, 'nothing yet'));
}
