import fc from 'fast-check';
import type { ReportEvent } from '../../src/report/events.js';
import { evolve } from '../../src/report/evolve.js';
import { Status } from '../../src/report/status.js';
import { seeded } from '../support/seeded.js';
import { histories } from './report-in-status.js';
import { situations } from './situations.js';
import { liveThrough } from './whole-lifecycle.js';

const { seed } = seeded('TEST_SEED');

test('whatever people do, nothing is published before a fix and a second person’s approval, and never twice', () => {
  const runs = 1000;
  const tally = liveThrough(runs, 50, seed);
  console.info(`whole lives: ${JSON.stringify({ seed, ...tally })}`);
  expect(tally.runs).toBeGreaterThanOrEqual(runs);
  expect(tally.publications).toBeGreaterThan(100);
  expect(tally.corrections).toBeGreaterThan(30);
  expect(tally.shared).toBeGreaterThan(4);
  expect(tally.voided).toBeGreaterThan(5);
  expect(tally.ownDuplicates).toBeGreaterThan(40);
  for (const status of Status.options) expect(tally.statuses[status]).toBeGreaterThan(5);
});

test('events in any order are applied without an error, and counted', () => {
  const events: ReportEvent[] = [...Object.values(histories), ...Object.values(situations)].flat();
  const [received] = histories.received;
  if (received === undefined) throw new Error('a life begins with the receipt');
  let folded = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40, size: 'max' }), (order) => {
      const start = evolve(undefined, received);
      const before = JSON.stringify(start);
      expect(order.reduce(evolve, start).events).toBe(order.length + 1);
      expect(JSON.stringify(start)).toBe(before);
      folded += order.length;
    }),
    { seed, numRuns: 1000 },
  );
  console.info(`any order: ${JSON.stringify({ seed, folded })}`);
  expect(folded).toBeGreaterThan(5000);
});
