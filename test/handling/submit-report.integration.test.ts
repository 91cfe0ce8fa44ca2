import type { Reports } from '../../src/handling/ports.js';
import { createSubmit, type Filed, type Submission } from '../../src/handling/submit-report.js';
import { Refusal } from '../../src/report/refusal.js';
import { acknowledge, assign, bo, by, mei, rae, tuesday, withdraw } from '../report/situations.js';
import { aForm } from '../support/a-form.js';
import { openReplicas, partsWith, type Replica, type Replicas } from './replicas.js';
import { policy } from './situations.js';

let bot: Replicas;
let one: Replica;
let other: Replica;

beforeAll(async () => {
  bot = await openReplicas();
  one = await bot.replica();
  other = await bot.replica();
});
beforeEach(async () => {
  await bot.database.db.collection('reports').deleteMany({});
  bot.clock.moveTo(tuesday);
});
afterAll(async () => {
  await bot.stop();
});

const filled: Submission = {
  by: rae,
  view: 'V1',
  reporter: { kind: 'slack', person: rae },
  form: aForm({ versions: ['KubeSphere v4.1'] }),
};
const otherText: Submission = {
  ...filled,
  form: aForm({ overview: 'On second thoughts it is worse.', versions: [] }),
};
const idOf = ({ report }: Filed) => report.id;
const stored = () => bot.database.db.collection('reports').countDocuments();

async function codeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'carried out';
}

test('a filled form is stored by one insert, with its promise, and is due at once', async () => {
  const saves = one.saves();
  one.commands();
  const tracked = await one.submit(filled);
  // The test itself reads it.
  expect(one.commands()).toEqual(['insert', 'find']);
  expect(one.saves()).toBe(saves + 1);
  expect(tracked).toMatchObject({
    version: 1,
    report: {
      status: 'received',
      receivedAt: tuesday,
      affected: [{ version: 'KubeSphere v4.1', verdict: 'supported' }],
      promise: { dueAt: new Date('2026-09-24T18:00:00+08:00'), provisional: false },
    },
    duties: { acknowledge: { opening: 1, dueAt: new Date('2026-09-24T18:00:00+08:00') } },
  });
  expect(await other.store.reports.find(tracked.report.id)).toEqual(tracked);
  expect(await other.store.reports.queue.nextWake()).toEqual(tuesday);
});

test('the same form sent again is the same report', async () => {
  const first = await one.submit(filled);
  bot.clock.forward(60_000);
  const again = await other.submit(filled);
  expect(again).toEqual(first);
  expect(await stored()).toBe(1);
});

test('sent by many at once it is one report, whoever asks', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : other).submit(filled)));
  expect(new Set(all.map(({ report }) => report.id)).size).toBe(1);
  expect(await stored()).toBe(1);
  expect(all.map(({ version }) => version)).toEqual(all.map(() => 1));
});

test('another view, or another person, is another report', async () => {
  const ids = [
    await one.submit(filled),
    await one.submit({ ...filled, view: 'V2' }),
    await one.submit({ ...filled, by: bo, reporter: { kind: 'slack', person: bo } }),
    await one.submit({ ...filled, by: { ...rae, team: 'T0HOME' } }),
  ].map(({ report }) => report.id);
  expect(new Set(ids).size).toBe(4);
});

describe('the same form with other text', () => {
  test('amends the report while nobody has acted; moment and promise stay', async () => {
    const first = await one.submit(filled);
    bot.clock.forward(3 * 24 * 3_600_000);
    const amended = await other.submit(otherText);
    expect(amended).toMatchObject({ version: 2, history: [{}, { type: 'ReportAmended' }] });
    expect(amended.report).toMatchObject({
      id: first.report.id,
      form: otherText.form,
      affected: [],
      receivedAt: tuesday,
      promise: first.report.promise,
    });
    expect(amended.duties).toEqual(first.duties);
    expect(await stored()).toBe(1);
  });
  const acts = { assigned: assign(mei), acknowledged: acknowledge };
  test.each(Object.entries(acts))('is refused once the report is %s, and the same text never is', async (_, act) => {
    const { report } = await one.submit(filled);
    const acted = await other.handle(report.id, act, by(mei));
    expect(await codeOf(one.submit(otherText))).toBe('already_acted_upon');
    expect(await one.submit(filled)).toEqual(acted);
  });
  test('is refused once the report is withdrawn', async () => {
    const { report } = await one.submit(filled);
    await one.handle(report.id, withdraw, by(rae));
    expect(await codeOf(one.submit(otherText))).toBe('already_acted_upon');
  });
});

test('an id that another submission has is passed over for the next one, for good', async () => {
  const { reports } = one.store;
  const crowded: Reports = {
    ...reports,
    ids: { ...reports.ids, reportId: (from, n) => (n < 2 ? `VR-0000-000${n}` : reports.ids.reportId(from, n)) },
  };
  const submit = createSubmit({ ...partsWith(crowded, bot.clock), current: { known: () => policy } });
  const views = ['V1', 'V2', 'V3', 'V4'];
  const ids = [];
  for (const view of views) ids.push(await submit({ ...filled, view }, idOf));
  expect(ids.slice(0, 2)).toEqual(['VR-0000-0000', 'VR-0000-0001']);
  expect(new Set(ids).size).toBe(4);
  expect(ids.slice(2)).toEqual(
    ['V3', 'V4'].map((view) => reports.ids.reportId(reports.ids.submission(rae.team, rae.user, view), 2)),
  );
  const again = [];
  for (const view of views) again.push(await submit({ ...filled, view }, idOf));
  expect(again).toEqual(ids);
  expect(await stored()).toBe(4);
});

describe('a report filed for somebody who wrote or called', () => {
  const filed: Submission = {
    ...filled,
    by: bo,
    reporter: { kind: 'elsewhere', name: 'Kim', filedBy: bo },
    receivedAt: new Date('2026-09-18T16:00:00+08:00'),
  };
  test('counts from the moment it was received', async () => {
    const { report, noticesFrom } = await one.submit(filed);
    expect(report).toMatchObject({
      receivedAt: filed.receivedAt,
      // From Friday on: the Sunday is worked, before National Day.
      promise: { dueAt: new Date('2026-09-21T18:00:00+08:00') },
    });
    expect(noticesFrom).toEqual(filed.receivedAt);
  });
  test('may not be received in the future', async () => {
    expect(await codeOf(one.submit({ ...filed, receivedAt: new Date(tuesday.getTime() + 1) }))).toBe(
      'received_in_the_future',
    );
    expect(await stored()).toBe(0);
  });
});

test('the answer is made while the database stores the report, and given once it has', async () => {
  const { reports } = one.store;
  const steps: string[] = [];
  let goOn = () => {};
  const made = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const add: Reports['add'] = async (...all) => {
    await made;
    const tracked = await reports.add(...all);
    steps.push('stored');
    return tracked;
  };
  const saved = () => void steps.push('looked at');
  const submit = createSubmit({
    ...partsWith({ ...reports, add }, bot.clock, saved),
    current: { known: () => policy },
  });
  const answer = await submit(filled, ({ history }) => {
    steps.push('answer made');
    goOn();
    return history.length;
  });
  expect(answer).toBe(1);
  expect(steps).toEqual(['answer made', 'stored', 'looked at']);
});

describe('nobody is told that a report is stored, or that there is none, while that is not known', () => {
  const submitWith = (over: Partial<Reports>) =>
    createSubmit({
      ...partsWith({ ...one.store.reports, ...over }, bot.clock),
      current: { known: () => policy },
    });

  test('where the store does not answer', async () => {
    const add = async () => {
      throw new Error('the database is away');
    };
    await expect(submitWith({ add })(filled, idOf)).rejects.toThrow('the database is away');
  });

  test('where it was sent before, and cannot be read yet', async () => {
    await one.submit(filled);
    const again = submitWith({ findSubmission: async () => undefined })(filled, idOf);
    await expect(again).rejects.toThrow('cannot be read yet');
  });
});
