import { daysKnown, warningDue } from '../../src/deadline/calendar-horizon.js';
import { china } from './calendars.js';

test.each([
  ['2026-11-01T23:59:59+08:00', 60, 60],
  ['2026-10-31T23:59:59+08:00', 61, undefined],
  ['2026-12-17T00:00:00+08:00', 14, 14],
  ['2026-12-30T23:00:00+08:00', 1, 14],
  // Still the day before in China.
  ['2026-12-30T15:59:59Z', 1, 14],
  ['2026-12-31T00:00:00+08:00', 0, 0],
  ['2027-03-01T00:00:00+08:00', -60, 0],
] as const)('at %s holidays are known for %i more days', (now, days, warning) => {
  const calendar = { ...china, coversUntil: '2026-12-31' };
  expect(daysKnown(calendar, new Date(now))).toBe(days);
  expect(warningDue(calendar, new Date(now))).toBe(warning);
});
