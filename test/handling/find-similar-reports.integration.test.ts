import { deadlinesOf } from '../../src/deadline/deadlines.js';
import { openDuties } from '../../src/handling/due-notices.js';
import { createFindSimilar, type FindSimilar } from '../../src/handling/find-similar-reports.js';
import { createHandle, type Handle } from '../../src/handling/handle.js';
import type { Reports } from '../../src/handling/ports.js';
import { replay } from '../../src/report/evolve.js';
import type { Report } from '../../src/report/report.js';
import type { ReportId } from '../../src/report/report-id.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { accept, decline } from '../report/report-in-status.js';
import { acknowledge, bo, by, historyOf, minute, rae, submit } from '../report/situations.js';
import { newRing } from '../store/a-report.js';
import { until } from '../support/bounded-poll.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { policy } from './situations.js';

const ids = ['VR-0000-000A', 'VR-0000-000B', 'VR-0000-000C', 'VR-0000-000D'] as const;
const [first, second, third, fourth] = ids;
const clock = () => minute(60);

let fresh: FreshDatabase;
let store: Store;
let reports: Reports;
let handle: Handle;
/** The ids of the reports that were opened, in order. */
const opened: ReportId[] = [];

beforeAll(async () => {
  fresh = await freshDatabase('similar');
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring: newRing() });
  reports = {
    ...store.reports,
    open: (which, take) => {
      opened.push(...which);
      return store.reports.open(which, take);
    },
  };
  handle = createHandle({ reports, policy, clock, saved: () => undefined });
});
afterAll(async () => {
  await store.close();
  await fresh.drop();
});
beforeEach(async () => {
  await fresh.db.collection('reports').deleteMany({});
  opened.length = 0;
  for (const [n, id] of ids.entries()) {
    const receivedAt = minute(n - 10);
    const history = historyOf([{ ...submit, id, submission: id, receivedAt }, by(rae)]);
    await store.reports.add(history, replay(history), openDuties(deadlinesOf(replay(history), policy)), receivedAt);
  }
});

const of = async (id: ReportId): Promise<Report> => {
  const found = await store.reports.find(id);
  if (found === undefined) throw new Error(`${id} is not stored`);
  return found.report;
};
const alike = async (find: FindSimilar, id: ReportId) => (await find(await of(id), 10)).map(({ report }) => report.id);
const actor = { kind: 'person', person: bo } as const;

describe('reports that may be duplicates', () => {
  test('are opened once, also for two who ask together', async () => {
    const find = createFindSimilar({ reports, clock });
    const both = await Promise.all([alike(find, first), alike(find, second)]);
    expect(both).toEqual([
      [second, third, fourth],
      [first, third, fourth],
    ]);
    expect(opened.toSorted()).toEqual([...ids]);
    await alike(find, third);
    expect(opened).toHaveLength(4);
  });

  test('are compared as they stand now: whoever was written since is opened again, and nobody else', async () => {
    const find = createFindSimilar({ reports, clock });
    await alike(find, first);
    await handle(second, acknowledge, actor);
    await handle(second, accept, actor);
    await handle(second, { type: 'RecordCve', numbers: ['CVE-2026-77777'] }, actor);
    opened.length = 0;
    const [found] = (await find({ ...(await of(first)), form: { ...submit.form, cve: 'CVE-2026-77777' } }, 1)) ?? [];
    expect(found).toMatchObject({ sameCve: true, report: { id: second, status: 'accepted' } });
    expect(opened).toEqual([second]);
    await fresh.db.collection<{ _id: string }>('reports').deleteOne({ _id: second });
    expect(await alike(find, first)).toEqual([third, fourth]);
  });

  test('are not taken for others of the same version, as a restored database has them', async () => {
    const find = createFindSimilar({ reports, clock });
    await alike(find, first);
    const reportsStored = fresh.db.collection<{ _id: string }>('reports');
    await reportsStored.deleteOne({ _id: second });
    const history = historyOf([
      { ...submit, id: second, submission: second, form: { ...submit.form, title: 'Logs tell a token' } },
      by(rae),
    ]);
    await store.reports.add(history, replay(history), {}, minute(1));
    expect(await alike(find, first)).toEqual([third, fourth]);
  });

  test('are remembered up to a bound, the newest', async () => {
    const find = createFindSimilar({ reports, clock, limits: { mostCompared: 2, patienceMs: 10_000 } });
    expect(await alike(find, first)).toEqual([third, fourth]);
    await fresh.db.collection<{ _id: string }>('reports').deleteMany({ _id: { $in: [third, fourth] } });
    expect(await alike(find, first)).toEqual([second]);
    for (const id of [third, fourth]) {
      const history = historyOf([{ ...submit, id, submission: id, receivedAt: minute(-1) }, by(rae)]);
      await store.reports.add(history, replay(history), {}, minute(-1));
    }
    opened.length = 0;
    await alike(find, first);
    await fresh.db.collection<{ _id: string }>('reports').deleteMany({ _id: { $in: [third, fourth] } });
    await alike(find, first);
    // Forgotten when they were no longer among the newest.
    expect(opened.toSorted()).toEqual([first, second, third, fourth]);
  });

  test('keep nobody waiting: what was not opened in time is there for whoever asks next', async () => {
    let slow: (() => void) | undefined;
    const late = new Promise<void>((resolve) => {
      slow = resolve;
    });
    const lateReports = {
      ...reports,
      open: async (...asked: Parameters<Reports['open']>) => {
        await late;
        await reports.open(...asked);
      },
    };
    const findLate = createFindSimilar({ reports: lateReports, clock, limits: { mostCompared: 10, patienceMs: 5 } });
    expect(await alike(findLate, first)).toEqual([]);
    slow?.();
    await until('everything is compared', async () => (await alike(findLate, first)).length === 3);
    expect(opened.toSorted()).toEqual([...ids]);
  });

  test('are compared for two years once they are closed, and left out where they are gone by then', async () => {
    await handle(second, acknowledge, actor);
    await handle(second, decline, actor);
    const year = 365 * 86_400_000;
    const at = (years: number) =>
      createFindSimilar({ reports, clock: () => new Date(minute(0).getTime() + years * year) });
    expect(await alike(at(1.9), first)).toEqual([second, third, fourth]);
    expect(await alike(at(2.1), first)).toEqual([third, fourth]);
    const find: Reports['find'] = async (id) => (id === third ? undefined : await store.reports.find(id));
    expect(await alike(createFindSimilar({ reports: { ...reports, find }, clock }), first)).toEqual([second, fourth]);
  });

  test('that cannot be read are opened once, and left out', async () => {
    const find = createFindSimilar({ reports, clock });
    await fresh.db
      .collection<{ _id: string }>('reports')
      .updateOne({ _id: second }, { $set: { 'sealed.ct': Buffer.alloc(40) } });
    expect(await alike(find, first)).toEqual([third, fourth]);
    await alike(find, first);
    expect(opened).toHaveLength(4);
  });
});
