import { seeded } from '../support/seeded.js';
import { withCanaries } from './canary.js';

test('in ten thousand lives, nothing that must stay closed is in any rendering', () => {
  const { seed } = seeded('TEST_SEED');
  const runs = 10_000;
  const tally = withCanaries(runs, seed);
  console.info(`canaries: ${JSON.stringify({ seed, ...tally })}`);
  expect(tally.tried).toBeGreaterThanOrEqual(runs);
  expect(tally.published).toBeGreaterThan(5000);
}, 1_200_000);
