import type { Calendar } from '../../src/deadline/calendar.js';
import { explain } from '../../src/deadline/explain.js';
import { suggestedUpdate } from '../../src/deadline/next-update.js';
import { hoursOn } from '../../src/deadline/open-hours.js';
import { dayKind } from '../../src/deadline/working-day.js';
import { openMillis } from '../../src/deadline/working-time.js';
import { inEveryLanguage } from '../../src/report/languages.js';
import { china } from './calendars.js';

const name = inEveryLanguage('Christmas Eve');
const calendar: Calendar = {
  ...china,
  hours: new Map([[5, { open: '09:00', close: '12:00' }]]),
  laterWeeks: [{ from: '2026-11-01', weekdays: [7, 1, 2, 3, 4], hours: new Map() }],
  halfDays: new Map([
    ['2026-10-23', { name, close: '13:00' }],
    ['2026-12-24', { name, close: '13:00' }],
    ['2026-12-25', { name, close: '13:00' }],
  ]),
};
const at = (text: string) => new Date(`2026-${text}:00+08:00`);

test.each([
  ['a Tuesday has the usual hours', '2026-10-13', '09:00', '18:00'],
  ['a Friday has its own', '2026-10-16', '09:00', '12:00'],
  ['a half day closes early', '2026-12-24', '09:00', '13:00'],
  ['a half day on a Friday is no longer than other Fridays', '2026-10-23', '09:00', '12:00'],
  ['a later week has no hours of an earlier one', '2026-11-06', '09:00', '18:00'],
])('%s', (_, date, open, close) => {
  expect(hoursOn(date, calendar)).toEqual({ open, close });
});

test.each([
  ['2026-10-30', 'working_day'],
  ['2026-11-01', 'working_day'],
  ['2026-11-06', 'weekend'],
  ['2026-12-24', 'half_day'],
  // A half day on a day off stays a day off.
  ['2026-12-25', 'weekend'],
])('%s is a %s', (date, why) => {
  expect(dayKind(date, calendar).why).toBe(why);
});

test('a deadline on a short day is at its closing time, and only its open hours count', () => {
  expect(explain(at('10-14T10:00'), 2, calendar).due).toEqual(at('10-16T12:00'));
  expect(explain(at('12-22T10:00'), 2, calendar)).toMatchObject({ due: at('12-24T13:00') });
  expect(openMillis(at('10-15T09:00'), at('10-16T18:00'), calendar)).toBe((9 + 3) * 3_600_000);
});

test('the next update ends when its own day closes', () => {
  expect(suggestedUpdate(at('10-10T10:00'), calendar)).toMatchObject({ day: '2026-10-16', close: '12:00' });
});
