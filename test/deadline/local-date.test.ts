import {
  addDays,
  daysBetween,
  inZone,
  isDate,
  isZone,
  localDate,
  localTime,
  momentOn,
  weekdayOf,
} from '../../src/deadline/local-date.js';

const dayMs = 86_400_000;

// More days than are remembered, twice, so that the caches start afresh in between. From 1960 to 2042.
test('dates are counted as `Date` counts them, before 1970 and on leap days too', () => {
  const begin = Date.UTC(1960, 0, 1);
  for (let n = 0; n < 60_000; n += 2) {
    const at = new Date(begin + (n % 30_000) * dayMs);
    const date = at.toISOString().slice(0, 10);
    const found = [
      localDate(new Date(at.getTime() + dayMs - 1), 'UTC'),
      weekdayOf(date),
      addDays('1960-01-01', n % 30_000),
    ];
    if (found.join() !== [date, at.getUTCDay() || 7, date].join()) throw new Error(`${date}: ${found.join()}`);
  }
  expect(daysBetween('2026-03-01', '2024-02-28')).toBe(-732);
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});

test('a moment that is none has no date, and no day follows a date that is none', () => {
  const none = new Date(Number.NaN);
  expect([localDate(none, 'Asia/Shanghai'), localTime(none, 'Asia/Shanghai')]).toEqual(['', '']);
  expect(() => addDays('someday', 1)).toThrow(RangeError);
});

test.each([
  ['2026-09-22', '18:00', 'Asia/Shanghai', '2026-09-22T10:00:00.000Z'],
  ['2026-09-22', '18:00', 'Europe/Berlin', '2026-09-22T16:00:00.000Z'],
  ['2026-09-22', '18:05', 'Europe/Berlin', '2026-09-22T16:05:00.000Z'],
  ['2026-09-23', '18:00', 'Europe/Berlin', '2026-09-23T16:00:00.000Z'],
  ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
])('%s %s in %s is %s, however often it is asked for', (date, time, zone, moment) => {
  for (let n = 0; n < 2; n += 1) {
    const found = momentOn(date, time, zone);
    expect(found.toISOString()).toBe(moment);
    found.setTime(0);
  }
});

test.each([
  ['2026-02-30', '18:00', 'UTC'],
  ['2026-02-28', '25:00', 'UTC'],
  ['2026-02-28', '18:00', 'Nowhere/Else'],
])('%s %s in %s is no moment', (date, time, zone) => {
  expect(() => momentOn(date, time, zone)).toThrow(new RegExp(`^${date} ${time} in ${zone} is not a moment`));
});

test('a zone that this machine does not know is none, and moments are told in UTC there', () => {
  const at = new Date('2026-09-22T20:00:00Z');
  expect(['Asia/Shanghai', 'UTC', 'Nowhere/Else'].map(isZone)).toEqual([true, true, false]);
  const told = (zone: string) => inZone(at, zone).toFormat('yyyy-MM-dd HH:mm z');
  expect(told('Asia/Shanghai')).toBe('2026-09-23 04:00 Asia/Shanghai');
  expect([told('UTC'), told('Nowhere/Else')]).toEqual(Array(2).fill('2026-09-22 20:00 UTC'));
  expect([localDate(at, 'Asia/Shanghai'), localDate(at, 'Nowhere/Else')]).toEqual(['2026-09-23', '2026-09-22']);
  expect([localTime(at, 'Asia/Shanghai'), localTime(at, 'Nowhere/Else')]).toEqual(['04:00', '20:00']);
});

test.each([
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-02', false],
  ['2026-02-01T10:00', false],
  ['+002026-02-01', false],
  ['', false],
])('%j is a date: %s', (text, is) => {
  expect(isDate(text)).toBe(is);
});
