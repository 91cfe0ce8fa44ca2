import type { VersionRange } from '../../src/report/affected-line.js';
import { afterAll as allPast, endedByFix, firstOf, isOneRelease } from '../../src/report/version-wildcard.js';

test.each([
  ['3.4.x', '3.4.0', '3.5'],
  ['3.4.*', '3.4.0', '3.5'],
  ['v3.9.X', 'v3.9.0', 'v3.10'],
  ['3.19.x', '3.19.0', '3.20'],
  ['3.x.x', '3.0', '4'],
  ['3.x.10', '3.0', '4'],
  ['3.4.1', '3.4.1', undefined],
  ['3.4.x-rc1', '3.4.x-rc1', undefined],
])('%s begins with %s, and what comes after all of it with %s', (version, first, next) => {
  expect([firstOf(version), allPast(version)]).toEqual([first, next]);
});

test.each([
  ['4.1.3', true],
  [' v4.1.3 ', true],
  ['release-2024-01', true],
  ['4.1.x', false],
  ['4.1.3 and 4.1.4', false],
  ['4.1.3,4.1.4', false],
  ['4.1.3；4.1.4', false],
  ['4.1.3、4.1.4', false],
])('%s is the name of one release: %s', (typed, is) => expect(isOneRelease(typed)).toBe(is));

test.each<[VersionRange, string | undefined, VersionRange]>([
  [{ from: '4.1.x', upTo: '4.1.x' }, '4.1.3', { from: '4.1.0', before: '4.1.3' }],
  [{ upTo: '4.1.x' }, '4.1.3', { before: '4.1.3' }],
  [{ upTo: '4.1.x' }, '4.2.0', { upTo: '4.1.x' }],
  [{ upTo: '4.1.x' }, undefined, { upTo: '4.1.x' }],
  [{ upTo: '4.1.2' }, '4.1.2', { upTo: '4.1.2' }],
  [{ from: '4.1.0' }, '4.1.3', { from: '4.1.0' }],
])('%j with the release %s is %j', (range, patched, left) => {
  expect(endedByFix(range, patched)).toStrictEqual(left);
});
