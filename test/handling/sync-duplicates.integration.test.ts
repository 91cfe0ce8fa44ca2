import { deadlinesOf } from '../../src/deadline/deadlines.js';
import { openDuties } from '../../src/handling/due-notices.js';
import { createHandle, type Handle } from '../../src/handling/handle.js';
import type { Reports } from '../../src/handling/ports.js';
import { syncDuplicates } from '../../src/handling/sync-duplicates.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportCommand } from '../../src/report/commands.js';
import { creditsOfDuplicates } from '../../src/report/duplicates-in-advisory.js';
import { replay } from '../../src/report/evolve.js';
import type { Credit } from '../../src/report/form.js';
import type { Actor, Person } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import type { Report } from '../../src/report/report.js';
import type { ReportId } from '../../src/report/report-id.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { accept, fix, prepare, tell } from '../report/report-in-status.js';
import { bo, by, historyOf, mei, minute, rae, submit } from '../report/situations.js';
import { newRing } from '../store/a-report.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { seeded } from '../support/seeded.js';
import { policy } from './situations.js';

const lea: Person = { team: 'T0OUTSIDE', user: 'U0LEA', name: 'Lea' };
const kim: Person = { team: 'T0HOME', user: 'U0KIM', name: 'Kim' };
const ids = ['VR-0000-000A', 'VR-0000-000B', 'VR-0000-000C'] as const;
const [first, second, third] = ids;
const reporters = new Map<ReportId, Person>([
  [first, rae],
  [second, lea],
  [third, kim],
]);

let fresh: FreshDatabase;
let store: Store;
let now: Date;
/** Writes that still go through before the program is killed. */
let lives: number;
let handle: Handle;
/** The version of each report that has been looked at to the end, and when to look again. */
const looked = new Map<ReportId, Readonly<{ version: number; lookAgain: Date | undefined }>>();

class Killed extends Error {}

beforeAll(async () => {
  fresh = await freshDatabase('duplicates');
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring: newRing() });
  const { reports } = store;
  const mortal: Reports = {
    ...reports,
    save: async (...args) => {
      if (lives <= 0) throw new Killed();
      lives -= 1;
      return await reports.save(...args);
    },
  };
  handle = createHandle({ reports: mortal, policy, clock: () => now, saved: () => undefined });
});
beforeEach(begin);

async function begin(): Promise<void> {
  await fresh.db.collection('reports').deleteMany({});
  looked.clear();
  lives = Number.POSITIVE_INFINITY;
  now = minute(60);
  for (const [id, person] of reporters) {
    const one = { ...submit, id, submission: id, reporter: { kind: 'slack', person } } as const;
    const history = historyOf([one, by(person)]);
    await store.reports.add(history, replay(history), openDuties(deadlinesOf(replay(history), policy)), now);
  }
}
afterAll(async () => {
  await store.close();
  await fresh.drop();
});

async function tracked(id: ReportId): Promise<TrackedReport> {
  const found = await store.reports.find(id);
  if (found === undefined) throw new Error(`${id} is not stored`);
  return found;
}
const report = async (id: ReportId): Promise<Report> => (await tracked(id)).report;
const does = async (id: ReportId, command: ReportCommand, actor: Actor = by(mei)) => await handle(id, command, actor);

/** As the button does it. */
async function mark(id: ReportId, of: ReportId): Promise<void> {
  await does(of, { type: 'NoteDuplicate', duplicate: id });
  await does(id, { type: 'MarkDuplicate', of, tell });
}

/** As the loop does it: whatever has changed, or is to be looked at by now, is looked at until nothing is left. */
async function settle(): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    let idle = true;
    for (const id of ids) {
      const one = await tracked(id);
      const seen = looked.get(id);
      if (seen?.version === one.version && !(seen.lookAgain !== undefined && seen.lookAgain <= now)) continue;
      idle = false;
      const { moved, lookAgain } = await syncDuplicates({ reports: store.reports, handle }, one, now);
      if (!moved) looked.set(id, { version: one.version, lookAgain });
    }
    if (idle) return;
  }
  throw new Error('the reports never come to rest');
}

async function readyToPrepare(id: ReportId): Promise<void> {
  await does(id, { ...accept, tell } as ReportCommand);
  await does(id, fix);
}

test('a duplicate that is reopened leaves its original, which must be prepared again', async () => {
  await mark(second, first);
  await readyToPrepare(first);
  await does(first, prepare);
  expect((await report(first)).prepared?.credits).toEqual([submit.form.credit]);
  await does(second, { type: 'ReopenReport' });
  await settle();
  expect(await report(first)).toMatchObject({ duplicates: [] });
  expect((await report(first)).prepared).toBeUndefined();
  expect((await tracked(first)).history.at(-1)).toMatchObject({ type: 'DuplicateDropped', by: { kind: 'clock' } });
});

test('a process killed before the original was told catches up after the restart', async () => {
  await mark(second, first);
  await settle();
  await does(second, { type: 'ReopenReport' });
  lives = 0;
  await expect(settle()).rejects.toThrow(Killed);
  expect((await report(first)).duplicates).toEqual([second]);
  lives = Number.POSITIVE_INFINITY;
  await settle();
  expect((await report(first)).duplicates).toEqual([]);
});

test('a duplicate is open again once its original is withdrawn', async () => {
  await mark(second, first);
  await settle();
  await does(first, { type: 'WithdrawReport' }, by(rae));
  await settle();
  expect(await report(second)).toMatchObject({ status: 'acknowledged', confirm: { opening: 2, reopenedAt: now } });
  expect((await report(second)).duplicateOf).toBeUndefined();
  expect((await report(first)).duplicates).toEqual([]);
  // The team may open the first one again; the second stays what it is.
  await does(first, { type: 'ReopenReport' });
  await settle();
  expect((await report(second)).status).toBe('acknowledged');
});

test('the same when the original is withdrawn between the two steps of marking', async () => {
  await does(first, { type: 'NoteDuplicate', duplicate: second });
  await does(first, { type: 'WithdrawReport' }, by(rae));
  await settle();
  await does(second, { type: 'MarkDuplicate', of: first, tell });
  await settle();
  expect(await report(second)).toMatchObject({ status: 'acknowledged' });
});

test('a marking that was interrupted between its two steps is undone after a minute, and not before', async () => {
  await does(first, { type: 'NoteDuplicate', duplicate: second });
  await settle();
  expect((await report(first)).duplicates).toEqual([second]);
  now = minute(61);
  await settle();
  expect((await report(first)).duplicates).toEqual([]);
});

test('a changed credit of a duplicate voids the preparation, unless it is changed back in time', async () => {
  await mark(second, first);
  await readyToPrepare(first);
  await does(first, prepare);
  await settle();
  await does(second, { type: 'ChangeCredit', credit: { by: 'nobody' } }, by(lea));
  await does(second, { type: 'ChangeCredit', credit: submit.form.credit }, by(lea));
  await settle();
  expect((await report(first)).prepared).toBeDefined();
  await does(second, { type: 'ChangeCredit', credit: { by: 'nobody' } }, by(lea));
  await settle();
  expect((await report(first)).prepared).toBeUndefined();
  expect((await tracked(first)).history.at(-1)?.type).toBe('DuplicateCreditChanged');
});

test('a credit that changes while the advisory is being prepared is noticed at the next look', async () => {
  await mark(second, first);
  await readyToPrepare(first);
  await settle();
  const { reports } = store;
  // The duplicate is read for the preparation, and changes before that is saved.
  let late = true;
  const find: Reports['find'] = async (id) => {
    const found = await reports.find(id);
    if (late && id === second) {
      late = false;
      await does(second, { type: 'ChangeCredit', credit: { by: 'nobody' } }, by(lea));
      await settle();
    }
    return found;
  };
  const racing = createHandle({ reports: { ...reports, find }, policy, clock: () => now, saved: () => undefined });
  await racing(first, prepare, by(mei));
  expect((await report(first)).prepared?.credits).toEqual([submit.form.credit]);
  await settle();
  expect((await report(first)).prepared).toBeUndefined();
});

test('the reporter of a duplicate can neither prepare, approve nor publish the advisory that credits them', async () => {
  await mark(third, first);
  await readyToPrepare(first);
  await expect(does(first, prepare, by(kim))).rejects.toMatchObject({ code: 'own_duplicate', reasons: { id: first } });
  await does(first, prepare);
  const place = (await report(first)).prepared?.event ?? -1;
  const approval = { type: 'ApproveDisclosure', prepared: place } as const;
  await expect(does(first, approval, by(kim))).rejects.toMatchObject({ reasons: { id: first, duplicate: third } });
  await does(first, approval, by(bo));
  const publication = { type: 'PublishAdvisory', prepared: place, channel: 'C0', route: 'direct_message' } as const;
  await expect(does(first, publication, by(kim))).rejects.toMatchObject({ code: 'own_duplicate' });
  await does(first, publication, by(bo));
  expect((await report(first)).publications).toHaveLength(1);
});

test('after publication the reporter of a duplicate is thanked too, once', async () => {
  await mark(second, first);
  await readyToPrepare(first);
  await does(first, prepare);
  const place = (await report(first)).prepared?.event ?? -1;
  await does(first, { type: 'ApproveDisclosure', prepared: place }, by(bo));
  await settle();
  expect((await report(second)).messages.map(({ purpose }) => purpose)).not.toContain('thanks');
  await does(first, { type: 'PublishAdvisory', prepared: place, channel: 'C0', route: 'direct_message' }, by(bo));
  await settle();
  await does(first, { type: 'AddNote', text: 'Looked at again.' });
  await settle();
  expect((await report(second)).messages.filter(({ purpose }) => purpose === 'thanks')).toMatchObject([{ by: bo }]);
  // One that turns out to be a duplicate later hears of it as well.
  await does(first, { type: 'NoteDuplicate', duplicate: third });
  await settle();
  await mark(third, first);
  await settle();
  expect((await report(third)).messages.at(-1)).toMatchObject({ purpose: 'thanks', by: bo });

  // What is public is taken back: each of them is told once, by whoever published that.
  await does(first, { type: 'PrepareWithdrawal', reason: 'Nobody can reach it.', route: 'direct_message' });
  const again = (await report(first)).prepared?.event ?? -1;
  await does(first, { type: 'ApproveDisclosure', prepared: again }, by(bo));
  await does(first, { type: 'PublishAdvisory', prepared: again, channel: 'C0', route: 'direct_message' }, by(bo));
  await settle();
  await does(first, { type: 'AddNote', text: 'Looked at once more.' });
  await settle();
  for (const id of [second, third])
    expect((await report(id)).messages.filter(({ purpose }) => purpose === 'withdrawal')).toMatchObject([
      { by: bo, withdrawn: { id: first, reason: 'Nobody can reach it.' } },
    ]);
});

const { seed } = seeded('TEST_SEED');
test(`whatever people do, and wherever the program is killed, original and duplicate agree in the end (seed ${seed})`, async () => {
  const random = numbers(seed);
  const pick = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)] as T;
  const credits: Credit[] = [{ by: 'nobody' }, { by: 'name', name: 'L.' }, submit.form.credit];
  const marking = () => mark(pick(ids), pick([first, first, second]));
  const steps: readonly (() => Promise<unknown>)[] = [
    ...[marking, marking, marking, marking],
    ...[ids, ids].map((some) => () => does(pick(some), { type: 'ReopenReport' })),
    ...[ids, ids].map((some) => () => does(pick(some), { type: 'ChangeCredit', credit: pick(credits) })),
    () => {
      const id = pick(ids);
      return does(id, { type: 'WithdrawReport' }, by(reporters.get(id) ?? rae));
    },
    () => readyToPrepare(first),
    () => does(first, prepare),
    () => does(first, prepare),
    settle,
  ];
  const tally = { done: 0, refused: 0, killed: 0, pairs: 0, prepared: 0 };
  for (let i = 1; i <= 300; i += 1) {
    if (i % 20 === 1) await begin();
    lives = random() < 0.5 ? Math.floor(random() * 3) : Number.POSITIVE_INFINITY;
    now = new Date(now.getTime() + Math.floor(random() * 40_000));
    try {
      await pick(steps)();
      tally.done += 1;
    } catch (error) {
      if (error instanceof Killed) tally.killed += 1;
      else if (error instanceof Refusal) tally.refused += 1;
      else throw error;
    }
    if (i % 4 !== 0) continue;
    lives = Number.POSITIVE_INFINITY;
    await settle();
    now = new Date(now.getTime() + 60_000);
    await settle();
    const all = await Promise.all(ids.map(report));
    for (const one of all) {
      const marked = all.filter(({ duplicateOf }) => duplicateOf === one.id).map(({ id }) => id);
      expect([one.id, [...one.duplicates].sort()]).toEqual([one.id, marked.sort()]);
      const lost = all.filter(({ id, status }) => marked.includes(id) && status === 'duplicate');
      if (one.status === 'withdrawn') expect(lost).toEqual([]);
      if (one.prepared !== undefined) {
        expect(one.prepared.credits).toEqual(creditsOfDuplicates(one, { duplicates: all }));
        tally.prepared += 1;
      }
      tally.pairs += marked.length;
    }
  }
  console.info(`duplicates in step: ${JSON.stringify({ seed, ...tally })}`);
  expect(tally.killed).toBeGreaterThan(5);
  expect(tally.pairs).toBeGreaterThan(10);
  expect(tally.prepared).toBeGreaterThan(0);
});

/** Numbers from 0 to 1 that the seed alone decides. */
function numbers(from: number): () => number {
  let state = from % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
}
