import { createHandle } from '../../src/handling/handle.js';
import type { Reports } from '../../src/handling/ports.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportCommand } from '../../src/report/commands.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import type { Person } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import type { ReportId } from '../../src/report/report-id.js';
import { acknowledge, assign, bo, by, mei, note, rae, tuesday } from '../report/situations.js';
import { aForm } from '../support/a-form.js';
import { until } from '../support/bounded-poll.js';
import { openReplicas, partsWith, type Replica, type Replicas } from './replicas.js';

let bot: Replicas;
let one: Replica;
let other: Replica;

beforeAll(async () => {
  bot = await openReplicas();
  one = await bot.replica();
  other = await bot.replica();
});
afterAll(async () => {
  await bot.stop();
});

let views = 0;
async function received(): Promise<TrackedReport> {
  views += 1;
  return await one.submit({ by: rae, view: `V${views}`, reporter: { kind: 'slack', person: rae }, form: aForm() });
}

async function refusalOf(asked: Promise<unknown>): Promise<Refusal> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('when two people take a report at once, one wins and the other is told who', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { report } = await received();
    const race = await Promise.allSettled([
      one.handle(report.id, assign(mei), by(mei)),
      other.handle(report.id, assign(bo), by(bo)),
    ]);
    const won = race.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const lost = race.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect([won.length, lost.length]).toEqual([1, 1]);
    const winner = won[0]?.report.responder?.user ?? '';
    expect([mei.user, bo.user]).toContain(winner);
    expect(lost[0]).toMatchObject({
      code: 'already_assigned',
      reasons: { id: report.id, responder: winner, at: tuesday },
    });
    const stored = await one.store.reports.find(report.id);
    expect(stored?.report.responder?.user).toBe(winner);
    expect(stored).toMatchObject({ version: 2, history: [{}, { type: 'ResponderAssigned' }] });
  }
});

test('two changes at once that do not exclude each other are both kept', async () => {
  const { report } = await received();
  const notes = Array.from({ length: 4 }, (_, i) => ({ ...note, text: `note ${i}` }) as ReportCommand);
  await Promise.all(notes.map((each, i) => (i % 2 === 0 ? one : other).handle(report.id, each, by(bo))));
  const stored = await one.store.reports.find(report.id);
  expect(stored?.report.notes.map(({ text }) => text).sort()).toEqual(['note 0', 'note 1', 'note 2', 'note 3']);
  expect(stored?.version).toBe(5);
});

test('an acknowledgement is kept with its responder, and closes the duty', async () => {
  const { report } = await received();
  const stored = await one.handle(report.id, acknowledge, by(mei));
  expect(stored).toMatchObject({
    version: 2,
    duties: {},
    report: { status: 'acknowledged', responder: mei, acknowledge: { metAt: tuesday } },
  });
  expect(await other.store.reports.find(report.id)).toEqual(stored);
});

test('a command that changes nothing writes nothing, and any other wakes the loop', async () => {
  const { report } = await received();
  const before = one.saves();
  const taken = await one.handle(report.id, assign(mei), by(mei));
  expect(one.saves()).toBe(before + 1);
  one.commands();
  expect(await one.handle(report.id, assign(mei), by(mei))).toEqual(taken);
  expect(one.commands()).toEqual(['find']);
  expect(one.saves()).toBe(before + 1);
});

test('a command may be made from the report as it stands', async () => {
  const { report } = await received();
  await one.handle(report.id, assign(mei), by(mei));
  const instead = await one.handle(report.id, (now) => assign(bo, now.responder?.user), by(bo));
  expect(instead.report.responder).toEqual(bo);
});

test('a report that was just read is not read again', async () => {
  const tracked = await received();
  one.commands();
  expect(await one.handle(tracked, assign(mei), by(mei))).toMatchObject({ version: 2, report: { responder: mei } });
  expect(one.commands()).not.toContain('find');
  await other.handle(tracked.report.id, assign(bo, mei.user), by(bo));
  // It is, once somebody else has written it.
  expect((await refusalOf(one.handle(tracked, assign(rae, mei.user), by(mei)))).code).toBe('own_report');
  expect(await one.handle(tracked, note, by(mei))).toMatchObject({ version: 4, report: { responder: bo } });
});

test('a report that is not there is refused, and a refusal writes nothing', async () => {
  const before = one.saves();
  expect(await refusalOf(one.handle('VR-0000-0000', assign(mei), by(mei)))).toMatchObject({
    code: 'no_such_report',
    reasons: { id: 'VR-0000-0000' },
  });
  const { report } = await received();
  expect((await refusalOf(one.handle(report.id, assign(rae), by(rae)))).code).toBe('own_report');
  expect(one.saves()).toBe(before + 1);
  expect((await one.store.reports.find(report.id))?.version).toBe(1);
});

test('somebody who loses every race is asked to look again', async () => {
  const { report } = await received();
  const { reports } = one.store;
  let raced = 0;
  const overtaken: Reports = {
    ...reports,
    save: async (...write) => {
      raced += 1;
      await other.handle(report.id, { ...note, text: `first ${raced}` } as ReportCommand, by(mei));
      return await reports.save(...write);
    },
  };
  const handle = createHandle(partsWith(overtaken, bot.clock));
  expect(await refusalOf(handle(report.id, note, by(bo)))).toMatchObject({
    code: 'changed_meanwhile',
    reasons: { id: report.id },
  });
  expect(raced).toBe(5);
  const stored = await reports.find(report.id);
  expect(stored?.report.notes.map(({ by: { user } }) => user)).toEqual(Array.from({ length: raced }, () => mei.user));
});

test('a report that 956 long replies were written about still takes what a responder does', async () => {
  const [first] = (await received()).history;
  if (first?.type !== 'ReportReceived') throw new Error('a history begins so');
  const reply = {
    type: 'ReporterWrote',
    at: tuesday,
    by: by(rae),
    purpose: 'answer',
    text: '漢'.repeat(3000),
  } as const;
  const id: ReportId = 'VR-7K2Q-9FDX';
  const flooded = [{ ...first, id, submission: 'flooded' }, ...Array.from({ length: 956 }, () => reply as ReportEvent)];
  await one.store.reports.add(flooded, replay(flooded), {}, tuesday);
  const more: ReportCommand = { type: 'WriteToTeam', purpose: 'answer', text: 'One more.' };
  expect(await refusalOf(one.handle(id, more, by(rae)))).toMatchObject({ code: 'share_used_up' });
  // A small server has to write out the last large document first.
  const inTime = (command: ReportCommand, who: Person) =>
    until('the server took it', () => one.handle(id, command, by(who)).catch(() => undefined));
  await inTime(note, bo);
  await inTime(acknowledge, mei);
  const { items } = await one.store.reports.queue.claimDue(tuesday, 500, 60_000);
  expect(items.find(({ report }) => report.id === id)?.report.responder?.user).toBe(mei.user);
});

test('an error of the store is no lost race: it is passed on at once', async () => {
  const { report } = await received();
  let saves = 0;
  const reports: Reports = {
    ...one.store.reports,
    save: async () => {
      saves += 1;
      throw new Error('the database is away');
    },
  };
  const handle = createHandle(partsWith(reports, bot.clock));
  await expect(handle(report.id, assign(mei), by(mei))).rejects.toThrow('the database is away');
  expect(saves).toBe(1);
});
