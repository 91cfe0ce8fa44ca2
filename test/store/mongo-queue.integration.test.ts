import { randomInt } from 'node:crypto';
import type { ReportRest } from '../../src/handling/ports.js';
import type { Claim } from '../../src/handling/queue.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportEvent } from '../../src/report/events.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { quarantined, type SetAside } from '../../src/store/quarantine.js';
import { aForm } from '../support/a-form.js';
import { until } from '../support/bounded-poll.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { refuseWrites } from '../support/refused-writes.js';
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

const ring = newRing();
const minute = 60_000;
let fresh: FreshDatabase;
let store: Store;
let replica: Store;
let commands: string[] = [];

beforeAll(async () => {
  fresh = await freshDatabase('queue');
  const options = { uri: fresh.uri, database: fresh.database, ring };
  store = await openStore({ ...options, onCommand: (name) => commands.push(name) });
  replica = await openStore(options);
});
beforeEach(async () => {
  await fresh.db.collection('reports').deleteMany({});
});
afterAll(async () => {
  await store.close();
  await replica.close();
  await fresh.drop();
});

const reports = () => fresh.db.collection<{ _id: string }>('reports');

async function added(wakeAt = morning): Promise<TrackedReport> {
  const history = received();
  return await store.reports.add(history, reportOf(history), dutiesUntil(later(3000)), wakeAt);
}

/** Many at once: the first document made over under other ids would not open, so each is sealed. */
async function addedMany(count: number): Promise<void> {
  for (let i = 0; i < count; i += 50) await Promise.all(Array.from({ length: Math.min(50, count - i) }, () => added()));
}

function restOf(tracked: TrackedReport, over: Partial<ReportRest> = {}): ReportRest {
  return {
    id: tracked.report.id,
    version: tracked.version,
    cursor: tracked.cursor,
    uncertain: false,
    policyRevision: 'r1',
    wakeAt: later(60),
    urgentFrom: undefined,
    ...over,
  };
}

const ids = (claim: Claim<TrackedReport>) => claim.items.map(({ report }) => report.id);
const documentOf = async ({ report }: TrackedReport) => await reports().findOne({ _id: report.id });

async function only<T>(claim: Promise<Claim<T>>): Promise<{ token: string; item: T }> {
  const { token, items } = await claim;
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`one document was expected, ${items.length} came`);
  return { token, item };
}

describe('claiming', () => {
  it('takes what is due, and not what is due later', async () => {
    const due = await added(later(5));
    await added(later(6));
    expect(ids(await store.reports.queue.claimDue(later(5), 10, minute))).toEqual([due.report.id]);
  });

  it('gives the whole report, certain of what was said', async () => {
    const tracked = await added();
    const { item } = await only(store.reports.queue.claimDue(morning, 10, minute));
    expect(item).toEqual({ ...tracked, held: true });
  });

  it('takes first what has a reminder due, then by deadline, however long it has been due', async () => {
    const dueBy = async (dueAt: Date, urgentFrom?: Date) => {
      const history = received();
      const tracked = await store.reports.add(history, reportOf(history), dutiesUntil(dueAt), morning);
      if (urgentFrom === undefined) return tracked.report.id;
      const { token } = await store.reports.queue.claim([tracked.report.id], morning, minute);
      await store.reports.queue.rest(token, [restOf(tracked, { wakeAt: urgentFrom, urgentFrom })], morning);
      return tracked.report.id;
    };
    const lateCard = await dueBy(later(3000));
    const card = await dueBy(later(2000));
    const reminder = await dueBy(later(2500), later(8));
    const missed = await dueBy(later(5), later(9));
    const reminderLater = await dueBy(later(1000), later(11));
    expect(await store.reports.queue.due(later(10), 10)).toEqual([missed, reminder, card, lateCard]);
    expect(await store.reports.queue.due(later(12), 3)).toEqual([missed, reminderLater, reminder]);
  });

  it('counts an exploited report as urgent before anybody has looked at it', async () => {
    await added();
    const history = received({ form: aForm({ knownAlready: 'exploited' }) });
    const exploited = await store.reports.add(history, reportOf(history), dutiesUntil(later(3000)), morning);
    expect(await store.reports.queue.due(morning, 1)).toEqual([exploited.report.id]);
  });

  it('gives back what nothing was posted for: it is due at once, and nothing is uncertain', async () => {
    const tracked = await added();
    const { token, item } = await only(store.reports.queue.claimDue(morning, 10, minute));
    await store.reports.queue.release(token, [item]);
    const again = await only(replica.reports.queue.claimDue(morning, 10, minute));
    expect(again.item).toEqual({ ...tracked, held: true });
  });

  it('claims for the outside what is not all sent and what nobody was woken for, and leaves what is only for a slow reporter', async () => {
    const tracked = await added();
    const person = tracked.report.reporter.kind === 'slack' ? tracked.report.reporter.person : undefined;
    if (person === undefined) throw new Error('a reporter on Slack was expected');
    const { queue } = store.reports;
    const { id } = tracked.report;
    expect(await queue.due(morning, 10, { outward: true })).toEqual([id]);
    expect(await queue.due(morning, 10, { outward: person })).toEqual([id]);
    // Nobody was woken for it.
    expect(await queue.due(morning, 10, { outward: true, notOnlyFor: [person] })).toEqual([id]);
    // The card is missing, too.
    expect(await queue.due(morning, 10, { notOnlyFor: [person] })).toEqual([id]);
    const { token } = await queue.claim([id], morning, minute);
    const card = { channel: 'C1', ts: '1.1', shownVersion: 1 };
    await queue.rest(
      token,
      [restOf(tracked, { card, cursor: { ...tracked.cursor, thread: 1 }, wakeAt: morning })],
      morning,
    );
    expect(await queue.due(morning, 10, { notOnlyFor: [person] })).toEqual([]);
    expect(await queue.due(morning, 10, { outward: true, notOnlyFor: [person] })).toEqual([]);
    expect(await queue.due(morning, 10, { outward: true })).toEqual([id]);
    const other = { team: 'T1', user: 'U0OTHER' };
    expect(await queue.due(morning, 10, { notOnlyFor: [other] })).toEqual([id]);
  });

  it('takes 500 with four commands, and no more than 500', async () => {
    await addedMany(600);
    commands = [];
    const claim = await store.reports.queue.claimDue(later(1), 1000, minute);
    expect(new Set(ids(claim)).size).toBe(500);
    expect(commands).toEqual(['aggregate', 'aggregate', 'update', 'find']);
    commands = [];
    expect(
      await store.reports.queue.rest(
        claim.token,
        claim.items.map((item) => restOf(item)),
        morning,
      ),
    ).toBe(500);
    expect(commands).toEqual(['update']);
  });

  it('shares nothing among replicas that claim at the same time', async () => {
    await addedMany(200);
    const claims: Claim<TrackedReport>[] = [];
    while (claims.flatMap(ids).length < 200) {
      const round = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          (i % 2 ? store : replica).reports.queue.claimDue(later(1), 10 + randomInt(20), minute),
        ),
      );
      if (round.every(({ items }) => items.length === 0)) break;
      claims.push(...round);
    }
    const taken = claims.flatMap(ids);
    expect(taken).toHaveLength(200);
    expect(new Set(taken).size).toBe(200);
  });

  it('skips a live lease, and after it ran out says that it is uncertain what was said', async () => {
    const tracked = await added();
    await store.reports.queue.claimDue(morning, 10, 400);
    expect((await replica.reports.queue.claimDue(morning, 10, minute)).items).toEqual([]);
    const claim = await until('the lease ran out', async () => {
      const next = await replica.reports.queue.claimDue(morning, 10, minute);
      return next.items.length > 0 ? next : undefined;
    });
    expect(claim.items).toEqual([{ ...tracked, uncertain: true, maybePosted: 1, held: true }]);
  });

  it('says how far the one whose lease ran out can have come, whatever was saved since', async () => {
    const tracked = await added();
    await store.reports.queue.claimDue(morning, 10, 1);
    const history = [...tracked.history, assignedTo(mo)];
    await store.reports.save(tracked, [assignedTo(mo)], reportOf(history), tracked.duties, morning);
    const claimAgain = (leaseMs: number) =>
      until('the lease ran out', async () => {
        const { items } = await replica.reports.queue.claimDue(morning, 10, leaseMs);
        return items[0];
      });
    const item = await claimAgain(1);
    expect(item).toMatchObject({ version: 2, uncertain: true, maybePosted: 1 });
    // The second one that was lost knew of both events.
    expect(await claimAgain(minute)).toMatchObject({ maybePosted: 2 });
  });

  it('doubts of an older document what was there when its lease ran out, and nothing that comes after', async () => {
    const tracked = await added();
    await store.reports.queue.claimDue(morning, 10, 1);
    await makeEarlier(fresh.db, ring, tracked.report.id, 4, ['events', 'lease.events']);
    const claimAgain = () =>
      until('the lease ran out', async () => (await replica.reports.queue.claimDue(morning, 10, 1)).items[0]);
    const item = await claimAgain();
    expect(item.maybePosted).toBeGreaterThan(0);
    const history = [...item.history, assignedTo(mo)];
    const saved = await store.reports.save(item, [assignedTo(mo)], reportOf(history), item.duties, morning);
    expect(saved.maybePosted).toBe(1);
    expect(await store.reports.find(tracked.report.id)).toMatchObject({ maybePosted: 1 });
    // Lost once more: of this lease it is known how much there was.
    expect(await claimAgain()).toMatchObject({ maybePosted: 2 });
  });

  it('gives nobody a document that was saved between claim and read', async () => {
    let given = 0;
    for (let round = 0; round < 40; round += 1) {
      const tracked = await added();
      const report = reportOf([...tracked.history, assignedTo(mo)]);
      const [claim] = await Promise.all([
        store.reports.queue.claimDue(morning, 1, minute),
        replica.reports.save(tracked, [assignedTo(mo)], report, tracked.duties, morning),
      ]);
      for (const item of claim.items) {
        given += 1;
        const lease = (await reports().findOne<{ lease?: { events?: number } }>({ _id: item.report.id }))?.lease;
        expect(lease?.events).toBe(item.history.length);
      }
      await reports().deleteMany({});
    }
    console.info(`claimed while saved: ${given} of 40 given`);
    expect(given).toBeGreaterThan(0);
  });

  it('stays uncertain until a rest says otherwise', async () => {
    await added();
    await store.reports.queue.claimDue(morning, 10, 1);
    const claimAgain = () =>
      until('the lease ran out', async () => {
        const { token, items } = await store.reports.queue.claimDue(morning, 10, minute);
        return items[0] === undefined ? undefined : { token, item: items[0] };
      });
    const doubted = await claimAgain();
    await store.reports.queue.rest(
      doubted.token,
      [restOf(doubted.item, { uncertain: true, wakeAt: morning })],
      morning,
    );
    const still = await claimAgain();
    expect(still.item.uncertain).toBe(true);
    await store.reports.queue.rest(still.token, [restOf(still.item, { uncertain: false, wakeAt: morning })], morning);
    expect((await claimAgain()).item.uncertain).toBe(false);
  });

  it('holds a lease no longer in the eyes of the claimer than in those of the server', async () => {
    await added();
    const before = Date.now();
    const { until: held } = await store.reports.queue.claimDue(morning, 10, minute);
    expect(held.getTime()).toBeLessThanOrEqual(Date.now() + minute);
    expect(held.getTime()).toBeGreaterThanOrEqual(before + minute - 1);
    const document = await fresh.db.collection<{ lease?: { until: Date } }>('reports').findOne();
    // One machine, one clock: the server counted from later.
    expect(document?.lease?.until.getTime()).toBeGreaterThanOrEqual(held.getTime() - 1);
  });

  it('counts one that cannot be opened, leaves it alone for an hour and goes on with the others', async () => {
    const damaged = await added();
    const sound = await added();
    const before = { ...(await documentOf(damaged)), version: 9 };
    await reports().updateOne({ _id: damaged.report.id }, { $set: { version: 9 } });
    const claim = await store.reports.queue.claimDue(later(1), 10, minute);
    expect(claim.unreadable).toBe(1);
    expect(ids(claim)).toEqual([sound.report.id]);
    expect(await documentOf(damaged)).toEqual({ ...before, wakeAt: later(61) });
  });
});

describe('resting', () => {
  it('records for each document its own, and gives the leases back', async () => {
    const tracked = [await added(), await added(), await added()];
    const { token } = await store.reports.queue.claimDue(morning, 10, minute);
    const rests = tracked.map((one, i) =>
      restOf(one, {
        cursor: { thread: i, reporter: i + 1, rungs: { [`acknowledge_${i + 1}`]: i } },
        ...(i === 2 ? {} : { card: { channel: 'C1', ts: `1.${i}`, shownVersion: 1 } }),
        uncertain: i === 1,
        policyRevision: `r${i}`,
        wakeAt: i === 0 ? undefined : later(60 + i),
      }),
    );
    const kept = await documentOf(tracked[1] as TrackedReport);
    expect(await store.reports.queue.rest(token, rests, morning)).toBe(3);
    const [first, second, third] = await Promise.all(tracked.map(documentOf));
    const { lease: _, ...unleased } = (kept ?? {}) as Record<string, unknown>;
    expect(second).toEqual({
      ...unleased,
      said: { thread: 1, reporter: 2, rungs: { acknowledge_2: 1 } },
      card: { channel: 'C1', ts: '1.1', shownVersion: 1 },
      uncertain: true,
      restedUnder: 'r1',
      rested: { version: 1, uncertain: true, wakeAt: later(61), mac: expect.anything() },
      wakeAt: later(61),
    });
    expect(first).not.toHaveProperty('wakeAt');
    expect(first).not.toHaveProperty('lease');
    expect(third).not.toHaveProperty('card');
    expect(third).toMatchObject({ restedUnder: 'r2', wakeAt: later(62), said: { thread: 2 } });
    expect((await store.reports.queue.claimDue(later(60), 10, minute)).items).toEqual([]);
    expect(ids(await store.reports.queue.claimDue(later(61), 10, minute))).toEqual([tracked[1]?.report.id]);
  });

  it('replaces what was recorded before: no reminder of an earlier opening stays behind', async () => {
    const tracked = await added();
    for (const rungs of [{ acknowledge_1: 3 }, { acknowledge_2: 1 }]) {
      const { token } = await store.reports.queue.claimDue(later(100), 10, minute);
      await store.reports.queue.rest(token, [restOf(tracked, { cursor: { thread: 1, reporter: 1, rungs } })], morning);
    }
    expect(await documentOf(tracked)).toMatchObject({ said: { rungs: { acknowledge_2: 1 } } });
    expect((await store.reports.find(tracked.report.id))?.cursor.rungs).toEqual({ acknowledge_2: 1 });
  });

  it('records what was sent but stays due, when the report was saved meanwhile', async () => {
    const tracked = await added();
    const { token } = await store.reports.queue.claimDue(morning, 10, minute);
    const report = reportOf([...tracked.history, assignedTo(mo)]);
    await store.reports.save(tracked, [assignedTo(mo)], report, tracked.duties, later(3));
    const cursor = { thread: 1, reporter: 1, rungs: {} };
    expect(await store.reports.queue.rest(token, [restOf(tracked, { cursor })], morning)).toBe(1);
    const document = await documentOf(tracked);
    expect(document).toMatchObject({ said: cursor, wakeAt: later(3), version: 2 });
    const { item } = await only(store.reports.queue.claimDue(later(3), 10, minute));
    expect(item).toMatchObject({ version: 2, cursor, uncertain: false });
  });

  it('changes nothing when the lease went to another', async () => {
    const tracked = await added();
    const { token } = await store.reports.queue.claimDue(morning, 10, 1);
    await until('the other has it', async () => {
      const { items } = await replica.reports.queue.claimDue(morning, 10, minute);
      return items.length > 0 ? items : undefined;
    });
    const before = await documentOf(tracked);
    expect(
      await store.reports.queue.rest(
        token,
        [restOf(tracked, { cursor: { thread: 9, reporter: 9, rungs: {} } })],
        morning,
      ),
    ).toBe(0);
    expect(await documentOf(tracked)).toEqual(before);
  });

  it('does nothing the second time', async () => {
    const tracked = await added();
    const { token } = await store.reports.queue.claimDue(morning, 10, minute);
    expect(await store.reports.queue.rest(token, [restOf(tracked)], morning)).toBe(1);
    expect(await store.reports.queue.rest(token, [restOf(tracked, { wakeAt: morning })], morning)).toBe(0);
    expect(await store.reports.queue.rest(token, [], morning)).toBe(0);
  });
});

describe('a document that the server refuses to change', () => {
  const wakeOf = async (tracked: TrackedReport) =>
    (await documentOf(tracked)) as { wakeAt?: Date; lease?: object } | null;

  it('keeps no other from being claimed, and comes up again later and later', async () => {
    const full = await added();
    const others = [await added(), await added()].map(({ report }) => report.id);
    await refuseWrites(fresh.db, full.report.id, 'lease');
    const claim = await store.reports.queue.claimDue(morning, 10, minute);
    expect(ids(claim).sort()).toEqual(others.sort());
    expect(await wakeOf(full)).toMatchObject({ wakeAt: later(1) });
    expect(ids(await store.reports.queue.claimDue(later(1), 10, minute))).toEqual([]);
    expect(await wakeOf(full)).toMatchObject({ wakeAt: later(3) });
    expect(await quarantined(fresh.db)).toContainEqual({ id: full.report.id, why: 'failed' });
  });

  it('is claimed as any other once it is mended, and counts as set aside for two hours more at most', async () => {
    const full = await added();
    await refuseWrites(fresh.db, full.report.id, 'lease');
    for (const now of [morning, later(1)]) await store.reports.queue.claimDue(now, 10, minute);
    await fresh.db.command({ collMod: 'reports', validator: {} });
    expect(ids(await store.reports.queue.claimDue(later(3), 10, minute))).toEqual([full.report.id]);
    const marks = fresh.db.collection<{ _id: string; expireAt: Date }>('desk');
    const mark = { _id: `quarantine/${full.report.id}` };
    const left = ((await marks.findOne(mark))?.expireAt.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(60 * minute);
    expect(left).toBeLessThanOrEqual(120 * minute);
    await marks.updateOne(mark, { $set: { expireAt: new Date(Date.now() - 1) } });
    expect((await quarantined(fresh.db)).map(({ id }) => id)).not.toContain(full.report.id);
  });

  it('keeps nothing of another from being recorded, and keeps its own lease', async () => {
    const full = await added();
    const other = await added();
    const { token, items } = await store.reports.queue.claimDue(morning, 10, minute);
    await refuseWrites(fresh.db, full.report.id, 'card');
    const card = { channel: 'C1', ts: '1.1', shownVersion: 1 };
    const rests = items.map((item) => restOf(item, { card }));
    // Whether the other is recorded with the batch or after it depends on their order, and with that the count.
    await store.reports.queue.rest(token, rests, morning);
    expect(await documentOf(other)).toMatchObject({ card, wakeAt: later(60) });
    expect(await wakeOf(full)).toMatchObject({ wakeAt: later(1), lease: { token } });
  });

  it('is said each time, with an alarm from the second time on, once an hour', async () => {
    const said: SetAside[] = [];
    const options = { uri: fresh.uri, database: fresh.database, ring, onSetAside: (one: SetAside) => said.push(one) };
    const listening = await openStore(options);
    try {
      const { report } = await added();
      await refuseWrites(fresh.db, report.id, 'lease');
      for (const minutes of [0, 1, 3, 7, 15, 31, 63])
        await listening.reports.queue.claimDue(later(minutes), 10, minute);
      expect(said.map(({ id, times, alarm }) => [id === report.id, times, alarm])).toEqual([
        [true, 1, false],
        [true, 2, true],
        [true, 3, false],
        [true, 4, false],
        [true, 5, false],
        [true, 6, false],
        [true, 7, true],
      ]);
    } finally {
      await listening.close();
    }
  });
});

describe('a document whose reconcile throws', () => {
  it('comes up again when its lease ran out, and from the second time on later and later', async () => {
    const tracked = await added();
    const fail = async (now: Date) => {
      const { token, item } = await until('its lease ran out', async () => {
        const claim = await store.reports.queue.claimDue(now, 10, 1);
        return claim.items[0] === undefined ? undefined : { token: claim.token, item: claim.items[0] };
      });
      await store.reports.queue.setAside(token, item, now);
      return ((await documentOf(tracked)) as { wakeAt?: Date } | null)?.wakeAt;
    };
    expect(await fail(morning)).toEqual(morning);
    expect(await fail(morning)).toEqual(later(2));
    expect(await fail(later(2))).toEqual(later(6));
    const { item } = await only(store.reports.queue.claimDue(later(6), 10, minute));
    expect(item).toMatchObject({ uncertain: true, maybePosted: 1 });
  });
});

describe('a document that somebody saves while it fails', () => {
  const saved = async (tracked: TrackedReport) => {
    const report = reportOf([...tracked.history, assignedTo(mo)]);
    await store.reports.save(tracked, [assignedTo(mo)], report, tracked.duties, later(1));
  };
  const wakeOf = async (tracked: TrackedReport) => ((await documentOf(tracked)) as { wakeAt?: Date } | null)?.wakeAt;

  it('stays due at once when its reconcile throws: what failed may be gone with the old state', async () => {
    const tracked = await added();
    for (const times of [1, 2]) {
      const { token, item } = await until('it is free', async () => {
        const claim = await store.reports.queue.claimDue(later(1), 10, 1);
        return claim.items[0] === undefined ? undefined : { token: claim.token, item: claim.items[0] };
      });
      if (times === 2) await saved(item);
      await store.reports.queue.setAside(token, item, later(1));
    }
    expect(await wakeOf(tracked)).toEqual(later(1));
  });

  it('stays due at once when the server refuses to record its rest', async () => {
    const tracked = await added();
    const { token, item } = await only(store.reports.queue.claimDue(morning, 10, minute));
    await saved(item);
    await refuseWrites(fresh.db, tracked.report.id, 'card');
    const card = { channel: 'C1', ts: '1.1', shownVersion: 1 };
    await store.reports.queue.rest(token, [restOf(item, { card })], morning);
    expect(await wakeOf(tracked)).toEqual(later(1));
  });
});

describe('the next moment to look', () => {
  it('is the earliest of all, read with one command', async () => {
    for (const minutes of [7, 3, 5]) await added(later(minutes));
    commands = [];
    expect(await store.reports.queue.nextWake()).toEqual(later(3));
    expect(commands).toEqual(['find']);
  });

  it('is none where nothing waits', async () => {
    expect(await store.reports.queue.nextWake()).toBeUndefined();
    const tracked = await added();
    const { token } = await store.reports.queue.claimDue(morning, 10, minute);
    await store.reports.queue.rest(token, [restOf(tracked, { wakeAt: undefined })], morning);
    expect(await store.reports.queue.nextWake()).toBeUndefined();
  });

  it('leaves out what another replica is working on', async () => {
    await added(later(3));
    await added(later(5));
    await replica.reports.queue.claimDue(later(3), 1, minute);
    expect(await store.reports.queue.nextWake()).toEqual(later(5));
  });

  it('looks at a handful of index entries, however many wait', async () => {
    await addedMany(300);
    const plan = await reports()
      .find({ wakeAt: { $exists: true } } as never, { sort: { wakeAt: 1 }, hint: 'wake', limit: 1 })
      .explain('executionStats');
    expect(plan.executionStats.totalKeysExamined).toBeLessThanOrEqual(10);
  });
});

describe('a change of the policy', () => {
  it('wakes each report that is open or has an open duty, and did not rest under it', async () => {
    const [old, same] = [await added(), await added()];
    // It has no deadline so far.
    const idle = received();
    await store.reports.add(idle, reportOf(idle), {}, morning);
    const gone: ReportEvent = { type: 'ReportWithdrawn', at: later(3), by: { kind: 'person', person: rin } };
    const closed = [...received(), gone];
    await store.reports.add(closed, reportOf(closed), {}, morning);
    const { token, items } = await store.reports.queue.claimDue(morning, 10, minute);
    await store.reports.queue.rest(
      token,
      items.map((item) => restOf(item, { policyRevision: item.report.id === same.report.id ? 'r2' : 'r1' })),
      morning,
    );
    expect(await store.reports.wakeForPolicy('r2', later(9))).toBe(2);
    expect(ids(await store.reports.queue.claimDue(later(9), 10, minute)).toSorted()).toEqual(
      [old.report.id, reportOf(idle).id].toSorted(),
    );
  });

  it('looks at no document at the next start, when all rest under it', async () => {
    for (let n = 0; n < 5; n += 1) await added();
    const { token, items } = await store.reports.queue.claimDue(morning, 10, minute);
    await store.reports.queue.rest(
      token,
      items.map((item) => restOf(item, { policyRevision: 'r2' })),
      morning,
    );
    await fresh.db.command({ profile: 2 });
    expect(await store.reports.wakeForPolicy('r2', later(9))).toBe(0);
    await fresh.db.command({ profile: 0 });
    const looked = await fresh.db.collection('system.profile').find({ op: 'update' }).toArray();
    expect(looked.map(({ docsExamined, keysExamined }) => [docsExamined, keysExamined <= 2])).toEqual([
      [0, true],
      [0, true],
      [0, true],
    ]);
  });

  it('is not slept over by whoever is at work under the old one', async () => {
    const tracked = await added();
    const { token } = await store.reports.queue.claimDue(morning, 10, minute);
    await replica.reports.wakeForPolicy('r2', later(9));
    expect(
      await store.reports.queue.rest(token, [restOf(tracked, { policyRevision: 'r1', wakeAt: later(60) })], morning),
    ).toBe(1);
    const { item } = await only(store.reports.queue.claimDue(later(9), 10, minute));
    expect(item.uncertain).toBe(false);
  });
});
