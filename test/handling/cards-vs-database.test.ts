import { covers, differenceTo, isOlder, versionsSeen } from '../../src/handling/cards-vs-database.js';
import type { ReportId } from '../../src/report/report-id.js';

const [a, b, c] = ['VR-AAAA-AAAA', 'VR-BBBB-BBBB', 'VR-CCCC-CCCC'] as ReportId[];
if (a === undefined || b === undefined || c === undefined) throw new Error('no ids');
const none = new Map<ReportId, number>();

test.each([
  ['a report that the database lacks', [{ id: a, version: 3 }], none, none, { missing: [a], behind: [] }],
  ['a later version', [{ id: a, version: 3 }], new Map([[a, 2]]), none, { missing: [], behind: [a] }],
  ['the same version', [{ id: a, version: 3 }], new Map([[a, 3]]), none, { missing: [], behind: [] }],
  ['a card without a version', [{ id: a }], new Map([[a, 1]]), none, { missing: [], behind: [] }],
  ['a version known to be lost', [{ id: a, version: 3 }], none, new Map([[a, 3]]), { missing: [], behind: [] }],
  ['a later one than that', [{ id: a, version: 4 }], none, new Map([[a, 3]]), { missing: [a], behind: [] }],
  [
    'two cards of one report',
    [
      { id: a, version: 3 },
      { id: a, version: 2 },
    ],
    none,
    none,
    { missing: [a], behind: [] },
  ],
])('the channel shows %s', (_, cards, stored, accepted, difference) => {
  expect(differenceTo(cards, stored, accepted)).toEqual(difference);
  expect(isOlder(difference)).toBe(difference.missing.length + difference.behind.length > 0);
});

test('what a lead agreed to covers what they were told of, and nothing else', () => {
  const told = { missing: [a], behind: [b] };
  expect(covers(told, told)).toBe(true);
  expect(covers(told, { missing: [], behind: [a] })).toBe(true);
  expect(covers(told, { missing: [a, c], behind: [] })).toBe(false);
  expect(covers(told, { missing: [], behind: [c] })).toBe(false);
});

test('of several cards the newest version counts', () => {
  const cards = [{ id: a, version: 2 }, { id: a, version: 5 }, { id: b }];
  expect(versionsSeen(cards)).toEqual(
    new Map([
      [a, 5],
      [b, 1],
    ]),
  );
});
