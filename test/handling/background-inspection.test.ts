import { startInspector } from '../../src/handling/background-inspection.js';
import { holdIntervals } from '../support/held-intervals.js';
import { china } from './situations.js';

test('documents are checked piece by piece, again and again, one check at a time; what fails is said', async () => {
  const intervals = holdIntervals();
  const done: unknown[] = [];
  let away = false;
  let answer: (next: string | undefined) => void = () => undefined;
  const stop = startInspector({
    reports: {
      inspect: async (after) => {
        done.push(`reports after ${after}`);
        return await new Promise<string | undefined>((resolve) => {
          answer = resolve;
        });
      },
    },
    people: {
      inspect: async () => {
        if (away) throw new Error('the database is away');
        done.push('people');
      },
    },
    clock: () => china('09-22T10:00'),
    log: { failed: (error) => void done.push(String(error)) },
  });
  try {
    expect(done).toEqual([]);
    expect(intervals.pass()).toEqual([60_000]);
    await new Promise(setImmediate);
    intervals.pass();
    await new Promise(setImmediate);
    expect(done.splice(0)).toEqual(['people', 'reports after undefined']);
    answer('VR-0000-0001');
    await new Promise(setImmediate);
    away = true;
    intervals.pass();
    await new Promise(setImmediate);
    expect(done.splice(0)).toEqual(['Error: the database is away']);
    away = false;
    intervals.pass();
    await new Promise(setImmediate);
    expect(done.splice(0)).toEqual(['people', 'reports after VR-0000-0001']);
    let isOver = false;
    const stopped = stop().then(() => {
      isOver = true;
    });
    expect(intervals.pass()).toEqual([]);
    await new Promise(setImmediate);
    expect(isOver).toBe(false);
    answer(undefined);
    await stopped;
  } finally {
    answer(undefined);
    await stop();
    intervals[Symbol.dispose]();
  }
});
