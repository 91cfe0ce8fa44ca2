import { weekdayOf } from '../../src/deadline/local-date.js';
import { type Snooze, snoozedUntil } from '../../src/deadline/snooze.js';

const berlin = {
  zone: 'Europe/Berlin',
  hours: { open: '09:00', close: '18:00' },
  works: (date: string) => weekdayOf(date) < 6 && date !== '2026-09-29',
};
const local = (text: string) => new Date(`2026-${text}:00+02:00`);

// Thursday 24 September; Tuesday 29 is a day off.
test.each<[Snooze, string, string, string]>([
  ['two_hours', 'within their hours', '09-24T10:00', '09-24T12:00'],
  ['two_hours', 'until the end of them', '09-24T16:00', '09-24T18:00'],
  ['two_hours', 'past the end: the next morning', '09-24T16:01', '09-25T09:00'],
  ['two_hours', 'before they begin: when they do', '09-24T06:00', '09-24T09:00'],
  ['two_hours', 'on Friday evening: Monday', '09-25T17:30', '09-28T09:00'],
  ['two_hours', 'across midnight: the same morning', '09-24T23:00', '09-25T09:00'],
  ['tomorrow', 'in the week', '09-24T10:00', '09-25T09:00'],
  ['tomorrow', 'on Friday: Monday', '09-25T10:00', '09-28T09:00'],
  ['tomorrow', 'before a day off: the day after it', '09-28T10:00', '09-30T09:00'],
  ['next_working_day', 'on Saturday', '09-26T10:00', '09-28T09:00'],
])('%s, %s', (snooze, _, now, until) => {
  expect(snoozedUntil(snooze, local(now), berlin)).toEqual(local(until));
});

test('keeps the wall clock where the clocks go back', () => {
  const saturday = new Date('2026-10-24T10:00:00+02:00');
  const everyDay = { ...berlin, works: () => true };
  expect(snoozedUntil('tomorrow', saturday, everyDay)).toEqual(new Date('2026-10-25T09:00:00+01:00'));
});

test('nobody waits for more than a fortnight', () => {
  const never = { ...berlin, works: () => false };
  expect(snoozedUntil('tomorrow', local('09-24T10:00'), never)).toEqual(local('10-09T09:00'));
});

test('an unknown zone counts as UTC', () => {
  const nowhere = { ...berlin, zone: 'Mars/Olympus' };
  expect(snoozedUntil('tomorrow', local('09-24T10:00'), nowhere)).toEqual(new Date('2026-09-25T09:00:00Z'));
});
