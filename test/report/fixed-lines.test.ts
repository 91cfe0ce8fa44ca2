import { orderOfFix } from '../../src/report/fixed-lines.js';
import { endedByFix } from '../../src/report/version-wildcard.js';

test.each([
  ['4.1.3', 'newer', { from: '4.1.0', before: '4.1.3' }],
  ['4.2.0', 'newer', { from: '4.1.x', upTo: '4.1.x' }],
  ['4.1.0', { than: '4.1.0' }, { from: '4.1.0', before: '4.1.0' }],
  ['4.0.9', { than: '4.1.0' }, { from: '4.1.x', upTo: '4.1.x' }],
])('of 4.1.x, the release %s is %j, and what it leaves affected %j', (version, order, left) => {
  const range = { from: '4.1.x', upTo: '4.1.x' };
  expect([orderOfFix({ version }, range), endedByFix(range, version)]).toEqual([order, left]);
});
