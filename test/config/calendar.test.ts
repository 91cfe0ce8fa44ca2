import chineseDays from 'chinese-days';
import { addDays, weekdayOf } from '../../src/deadline/local-date.js';
import { dayKind } from '../../src/deadline/working-day.js';
import { policyText, readTexts } from './policy-text.js';

const { calendar } = readTexts(policyText);
const days = Array.from({ length: 730 }, (_, i) => addDays('2025-01-01', i));

describe("China's days of 2025 and 2026", () => {
  test('reach to the end of 2026 and no further', () => {
    expect(calendar.coversUntil).toBe('2026-12-31');
    expect(days.at(-1)).toBe('2026-12-31');
  });
  test('are worked or off as the library says that has them right', () => {
    const wrong = days.filter((date) => dayKind(date, calendar).worked !== chineseDays.isWorkday(date));
    expect(wrong).toEqual([]);
  });
  test('are named where the library names them, weekend days inside a holiday too', () => {
    const named = days.filter((date) => /,/.test(chineseDays.getDayDetail(date).name));
    expect(days.filter((date) => dayKind(date, calendar).name !== undefined)).toEqual(named);
    expect(named.filter((date) => weekdayOf(date) > 5).length).toBeGreaterThan(20);
  });
  test('have the names of the library in Chinese', () => {
    for (const [date, name] of [...calendar.holidays, ...calendar.makeUpDays]) {
      const [, zh = ''] = chineseDays.getDayDetail(date).name.split(',');
      expect({ date, zh: name.zh.startsWith(zh) }).toEqual({ date, zh: true });
    }
  });
});
