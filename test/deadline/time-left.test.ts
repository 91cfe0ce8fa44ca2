import { timeLeft } from '../../src/deadline/time-left.js';
import { china } from './calendars.js';

const due = new Date('2026-09-24T10:00:00Z');

describe('how long it is until something is due on Thursday 24 September, 18:00', () => {
  test.each([
    ['2026-09-22T02:00:00Z', '2 working_day'],
    ['2026-09-23T14:00:00Z', '1 working_day'],
    ['2026-09-24T01:59:00Z', '8 hour'],
    // Two hours before, and as late as it is written.
    ['2026-09-24T08:00:00Z', '2 hour'],
    ['2026-09-24T08:00:05Z', '2 hour'],
    ['2026-09-24T08:01:00Z', '1 hour'],
    ['2026-09-24T09:00:00Z', '1 hour'],
    ['2026-09-24T09:01:00Z', '59 minute'],
    ['2026-09-24T09:59:30Z', '0 minute'],
  ])('at %s', (now, left) => {
    const { overdue, unit, count } = timeLeft(due, new Date(now), china);
    expect({ overdue, left: `${count} ${unit}` }).toEqual({ overdue: false, left });
  });
});

describe('how long it has been due', () => {
  test.each([
    ['2026-09-24T10:00:00Z', '0 minute'],
    ['2026-09-24T10:59:50Z', '59 minute'],
    ['2026-09-24T13:30:00Z', '3 hour'],
    // The Friday and the weekend are a holiday.
    ['2026-09-28T02:00:00Z', '1 working_day'],
  ])('at %s', (now, left) => {
    const { overdue, unit, count } = timeLeft(due, new Date(now), china);
    expect({ overdue, left: `${count} ${unit}` }).toEqual({ overdue: true, left });
  });
});

test('no more than a year is counted', () => {
  expect(timeLeft(new Date('2036-01-01T00:00:00Z'), due, china).count).toBe(366);
});
