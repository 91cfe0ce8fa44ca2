import type { Policy } from '../../src/deadline/policy.js';
import { emptyRoster } from '../../src/deadline/roster.js';
import { weeklyMoment } from '../../src/deadline/weekly-moment.js';
import { china, jerusalem, newYork, policy } from './calendars.js';

const weeklyDigest = { weekday: 1, time: '09:00' };
const weekly: Policy = { ...policy, weeklyDigest };
const cn = (text: string) => new Date(`2026-${text}:00+08:00`);
const at = (text: string, over: Partial<Policy> = {}) => weeklyMoment({ ...weekly, ...over }, cn(text));

test('without a time in the policy there is none', () => {
  expect(weeklyMoment(policy, cn('09-21T09:00'))).toBeUndefined();
});

test.each([
  ['a moment before its time', '09-21T08:59', undefined, '09-21T09:00'],
  ['at its time', '09-21T09:00', '2026-09-21', '09-28T09:00'],
  ['within a day after it, as after an outage', '09-22T08:59', '2026-09-21', '09-28T09:00'],
  ['a day after it: a Monday past is not made up for', '09-22T09:00', undefined, '09-28T09:00'],
  ['on a holiday Monday', '10-05T09:00', undefined, '10-08T09:00'],
  ['on the first working day of that week', '10-08T09:00', '2026-10-08', '10-12T09:00'],
  ['on the day before, which makes up for the holiday', '10-10T12:00', undefined, '10-12T09:00'],
  ['after the Spring Festival, which takes two Mondays, once', '02-24T09:00', '2026-02-24', '03-02T09:00'],
])('%s', (_, now, due, next) => {
  expect(at(now)).toEqual({ ...(due === undefined ? {} : { due }), next: cn(next) });
});

test.each([
  ['New York', newYork, 1, ['2026-10-26T13:00Z', '2026-11-02T14:00Z']],
  ['Jerusalem', jerusalem, 7, ['2026-10-18T06:00Z', '2026-10-25T07:00Z']],
] as const)('keeps the wall clock of a team in %s when the clocks change', (_, calendar, weekday, moments) => {
  const rules = { ...weekly, calendar, weeklyDigest: { weekday, time: '09:00' } };
  const [first, second] = moments.map((text) => new Date(text));
  expect(weeklyMoment(rules, new Date(moments[0]))).toMatchObject({
    due: first?.toISOString().slice(0, 10),
    next: second,
  });
});

test.each([
  ['a day off of the team’s week moves it', { weekday: 7, time: '10:30' }, '09-13T11:00', '09-14T10:30'],
  ['a make-up day does not', { weekday: 7, time: '10:30' }, '09-20T10:00', '09-20T10:30'],
])('%s', (_, time, now, next) => {
  expect(at(now, { weeklyDigest: time })?.next).toEqual(cn(next));
});

test('waits until the team is back from a break, and then comes once', () => {
  const roster = { ...emptyRoster, teamBreak: { since: cn('09-10T18:00'), until: '2026-09-23' } };
  expect(at('09-14T09:00', { roster })).toEqual({ next: cn('09-23T09:00') });
  expect(at('09-23T09:00', { roster })).toEqual({ due: '2026-09-23', next: cn('09-28T09:00') });
  expect(china.makeUpDays.has('2026-09-20')).toBe(true);
});
