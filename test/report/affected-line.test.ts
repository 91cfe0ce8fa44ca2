import { AffectedLine, isFixOf, lineName, type VersionRange } from '../../src/report/affected-line.js';

const line = 'KubeSphere';
const several = [{ line }, { line }, { line: 'Console' }];

test.each<[string, VersionRange]>([
  ['KubeSphere >= 2.0, < 2.3', { from: '2.0', before: '2.3' }],
  ['KubeSphere >= 2.0, <= 2.3', { from: '2.0', upTo: '2.3' }],
  ['KubeSphere <= 2.3', { upTo: '2.3' }],
  ['KubeSphere 2.3', { from: '2.3', upTo: '2.3' }],
  ['KubeSphere', {}],
])('among several ranges of a product a line is called %s', (name, range) => {
  expect(lineName({ line, ...range }, several)).toBe(name);
  expect(lineName({ line, ...range }, several.slice(1))).toBe(line);
  expect(AffectedLine.parse({ line, ...range })).toEqual({ line, ...range });
});

test('an empty version or name can’t be stored', () => {
  for (const range of [{ from: '' }, { upTo: '' }, { before: '' }, { line: '' }])
    expect(AffectedLine.safeParse({ line, ...range }).success).toBe(false);
});

test('a fix is for its range of the product, and without one for all', () => {
  const affected = { line, from: '2.0', before: '2.3' };
  const { line: _, ...range } = affected;
  expect([{ line }, { line, range }].map((fix) => isFixOf(fix, affected))).toEqual([true, true]);
  const others = [{ line: 'Console' }, { line, range: {} }, { line, range: { from: '2.0' } }];
  expect(others.map((fix) => isFixOf(fix, affected))).toEqual([false, false, false]);
});
