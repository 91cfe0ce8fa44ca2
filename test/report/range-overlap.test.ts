import type { VersionRange } from '../../src/report/affected-line.js';
import { overlap } from '../../src/report/range-overlap.js';

test.each<[VersionRange, VersionRange, boolean]>([
  [{ from: '1.0', upTo: '1.4' }, { from: '1.4', upTo: '1.6' }, true],
  [{ from: '1.0', before: '1.4' }, { from: '1.4', upTo: '1.6' }, false],
  [{ from: '1.0', before: '1.4' }, { from: '1.3', upTo: '1.6' }, true],
  [{ from: '1.0', upTo: '1.4' }, { from: '1.5' }, false],
  [{ upTo: '1.4' }, { from: '1.2', upTo: '1.3' }, true],
  [{ upTo: '1.4' }, { before: '0.3' }, true],
  [{ from: '1.4' }, { from: '2.0', upTo: '2.1' }, true],
  [{}, { from: '2.0' }, true],
  [{ from: '3.4.x', upTo: '3.4.x' }, { from: '3.4.5', upTo: '3.4.6' }, true],
  [{ from: '3.4.x', upTo: '3.4.x' }, { from: '4.1.x', upTo: '4.1.x' }, false],
  [{ from: 'r1200', upTo: 'r1234' }, { from: 'r1200', upTo: 'r1200' }, true],
  [{ from: 'r1200', upTo: 'r1234' }, { from: 'r1300', upTo: 'r1310' }, false],
  [{ from: '1.4' }, { from: 'r1200' }, false],
  // Only the project knows whether a hotfix is newer.
  [{ from: '1.0', upTo: '1.4' }, { from: '1.4-h1', upTo: '1.4-h3' }, false],
])('%j and %j overlap: %s', (one, other, both) => {
  expect([overlap(one, other), overlap(other, one)]).toEqual([both, both]);
});
