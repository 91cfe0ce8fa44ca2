import { createRecorder } from '../../src/handling/rest-batches.js';

/** A database that fails the given number of times. */
function recorderWith({ failures, leftMs = 60_000 }: { failures: number; leftMs?: number }) {
  const recorded: string[][] = [];
  const errors: unknown[] = [];
  let left = failures;
  const recorder = createRecorder<string>({
    record: async (rests) => {
      if (left > 0) {
        left -= 1;
        throw new Error('away');
      }
      recorded.push([...rests]);
    },
    leftMs: () => leftMs,
    stopping: () => false,
    failed: (error) => void errors.push(error),
  });
  const fail = (times: number) => {
    left = times;
  };
  return { recorder, recorded, errors, fail };
}

test('records nothing before it is due, and a whole batch at once', async () => {
  const { recorder, recorded } = recorderWith({ failures: 0 });
  for (let n = 1; n < 24; n += 1) recorder.add(`rest ${n}`, true);
  await recorder.flushIfDue();
  expect(recorded).toEqual([]);
  recorder.add('rest 24', true);
  await recorder.flushIfDue();
  expect(recorded).toEqual([Array.from({ length: 24 }, (_, n) => `rest ${n + 1}`)]);
  await recorder.flush();
  expect(recorded).toHaveLength(1);
});

test('records all once the first has waited for more than a quarter of a second', async () => {
  const { recorder, recorded } = recorderWith({ failures: 0 });
  let now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
  try {
    recorder.add('rest 1', true);
    now += 200;
    recorder.add('rest 2', true);
    now += 50;
    await recorder.flushIfDue();
    expect(recorded).toEqual([]);
    now += 1;
    await recorder.flushIfDue();
    expect(recorded).toEqual([['rest 1', 'rest 2']]);
    await recorder.flushIfDue();
    expect(recorded).toHaveLength(1);
  } finally {
    clock.mockRestore();
  }
});

test('of those without a post two hundred are recorded together at most', async () => {
  const { recorder, recorded } = recorderWith({ failures: 0 });
  for (let n = 1; n < 200; n += 1) recorder.add(`rest ${n}`, false);
  await recorder.flushIfDue();
  expect(recorded).toEqual([]);
  recorder.add('rest 200', false);
  await recorder.flushIfDue();
  expect(recorded.map(({ length }) => length)).toEqual([200]);
});

test('without a post all are recorded at once, or after more than a second', async () => {
  const { recorder, recorded } = recorderWith({ failures: 0 });
  let now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
  try {
    for (let n = 1; n <= 100; n += 1) recorder.add(`rest ${n}`, false);
    now += 1000;
    await recorder.flushIfDue();
    expect(recorded).toEqual([]);
    now += 1;
    await recorder.flushIfDue();
    expect(recorded.map(({ length }) => length)).toEqual([100]);
    recorder.add('unposted', false);
    now += 251;
    await recorder.flushIfDue();
    expect(recorded).toHaveLength(1);
    recorder.add('posted', true);
    await recorder.flushIfDue();
    expect(recorded[1]).toEqual(['unposted', 'posted']);
    // What was recorded counts no more.
    recorder.add('unposted', false);
    now += 251;
    await recorder.flushIfDue();
    expect(recorded).toHaveLength(2);
  } finally {
    clock.mockRestore();
  }
});

test('is behind until a batch that failed is recorded, and reports the failure once', async () => {
  const { recorder, recorded, errors } = recorderWith({ failures: 2 });
  recorder.add('rest', true);
  const flushed = recorder.flush();
  await Promise.resolve();
  expect(recorder.isBehind()).toBe(true);
  await flushed;
  expect(recorder.isBehind()).toBe(false);
  expect(recorded).toEqual([['rest']]);
  expect(errors).toHaveLength(1);
});

test('is behind whenever a batch fails, also after others that did not', async () => {
  const { recorder, fail } = recorderWith({ failures: 0 });
  recorder.add('rest 1', true);
  await recorder.flush();
  fail(1);
  recorder.add('rest 2', true);
  const flushed = recorder.flush();
  await Promise.resolve();
  expect(recorder.isBehind()).toBe(true);
  await flushed;
});

test('gives up when the lease ends before the next attempt, and stays behind', async () => {
  const { recorder, recorded } = recorderWith({ failures: 1, leftMs: 100 });
  recorder.add('rest', true);
  await expect(recorder.flush()).rejects.toThrow('away');
  expect(recorder.isBehind()).toBe(true);
  expect(recorded).toEqual([]);
});
