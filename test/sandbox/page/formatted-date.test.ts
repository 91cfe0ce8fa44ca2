import { formattedDate, localMinute } from '../../../src/sandbox/page/formatted-date.js';

const now = new Date('2026-09-22T02:00:00Z');
const shanghai = { zone: 'Asia/Shanghai', locale: 'en-US', now };
const newYork = { ...shanghai, zone: 'America/New_York' };
/** Thu 24 Sep 2026, 18:00 in Shanghai. */
const due = Date.parse('2026-09-24T10:00:00Z') / 1000;

describe('a date token', () => {
  it('is told in the zone of the person who reads it', () => {
    expect(formattedDate(due, '{date_short} {time}', shanghai)).toBe('Sep 24, 2026 6:00 PM');
    expect(formattedDate(due, '{date_short} {time}', newYork)).toBe('Sep 24, 2026 6:00 AM');
  });

  it('is told in the language of the person who reads it', () => {
    expect(formattedDate(due, '{date_long}', { ...shanghai, locale: 'zh-CN' })).toBe('2026年9月24日星期四');
    expect(formattedDate(due - 2 * 86_400, '{date_pretty}', { ...shanghai, locale: 'zh-CN' })).toBe('今天');
  });

  it.each([
    [-1, 'Yesterday at 6:00 PM'],
    [0, 'Today at 6:00 PM'],
    [1, 'Tomorrow at 6:00 PM'],
    [2, 'Sep 24, 2026 at 6:00 PM'],
  ])('%i days from now is %s when it may be pretty', (days, told) => {
    expect(formattedDate(due + (days - 2) * 86_400, '{date_short_pretty} at {time}', shanghai)).toBe(told);
  });

  it('takes today from the reader’s day, not from the server’s', () => {
    const inThreeHours = Date.parse('2026-09-22T05:00:00Z') / 1000;
    expect(formattedDate(inThreeHours, '{date_pretty}', shanghai)).toBe('Today');
    expect(formattedDate(inThreeHours, '{date_pretty}', newYork)).toBe('Tomorrow');
  });

  it('has a capital only where the format begins with it', () => {
    const inThreeHours = Date.parse('2026-09-22T05:00:00Z') / 1000;
    expect(formattedDate(inThreeHours, '\u2060{date_pretty}', shanghai)).toBe('\u2060today');
  });

  it.each([
    ['{date_num}', '2026-09-24'],
    ['{date_slash}', '09/24/2026'],
    ['{date}', 'September 24, 2026'],
    ['{date_long_full}', 'September 24, 2026'],
    ['{date_long_pretty}', 'Thursday, September 24, 2026'],
    ['{day_divider_pretty}', 'Thursday, September 24'],
    ['{time_secs}', '6:00:00 PM'],
    ['{ago}', 'In 2 days'],
  ])('knows %s', (format, told) => {
    expect(formattedDate(due, format, shanghai)).toBe(told);
  });

  it('names the year where it is another one', () => {
    expect(formattedDate(due + 365 * 86_400, '{day_divider_pretty}', shanghai)).toBe('Friday, September 24, 2027');
  });

  it('is not told when Slack has no such token', () => {
    expect(formattedDate(due, '{date_in_stars}', shanghai)).toBeUndefined();
  });
});

it('a local minute is what a datetime-local field holds', () => {
  expect(localMinute(new Date('2026-09-22T16:05:00Z'), 'Asia/Shanghai')).toBe('2026-09-23T00:05');
});
