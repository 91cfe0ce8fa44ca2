import type { RateLimit } from '../../src/handling/ports.js';
import {
  type CardsSeen,
  compareWithChannel,
  createSendingGate,
  goOn,
  type Holds,
  type SendingGate,
} from '../../src/handling/restore-hold.js';
import type { ReportId } from '../../src/report/report-id.js';
import { mongoHolds } from '../../src/store/mongo-holds.js';
import { until } from '../support/bounded-poll.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { type MovingClock, movingClock } from '../support/moving-clock.js';
import { china } from './situations.js';

const [gone, old, fine]: readonly ReportId[] = ['VR-0000-0001', 'VR-0000-0002', 'VR-0000-0003'];
if (gone === undefined || old === undefined || fine === undefined) throw new Error('there are three');
const began = china('09-22T10:00');
/** The database was restored: it lacks one report, and has an earlier version of another. */
const stored = new Map([
  [old, 2],
  [fine, 2],
]);
const cards = [{ id: gone }, { id: old, version: 3 }, { id: fine, version: 2 }];
const older: CardsSeen = { kind: 'seen', cards };
const inStep: CardsSeen = { kind: 'seen', cards: cards.slice(2) };
const difference = { missing: [gone], behind: [old] };
const seen = new Map([
  [gone, 1],
  [old, 3],
  [fine, 2],
]);

let fresh: FreshDatabase;
let holds: Holds;
let clock: MovingClock;
let gates: SendingGate[] = [];
beforeAll(async () => {
  fresh = await freshDatabase('hold');
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  await fresh.db.collection('desk').deleteMany({});
  holds = mongoHolds(fresh.db);
  clock = movingClock(began);
});
afterEach(() => {
  for (const gate of gates) gate.stop();
  gates = [];
});

/** A gate of a program that sees these cards, one after the other and the last one again and again, and what it did. */
function gateThat(...sees: readonly CardsSeen[]) {
  const done: unknown[] = [];
  let looks = 0;
  const deps = {
    reports: {
      versionsOf: async (ids: readonly ReportId[]) => new Map([...stored].filter(([id]) => ids.includes(id))),
      countAsSaid: async (since: Date, now: Date) => void done.push(['said before', since, now]),
    },
    holds,
    cardsInChannel: async () => {
      looks += 1;
      return (sees[looks - 1] ?? sees.at(-1)) as CardsSeen;
    },
  };
  const limits: RateLimit[] = [];
  const gate = createSendingGate({
    ...deps,
    clock: clock.now,
    rateLimits: {
      pass: async ([rule]) => {
        if (rule === undefined) throw new Error('there is a rule');
        const before = limits.find(({ key }) => key === rule.key);
        limits.push(rule);
        return before && { rule, until: clock.now() };
      },
    },
    tell: async (hold) => void done.push(['told', hold]),
    open: () => void done.push('open'),
    lookMs: 20,
    log: {
      note: (what) => void done.push(what),
      warn: (what) => void done.push(what),
      fail: (what, _, facts) => {
        done.push([what, facts]);
        return '';
      },
    },
  });
  gates.push(gate);
  return { gate, done, deps, limits, looks: () => looks };
}
const opens = (done: readonly unknown[]) => until('sending begins', () => done.includes('open') || undefined);
const held = ['sending held: the database is older than the channel', { missing: 1, behind: 1 }];

test('where the database has all that the channel shows, sending begins at once', async () => {
  const { gate, done } = gateThat(inStep);
  await gate.start();
  expect(done).toEqual(['open']);
  expect(await fresh.db.collection('desk').countDocuments()).toBe(0);
});

test('so it does where Slack does not let the bot look; that is said', async () => {
  const { gate, done } = gateThat({ kind: 'unknown' });
  await gate.start();
  expect(done).toEqual(['database not compared with the channel', 'open']);
});

test('where Slack does not answer just now, it looks again after the time that Slack names', async () => {
  const { gate, done, looks } = gateThat({ kind: 'later', seconds: 0.2 }, inStep);
  const began = performance.now();
  await gate.start();
  expect([done, looks()]).toEqual([[], 1]);
  await opens(done);
  expect(done).toEqual(['sending begins', 'open']);
  expect(performance.now() - began).toBeGreaterThan(190);
});

test('a hold ends where nothing is missing any more; what a lead accepted before stays accepted', async () => {
  for (const sees of [inStep, { kind: 'unknown' } as const]) {
    await holds.release(new Map([[gone, 1]]));
    await holds.put({ since: began, ...difference });
    const { gate, done } = gateThat(sees);
    await gate.start();
    expect(done.at(-1)).toBe('open');
    expect(await holds.find()).toEqual({ accepted: new Map([[gone, 1]]) });
  }
});

test('an older database sends nothing until a lead says go on; then what fell due before counts as said', async () => {
  const { gate, done, limits, looks } = gateThat(older);
  await gate.start();
  const hold = { since: began, ...difference };
  expect(done).toEqual([held, ['told', hold]]);
  expect(limits).toEqual([{ key: `sending/held/${began.getTime()}`, limit: 1, seconds: 86_400 }]);
  expect((await holds.find()).hold).toEqual(hold);
  clock.forward(60_000);
  expect(await holds.agree(began, clock.now())).toBe(true);
  await opens(done);
  expect(done.slice(2)).toEqual([['said before', began, clock.now()], 'sending begins', 'open']);
  expect(await holds.find()).toEqual({ accepted: seen });
  // To compare, and to remember what is accepted.
  expect(looks()).toBe(3);
});

test('while nobody does, it compares again once in an hour, and does not tell the team again', async () => {
  const { gate, done, looks } = gateThat(older, older, inStep);
  await gate.start();
  const real = performance.now;
  const find = holds.find;
  let asked = 0;
  holds.find = async () => {
    asked += 1;
    return await find();
  };
  await until('it has looked for an answer', () => asked >= 3 || undefined);
  expect(looks()).toBe(1);
  performance.now = () => real.call(performance) + 3_600_001;
  try {
    await until('it compared again', () => looks() === 2 || undefined);
  } finally {
    performance.now = real;
  }
  await until('it was said again', () => done.length === 3 || undefined);
  expect(done.at(-1)).toEqual(held);
});

test('a lead who knew of less is asked again', async () => {
  await holds.put({ since: began, missing: [gone], behind: [] });
  await holds.agree(began, began);
  const { gate, done } = gateThat(older);
  await gate.start();
  expect(done).toEqual([held, ['told', { since: began, ...difference }]]);
  expect((await holds.find()).hold).toEqual({ since: began, ...difference });
});

test('what a lead agreed to while the program was away is done at its start', async () => {
  await holds.put({ since: began, ...difference });
  await holds.agree(began, began);
  clock.forward(60_000);
  const { gate, done } = gateThat(older);
  await gate.start();
  expect(done).toEqual([['said before', began, clock.now()], 'open']);
});

test('a hold that another replica ended ends here too, also if the database did not answer in between', async () => {
  const { gate, done } = gateThat(older);
  await gate.start();
  const find = holds.find;
  let away = true;
  holds.find = async () => {
    if (away) {
      away = false;
      throw new Error('the database is away');
    }
    return await find();
  };
  await holds.release(seen);
  await opens(done);
  expect(done.slice(2)).toEqual([['not found out whether sending is held', undefined], 'sending begins', 'open']);
});

test('a program that stops begins nothing', async () => {
  const { gate, done, looks } = gateThat({ kind: 'later', seconds: 0.05 }, inStep);
  await gate.start();
  gate.stop();
  const other = gateThat({ kind: 'later', seconds: 0.2 }, inStep);
  await other.gate.start();
  await opens(other.done);
  expect([done, looks()]).toEqual([[], 1]);
});

test('what is missing is found by ids and versions; cards that were not looked at are said', async () => {
  const compared = { kind: 'compared', ...difference };
  expect(await compareWithChannel(gateThat(older).deps)).toEqual(compared);
  expect(await compareWithChannel(gateThat({ ...older, unseen: true }).deps)).toEqual({ ...compared, unseen: true });
  const later: CardsSeen = { kind: 'later', seconds: 9 };
  expect(await compareWithChannel(gateThat(later).deps)).toEqual(later);
  await holds.release(new Map([[gone, 1]]));
  expect(await compareWithChannel(gateThat(older).deps)).toEqual({ ...compared, missing: [] });
});

test('where nothing is held, or the channel cannot be read, going on counts until now and accepts no more', async () => {
  await holds.release(new Map([[gone, 1]]));
  const { deps, done } = gateThat({ kind: 'unknown' });
  await goOn(deps, clock.now());
  expect(done).toEqual([['said before', began, began]]);
  expect(await holds.find()).toEqual({ accepted: new Map([[gone, 1]]) });
});
