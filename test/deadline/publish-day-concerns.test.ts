import { easterSunday, publicHolidayAbroad } from '../../src/deadline/public-holidays-abroad.js';
import { publishDayConcerns } from '../../src/deadline/publish-day-concerns.js';
import { china, jerusalem } from './calendars.js';

const concerns = (day: string) =>
  publishDayConcerns(new Date(`${day}T10:00:00+08:00`), china).map((one) =>
    'where' in one ? `${one.concern} ${one.where} ${one.name.en}` : one.concern,
  );

test.each([
  ['2026-10-13', 'an ordinary Tuesday', []],
  ['2026-10-16', 'a Friday', ['eve_of_weekend']],
  ['2026-10-17', 'a Saturday', ['weekend']],
  ['2026-10-10', 'a Saturday that is worked instead', ['weekend', 'day_off_tomorrow']],
  ['2026-10-02', 'in the National Day holiday', [/eve_of_weekend/, /^holiday team National Day$/]],
  ['2026-09-20', 'a Sunday that is worked, before a Monday', ['weekend']],
  ['2026-09-30', 'the eve of National Day', ['eve_of_holiday team National Day']],
  ['2026-11-25', 'the eve of Thanksgiving', [/eve_of_holiday us Thanksgiving/]],
  ['2026-11-26', 'Thanksgiving', [/^holiday us Thanksgiving/]],
  ['2026-07-03', 'the eve of Independence Day', [/eve_of_weekend/, /eve_of_holiday us Independence/]],
  ['2026-12-24', 'Christmas Eve', [/eve_of_holiday us Christmas/, /eve_of_holiday eu Christmas/]],
  ['2026-04-02', 'the eve of Good Friday', [/eve_of_holiday eu Good Friday/]],
  ['2026-12-30', 'the last day but one of the calendar', []],
  ['2026-12-31', 'New Year’s Eve', [/eve_of_holiday us New Year/, /eve_of_holiday eu New Year/, /beyond_calendar/]],
  ['2027-03-29', 'Easter Monday, beyond the calendar', [/^holiday eu Easter Monday/, /beyond_calendar/]],
])('%s, %s', (day, _, expected) => {
  const found = concerns(day);
  for (const one of expected) expect(found).toContainEqual(typeof one === 'string' ? one : expect.stringMatching(one));
  if (expected.every((one) => typeof one === 'string')) expect(found).toEqual(expected);
});

test('a team that works from Sunday to Thursday is advised about its own weekend', () => {
  const on = (day: string) =>
    publishDayConcerns(new Date(`${day}T10:00:00+03:00`), jerusalem).map(({ concern }) => concern);
  expect(on('2026-10-15')).toEqual(['eve_of_weekend']);
  expect(on('2026-10-16')).toEqual(['weekend']);
  expect(on('2026-10-18')).toEqual([]);
});

test('a weekend that the law moved is advised about from its date on', () => {
  const laterWeeks = [{ from: '2026-11-01', weekdays: [7, 1, 2, 3, 4], hours: new Map() }] as const;
  const on = (day: string) =>
    publishDayConcerns(new Date(`${day}T10:00:00+08:00`), { ...china, laterWeeks }).map(({ concern }) => concern);
  expect([on('2026-10-16'), on('2026-10-29'), on('2026-11-05'), on('2026-11-06'), on('2026-11-08')]).toEqual([
    ['eve_of_weekend'],
    [],
    ['eve_of_weekend'],
    ['weekend'],
    [],
  ]);
});

test('the day is that of the team, not that of a clock elsewhere', () => {
  expect(publishDayConcerns(new Date('2026-10-15T16:30:00Z'), china)).toEqual([{ concern: 'eve_of_weekend' }]);
});

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter Sunday of %d is %s', (year, date) => {
  expect(easterSunday(year)).toBe(date);
});

test.each(['2024-11-28', '2025-11-27', '2026-11-26', '2027-11-25', '2029-11-22'])('%s is Thanksgiving', (date) => {
  expect(publicHolidayAbroad(date, 'us')?.zh).toBe('感恩节');
});

test('every holiday has a name in both languages', () => {
  const days = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10));
  const names = (['us', 'eu'] as const).flatMap((where) =>
    days.flatMap((day) => publicHolidayAbroad(day, where) ?? []),
  );
  expect(names.length).toBe(4 + 6 + 2);
  for (const { en, zh } of names) expect([en, zh].every((name) => name.trim() !== '')).toBe(true);
});
