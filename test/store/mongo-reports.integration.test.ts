import { MongoClient } from 'mongodb';
import { IdTaken, SubmissionKnown, VersionConflict } from '../../src/handling/store-errors.js';
import type { ReportEvent } from '../../src/report/events.js';
import type { ReportId } from '../../src/report/report-id.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { reportSchema } from '../../src/store/report-schema.js';
import { aForm } from '../support/a-form.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import {
  acknowledged,
  assignedTo,
  dutiesUntil,
  later,
  mo,
  morning,
  newRing,
  received,
  reportOf,
  rin,
} from './a-report.js';

const ring = newRing();
let fresh: FreshDatabase;
let store: Store;
let commands: string[] = [];

beforeAll(async () => {
  fresh = await freshDatabase('reports');
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring, onCommand: (name) => commands.push(name) });
});
beforeEach(async () => {
  await fresh.db.collection('reports').deleteMany({});
});
afterAll(async () => {
  await store.close();
  await fresh.drop();
});

async function added(history: ReportEvent[] = received(), now = morning) {
  return await store.reports.add(history, reportOf(history), dutiesUntil(later(3000)), now);
}

describe('adding a report', () => {
  it('takes one command, an insert', async () => {
    const history = received();
    commands = [];
    await added(history);
    expect(commands).toEqual(['insert']);
  });

  it('keeps it so that it is found by id and by submission, exactly as it was', async () => {
    const history = received();
    const tracked = await added(history);
    const { id, submission } = reportOf(history);
    expect(await store.reports.find(id)).toEqual(tracked);
    expect(await store.reports.findSubmission(submission)).toEqual(tracked);
    expect(tracked).toEqual({
      report: reportOf(history),
      history,
      version: 1,
      duties: dutiesUntil(later(3000)),
      cursor: { thread: 0, reporter: 0, rungs: {} },
      noticesFrom: morning,
      uncertain: false,
      restedVersion: 0,
    });
  });

  it('says when the submission is stored already', async () => {
    const { report } = await added();
    await expect(added(received({ submission: report.submission }))).rejects.toThrow(SubmissionKnown);
    await expect(added(received({ submission: report.submission, id: report.id }))).rejects.toThrow(SubmissionKnown);
  });

  it('says when another submission has the id', async () => {
    const { report } = await added();
    await expect(added(received({ id: report.id }))).rejects.toThrow(IdTaken);
  });

  it('keeps one of many deliveries of the same submission', async () => {
    const history = received();
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => added(history)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter((one) => one.status === 'rejected' && one.reason instanceof SubmissionKnown)).toHaveLength(
      39,
    );
    expect(await fresh.db.collection('reports').countDocuments()).toBe(1);
  });
});

describe('finding a report', () => {
  it('finds nothing where nothing is', async () => {
    expect(await store.reports.find('VR-0000-0000')).toBeUndefined();
    expect(await store.reports.findSubmission('00')).toBeUndefined();
  });

  it('takes one command for several, and leaves out what is not there', async () => {
    const both = [await added(), await added()];
    const ids = both.map(({ report }) => report.id);
    commands = [];
    const found = await store.reports.findEach([...ids, 'VR-0000-0000']);
    expect(commands).toEqual(['find']);
    expect(new Map(found.map((one) => [one.report.id, one]))).toEqual(new Map(both.map((one) => [one.report.id, one])));
  });

  it('leaves a document of a later program alone', async () => {
    const { report } = await added();
    await fresh.db.collection('reports').updateOne({}, { $set: { schema: reportSchema + 1, 'mac.v': 2 } });
    await expect(store.reports.find(report.id)).rejects.toMatchObject({ name: 'Unreadable', why: 'newer' });
    await expect(store.reports.findEach([report.id])).rejects.toMatchObject({ name: 'Unreadable', why: 'newer' });
    expect((await store.reports.queue.claimDue(later(1), 10, 60_000)).items).toEqual([]);
    expect(await store.reports.queue.nextWake()).toBeUndefined();
  });

  it('says that it lacks a key, and leaves the document to those who have it', async () => {
    const { report } = await added();
    const stranger = await openStoreUnchecked();
    await expect(stranger.reports.find(report.id)).rejects.toMatchObject({ name: 'Unreadable', why: 'key' });
    expect(await stranger.reports.queue.claimDue(later(1), 10, 60_000)).toMatchObject({ items: [], unreadable: 0 });
    expect(await stranger.reports.queue.nextWake()).toBeUndefined();
    await expect(stranger.ping()).rejects.toThrow('sealed under "k1", which the key ring lacks');
    await stranger.close();
  });

  /** A replica that started before the first report was sealed under a key that it lacks. */
  async function openStoreUnchecked(): Promise<Store> {
    const held = await fresh.db.collection('reports').find().toArray();
    await fresh.db.collection('reports').deleteMany({});
    const stranger = await openStore({ uri: fresh.uri, database: fresh.database, ring: newRing('k9') });
    await fresh.db.collection('reports').insertMany(held);
    return stranger;
  }
});

describe('saving a report', () => {
  it('takes one command, makes it due and counts the version up', async () => {
    const tracked = await added();
    const events = [assignedTo(mo)];
    const report = reportOf([...tracked.history, ...events]);
    commands = [];
    const saved = await store.reports.save(tracked, events, report, tracked.duties, later(5));
    expect(commands).toEqual(['findAndModify']);
    expect(saved).toMatchObject({ report, history: [...tracked.history, ...events], version: 2 });
    expect(await store.reports.find(report.id)).toEqual(saved);
    const document = await fresh.db.collection('reports').findOne();
    expect(document).toMatchObject({ version: 2, wakeAt: later(5), responder: 'U0MO', responderSince: morning });
  });

  it('touches nothing of the lease, the card and what was said', async () => {
    const tracked = await added();
    const marks = {
      card: { channel: 'C1', ts: '1.2', shownVersion: 1 },
      said: { thread: 3, reporter: 2, rungs: { acknowledge_1: 2 } },
      lease: { token: 'held', until: later(9) },
      uncertain: true,
      restedUnder: 'r1',
    };
    await fresh.db.collection('reports').updateOne({}, { $set: marks });
    const report = reportOf([...tracked.history, acknowledged(mo)]);
    const saved = await store.reports.save(tracked, [acknowledged(mo)], report, {}, later(5));
    expect(await fresh.db.collection('reports').findOne()).toMatchObject(marks);
    expect(saved).toMatchObject({ card: marks.card, cursor: marks.said, uncertain: true, duties: {} });
  });

  it('refuses what was decided on an older version', async () => {
    const tracked = await added();
    const report = reportOf([...tracked.history, assignedTo(mo)]);
    await store.reports.save(tracked, [assignedTo(mo)], report, tracked.duties, morning);
    await expect(store.reports.save(tracked, [assignedTo(rin)], report, tracked.duties, morning)).rejects.toThrow(
      VersionConflict,
    );
  });

  it('lets exactly one win, in each of 200 races', async () => {
    for (let race = 0; race < 200; race += 1) {
      const tracked = await added();
      const people = ['U1', 'U2', 'U3', 'U4'].map((user) => ({ ...mo, user }));
      const outcomes = await Promise.allSettled(
        people.map((person) => {
          const report = reportOf([...tracked.history, assignedTo(person)]);
          return store.reports.save(tracked, [assignedTo(person)], report, tracked.duties, morning);
        }),
      );
      const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(won).toHaveLength(1);
      expect(await store.reports.find(tracked.report.id)).toEqual(won[0]);
      expect(outcomes.filter((o) => o.status === 'rejected' && !(o.reason instanceof VersionConflict))).toEqual([]);
    }
  });
});

describe('listing reports', () => {
  it('has the newest first, page by page, each once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      const { report } = await added(received({ receivedAt: later(Math.floor(i / 2)) }));
      ids.push(report.id);
    }
    const seen: string[] = [];
    let before: ReportId | undefined;
    do {
      const page = await store.reports.list({ limit: 3, ...(before === undefined ? {} : { before }) });
      seen.push(...page.reports.map(({ report }) => report.id));
      before = page.next;
    } while (before !== undefined);
    expect([...seen].sort()).toEqual([...ids].sort());
    const times = await Promise.all(
      seen.map(async (id) => (await store.reports.find(id))?.report.receivedAt.getTime() ?? 0),
    );
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('has only their own for a reporter, by a name that tells nobody who', async () => {
    const { report } = await added();
    await added(received({ reporter: { kind: 'slack', person: mo } }));
    await added(received({ reporter: { kind: 'elsewhere', name: 'Rin', filedBy: rin } }));
    const own = await store.reports.ofReporter({ user: rin.user, teams: ['T0OTHER', rin.team] }, { limit: 10 });
    expect(own.reports.map((one) => one.report.id)).toEqual([report.id]);
    expect(await store.reports.ofReporter({ user: rin.user, teams: ['T0OTHER'] }, { limit: 10 })).toEqual({
      reports: [],
      unreadable: [],
    });
  });

  it('begins after no report of somebody else', async () => {
    const { report } = await added();
    const { report: other } = await added(received({ reporter: { kind: 'slack', person: mo } }));
    const mine = { user: rin.user, teams: [rin.team] };
    for (const before of [other.id, 'VR-0000-0000'] as const)
      await expect(store.reports.ofReporter(mine, { limit: 10, before })).rejects.toMatchObject({
        code: 'no_such_report',
      });
    expect((await store.reports.ofReporter(mine, { limit: 10, before: report.id })).reports).toEqual([]);
  });

  it('names what cannot be opened, newer, damaged or changed, in its place on the page', async () => {
    const stored = [];
    for (let i = 0; i < 5; i += 1) stored.push((await added(received({ receivedAt: later(i) }))).report.id);
    const change = (at: number, $set: object) =>
      fresh.db.collection('reports').updateOne({ receivedAt: later(at) }, { $set });
    await change(2, { version: 7 });
    await change(3, { 'sealed.ct': Buffer.alloc(40) });
    await change(4, { schema: reportSchema + 1, 'mac.v': 2 });
    const page = await store.reports.list({ limit: 4 });
    expect(page.reports.map(({ report }) => report.id)).toEqual([stored[1]]);
    expect(page.unreadable).toEqual([
      { id: stored[4], why: 'newer' },
      { id: stored[3], why: 'damaged' },
      { id: stored[2], why: 'changed' },
    ]);
    const before = page.next ?? 'VR-0000-0000';
    expect((await store.reports.list({ limit: 4, before })).reports.map(({ report }) => report.id)).toEqual([
      stored[0],
    ]);
  });

  it('reads no more than a page, however much of it cannot be opened', async () => {
    for (let i = 0; i < 60; i += 1) await added(received({ receivedAt: later(i) }));
    await fresh.db.collection('reports').updateMany({ receivedAt: { $gt: later(9) } }, { $set: { version: 7 } });
    await fresh.db.command({ profile: 2 });
    const { reports, unreadable, next } = await store.reports.list({ limit: 10 });
    await fresh.db.command({ profile: 0 });
    expect([reports.length, unreadable.length]).toEqual([0, 10]);
    expect(next).toBeDefined();
    const [query] = await fresh.db.collection('system.profile').find({ op: 'query' }).toArray();
    expect(query).toMatchObject({ docsExamined: 11 });
  });
});

describe('looking through reports', () => {
  const finished = (status: 'declined' | 'disclosed', minutes: number) => async () => {
    const { report } = await added(received({ receivedAt: later(minutes) }));
    const tracked = await store.reports.find(report.id);
    if (tracked === undefined) throw new Error('not stored');
    await store.reports.save(tracked, [], { ...report, status }, {}, morning);
    return report.id;
  };

  it('takes what is open, or what is finished, the newest first, until it is enough, and goes on from there', async () => {
    const { report: open } = await added();
    const ids: ReportId[] = [];
    for (const [i, status] of (['declined', 'disclosed', 'declined'] as const).entries())
      ids.push(await finished(status, i)());
    const found = async (query: Parameters<typeof store.reports.scan>[0], enough = 9) => {
      const seen: string[] = [];
      const { next } = await store.reports.scan(query, ({ id }) => seen.push(id) >= enough);
      return { seen, next };
    };
    expect(await found({ open: true })).toEqual({ seen: [open.id] });
    expect(await found({ open: false })).toEqual({ seen: ids.toReversed() });
    expect(await found({ open: false }, 2)).toEqual({ seen: [ids[2], ids[1]], next: ids[1] });
    expect(await found({ open: false, ...(ids[1] === undefined ? {} : { before: ids[1] }) })).toEqual({
      seen: [ids[0]],
    });
    expect(await found({ open: false, forMs: -1 })).toEqual({ seen: [ids[2]], next: ids[2] });
  });

  it('names what can’t be opened, and goes on', async () => {
    const [{ report: one }, { report: other }] = [await added(), await added()];
    await fresh.db.collection<{ _id: string }>('reports').updateOne({ _id: one.id }, { $set: { version: 7 } });
    const seen: string[] = [];
    const { unreadable } = await store.reports.scan({ open: true }, ({ id }) => seen.push(id) > 9);
    expect(seen).toEqual([other.id]);
    expect(unreadable).toEqual([{ id: one.id, why: 'changed' }]);
  });
});

describe('open duties', () => {
  it('come soonest first, of one person or of all, from clear fields alone', async () => {
    for (const minutes of [300, 100, 200]) {
      const history = [...received(), ...(minutes === 200 ? [] : [assignedTo(mo, later(minutes))])];
      await store.reports.add(history, reportOf(history), dutiesUntil(later(minutes)), morning);
    }
    const closed = [...received(), acknowledged(mo)];
    await store.reports.add(closed, reportOf(closed), {}, morning);
    await fresh.db.collection('reports').updateMany({}, { $unset: { 'sealed.ct': '', 'sealed.dk.ct': '' } });
    const due = (rows: readonly { duties: { acknowledge?: { dueAt: Date } } }[]) =>
      rows.map((row) => row.duties.acknowledge?.dueAt);
    expect(due(await store.reports.openDuties({ limit: 9 }))).toEqual([later(100), later(200), later(300)]);
    expect(due(await store.reports.openDuties({ responder: 'U0MO', limit: 9 }))).toEqual([later(100), later(300)]);
    expect(due(await store.reports.openDuties({ dueBefore: later(300), limit: 9 }))).toEqual([later(100), later(200)]);
    expect(due(await store.reports.openDuties({ limit: 1 }))).toEqual([later(100)]);
    const [first] = await store.reports.openDuties({ responder: 'U0MO', limit: 1 });
    expect(first).toEqual({
      id: expect.stringMatching(/^VR-/),
      responder: 'U0MO',
      responderSince: later(100),
      receivedAt: morning,
      duties: dutiesUntil(later(100)),
      noticesFrom: morning,
    });
  });

  it('tell whose a report is of those who are named, and of nobody else', async () => {
    const owner = { team: rin.team, user: rin.user };
    await fresh.db.collection('reports').deleteMany({});
    await added(received());
    const reporters = async (insiders: { team: string; user: string }[]) =>
      (await store.reports.openDuties({ limit: 9, insiders })).map(({ reporter }) => reporter);
    expect(await reporters([{ team: 'T0HOME', user: mo.user }, owner])).toEqual([rin.user]);
    expect(await reporters([{ team: 'T0OTHER', user: rin.user }])).toEqual([undefined]);
    expect(await reporters([])).toEqual([undefined]);
  });
});

describe('what stands in the clear', () => {
  it('has nothing that anybody typed', async () => {
    const canary = (name: string) => `CANARY-${name}`;
    const secret = { ...rin, user: canary('user'), team: canary('team'), name: canary('name') };
    const history: ReportEvent[] = [
      ...received({
        reporter: { kind: 'slack', person: secret },
        by: { kind: 'person', person: secret },
        affected: [{ version: canary('version'), verdict: 'end_of_life' }],
        form: {
          ...aForm(),
          title: canary('title'),
          overview: canary('overview'),
          versions: [canary('version')],
          otherVersions: canary('other'),
          verification: canary('verification'),
          contact: canary('contact'),
          credit: { by: 'name', name: canary('credit') },
        },
      }),
      assignedTo({ ...mo, name: canary('responder') }),
      acknowledged({ ...mo, name: canary('responder') }, canary('message')),
    ];
    const { report } = await added(history);
    expect(JSON.stringify(await store.reports.find(report.id))).toContain('CANARY-message');
    const client = await new MongoClient(fresh.uri).connect();
    const raw = await client.db(fresh.database).collection('reports').find({}, { raw: true }).toArray();
    await client.close();
    const bytes = Buffer.concat(raw as unknown as Buffer[]);
    expect(bytes.length).toBeGreaterThan(1000);
    expect(bytes.includes('CANARY')).toBe(false);
    expect(bytes.includes(Buffer.from('CANARY', 'utf16le'))).toBe(false);
    expect(bytes.includes(report.submission)).toBe(true);
  });

  it('has these fields and no others', async () => {
    const history = [...received(), assignedTo(mo)];
    await added(history);
    await store.reports.queue.claimDue(morning, 1, 60_000);
    const document = await fresh.db.collection('reports').findOne();
    expect(Object.keys(document ?? {}).sort()).toEqual(
      ['_id', 'schema', 'version', 'status', 'receivedAt', 'responder', 'responderSince', 'duties', 'dueAt', 'wakeAt']
        .concat(['lease', 'said', 'noticesFrom', 'uncertain', 'events', 'index', 'sealed', 'mac', 'restedVersion'])
        .sort(),
    );
  });
});
