import { seeded } from '../support/seeded.js';
import { withCanaries } from './canary.js';

test('nothing of the process, the overview’s code, the contact, messages or notes is in any rendering', () => {
  const { seed } = seeded('TEST_SEED');
  const runs = 200;
  const tally = withCanaries(runs, seed);
  console.info(`canaries: ${JSON.stringify({ seed, ...tally })}`);
  expect(tally.tried).toBeGreaterThanOrEqual(runs);
  expect(tally.published).toBeGreaterThan(90);
  expect(tally.refused).toBeGreaterThan(50);
});
