import { dateToken, formatDate, formatDay, formatFullTime, formatTime } from '../../src/deadline/format-time.js';

const moment = new Date('2026-09-24T10:00:00Z');

describe('a moment as people read it', () => {
  test('in English names the day, the time and the zone', () => {
    expect(formatTime(moment, 'Asia/Shanghai', 'en')).toBe('Thu 24 Sep, 18:00 (Asia/Shanghai)');
  });
  test('in Chinese names the same', () => {
    expect(formatTime(moment, 'Asia/Shanghai', 'zh')).toBe('9月24日（周四）18:00（Asia/Shanghai）');
  });
  test('in a zone that is unknown is told in UTC', () => {
    expect(formatTime(moment, 'Mars/Olympus', 'en')).toBe('Thu 24 Sep, 10:00 (UTC)');
  });
});

describe('a moment that can be years away', () => {
  test.each([
    ['Asia/Shanghai', 'Thu 24 Sep 2026, 18:00 (Asia/Shanghai, UTC+8)'],
    ['America/New_York', 'Thu 24 Sep 2026, 06:00 (America/New_York, UTC-4)'],
    ['Asia/Kolkata', 'Thu 24 Sep 2026, 15:30 (Asia/Kolkata, UTC+5:30)'],
    ['America/St_Johns', 'Thu 24 Sep 2026, 07:30 (America/St_Johns, UTC-2:30)'],
    ['Pacific/Kiritimati', 'Fri 25 Sep 2026, 00:00 (Pacific/Kiritimati, UTC+14)'],
    ['UTC', 'Thu 24 Sep 2026, 10:00 (UTC)'],
  ])('in %s', (zone, told) => {
    expect(formatFullTime(moment, zone, 'en')).toBe(told);
  });
  test('in Chinese, and in winter in London', () => {
    expect(formatFullTime(moment, 'Asia/Shanghai', 'zh')).toBe('2026年9月24日（周四）18:00（Asia/Shanghai，UTC+8）');
    expect(formatFullTime(new Date('2026-12-24T10:00:00Z'), 'Europe/London', 'en')).toContain('(Europe/London, UTC+0)');
  });
  test('follows the clock change of the zone', () => {
    expect(formatFullTime(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin', 'en')).toContain(
      '02:30 (Europe/Berlin, UTC+2)',
    );
    expect(formatFullTime(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin', 'en')).toContain(
      '02:30 (Europe/Berlin, UTC+1)',
    );
  });
});

describe('a day as people read it', () => {
  test.each([
    ['2026-09-25', 'Fri 25 Sep', '9月25日（周五）', 'Fri 25 Sep 2026', '2026年9月25日（周五）'],
    ['2026-01-04', 'Sun 4 Jan', '1月4日（周日）', 'Sun 4 Jan 2026', '2026年1月4日（周日）'],
  ])('%s', (date, en, zh, enWithYear, zhWithYear) => {
    expect([formatDay(date, 'en'), formatDay(date, 'zh')]).toEqual([en, zh]);
    expect([formatDate(date, 'en'), formatDate(date, 'zh')]).toEqual([enWithYear, zhWithYear]);
  });
});

describe("Slack's date token", () => {
  test('carries whole seconds and a fallback that names the zone', () => {
    expect(dateToken(new Date('2026-09-24T10:00:00.999Z'), 'Asia/Shanghai', 'en')).toBe(
      '<!date^1790244000^\u2060{day_divider_pretty}, {time}|Thu 24 Sep, 18:00 (Asia/Shanghai)>',
    );
  });
  test('falls back in the language of the reader', () => {
    expect(dateToken(moment, 'Asia/Shanghai', 'zh')).toBe(
      '<!date^1790244000^{day_divider_pretty} {time}|9月24日（周四）18:00（Asia/Shanghai）>',
    );
  });
});
