import { type DutyWatch, watchDuty } from '../../src/handling/duty-watch.js';
import { until } from '../support/bounded-poll.js';
import { type HeldIntervals, holdIntervals } from '../support/held-intervals.js';
import { china, duty, policy, staffed } from './situations.js';

let intervals: HeldIntervals;
let watch: DutyWatch;
let done: string[];
let rules = staffed;
let error: Error | undefined;
const now = china('09-22T10:00');

beforeEach(() => {
  intervals = holdIntervals();
  done = [];
  rules = staffed;
  error = undefined;
});
afterEach(() => {
  watch.stop();
  intervals[Symbol.dispose]();
});
const start = (follow?: (user: string) => Promise<void>) => {
  watch = watchDuty({
    current: { known: () => rules, now: async () => rules, renew: async () => rules },
    clock: () => now,
    log: {
      note: (what) => void done.push(what),
      warn: (what) => void done.push(what),
      fail: (what) => {
        done.push(what);
        return '';
      },
    },
    wakeChannel: async (at) => {
      if (error !== undefined) throw error;
      done.push(`channel ${at.toISOString()}`);
    },
    ...(follow && { follow }),
  });
};
const follow = async (user: string) => void done.push(`follow ${user}`);
const told = `channel ${now.toISOString()}`;

test('the channel looks at the start and when somebody else is on duty; the user group is looked at each time', async () => {
  start(follow);
  await watch.look();
  expect(done).toEqual([told, `follow ${duty}`]);
  await watch.look();
  rules = { ...staffed, rota: [{ from: '2026-09-01', responder: 'U0NEXT' }] };
  await watch.look();
  expect(done.slice(2)).toEqual([`follow ${duty}`, told, 'follow U0NEXT']);
});

test('it looks once a minute until it is stopped, without a user group too', async () => {
  start();
  await watch.look();
  rules = { ...staffed, rota: [{ from: '2026-09-01', responder: 'U0NEXT' }] };
  expect(intervals.pass()).toEqual([60_000]);
  await until('it looks again', () => done.length === 2);
  expect(done).toEqual([told, told]);
  watch.stop();
  expect(intervals.pass()).toEqual([]);
});

test('nobody on duty is nothing to tell', async () => {
  rules = policy;
  start(follow);
  await watch.look();
  expect(done).toEqual([]);
});

test('who asks while it looks waits for the same look', async () => {
  start(follow);
  await Promise.all([watch.look(), watch.look()]);
  expect(done).toEqual([told, `follow ${duty}`]);
});

test('a look that fails is said, and what could not be told is told by the next', async () => {
  error = new Error('the database is away');
  start(follow);
  await watch.look();
  error = undefined;
  await watch.look();
  expect(done).toEqual(['duty not looked at', told, `follow ${duty}`]);
});
