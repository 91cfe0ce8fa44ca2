import { eraseByPolicy, keptTooLong } from '../../src/handling/eraser.js';
import type { Erasures } from '../../src/handling/erasure.js';
import type { Log } from '../../src/handling/log.js';
import { noticeMs } from '../../src/handling/retention.js';
import type { ReportEvent } from '../../src/report/events.js';
import type { ReportId } from '../../src/report/report-id.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { later, morning, newRing, received, reportOf, rin } from '../store/a-report.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { policy } from './situations.js';

const by = { kind: 'person', person: rin } as const;
const day = (days: number) => later(days * 1440);
const withdrawn: ReportEvent = { type: 'ReportWithdrawn', at: morning, by };
const retention = { closed: 700, withdrawn: 30 };

let fresh: FreshDatabase;
let store: Store;
let said: unknown[] = [];
const log: Log = {
  note: (what, facts) => void said.push([what, facts]),
  warn: (what, facts) => void said.push([what, facts]),
  fail: () => '',
};
beforeAll(async () => {
  fresh = await freshDatabase('retention');
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring: newRing() });
});
afterAll(async () => {
  await store.close();
  await fresh.drop();
});
beforeEach(async () => {
  said = [];
  for (const name of ['reports', 'erased', 'desk', 'audit']) await fresh.db.collection(name).deleteMany({});
});

async function stored(...more: readonly ReportEvent[]): Promise<ReportId> {
  const history = [...received(), ...more];
  return (await store.reports.add(history, reportOf(history), {}, morning)).report.id;
}

/** One pass. Which reports were announced for when, which are erased, and how often a plan was written. */
async function pass(now: Date, { heard = true, over = {} as Partial<Erasures>, rules = retention as object } = {}) {
  let plans = 0;
  const told: unknown[] = [];
  const announce: Erasures['announce'] = async (plan) => {
    plans += 1;
    await store.erasures.announce(plan);
  };
  const erased = await eraseByPolicy({
    erasures: { ...store.erasures, announce, ...over },
    policy: { ...policy, retention: rules },
    trail: store.audit,
    clock: () => now,
    tellRetention: async (ids, at) => {
      told.push([ids.toSorted(), at]);
      return heard;
    },
    log,
  });
  return { told, erased, plans };
}
const nothing = { told: [], erased: [], plans: 0 };
const inAWeek = (now: Date) => new Date(now.getTime() + noticeMs);

test('what was kept long enough is announced a week ahead, erased then, and nothing else', async () => {
  const old = await stored(withdrawn);
  const open = await stored();
  await stored({ type: 'ReportDeclined', at: morning, by, reason: 'spam', asksForPublicBug: false });
  expect(await pass(day(23))).toEqual(nothing);
  expect(await pass(day(24))).toEqual({ told: [[[old], inAWeek(day(24))]], erased: [], plans: 1 });
  expect(await store.erasures.announced()).toEqual(new Map([[old, inAWeek(day(24))]]));
  expect(await pass(day(30))).toEqual({ ...nothing, plans: 1 });
  expect(await pass(day(31))).toEqual({ told: [], erased: [old], plans: 1 });
  expect(await store.reports.find(old)).toBeUndefined();
  expect(await store.reports.find(open)).toBeDefined();
  expect(await store.erasures.announced()).toEqual(new Map());
  expect(await pass(day(32))).toEqual(nothing);
  expect(said).toEqual([]);
});

test('who erased it, and why, stands in the audit trail', async () => {
  const old = await stored(withdrawn);
  await pass(day(24));
  await pass(day(31));
  expect(await store.audit.about(old)).toMatchObject([
    {
      at: day(31),
      entry: {
        ...{ deed: 'administered', what: 'erase', about: old, reason: 'retention in the policy' },
        by: { kind: 'operator', login: 'Vulndesk' },
      },
    },
  ]);
  expect(await store.audit.missing()).toBe(0);
});

test('where a policy has a term for one kind alone, others are kept', async () => {
  await stored(withdrawn);
  expect(await pass(day(9000), { rules: { closed: 700 } })).toEqual(nothing);
  expect(await pass(day(9000), { rules: {} })).toEqual(nothing);
});

test('a report is kept from its last change on, not from its receipt', async () => {
  const late = await stored({ ...withdrawn, at: day(5) });
  const kept = async (now: Date) =>
    [...(await keptTooLong(store.erasures, { retention }, now))].map(([id, { tracked, until }]) => {
      return [id, tracked.report.id, until];
    });
  expect(await kept(day(24))).toEqual([]);
  expect(await kept(day(28))).toEqual([]);
  expect(await kept(day(29))).toEqual([[late, late, day(35)]]);
});

test('what nobody could be told of is not erased: it is announced at the next pass, with what has come since', async () => {
  const both = [await stored(withdrawn), await stored({ ...withdrawn, at: later(1) })].toSorted();
  expect(await pass(day(40), { heard: false })).toEqual({ told: [[both, inAWeek(day(40))]], erased: [], plans: 0 });
  expect(await pass(day(48))).toEqual({ told: [[both, inAWeek(day(48))]], erased: [], plans: 1 });
  expect((await pass(day(55))).erased.toSorted()).toEqual(both);
});

test('one that changes while it is erased stays', async () => {
  const old = await stored(withdrawn);
  await pass(day(24));
  const erase: Erasures['erase'] = async (tracked, now) => {
    const note = { type: 'NoteAdded', at: now, by, text: 'Somebody still needs it.' } as const;
    await store.reports.save(tracked, [note], reportOf([...tracked.history, note]), {}, now);
    return await store.erasures.erase(tracked, now);
  };
  await pass(day(31), { over: { erase } });
  expect(said).toEqual([['not erased, since it has changed', { id: old }]]);
  expect(await store.reports.find(old)).toBeDefined();
  expect(await pass(day(31))).toEqual(nothing);
});
