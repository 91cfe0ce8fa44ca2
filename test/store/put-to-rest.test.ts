import { type RestRules, restPipeline } from '../../src/store/put-to-rest.js';

/** Takes two milliseconds for each, as the code of a large rest might. */
const slow: RestRules<number> = {
  idOf: String,
  versionOf: () => 1,
  wakeAtOf: () => undefined,
  always: {
    names: ['said'],
    of: (rest) => {
      for (const until = performance.now() + 2; performance.now() < until; );
      return { said: rest };
    },
  },
  takesEarlierWake: false,
};

test('others have their turn while it is put together what many rests record', async () => {
  let turns = 0;
  const count = () => {
    turns += 1;
    waiting = setImmediate(count);
  };
  let waiting = setImmediate(count);
  const [first] = await restPipeline(
    slow,
    Array.from({ length: 60 }, (_, n) => n),
  );
  clearImmediate(waiting);
  // 120 ms in slices of 5 ms, and of the last piece.
  expect(turns).toBeGreaterThanOrEqual(10);
  expect(JSON.stringify(first)).toContain('"said":59');
});
