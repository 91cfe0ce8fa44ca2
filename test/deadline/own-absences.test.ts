import { withAbsence, withoutAbsence } from '../../src/deadline/own-absences.js';

const away = (from: string, to: string) => ({ user: 'U0LIN', from: `2026-${from}`, to: `2026-${to}` });
const [past, festival, december] = [away('09-01', '09-04'), away('10-01', '10-07'), away('12-20', '12-31')];
const today = '2026-09-22';

test('a new absence takes the place of those that it touches, and the past is forgotten', () => {
  expect(withAbsence([past, december], festival, today)).toEqual([festival, december]);
  expect(withAbsence([festival, december], away('10-07', '10-09'), today)).toEqual([away('10-07', '10-09'), december]);
  expect(withAbsence([december], away('12-10', '12-20'), today)).toEqual([away('12-10', '12-20')]);
  expect(withAbsence([away('09-20', '09-22')], december, today)).toEqual([away('09-20', '09-22'), december]);
  expect(withAbsence([festival], away('10-08', '10-09'), today)).toEqual([festival, away('10-08', '10-09')]);
});

test.each([
  ['during an absence: that one', '2026-10-03', [december]],
  ['before one: the next', today, [december]],
  ['after the last one: nothing is left', '2027-01-02', []],
  ['on its last day: that one', '2026-10-07', [december]],
])('who is back %s ends', (_, day, left) => {
  expect(withoutAbsence([past, december, festival], day)).toEqual(left);
  expect(withoutAbsence([past, festival, december], day)).toEqual(left);
});
