import { setImmediate as nextTurn } from 'node:timers/promises';
import { createTurns } from '../../../../src/slack/transport/http/in-turn.js';

test('those who wait go on in order, eight in each turn of the event loop, and so do those who come later', async () => {
  const turn = createTurns();
  const wentOn: number[] = [];
  const come = (n: number) => turn().then(() => wentOn.push(n));
  for (let n = 1; n <= 10; n += 1) void come(n);
  expect(wentOn).toEqual([]);
  await nextTurn();
  expect(wentOn).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  void come(11);
  await nextTurn();
  expect(wentOn).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  await come(12);
  expect(wentOn.at(-1)).toBe(12);
});
