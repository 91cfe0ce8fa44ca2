import { deadlinesOf } from '../../src/deadline/deadlines.js';
import { dueNotices, openDuties } from '../../src/handling/due-notices.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import type { Report } from '../../src/report/report.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { reportSchema } from '../../src/store/report-schema.js';
import { china, policy } from '../handling/situations.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { acknowledged, later, makeEarlier, mo, morning, newRing, received, rin } from './a-report.js';

const ring = newRing();
let fresh: FreshDatabase;
let store: Store;

beforeAll(async () => {
  fresh = await freshDatabase('earlier');
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring });
});
beforeEach(async () => {
  await fresh.db.collection('reports').deleteMany({});
});
afterAll(async () => {
  await store.close();
  await fresh.drop();
});

/** Stores a report as the first program left it: everything said, at rest, and of duties the first word alone. */
async function storedThen(history: readonly ReportEvent[], schema = 1): Promise<Report> {
  const report = replay(history);
  const { id, acknowledge } = report;
  const open = acknowledge.metAt === undefined ? openDuties(deadlinesOf(report, policy)) : {};
  await store.reports.add(history, report, open, morning);
  const said = { thread: history.length, reporter: history.length, rungs: {} };
  await makeEarlier(fresh.db, ring, id, schema, ['events', 'wakeAt']);
  await fresh.db.collection<{ _id: string }>('reports').updateOne({ _id: id }, { $set: { said } });
  return report;
}

const question: ReportEvent = {
  type: 'MessageSent',
  at: later(5),
  by: { kind: 'person', person: mo },
  purpose: 'question',
  message: 'Which build?',
  route: 'direct_message',
};
const monthLater = china('10-22T10:00');

async function find({ id }: Report): Promise<TrackedReport> {
  const found = await store.reports.find(id);
  if (found === undefined) throw new Error('it was stored');
  return found;
}

/** As a reconcile does first: the duties in the clear are kept in step. */
async function inStep(tracked: TrackedReport, now: Date): Promise<TrackedReport> {
  const { duties } = dueNotices(tracked, policy, now);
  if (duties === undefined) throw new Error('the duties were in step');
  return await store.reports.save(tracked, [], tracked.report, duties, now);
}
const rungsAt = (tracked: TrackedReport, now: Date) => Object.keys(dueNotices(tracked, policy, now).rungs).length;

describe('a report that the first program kept', () => {
  it('is read with all that has come since, and a question in it pauses the decision', async () => {
    const history = [...received(), acknowledged(mo, 'We have it.', later(2)), question];
    const report = await storedThen(history);
    const found = await find(report);
    expect(found).toMatchObject({ report, history, version: 1, beforeConfirm: true });
    expect(found.report.confirm.pauses).toEqual([{ from: later(5), message: 2 }]);
  });

  it('is written in the newest shape, once and for all', async () => {
    const report = await storedThen([...received(), acknowledged(mo)]);
    const saved = await inStep(await find(report), monthLater);
    expect(saved).not.toHaveProperty('beforeConfirm');
    expect(await fresh.db.collection('reports').findOne()).toMatchObject({
      schema: reportSchema,
      noticesFrom: monthLater,
    });
    expect(await find(report)).toEqual(saved);
    const again = await store.reports.save(saved, [], saved.report, saved.duties, later(90_000));
    expect(again.noticesFrom).toEqual(monthLater);
  });
});

describe('a report of schema 3, whose replies were called letters', () => {
  it('is read with its replies, and written with them', async () => {
    const reply: ReportEvent = {
      type: 'ReporterWrote',
      at: later(6),
      by: { kind: 'person', person: rin },
      purpose: 'answer',
      text: 'Build 4.1.2.',
    };
    const report = await storedThen([...received(), acknowledged(mo), question, reply], 3);
    const found = await find(report);
    expect(found.report.replies).toEqual([{ event: 3, at: later(6), purpose: 'answer', text: 'Build 4.1.2.' }]);
    await store.reports.save(found, [], found.report, found.duties, later(7));
    expect((await find(report)).report.replies).toHaveLength(1);
  });
});

describe('a report of an older schema, whose fixes named no range', () => {
  it('is read with the range that each is for, and written with it', async () => {
    const by = { kind: 'person', person: mo } as const;
    const severity = { vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N', score: 6.5, rating: 'medium' } as const;
    const lines = [{ line: 'KubeSphere v4', from: '4.0.0', upTo: '4.1.2' }, { line: 'KubeSphere v3' }];
    const fixes = [
      { outcome: 'fixed' as const, line: 'KubeSphere v4', version: '4.1.3', releasedAt: morning },
      { outcome: 'wont_fix' as const, line: 'KubeSphere v3' },
    ];
    const report = await storedThen(
      [
        ...received(),
        acknowledged(mo),
        { type: 'ReportAccepted', at: later(6), by, severity, lines },
        { type: 'FixRecorded', at: later(7), by, fixes },
      ],
      4,
    );
    const found = await find(report);
    expect([found.report.status, found.report.fixes]).toEqual([
      'fixed',
      [
        { ...fixes[0], range: { from: '4.0.0', upTo: '4.1.2' } },
        { ...fixes[1], range: {} },
      ],
    ]);
    await store.reports.save(found, [], found.report, found.duties, later(8));
    expect((await find(report)).report.fixes).toEqual(found.report.fixes);
  });
});

describe('the duty to decide, new to reports of long ago', () => {
  it('wakes those that nobody has decided, and reminds nobody of what is past', async () => {
    const old = [];
    for (let i = 0; i < 20; i += 1) old.push(await storedThen([...received(), acknowledged(mo)]));
    const gone: ReportEvent = { type: 'ReportWithdrawn', at: later(3), by: { kind: 'person', person: rin } };
    await storedThen([...received(), gone]);
    expect(await store.reports.wakeForPolicy(policy.revision, monthLater)).toBe(20);
    const { items } = await store.reports.queue.claimDue(monthLater, 100, 60_000);
    expect(items.map(({ report }) => report.id).sort()).toEqual(old.map(({ id }) => id).sort());
    for (const item of items) {
      expect(item.duties).toEqual({});
      const saved = await inStep(item, monthLater);
      const { report } = saved;
      expect(saved.duties.confirm?.dueAt).toEqual(report.promise.dueAt);
      expect(rungsAt(saved, monthLater)).toBe(0);
      expect(rungsAt(saved, china('10-22T18:00'))).toBe(0);
      // It is overdue all the same: the next working day has its rung.
      expect(rungsAt(saved, china('10-23T09:00'))).toBe(1);
    }
    expect(await store.reports.wakeForPolicy(policy.revision, china('10-22T11:00'))).toBe(20);
  });

  it('takes no reminder from a report that still waits for its first word', async () => {
    const report = await storedThen(received());
    const rowBefore = await find(report);
    expect(rungsAt(rowBefore, china('09-24T18:00'))).toBe(1);
    const saved = await store.reports.save(rowBefore, [], report, rowBefore.duties, china('09-24T17:00'));
    expect(saved.noticesFrom).toEqual(morning);
    expect(rungsAt(saved, china('09-24T18:00'))).toBe(1);
  });
});
