import { setImmediate as nextTurn } from 'node:timers/promises';
import { createTurns } from '../../../../src/slack/transport/http/in-turn.js';

test('those who wait go on in order, sixteen in each turn of the event loop, and so do those who come later', async () => {
  const turn = createTurns();
  const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);
  const wentOn: number[] = [];
  const come = (n: number) => turn().then(() => wentOn.push(n));
  for (const n of upTo(18)) void come(n);
  expect(wentOn).toEqual([]);
  await nextTurn();
  expect(wentOn).toEqual(upTo(16));
  void come(19);
  await nextTurn();
  expect(wentOn).toEqual(upTo(19));
  await come(20);
  expect(wentOn).toEqual(upTo(20));
});
