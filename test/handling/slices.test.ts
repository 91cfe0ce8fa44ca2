import { allInSlices, inSlices, slices } from '../../src/handling/slices.js';

test('others have their turn as soon as a slice is used up, and not before', async () => {
  let ms = 0;
  let turns = 0;
  const { turn } = slices(10, () => ms);
  const others = () => {
    turns += 1;
    waiting = setImmediate(others);
  };
  let waiting = setImmediate(others);
  const seen: number[] = [];
  for (const after of [3, 9, 10, 12, 20, 35]) {
    ms = after;
    const before = turns;
    await turn();
    seen.push(turns - before);
  }
  clearImmediate(waiting);
  expect(seen.map((n) => n > 0)).toEqual([false, false, true, false, true, true]);
});

test('a clock that goes back makes no slice longer', async () => {
  let ms = 3_600_000;
  const { turn } = slices(10, () => ms);
  await turn();
  ms = 0;
  let had = false;
  setImmediate(() => {
    had = true;
  });
  await turn();
  expect(had).toBe(true);
});

test('all who share a slice use it up together: others have their turn after it, and not after one of each', async () => {
  let ms = 0;
  const { turn } = slices(10, () => ms);
  let worked = 0;
  const stretches: number[] = [];
  const others = () => {
    stretches.push(worked);
    worked = 0;
    waiting = setImmediate(others);
  };
  let waiting = setImmediate(others);
  const worker = async () => {
    for (let piece = 0; piece < 30; piece += 1) {
      ms += 1;
      worked += 1;
      await turn();
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  clearImmediate(waiting);
  expect(Math.max(...stretches)).toBeLessThanOrEqual(10);
  expect(stretches.length).toBeGreaterThan(12);
});

test('a computation that pauses comes to the same in slices', async () => {
  function* sum() {
    let total = 0;
    for (let n = 1; n <= 4; n += 1) {
      total += n;
      yield;
    }
    return total;
  }
  expect(await inSlices(sum())).toBe(10);
});

test('calls that begin in slices leave others a turn, and one that fails early is told at the end', async () => {
  let turns = 0;
  const others = () => {
    turns += 1;
    waiting = setImmediate(others);
  };
  let waiting = setImmediate(others);
  const begin = (n: number) => {
    const until = performance.now() + 3;
    while (performance.now() < until);
    return n === 0 ? Promise.reject(new Error('the first')) : Promise.resolve(n);
  };
  await expect(allInSlices([0, 1, 2, 3, 4, 5], begin)).rejects.toThrow('the first');
  clearImmediate(waiting);
  // Eighteen milliseconds of work, in slices of five.
  expect(turns).toBeGreaterThanOrEqual(2);
  expect(await allInSlices([1, 2], begin)).toEqual([1, 2]);
});
