import { askedAtMost } from '../../src/handling/asked-at-most.js';

const { now } = performance;
afterEach(() => {
  performance.now = now;
});

test('it is asked once in a time, and whoever asks in between gets the same answer; one that failed is a no', async () => {
  let at = 5000;
  performance.now = () => at;
  const answers = [async () => true, () => Promise.reject(new Error('away')), async () => true];
  let asked = 0;
  const ask = askedAtMost(1000, async () => {
    asked += 1;
    return await (answers[asked - 1]?.() ?? false);
  });
  expect([await ask(), await ask(), asked]).toEqual([true, true, 1]);
  at += 999;
  expect([await ask(), asked]).toEqual([true, 1]);
  at += 1;
  expect([await ask(), await ask(), asked]).toEqual([false, false, 2]);
  at += 1000;
  expect([await ask(), asked]).toEqual([true, 3]);
});

test('the first one is asked at once', async () => {
  performance.now = () => 1;
  expect(await askedAtMost(1000, async () => true)()).toBe(true);
});
