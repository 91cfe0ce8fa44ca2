import fc from 'fast-check';
import { afterOpenMillis, beforeOpenMillis, openMillis } from '../../src/deadline/working-time.js';
import { seeded } from '../support/seeded.js';
import { china, jerusalem, newYork } from './calendars.js';
import { local } from './oracle.js';

const hour = 3_600_000;
const at = (text: string) => new Date(`2026-${text}:00+08:00`);

describe('open hours between two moments', () => {
  test.each([
    ['within a day', '09-22T10:00', '09-22T12:00', 2],
    ['before opening and after closing count nothing', '09-22T06:00', '09-22T23:00', 9],
    ['over a night', '09-22T17:00', '09-23T10:00', 2],
    ['over Mid-Autumn', '09-24T17:00', '09-28T10:00', 2],
    ['over a make-up Saturday', '10-09T17:00', '10-12T10:00', 11],
    ['from a day off', '09-26T12:00', '09-28T10:00', 1],
    ['none when the end is not after the beginning', '09-23T10:00', '09-22T10:00', 0],
  ])('%s', (_, from, to, hours) => {
    expect(openMillis(at(from), at(to), china)).toBe(hours * hour);
  });
});

describe('the moment after so many open hours', () => {
  test.each([
    ['on the same day', '09-22T10:00', 2, '09-22T12:00'],
    ['the last one ends at closing time, not at the next opening', '09-22T10:00', 8, '09-22T18:00'],
    ['on the next day', '09-22T10:00', 13, '09-23T14:00'],
    ['counts from opening when received at night', '09-22T23:00', 1, '09-23T10:00'],
    ['skips a holiday', '09-24T17:00', 2, '09-28T10:00'],
    ['none: at once', '09-26T12:00', 0, '09-26T12:00'],
  ])('%s', (_, from, hours, to) => {
    expect(afterOpenMillis(at(from), hours * hour, china)).toEqual(at(to));
  });
});

describe('the moment before so many open hours', () => {
  test.each([
    ['on the same day', '09-24T18:00', 2, '09-24T16:00'],
    ['on the day before', '09-24T10:00', 2, '09-23T17:00'],
    ['over a holiday', '09-28T10:00', 2, '09-24T17:00'],
    ['from a day off', '09-26T12:00', 1, '09-24T17:00'],
    ['all of a day begin when it opens, not when the day before closes', '09-24T18:00', 9, '09-24T09:00'],
    ['none: then', '09-26T12:00', 0, '09-26T12:00'],
  ])('%s', (_, to, hours, from) => {
    expect(beforeOpenMillis(at(to), hours * hour, china)).toEqual(at(from));
  });
});

describe('properties', () => {
  const { seed } = seeded('TEST_SEED');
  const numRuns = 300;
  const calendar = fc.constantFrom(china, newYork, jerusalem);
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
  const millis = fc.integer({ min: 1, max: 100 * hour });

  test(`after and before are inverse to counting (${numRuns} runs, seed ${seed})`, () => {
    fc.assert(
      fc.property(calendar, moment, millis, (cal, from, open) => {
        const after = afterOpenMillis(from, open, cal);
        expect(openMillis(from, after, cal)).toBe(open);
        expect(openMillis(from, new Date(after.getTime() - 1), cal)).toBe(open - 1);
        const before = beforeOpenMillis(from, open, cal);
        expect(openMillis(before, from, cal)).toBe(open);
        expect(openMillis(new Date(before.getTime() + 1), from, cal)).toBe(open - 1);
      }),
      { seed, numRuns },
    );
  });

  test(`counting agrees with looking at every quarter of an hour (100 runs, seed ${seed})`, () => {
    const quarter = hour / 4;
    fc.assert(
      fc.property(
        calendar,
        fc.integer({ min: 0, max: 35_000 }),
        fc.integer({ min: 0, max: 1500 }),
        (cal, start, length) => {
          const from = Date.UTC(2026, 0, 1) + start * quarter;
          let counted = 0;
          for (let slot = from; slot < from + length * quarter; slot += quarter) {
            const [date = '', time = ''] = local(new Date(slot), cal.zone).split(' ');
            const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
            const worked = cal.makeUpDays.has(date) || (cal.weekdays.includes(weekday) && !cal.holidays.has(date));
            if (worked && time >= cal.open && time < cal.close) counted += quarter;
          }
          expect(openMillis(new Date(from), new Date(from + length * quarter), cal)).toBe(counted);
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});
