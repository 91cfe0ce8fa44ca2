import type { Calendar } from '../../src/deadline/calendar.js';
import { addDays } from '../../src/deadline/local-date.js';
import { type DayKind, dayKind, nextWorkingDay, previousWorkingDay, weekOn } from '../../src/deadline/working-day.js';
import { inEveryLanguage } from '../../src/report/languages.js';
import { china } from './calendars.js';

const name = inEveryLanguage('A day');
const calendar: Calendar = {
  ...china,
  holidays: new Map([
    ['2026-09-25', name],
    ['2026-09-26', name],
  ]),
  makeUpDays: new Map([['2026-09-20', name]]),
  halfDays: new Map([
    ['2026-09-24', { name, close: '12:00' }],
    ['2026-09-26', { name, close: '12:00' }],
  ]),
};

test.each<[string, string, DayKind]>([
  ['a weekday', '2026-09-23', { worked: true, why: 'working_day' }],
  ['a weekday that closes early', '2026-09-24', { worked: true, why: 'half_day', name }],
  ['a holiday', '2026-09-25', { worked: false, why: 'holiday', name }],
  ['a weekend day in a holiday', '2026-09-26', { worked: false, why: 'holiday', name }],
  ['a weekend day', '2026-09-27', { worked: false, why: 'weekend' }],
  ['a weekend day that is made up for', '2026-09-20', { worked: true, why: 'make_up_day', name }],
])('%s', (_, date, kind) => expect(dayKind(date, calendar)).toEqual(kind));

test('the next and the previous working day are others, beyond all days off', () => {
  expect(nextWorkingDay('2026-09-24', calendar)).toBe('2026-09-28');
  expect(previousWorkingDay('2026-09-28', calendar)).toBe('2026-09-24');
  expect(nextWorkingDay('2026-09-19', calendar)).toBe('2026-09-20');
});

test('a later week holds from its first day on', () => {
  const week = { ...china, weekdays: [1], from: '2026-10-01' };
  const later = { ...china, laterWeeks: [week, { ...week, weekdays: [2], from: '2026-11-01' }] };
  const weekdays = ['2026-09-30', '2026-10-01', '2026-11-02'].map((date) => weekOn(date, later).weekdays);
  expect(weekdays).toEqual([china.weekdays, [1], [2]]);
});

test('after a year without a working day there is none', () => {
  const start = '2026-01-01';
  const workedOn = (date: string): Calendar => ({ ...china, weekdays: [], makeUpDays: new Map([[date, name]]) });
  const [last, tooLate] = [366, 367].map((days) => addDays(start, days));
  const [first, tooEarly] = [-366, -367].map((days) => addDays(start, days));
  if (!(last && tooLate && first && tooEarly)) throw new Error('no days');
  expect(nextWorkingDay(start, workedOn(last))).toBe(last);
  expect(previousWorkingDay(start, workedOn(first))).toBe(first);
  expect(() => nextWorkingDay(start, workedOn(tooLate))).toThrow('no working day for a year after 2026-01-01');
  expect(() => previousWorkingDay(start, workedOn(tooEarly))).toThrow('no working day for a year before 2026-01-01');
});
