import { Status } from '../../src/report/status.js';
import { seeded } from '../support/seeded.js';
import { liveThrough } from './whole-lifecycle.js';

test('in very many random lifecycles, nothing is published before a fix and a second person’s approval, and never twice', () => {
  const { seed } = seeded('TEST_SEED');
  const tally = liveThrough(30_000, 50, seed);
  console.info(`whole lives: ${JSON.stringify({ seed, ...tally })}`);
  expect(tally.publications).toBeGreaterThan(5000);
  for (const status of Status.options) expect(tally.statuses[status]).toBeGreaterThan(500);
}, 1_200_000);
