import { slices } from '../../src/handling/slices.js';

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
