import { readWeekday, weekdayName } from '../../src/deadline/weekdays.js';

test.each([
  ['fri', 5],
  ['Friday', 5],
  ['MON', 1],
  ['sunday', 7],
  ['周五', 5],
  ['星期天', 7],
  ['礼拜日', 7],
  ['周七', undefined],
  ['f', undefined],
  ['五', undefined],
  ['friday!', undefined],
  ['', undefined],
])('%j is weekday %s', (typed, weekday) => expect(readWeekday(typed)).toBe(weekday));

test('what is shown can be typed', () => {
  for (const language of ['en', 'zh'] as const)
    for (const day of [1, 2, 3, 4, 5, 6, 7]) expect(readWeekday(weekdayName(day, language))).toBe(day);
});
