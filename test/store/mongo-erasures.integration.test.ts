import { randomUUID } from 'node:crypto';
import type { AuditActor } from '../../src/handling/audit.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportEvent } from '../../src/report/events.js';
import type { ReportId } from '../../src/report/report-id.js';
import { examineStore } from '../../src/store/examine-store.js';
import { mongoErasures } from '../../src/store/mongo-erasures.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { aForm } from '../support/a-form.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { acknowledged, dutiesUntil, later, mo, morning, newRing, received, reportOf, rin } from './a-report.js';
import { everyWord } from './every-word.js';

const canary = 'c4n4ry';
const ring = newRing();
let fresh: FreshDatabase;
let store: Store;
beforeAll(async () => {
  fresh = await freshDatabase('erasures');
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring });
});
afterAll(async () => {
  await store.close();
  await fresh.drop();
});
beforeEach(async () => {
  for (const name of ['reports', 'erased', 'sent', 'audit']) await fresh.db.collection(name).deleteMany({});
});

const by = { kind: 'person', person: mo } as const;
const credit = { by: 'name', name: `Rin ${canary}` } as const;
const withWords = () =>
  received({ form: { ...aForm(), title: `Title ${canary}`, overview: `Overview ${canary}`, credit } });
async function stored(history: readonly ReportEvent[]): Promise<TrackedReport> {
  return await store.reports.add(history, reportOf(history), dutiesUntil(later(3000)), morning);
}
const closed: ReportEvent = { type: 'ReportWithdrawn', at: later(9), by: { kind: 'person', person: rin } };
const note = async (about: ReportId, who: AuditActor, what: string) =>
  await store.audit.add([
    {
      place: { writer: randomUUID(), number: 1 },
      entry: { at: later(1), deed: 'opened', what, about, by: who, reason: `because ${canary}` },
    },
  ]);
const words = () => everyWord(fresh.db, ring);

test('no word of an erased report and no name is left in any document', async () => {
  const tracked = await stored([...withWords(), acknowledged(mo, `A message, ${canary}`), closed]);
  const { id } = tracked.report;
  await note(id, { kind: 'team', person: mo }, 'erase');
  await note(id, { kind: 'outside', person: rin }, 'mine');
  await store.sent.add(id, { channel: 'D0RIN', ts: '1.1' }, 'en');
  expect(await words()).toMatch(new RegExp(`Title ${canary}.*Rin.*D0RIN`, 's'));

  expect(await store.erasures.erase(tracked, later(10))).toBe('erased');
  const left = await words();
  expect(left).not.toMatch(new RegExp(`${canary}|Rin|${rin.user}|Mo|${mo.user}`));
  expect(await store.reports.find(id)).toBeUndefined();
  expect(await store.erasures.find(id)).toEqual({
    id,
    status: 'withdrawn',
    version: 1,
    receivedAt: morning,
    erasedAt: later(10),
    events: [
      { type: 'ReportReceived', at: morning },
      { type: 'ReportAcknowledged', at: morning },
      { type: 'ReportWithdrawn', at: later(9) },
    ],
  });
  // Where the message stands is needed until it is gone from Slack.
  const [trace, ...more] = await store.erasures.traces(id);
  expect([trace?.trace, more]).toEqual([{ kind: 'message', channel: 'D0RIN', ts: '1.1', language: 'en' }, []]);
  const kept = { at: later(1), deed: 'opened', about: id, by: { kind: 'erased' } };
  expect(new Set((await store.audit.about(id)).map(({ entry }) => entry))).toEqual(
    new Set([
      { ...kept, what: 'erase' },
      { ...kept, what: 'mine' },
    ]),
  );
});

test('another report stays as it is', async () => {
  const other = await stored(withWords());
  await note(other.report.id, { kind: 'outside', person: rin }, 'mine');
  await store.sent.add(other.report.id, { channel: 'D0RIN', ts: '1.1' }, 'en');
  const before = (await words()).split('\n');
  const tracked = await stored([...received(), closed]);
  await store.erasures.erase(tracked, later(10));
  expect((await words()).split('\n')).toEqual(expect.arrayContaining(before));
});

test('cut short after the report is deleted, it is finished later', async () => {
  const tracked = await stored([...withWords(), closed]);
  const { id } = tracked.report;
  await note(id, { kind: 'outside', person: rin }, 'mine');
  const killed = () => Promise.reject(new Error('killed'));
  const { erasures } = mongoErasures({ db: fresh.db, ring, reports: store.reports, forget: killed });
  await expect(erasures.erase(tracked, later(10))).rejects.toThrow('killed');
  expect(await words()).toContain(rin.user);
  expect((await store.erasures.unfinished()).map((one) => one.id)).toEqual([id]);
  expect(await store.erasures.goOn(id)).toBe('erased');
  expect(await store.erasures.goOn(id)).toBe('erased');
  expect(await words()).not.toContain(rin.user);
});

test('cut short before the report is deleted, it is finished later', async () => {
  const tracked = await stored([...withWords(), closed]);
  const { id, status, receivedAt } = tracked.report;
  const begun = { status, version: tracked.version, receivedAt, erasedAt: later(10), events: [], unfinished: true };
  await fresh.db.collection<{ _id: string }>('erased').insertOne({ _id: id, ...begun });
  expect(await store.erasures.goOn(id)).toBe('erased');
  expect(await words()).not.toContain(canary);
});

test('while the loop posts about a report it is not erased, and after that it is', async () => {
  const tracked = await stored([...withWords(), closed]);
  const { id } = tracked.report;
  const { token, items } = await store.reports.queue.claimDue(later(20), 10, 60_000);
  expect(await store.erasures.erase(tracked, later(20))).toBe('held');
  expect(await words()).toContain(canary);
  await store.reports.queue.release(token, items);
  expect(await store.erasures.goOn(id)).toBe('erased');
  expect(await words()).not.toContain(canary);
});

test('a report that changed in the meantime stays, and nothing says that it is erased', async () => {
  const tracked = await stored(withWords());
  const events = [acknowledged(mo)];
  await store.reports.save(tracked, events, reportOf([...tracked.history, ...events]), {}, later(5));
  expect(await store.erasures.erase(tracked, later(10))).toBe('changed');
  expect(await store.erasures.find(tracked.report.id)).toBeUndefined();
  expect(await words()).toContain(canary);
});

test('the credit of a duplicate goes from an original that is not published, which is prepared no more', async () => {
  const [begin] = received();
  if (begin?.type !== 'ReportReceived') throw new Error('no report');
  const text = { en: { title: 'A title', summary: 'A summary.' } };
  const kept = { by: 'name', name: 'Somebody else' } as const;
  const prepared: ReportEvent = {
    type: 'DisclosurePrepared',
    at: later(5),
    by,
    text,
    credits: [credit, kept],
    route: 'direct_message',
  };
  const original = await stored([begin, prepared]);
  const duplicate = await stored([
    ...withWords(),
    { type: 'MarkedDuplicate', at: later(3), by, of: original.report.id },
  ]);
  await store.erasures.erase(duplicate, later(10));
  expect(await words()).not.toContain(canary);
  const found = await store.reports.find(original.report.id);
  expect(found?.history[1]).toMatchObject({ credits: [kept] });
  expect(found?.report.prepared).toBeUndefined();
});

test('the versions that Slack may show count an erased report as one newer', async () => {
  const tracked = await stored([...withWords(), closed]);
  await store.erasures.erase(tracked, later(10));
  expect(await store.reports.versionsOf([tracked.report.id])).toEqual(new Map([[tracked.report.id, 2]]));
});

test('a key that sealed where a message stands can be rotated away', async () => {
  const tracked = await stored(withWords());
  await store.sent.add(tracked.report.id, { channel: 'D0RIN', ts: '1.1' }, 'en');
  const keys = new Map([...ring.keys, ...newRing('k9').keys]);
  const next = await openStore({ uri: fresh.uri, database: fresh.database, ring: { ...ring, active: 'k9', keys } });
  expect((await next.keys.rotate(() => {})).left).toEqual([]);
  expect(await fresh.db.collection('sent').countDocuments({ 'sealed.dk.kid': { $ne: 'k9' } })).toBe(0);
  expect((await next.erasures.traces(tracked.report.id)).map(({ trace }) => trace.ts)).toEqual(['1.1']);
  await next.close();
});

test('doctor counts what is left of erased reports, and what the policy keeps no longer', async () => {
  const [erased] = [await stored([...withWords(), closed]), await stored([...withWords(), closed])];
  await stored(withWords());
  await store.erasures.erase(erased, later(10));
  const at = (days: number) =>
    examineStore(
      { uri: fresh.uri, database: fresh.database, ring },
      { retention: { withdrawn: 30 } },
      later(days * 1440),
    );
  expect(await at(22)).toMatchObject({ erasure: { unfinished: 1, due: 0 } });
  expect(await at(24)).toMatchObject({ erasure: { unfinished: 1, due: 1 } });
});
