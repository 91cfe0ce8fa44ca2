import { deadlinesOf } from '../../src/deadline/deadlines.js';
import { openDuties } from '../../src/handling/due-notices.js';
import { listReports, openReports } from '../../src/handling/list-reports.js';
import { replay } from '../../src/report/evolve.js';
import { keyedIds } from '../../src/store/keyed-ids.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { reportDocuments } from '../../src/store/report-document.js';
import { later, mo, morning, newRing, received } from '../store/a-report.js';
import { aForm } from '../support/a-form.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { policy } from './situations.js';

/** How long nobody else has a turn, at most. Milliseconds of this process's time, which a busy machine does not lengthen. */
const longestStretch = 20;
/** A slow machine may take longer: as long as opening so many reports, one after the other, takes it. */
const reportsInAStretch = 12;
const stored = 1200;
const overview = 'Any signed-in user gets resources by asking for their path. '.repeat(300);

const ring = newRing();
let fresh: FreshDatabase;
let store: Store;
let mayTake: number;

beforeAll(async () => {
  fresh = await freshDatabase('many');
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring });
  const documents = reportDocuments(fresh.database, ring, keyedIds(ring));
  const of = (n: number) => {
    const at = later(-n);
    const history = [
      ...received({ at, receivedAt: at, form: aForm({ overview, ...(n === 7 ? { title: 'The needle' } : {}) }) }),
      // Half of them are finished.
      ...(n % 2 === 0 ? [{ type: 'ReportWithdrawn', at, by: { kind: 'person', person: mo } } as const] : []),
    ];
    const report = replay(history);
    return documents.fresh({ report, history }, openDuties(deadlinesOf(report, policy)), at);
  };
  const collection = fresh.db.collection<ReturnType<typeof of>>('reports');
  const documentsOfAll = Array.from({ length: stored }, (_, n) => of(n));
  await collection.insertMany(documentsOfAll as never);
  mayTake = Math.max(longestStretch, reportsInAStretch * (await toOpenOne(documentsOfAll.map(({ _id }) => _id))));
});
afterAll(async () => {
  await store.close();
  await fresh.drop();
});

/** Milliseconds of this process's time for one report, in the middle of thirty. */
async function toOpenOne(ids: readonly string[]): Promise<number> {
  const taken: number[] = [];
  for (const id of ids.slice(0, 30)) {
    const at = process.cpuUsage();
    await store.reports.find(id);
    const { user, system } = process.cpuUsage(at);
    taken.push((user + system) / 1000);
  }
  return taken.toSorted((one, other) => one - other)[15] ?? 0;
}

/**
 * The longest that anything else would have had to wait while this was done. What is read for the first time is compiled, and memory
 * is tidied in between: it is done again a few times if it took longer than it may.
 */
async function keptWaiting(work: () => Promise<unknown>, tries = 8): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < tries && least >= mayTake; round += 1) {
    let longest = 0;
    let at = process.cpuUsage();
    const look = () => {
      const { user, system } = process.cpuUsage(at);
      longest = Math.max(longest, (user + system) / 1000);
      at = process.cpuUsage();
      waiting = setImmediate(look);
    };
    let waiting = setImmediate(look);
    await work();
    clearImmediate(waiting);
    const { user, system } = process.cpuUsage(at);
    least = Math.min(least, Math.max(longest, (user + system) / 1000));
  }
  return least;
}

describe('among more sealed reports than anybody may wait for', () => {
  const deps = () => ({ reports: store.reports, policy });
  const asker = { person: mo, now: morning };

  it('a word is found that stands in one', async () => {
    const { rows } = await listReports(deps(), { filter: 'all', words: 'needle' }, { limit: 10 }, asker);
    expect(rows.map(({ report }) => report.form.title)).toEqual(['The needle']);
  });

  it('a page that open ones just fill is followed by the newest that is finished', async () => {
    const all = { filter: 'all', words: '' } as const;
    const { rows, next } = await listReports(deps(), all, { limit: stored / 2 }, asker);
    expect(rows.at(-1)?.report.id).toBe(next);
    const following = await listReports(deps(), all, { limit: 1, ...(next && { after: next }) }, asker);
    expect(following.rows.map(({ report }) => [report.status, report.receivedAt])).toEqual([['withdrawn', morning]]);
  });

  it.each([
    ['a word that stands in none', { filter: 'open', words: 'nowhere to be found' }],
    ['what is due', { filter: 'due', words: '' }],
    ['the whole list', { filter: 'all', words: '' }],
    ['a word among what is closed', { filter: 'closed', words: 'nowhere to be found' }],
  ] as const)('looking for %s keeps nobody else waiting', async (_, query) => {
    expect(await keptWaiting(() => listReports(deps(), query, { limit: 10 }, asker))).toBeLessThan(mayTake);
  });

  it('reading what is open, for a Home, keeps nobody else waiting', async () => {
    expect(await keptWaiting(() => openReports(deps()))).toBeLessThan(mayTake);
  });
});
