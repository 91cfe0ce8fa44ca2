import { addDays, daysBetween, localDate, weekdayOf } from '../../src/deadline/local-date.js';

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
  expect(localDate(new Date(Number.NaN), 'Asia/Shanghai')).toBe('');
  expect(() => addDays('someday', 1)).toThrow(RangeError);
});
