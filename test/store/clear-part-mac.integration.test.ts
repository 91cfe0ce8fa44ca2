import type { Document } from 'mongodb';
import { Unreadable } from '../../src/handling/store-errors.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportId } from '../../src/report/report-id.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { quarantined, type SetAside } from '../../src/store/quarantine.js';
import { reportSchema } from '../../src/store/report-schema.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import {
  assignedTo,
  dutiesUntil,
  later,
  makeEarlier,
  mo,
  morning,
  newRing,
  received,
  reportOf,
  rin,
} from './a-report.js';

/** What somebody can do who can write to the database and has no key. */
const ring = newRing();
const minute = 60_000;
const far = new Date('2099-01-01');
const stranger = { team: 'T0OTHER', user: 'U0EVE', name: 'Eve' };
let fresh: FreshDatabase;
let store: Store;
let alarms: string[] = [];

beforeAll(async () => {
  fresh = await freshDatabase('clear');
  const onSetAside = ({ id, why, alarm }: SetAside) => void (alarm && alarms.push(`${id} ${why}`));
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring, onSetAside });
});
beforeEach(async () => {
  await fresh.db.collection('reports').deleteMany({});
  await fresh.db.collection('desk').deleteMany({ _id: { $regex: '^quarantine/' } } as never);
  alarms = [];
});
afterAll(async () => {
  await store.close();
  await fresh.drop();
});

const reports = () => fresh.db.collection<{ _id: string } & Document>('reports');
const change = (id: ReportId, update: Document) => reports().updateOne({ _id: id }, update as never);
const copyOf = async (id: ReportId): Promise<Document> => (await reports().findOne({ _id: id })) ?? {};

async function added(reporter = rin): Promise<TrackedReport> {
  const history = received({ reporter: { kind: 'slack', person: reporter }, by: { kind: 'person', person: reporter } });
  return await store.reports.add(history, reportOf(history), dutiesUntil(later(3000)), morning);
}

/** Puts everything due to rest, as the loop does once all is said. */
async function rested(wakeAt: Date | undefined = later(600)): Promise<void> {
  const { token, items } = await store.reports.queue.claimDue(later(2), 100, minute);
  const rests = items.map(({ report: { id }, version, history }) => ({
    id,
    version,
    cursor: { thread: history.length, reporter: history.length, rungs: { acknowledge_1: 1 } },
    card: { channel: 'C1', ts: '1.1', shownVersion: version },
    uncertain: false,
    policyRevision: 'r1',
    wakeAt,
    urgentFrom: undefined,
  }));
  expect(await store.reports.queue.rest(token, rests, later(1))).toBe(items.length);
}

async function saved(tracked: TrackedReport): Promise<TrackedReport> {
  const history = [...tracked.history, assignedTo(mo)];
  return await store.reports.save(tracked, [assignedTo(mo)], reportOf(history), tracked.duties, later(2));
}

async function found(id: ReportId): Promise<TrackedReport> {
  const tracked = await store.reports.find(id);
  if (tracked === undefined) throw new Error('it was stored');
  return tracked;
}

const whyNot = async (id: ReportId) =>
  await store.reports.find(id).then(
    () => 'it was read',
    (error: unknown) => (error instanceof Unreadable ? error.why : 'another error'),
  );

/** A report that was said, assigned and said again, as most are. */
async function inWork(): Promise<ReportId> {
  const { report } = await added();
  await rested();
  await saved(await found(report.id));
  await rested();
  return report.id;
}

describe('a clear field that somebody changes', () => {
  it.each<[string, Document]>([
    ['the reporter', { $set: { 'index.reporter': '00' } }],
    ['the submission', { $set: { 'index.submission': '00' } }],
    ['from when on people are reminded', { $set: { noticesFrom: far } }],
    ['the schema', { $set: { schema: 99 } }],
    ['the schema, to an older one', { $set: { schema: 4 } }],
    [
      'the schema, with the codes taken away',
      { $set: { schema: 4 }, $unset: { mac: '', rested: '', restedVersion: '' } },
    ],
    ['the codes', { $unset: { mac: '', rested: '' } }],
    ['how far the reporter was told', { $set: { 'said.reporter': 0 } }],
    ['how far the channel was told', { $set: { 'said.thread': 99 } }],
    ['the reminders said', { $set: { 'said.rungs': { acknowledge_1: 9 } } }],
    [
      'everything said, as if nothing had been',
      { $set: { said: { thread: 0, reporter: 0, rungs: {} } }, $unset: { rested: '', card: '' } },
    ],
    ['the card', { $set: { 'card.channel': 'C0OTHER' } }],
    ['the status, gone', { $unset: { status: '' } }],
    ['the status', { $set: { status: 'declined' } }],
    ['the responder', { $set: { responder: 'U0EVE' } }],
    ['since when', { $set: { responderSince: far } }],
    ['the duties, gone', { $set: { duties: {} }, $unset: { dueAt: '' } }],
    ['by when it is looked for', { $set: { dueAt: far } }],
    ['by when it is looked for, gone', { $unset: { dueAt: '' } }],
    ['a deadline', { $set: { 'duties.acknowledge.dueAt': far } }],
    ['the day of receipt', { $set: { receivedAt: far } }],
    ['the number of events', { $set: { events: 1 } }],
    ['the version', { $inc: { version: 1 } }],
    ['the policy under which it rests', { $set: { restedUnder: 'r9' } }],
    ['the rest known to the save', { $set: { restedVersion: 0 } }],
    ['what the rest says', { $set: { 'rested.wakeAt': far } }],
  ])('is noticed: %s', async (_, update) => {
    const id = await inWork();
    await change(id, update);
    expect(['changed', 'damaged']).toContain(await whyNot(id));
    await store.reports.inspect(undefined, later(3));
    expect(alarms).toEqual([expect.stringMatching(new RegExp(`^${id} (changed|damaged)$`))]);
    expect(await quarantined(fresh.db)).toEqual([{ id, why: expect.stringMatching(/changed|damaged/) }]);
  });

  it.each<[string, Document]>([
    ['a wake far ahead', { $set: { wakeAt: far } }],
    ['no wake', { $unset: { wakeAt: '' } }],
    ['a lease that never ends', { $set: { lease: { token: 'x', until: far } } }],
  ])('is noticed where it would only keep the loop away: %s', async (_, update) => {
    const id = await inWork();
    await change(id, update);
    await store.reports.inspect(undefined, later(3));
    expect(alarms).toEqual([`${id} changed`]);
  });

  it('is noticed in a report that nobody has put to rest yet', async () => {
    const { report } = await added();
    await change(report.id, { $set: { wakeAt: far } });
    await store.reports.inspect(undefined, later(3));
    await change(report.id, { $set: { 'said.reporter': 1 } });
    expect(await whyNot(report.id)).toBe('changed');
    expect(alarms).toEqual([`${report.id} changed`]);
  });

  it('keeps the loop from acting on it, and the others go on', async () => {
    const [changed, other] = [await added(), await added()];
    await change(changed.report.id, { $set: { noticesFrom: far } });
    const { items, unreadable } = await store.reports.queue.claimDue(later(1), 10, minute);
    expect(items.map(({ report }) => report.id)).toEqual([other.report.id]);
    expect(unreadable).toBe(1);
    expect(alarms).toEqual([`${changed.report.id} changed`]);
    expect((await store.reports.openDuties({ limit: 9 })).map(({ id }) => id)).toEqual([other.report.id]);
  });
});

describe('another’s report', () => {
  it('is not in the list of somebody whose reporter code was copied into it', async () => {
    const [theirs, own] = [await added(), await added(stranger)];
    const { index } = await copyOf(own.report.id);
    await change(theirs.report.id, { $set: { 'index.reporter': index.reporter } });
    const listed = await store.reports.ofReporter({ user: stranger.user, teams: [stranger.team] }, { limit: 9 });
    expect(listed.reports.map(({ report }) => report.id)).toEqual([own.report.id]);
    expect(listed.unreadable).toEqual([{ id: theirs.report.id, why: 'changed' }]);
  });

  it('is not there either when an older version wrote it, which gave it no code', async () => {
    const [theirs, own] = [await added(), await added(stranger)];
    await makeEarlier(fresh.db, ring, theirs.report.id);
    const { index } = await copyOf(own.report.id);
    await change(theirs.report.id, { $set: { 'index.reporter': index.reporter } });
    const listed = await store.reports.ofReporter({ user: stranger.user, teams: [stranger.team] }, { limit: 9 });
    expect(listed.reports.map(({ report }) => report.id)).toEqual([own.report.id]);
    await store.reports.inspect(undefined, later(1));
    expect(alarms).toEqual([`${theirs.report.id} changed`]);
  });
});

describe('an older copy', () => {
  it('of a part is noticed: of what a save wrote, of the sealed part, of what was said before the last save', async () => {
    const { report } = await added();
    const { id } = report;
    await rested();
    const old = await copyOf(id);
    await saved(await found(id));
    await rested();
    const now = await copyOf(id);
    for (const part of [
      { sealed: old.sealed },
      { sealed: old.sealed, version: old.version, mac: old.mac },
      { mac: old.mac, duties: old.duties, responder: old.responder },
    ]) {
      await change(id, { $set: part });
      expect(await whyNot(id)).toBe('changed');
      await reports().replaceOne({ _id: id }, now);
    }
    await saved(await found(id));
    await change(id, { $set: { rested: old.rested, said: old.said, card: old.card } });
    expect(await whyNot(id)).toBe('changed');
  });

  // Said in the table of guards too: what was true once has a good code. The comparison with Slack is there for this.
  it('of the whole document is not noticed', async () => {
    const { report } = await added();
    await rested();
    const old = await copyOf(report.id);
    await saved(await found(report.id));
    await rested();
    await reports().replaceOne({ _id: report.id }, old);
    expect(await whyNot(report.id)).toBe('it was read');
  });

  it('of another document is noticed', async () => {
    const [one, other] = [await added(), await added()];
    const { _id, index, ...rest } = await copyOf(other.report.id);
    await reports().replaceOne({ _id: one.report.id }, { ...rest, index: { ...index, submission: '00' } });
    expect(await whyNot(one.report.id)).toBe('changed');
  });
});

describe('a report without codes', () => {
  it('is read, counted, and gets its codes with the next write and rest', async () => {
    const { report } = await added();
    await rested();
    await makeEarlier(fresh.db, ring, report.id);
    await store.reports.inspect(undefined, later(3));
    expect(alarms).toEqual([]);
    const { restedVersion } = await saved(await found(report.id));
    expect(restedVersion).toBeUndefined();
    expect(await copyOf(report.id)).toMatchObject({ schema: reportSchema, mac: { v: 1 } });
    await rested();
    await saved(await found(report.id));
    expect(await copyOf(report.id)).toMatchObject({ restedVersion: 2, rested: { version: 2 } });
    await store.reports.inspect(undefined, later(3));
    expect(alarms).toEqual([]);
  });
});

test('a report that rests for good is in order without a wake, and one that waits for a failed claim too', async () => {
  const { report } = await added();
  await rested(undefined);
  await store.reports.inspect(undefined, later(3));
  await store.reports.wakeForPolicy('r2', later(4));
  await store.reports.inspect(undefined, later(5));
  const { token, items } = await store.reports.queue.claimDue(later(5), 9, 1);
  for (const item of items) await store.reports.queue.setAside(token, item, later(5));
  await store.reports.inspect(undefined, later(6));
  expect(alarms).toEqual([]);
  expect(await whyNot(report.id)).toBe('it was read');
});
