import { listReports, openReports, type ReportQuery } from '../../src/handling/list-reports.js';
import type { ScanQuery, UnreadableReport } from '../../src/handling/ports.js';
import type { Report } from '../../src/report/report.js';
import type { ReportId } from '../../src/report/report-id.js';
import { isOpen } from '../../src/report/status.js';
import { report as reportAt } from '../deadline/reports.js';
import { medium } from '../report/report-in-status.js';
import { bo, mei, situations } from '../report/situations.js';
import { aForm } from '../support/a-form.js';
import { china, policy, tracked } from './situations.js';

const now = china('09-24T19:00');
const a = (n: number, over: Partial<Report> = {}): Report => {
  const dueAt = china(`09-2${n}T18:00`);
  const promise = { dueAt, provisional: false, policyRevision: policy.revision };
  return { ...reportAt(china(`09-2${n}T10:00`), promise), id: `VR-0000-000${n}`, ...over } as Report;
};
/** In the order in which they are stored: the second is more urgent than the first, and the last two are finished. */
const stored = [
  a(5),
  a(4, { responder: mei, form: aForm({ title: 'The needle' }) }),
  a(3, { severity: medium }),
  a(2, { status: 'declined' }),
  a(1, { status: 'disclosed', form: aForm({ title: 'Another needle' }) }),
];
const unreadableOf = (open: boolean): UnreadableReport => ({ id: open ? 'VR-OPEN-0000' : 'VR-DONE-0000', why: 'key' });

/** A page, and which finished reports were looked through for it, from where on. */
async function page(
  query: Partial<ReportQuery> = {},
  { limit = 10, after = undefined as ReportId | undefined, among = stored } = {},
) {
  const scans: ScanQuery[] = [];
  const reports = {
    find: async (id: ReportId) => {
      const report = among.find((one) => one.id === id);
      return report && { ...tracked(situations.received), report };
    },
    scan: async (scan: ScanQuery, take: (report: Report) => boolean) => {
      if (!scan.open) scans.push(scan);
      const from = scan.before === undefined ? 0 : among.findIndex(({ id }) => id === scan.before) + 1;
      let next: ReportId | undefined;
      for (const report of among.slice(from).filter((one) => isOpen(one) === scan.open)) {
        next = report.id;
        if (take(report)) return { unreadable: [unreadableOf(scan.open)], next };
      }
      return { unreadable: [unreadableOf(scan.open)] };
    },
  };
  const listing = await listReports(
    { reports, policy },
    { filter: 'open', words: '', ...query },
    { limit, ...(after && { after }) },
    { person: bo, now },
  );
  return { ...listing, rows: listing.rows.map(({ report }) => report.id), scans };
}
const counts = { open: 3, overdue: 2, unassigned: 2 };
const [first, second, third, declined, disclosed] = ['3', '4', '5', '2', '1'].map((n) => `VR-0000-000${n}` as const);

test('open reports come the most urgent first, with how many there are', async () => {
  expect(await page()).toEqual({
    ...{ rows: [first, second, third], unreadable: [unreadableOf(true)] },
    ...{ counts, total: 3, scans: [] },
  });
});

test('a page goes on after the last report of the one before, also if that is finished or gone meanwhile', async () => {
  const top = await page({}, { limit: 2 });
  expect(top).toMatchObject({ rows: [first, second], total: 3, next: second });
  const rest = await page({}, { limit: 2, after: second });
  expect(rest).toEqual({ rows: [third], unreadable: [], counts, total: 3, scans: [] });
  expect(await page({}, { limit: 1, after: first })).toMatchObject({ rows: [second], next: second });
  expect((await page({}, { limit: 3 })).next).toBeUndefined();
  expect((await page({}, { after: 'VR-GONE-0000' })).rows).toEqual([first, second, third]);
});

test.each<[Partial<ReportQuery>, readonly unknown[], number | undefined]>([
  [{ severity: 'medium' }, [first], 1],
  [{ words: 'needle' }, [second], 1],
  [{ filter: 'unassigned' }, [first, third], 2],
  [{ filter: 'overdue' }, [first, second], 2],
  [{ filter: 'all', words: 'needle' }, [second, disclosed], undefined],
  [{ filter: 'closed' }, [declined, disclosed], undefined],
])('%j are %j', async (query, rows, total) => {
  const found = await page(query);
  expect([found.rows, found.total, found.counts]).toEqual([rows, total, counts]);
});

describe('finished reports', () => {
  test('come after all that are open, and are looked through for less than a second', async () => {
    const all = await page({ filter: 'all' });
    expect(all.rows).toEqual([first, second, third, declined, disclosed]);
    expect(all.unreadable).toEqual([unreadableOf(true), unreadableOf(false)]);
    expect(all).not.toHaveProperty('next');
    expect(all.scans).toEqual([{ open: false, forMs: expect.any(Number) }]);
    expect(all.scans[0]?.forMs).toBeGreaterThan(0);
    expect(all.scans[0]?.forMs).toBeLessThan(700);
  });
  test('are read as far as the page goes, and from where it went', async () => {
    const top = await page({ filter: 'all' }, { limit: 4 });
    expect(top).toMatchObject({ rows: [first, second, third, declined], next: declined });
    const rest = await page({ filter: 'all' }, { limit: 4, after: declined });
    expect(rest).toMatchObject({ rows: [disclosed], unreadable: [unreadableOf(false)], scans: [{ before: declined }] });
  });
  test('are not read while open ones fill the page; one that is just full says where they begin', async () => {
    const open = await page({ filter: 'all' }, { limit: 2 });
    expect(open).toMatchObject({ next: second, scans: [] });
    expect(open).not.toHaveProperty('total');
    expect(await page({ filter: 'all' }, { limit: 3 })).toMatchObject({
      ...{ rows: [first, second, third], next: third, unreadable: [unreadableOf(true)] },
    });
    const rest = await page({ filter: 'all' }, { limit: 3, after: third });
    expect(rest).toMatchObject({ rows: [declined, disclosed] });
    expect(rest.scans[0]).not.toHaveProperty('before');
    const alone = await page({ filter: 'all' }, { limit: 3, among: stored.slice(0, 3) });
    expect(alone.rows).toHaveLength(3);
    expect(alone).not.toHaveProperty('next');
  });
});

test('open reports can be looked at as they are read, in the order of the store', async () => {
  const read: ReportId[] = [];
  const scan = async (_: ScanQuery, take: (report: Report) => boolean) => {
    expect(stored.slice(0, 3).map(take)).toEqual([false, false, false]);
    return { unreadable: [] };
  };
  const reports = { scan, find: () => Promise.reject(new Error('nothing is asked for')) };
  const { rows } = await openReports({ reports, policy }, ({ report }) => void read.push(report.id));
  expect(read).toEqual([third, second, first]);
  expect(rows.map(({ report }) => report.id)).toEqual([first, second, third]);
  expect((await openReports({ reports, policy })).rows).toEqual(rows);
});
