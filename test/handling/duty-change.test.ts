import { dutyChange } from '../../src/handling/duty-change.js';
import { china, duty, policy, staffed } from './situations.js';

const untold = (now: string) => dutyChange('U0BEFORE', staffed, china(now));

test.each([
  ['within the hours at once', '09-22T14:00', '09-22T14:00'],
  ['at night when the next day opens', '09-23T03:00', '09-23T09:00'],
  ['after closing time too', '09-23T18:00', '09-24T09:00'],
  ['on a holiday when it is over', '09-25T12:00', '09-28T09:00'],
])('that somebody else is on duty is told %s', (_, now, told) => {
  expect(untold(now)).toEqual({ user: duty, tellFrom: china(told) });
});
test('during a break of the team it is told when the team is back', () => {
  const teamBreak = { since: china('09-21T09:00'), until: '2026-09-24' };
  const away = { ...staffed, roster: { ...staffed.roster, teamBreak } };
  expect(dutyChange('U0BEFORE', away, china('09-22T14:00'))?.tellFrom).toEqual(china('09-24T09:00'));
});
test('nothing is told at the first look, of the same person, and where nobody is on duty', () => {
  const now = china('09-22T14:00');
  expect(dutyChange(undefined, staffed, now)).toBeUndefined();
  expect(dutyChange(duty, staffed, now)).toBeUndefined();
  expect(dutyChange(duty, policy, now)).toBeUndefined();
});
