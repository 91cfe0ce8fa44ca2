import type { AffectedLine, VersionRange } from '../../src/report/affected-line.js';
import { fixesThatHold, isFixed, mergedFixes, orderOfFix } from '../../src/report/fixed-lines.js';
import { endedByFix } from '../../src/report/version-wildcard.js';
import { released } from './report-in-status.js';

test.each([
  ['4.1.3', 'newer', { from: '4.1.0', before: '4.1.3' }],
  ['4.2.0', 'newer', { from: '4.1.x', upTo: '4.1.x' }],
  ['4.1.0', { than: '4.1.0' }, { from: '4.1.0', before: '4.1.0' }],
  ['4.0.9', { than: '4.1.0' }, { from: '4.1.x', upTo: '4.1.x' }],
])('of 4.1.x, the release %s is %j, and what it leaves affected %j', (version, order, left) => {
  const range = { from: '4.1.x', upTo: '4.1.x' };
  expect([orderOfFix({ version }, range), endedByFix(range, version)]).toEqual([order, left]);
});

test.each<[string, VersionRange, ReturnType<typeof orderOfFix>]>([
  ['4.1.2', { from: '4.1.0', before: '4.1.3' }, { than: '4.1.3' }],
  ['4.1.3', { from: '4.1.0', before: '4.1.3' }, 'newer'],
  ['4.1.3', { from: 'r1200', upTo: '4.1.2' }, 'cannot_say'],
  ['r1300', { from: '4.1.0' }, 'cannot_say'],
  ['r1300', {}, 'cannot_say'],
  ['4.1.3', {}, 'newer'],
])('the release %s for %j is %j', (version, range, order) => {
  expect(orderOfFix({ version }, range)).toEqual(order);
  const newerAsSaid = { version, newerAsSaid: true } as const;
  expect(orderOfFix(newerAsSaid, range)).toEqual(order === 'cannot_say' ? 'newer' : order);
});

describe('the fixes of a product with several ranges', () => {
  const line = 'KubeSphere';
  const [three, four, five] = ['3.0', '4.0', '5.0'].map((from) => ({ line, from, before: `${from}.9` })) as [
    AffectedLine,
    AffectedLine,
    AffectedLine,
  ];
  const fixOf = ({ from = '', before = '' }: AffectedLine) => ({ ...released(line, '9.0'), range: { from, before } });

  test('leave out the range that has none', () => {
    expect(mergedFixes({ lines: [three, four], fixes: [fixOf(three)] }, [])).toEqual([fixOf(three)]);
  });
  test('go with a corrected range only where it is clear which one was corrected', () => {
    expect(fixesThatHold({ lines: [four], fixes: [fixOf(three)] })).toEqual([fixOf(four)]);
    expect(fixesThatHold({ lines: [four, five], fixes: [fixOf(three)] })).toEqual([]);
    expect(fixesThatHold({ lines: [five], fixes: [fixOf(three), fixOf(four)] })).toEqual([]);
  });
  test('are none while no release is out, though nothing is left to decide', () => {
    expect(isFixed({ lines: [three], fixes: [{ outcome: 'wont_fix', line }] })).toBe(false);
    expect(isFixed({ lines: [three], fixes: [fixOf(three)] })).toBe(true);
  });
});
