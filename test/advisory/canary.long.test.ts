import { withCanaries } from './canary.js';

test('in ten thousand lives, nothing that must stay closed is in any rendering', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const runs = 10_000;
  const tally = withCanaries(runs, seed);
  console.info(`canaries: ${JSON.stringify({ seed, ...tally })}`);
  expect(tally.tried).toBeGreaterThanOrEqual(runs);
  expect(tally.published).toBeGreaterThan(5000);
}, 1_200_000);
