import { createEraser, type Eraser, type EraserDeps } from '../../src/handling/eraser.js';
import type { ErasureStep, StoredTrace } from '../../src/handling/erasure.js';
import type { ReportId } from '../../src/report/report-id.js';
import { until } from '../support/bounded-poll.js';
import { china, policy } from './situations.js';

const id: ReportId = 'VR-0000-0001';
const running: Eraser[] = [];
afterEach(async () => {
  for (const eraser of running.splice(0)) await eraser.stop();
});
const at = china('09-22T12:00');
const trace = (key: string): StoredTrace => ({ key, trace: { kind: 'card', channel: 'C0DESK', ts: key } });

/** An eraser that finds one erasure that is not finished, as long as it is not, and what it did. */
function eraserWith({
  step = 'erased' as ErasureStep,
  /** A try at which nothing of it is left on Slack any more. */
  removedAt = 1,
  error = undefined as Error | undefined,
  lookMs = 5,
  unfinished = undefined as EraserDeps['erasures']['unfinished'] | undefined,
} = {}) {
  const done: string[] = [];
  let isFinished = false;
  const erased = { id, status: 'declined', version: 3, receivedAt: at, erasedAt: at, events: [] } as const;
  const eraser = createEraser({
    erasures: {
      unfinished: unfinished ?? (async () => (isFinished ? [] : [erased])),
      goOn: async () => {
        done.push('go on');
        if (error !== undefined) throw error;
        return step;
      },
      traces: async () => [trace('1.1'), trace('2.2')],
      removed: async (key) => void done.push(`removed ${key}`),
      finished: async () => {
        done.push('finished');
        isFinished = true;
      },
      announced: async () => {
        done.push('look at what is kept');
        return new Map();
      },
      announce: () => Promise.reject(new Error('nothing is due')),
      erase: () => Promise.reject(new Error('nothing is due')),
      find: () => Promise.reject(new Error('nobody asks')),
      receivedBefore: () => {
        throw new Error('the policy has no term');
      },
    },
    policy,
    clock: () => at,
    trail: { add: () => Promise.reject(new Error('nothing is due')) },
    removeTrace: async (_, { ts }) => {
      done.push(`remove ${ts}`);
      return times(done, 'go on') >= removedAt;
    },
    tellRetention: () => Promise.reject(new Error('nothing is due')),
    log: {
      note: (what, facts) => void done.push(`${what} ${String(facts?.id)}`),
      warn: (what, facts) => void done.push(`${what} ${String(facts?.id)}`),
      fail: (what, _, facts) => {
        done.push(`${what} ${String(facts?.id)}`);
        return '';
      },
    },
    lookMs,
  });
  running.push(eraser);
  return { eraser, done };
}
const times = (done: readonly string[], what: string) => done.filter((one) => one === what).length;

test('an erasure is finished piece by piece, once', async () => {
  const { eraser, done } = eraserWith();
  eraser.start();
  await until('it is finished', () => done.includes(`erased ${id}`) || undefined);
  await eraser.stop();
  const pieces = ['remove 1.1', 'removed 1.1', 'remove 2.2', 'removed 2.2', 'finished', `erased ${id}`];
  expect(done.slice(0, 7)).toEqual(['go on', ...pieces]);
  expect(times(done, 'go on')).toBe(1);
});

test('one that can’t be finished is tried again later and later, and is finished at last', async () => {
  const began = performance.now();
  const { eraser, done } = eraserWith({ removedAt: 6 });
  eraser.start();
  await until('it is finished', () => done.includes(`erased ${id}`));
  await eraser.stop();
  expect(times(done, 'go on')).toBe(6);
  // The first pause takes 5 ms, and each the double of the one before.
  expect(performance.now() - began).toBeGreaterThanOrEqual(155);
  expect(times(done, 'finished')).toBe(1);
});

test('so is one that fails; that is said', async () => {
  const { eraser, done } = eraserWith({ error: new Error('the database is away') });
  eraser.start();
  await until('it was tried twice', () => times(done, 'go on') >= 2);
  await eraser.stop();
  expect(done.filter((one) => one !== 'look at what is kept').slice(0, 2)).toEqual([
    'go on',
    `erasure not finished ${id}`,
  ]);
});

test('a report that has changed meanwhile stays, and one that is being posted about waits longer and longer', async () => {
  const [changed, held] = [eraserWith({ step: 'changed' }), eraserWith({ step: 'held' })];
  changed.eraser.start();
  held.eraser.start();
  await until('it was looked at five times', () => times(held.done, 'go on') >= 5);
  await Promise.all([changed.eraser.stop(), held.eraser.stop()]);
  expect(times(changed.done, 'go on')).toBeGreaterThan(times(held.done, 'go on'));
  expect(changed.done.slice(0, 2)).toEqual(['go on', `not erased, since it has changed ${id}`]);
  expect(new Set(held.done)).toEqual(new Set(['go on', 'look at what is kept']));
});

test('what is kept is looked at once an hour, and erasures at each look', async () => {
  let looks = 0;
  const unfinished = async () => {
    looks += 1;
    return [];
  };
  const { eraser, done } = eraserWith({ unfinished });
  eraser.start();
  await until('it has looked five times', () => looks >= 5 || undefined);
  await eraser.stop();
  expect(done).toEqual(['look at what is kept']);
});

test('a look that fails is said, and followed by another', async () => {
  let looks = 0;
  const unfinished = async () => {
    looks += 1;
    throw new Error('the database is away');
  };
  const { eraser, done } = eraserWith({ unfinished });
  eraser.start();
  await until('it has looked again', () => looks >= 2 || undefined);
  await eraser.stop();
  expect(new Set(done)).toEqual(new Set(['erasures not finished undefined']));
});

test('who asks while it looks gets another look after it, and nobody before it starts or once it has stopped', async () => {
  let looks = 0;
  let goOn: (() => void) | undefined;
  const unfinished = async () => {
    looks += 1;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    return [];
  };
  const { eraser } = eraserWith({ unfinished, lookMs: 3_600_000 });
  eraser.look();
  expect(looks).toBe(0);
  eraser.start();
  eraser.look();
  eraser.look();
  expect(looks).toBe(1);
  goOn?.();
  await until('it looks again', () => looks === 2 || undefined);
  eraser.look();
  const stopped = eraser.stop();
  goOn?.();
  await stopped;
  eraser.look();
  await new Promise(setImmediate);
  expect(looks).toBe(2);
});
