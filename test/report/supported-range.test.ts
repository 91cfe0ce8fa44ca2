import { supportedRange } from '../../src/report/supported-range.js';

test.each([
  ['v4.2', { from: 'v4.2.x', upTo: 'v4.2.x' }],
  ['v4.10', { from: 'v4.10.x', upTo: 'v4.10.x' }],
  ['2024', { from: '2024.x', upTo: '2024.x' }],
  ['4.1.3', { from: '4.1.3', upTo: '4.1.3' }],
  ['3.4.x', { from: '3.4.x', upTo: '3.4.x' }],
  ['v3.0 & earlier', { upTo: 'v3.0.x' }],
  ['5.0 and later', { from: '5.0' }],
  ['r1234', { from: 'r1234', upTo: 'r1234' }],
  ['release-2024 and earlier', { upTo: 'release-2024' }],
  ['newest', undefined],
  ['LTS', undefined],
])('a row %s stands for %j', (row, range) => {
  expect(supportedRange(row)).toStrictEqual(range);
});
