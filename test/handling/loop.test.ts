import { createLoop, type Loop, type LoopDeps } from '../../src/handling/loop.js';
import type { ReconciledReport } from '../../src/handling/ports.js';
import type { Queue } from '../../src/handling/queue.js';
import { until } from '../support/bounded-poll.js';
import { china } from './situations.js';

const now = china('09-22T10:00');
let loop: Loop;
afterEach(() => loop.stop());

type Given = {
  /** How many documents are due in each pass, from the first one on. */
  due?: number[];
  busy?: () => boolean;
  /** What a pass waits for. */
  during?: () => Promise<void>;
  wakes?: (Date | undefined)[];
  spaceMs?: number;
};

/** A loop over nothing but numbers. `passes`: how many documents each one handled. */
function loopWith({ due = [], busy = () => false, during, wakes = [], spaceMs = 0 }: Given = {}) {
  const passes: number[] = [];
  const failures: unknown[] = [];
  let begun = 0;
  const never = () => Promise.reject(new Error('nobody asks'));
  const claim = async <T>(count: number) => {
    return {
      token: 't',
      until: new Date(Date.now() + 60_000),
      items: Array.from({ length: count }, () => ({}) as T),
      unreadable: 0,
    };
  };
  const queue = <T, R>(dueOf: () => Promise<number>): Queue<T, R> => ({
    ...{ due: never, claim: never, setAside: never },
    claimDue: async () => await claim<T>(await dueOf()),
    release: async () => undefined,
    rest: async (_, rests) => rests.length,
    nextWake: async () => (wakes.length > 1 ? wakes.shift() : wakes[0]),
    nextLeaseEnd: async () => undefined,
  });
  const deps: LoopDeps = {
    reports: queue(async () => {
      begun += 1;
      await during?.();
      return due.shift() ?? 0;
    }),
    people: { ...queue(async () => 0), nextWake: async () => undefined },
    wake: async () => undefined,
    tell: async () => undefined,
    reconcileReport: async () => async () =>
      ({ people: [], news: [], wakeAt: undefined }) as unknown as ReconciledReport,
    reconcilePerson: never,
    pace: { heldUntil: () => undefined, spaceMs: () => spaceMs, most: () => 500, slowReporters: () => [] },
    clock: () => now,
    leaseMs: 60_000,
    postMs: 500,
    busy,
    log: {
      unreadable: () => undefined,
      failed: (error) => void failures.push(error),
      passed: (count) => void passes.push(count),
    },
  };
  loop = createLoop(deps);
  return { passes, failures, begun: () => begun };
}
/** A wait that is over when somebody says so. */
function gate() {
  let open: () => void = () => undefined;
  let isOpen = false;
  return {
    open: () => {
      isOpen = true;
      open();
    },
    wait: () =>
      new Promise<void>((resolve) => {
        if (isOpen) resolve();
        else open = resolve;
      }),
  };
}

test('it looks at its start, and then rests until something is due', async () => {
  const { passes, begun } = loopWith({ due: [3] });
  expect(loop.stalledMs()).toBe(0);
  loop.look();
  loop.lookSoon();
  expect(begun()).toBe(0);
  loop.start();
  await loop.idle();
  expect(passes).toEqual([3]);
  expect(loop.stalledMs()).toBeLessThan(5000);
});

test('who asks while it looks gets another look after it, and all who ask get the same', async () => {
  const first = gate();
  const { passes, begun } = loopWith({ during: first.wait });
  loop.start();
  loop.look();
  loop.look();
  expect(begun()).toBe(1);
  first.open();
  await loop.idle();
  expect(passes).toEqual([0, 0]);
});

test('what is saved is looked at in a moment, together with what comes with it', async () => {
  const { passes } = loopWith();
  loop.start();
  await loop.idle();
  const began = performance.now();
  loop.lookSoon();
  loop.lookSoon();
  expect(passes).toHaveLength(1);
  await until('it looks', () => passes.length >= 2);
  expect(performance.now() - began).toBeGreaterThan(45);
  loop.lookSoon();
  await loop.idle();
  expect(passes).toHaveLength(3);
});

test('nobody puts off a look by asking for another', async () => {
  const { passes } = loopWith();
  loop.start();
  await loop.idle();
  const began = performance.now();
  const looked = await until('it looks, or a second is over', () => {
    loop.lookSoon();
    if (passes.length > 1) return 'looked';
    return performance.now() - began > 1000 ? 'put off' : undefined;
  });
  expect(looked).toBe('looked');
});

test('also what is saved while it looks', async () => {
  const first = gate();
  const { passes } = loopWith({ during: first.wait });
  loop.start();
  loop.lookSoon();
  first.open();
  await until('it looks again', () => passes.length >= 2);
});

test('who waits for an answer goes first, for a second', async () => {
  let isBusy = true;
  const { passes } = loopWith({ busy: () => isBusy });
  loop.start();
  await loop.idle();
  let began = performance.now();
  loop.lookSoon();
  await until('it looks', () => passes.length >= 2);
  expect(performance.now() - began).toBeGreaterThan(950);
  began = performance.now();
  loop.lookSoon();
  isBusy = false;
  await until('it looks', () => passes.length >= 3);
  expect(performance.now() - began).toBeLessThan(950);
});

test('it goes on by itself while something is due', async () => {
  const began = performance.now();
  const { passes } = loopWith({ wakes: [now, now, undefined] });
  loop.start();
  await until('it looks three times', () => passes.length >= 3);
  expect(performance.now() - began).toBeGreaterThan(95);
});

test('a pass that fails is tried again, later each time; until one succeeds the loop counts as stalled', async () => {
  let isAway = true;
  const began = performance.now();
  const { passes, failures, begun } = loopWith({
    wakes: [now],
    during: async () => {
      if (isAway) throw new Error('the database is away');
    },
  });
  loop.start();
  await until('it has failed', () => failures.length >= 1);
  await loop.idle();
  expect([begun(), passes]).toEqual([1, []]);
  await until('it has failed twice', () => failures.length >= 2);
  expect(performance.now() - began).toBeGreaterThan(490);
  expect(loop.stalledMs()).toBeGreaterThan(490);
  isAway = false;
  const again = performance.now();
  await until('it has succeeded', () => passes.length >= 1);
  expect(performance.now() - again).toBeGreaterThan(900);
  expect(loop.stalledMs()).toBeLessThan(900);
});

test('while nothing is due now, it is idle, whatever comes later', async () => {
  const later = new Date(now.getTime() + 60_000);
  const { passes } = loopWith({ wakes: [later] });
  loop.start();
  await loop.idle();
  const began = performance.now();
  await until('it might have looked again', () => performance.now() - began > 120);
  expect(passes).toEqual([0]);
  expect(await loop.nextWake()).toEqual(later);
});

test('it is idle once everything that is due was looked at, at the pace of Slack', async () => {
  const { passes } = loopWith({ wakes: [now, now, undefined], spaceMs: 60 });
  const began = performance.now();
  loop.start();
  await loop.idle();
  expect(passes.length).toBeGreaterThan(1);
  expect(performance.now() - began).toBeGreaterThan(55);
});

test('a loop that is stopped ends what it began, and begins nothing', async () => {
  const first = gate();
  const { passes, begun } = loopWith({ due: [500, 1], during: first.wait, wakes: [now] });
  loop.start();
  let isOver = false;
  const stopped = loop.stop().then(() => {
    isOver = true;
  });
  loop.look();
  loop.lookSoon();
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  first.open();
  await stopped;
  await loop.idle();
  const began = performance.now();
  await until('it might have looked again', () => performance.now() - began > 120);
  expect([begun(), passes, loop.stalledMs()]).toEqual([1, [500], 0]);
});
