import { absenceOn, isSubstitute, standIn } from '../../src/deadline/roster.js';

const [ada, bo, cai] = ['U0ADA', 'U0BO', 'U0CAI'] as const;
const away = { user: ada, from: '2026-09-22', to: '2026-09-23', substitute: bo };
const roster = { covers: [], weekends: new Map(), absences: [away] };

test.each([
  ['2026-09-21', undefined, ada],
  ['2026-09-22', away, bo],
  ['2026-09-23', away, bo],
  ['2026-09-24', undefined, ada],
])('an absence lasts from its first day to its last: %s', (day, absence, stands) => {
  expect([absenceOn(ada, day, roster), standIn(ada, day, roster)]).toEqual([absence, stands]);
});

test('nobody stands in where the substitute is away too, or nobody was named', () => {
  const day = '2026-09-23';
  const { substitute: _, ...alone } = away;
  expect(standIn(ada, day, { ...roster, absences: [away, { ...away, user: bo }] })).toBeUndefined();
  expect(standIn(ada, day, { ...roster, absences: [alone] })).toBeUndefined();
});

test.each([
  [bo, '2026-09-01', true],
  [bo, '2026-09-23', true],
  [bo, '2026-09-24', false],
  [ada, '2026-09-22', false],
])('%s is a substitute on %s or later: %s', (user, day, is) => {
  const other = { user: cai, from: '2026-09-01', to: '2026-12-31' };
  expect(isSubstitute(user, day, { ...roster, absences: [other, away] })).toBe(is);
});
