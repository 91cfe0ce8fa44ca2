import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Calendar } from '../../src/deadline/calendar.js';
import { explain } from '../../src/deadline/explain.js';
import { inEveryLanguage } from '../../src/report/languages.js';
import { root } from '../support/project.js';
import { seeded } from '../support/seeded.js';
import { china, jerusalem, newYork } from './calendars.js';
import { dueByWalking } from './oracle.js';

const told = (receivedAt: string, workingDays: number, calendar: Calendar) => {
  const { due, provisional, days } = explain(new Date(receivedAt), workingDays, calendar);
  return {
    due: due.toISOString(),
    provisional,
    days: days.map(({ date, counted, why, name }) => [date, counted, why, ...(name ? [name.en] : [])].join(' ')),
  };
};

describe('an answer is due at closing time on the second working day after the day of receipt', () => {
  test('before Mid-Autumn and National Day, Tuesday gives Thursday', () => {
    expect(told('2026-09-22T10:00:00+08:00', 2, china)).toEqual({
      due: '2026-09-24T10:00:00.000Z',
      provisional: false,
      days: ['2026-09-22 false received', '2026-09-23 true working_day', '2026-09-24 true working_day'],
    });
  });
  test('a holiday is skipped by name, its weekend days too', () => {
    expect(told('2026-09-23T23:59:59.999+08:00', 2, china)).toEqual({
      due: '2026-09-28T10:00:00.000Z',
      provisional: false,
      days: [
        '2026-09-23 false received',
        '2026-09-24 true working_day',
        '2026-09-25 false holiday Mid-Autumn Festival',
        '2026-09-26 false holiday Mid-Autumn Festival',
        '2026-09-27 false holiday Mid-Autumn Festival',
        '2026-09-28 true working_day',
      ],
    });
  });
  test('a make-up Saturday counts', () => {
    expect(told('2026-10-08T10:00:00+08:00', 2, china).days.slice(1)).toEqual([
      '2026-10-09 true working_day',
      '2026-10-10 true make_up_day National Day',
    ]);
  });
  test('the day of receipt is the local one, whatever the hour in UTC', () => {
    expect(told('2026-11-20T15:59:59Z', 1, china).days[0]).toBe('2026-11-20 false received');
    expect(told('2026-11-20T16:00:00Z', 1, china).days[0]).toBe('2026-11-21 false received');
  });
  test('a make-up day of receipt does not count', () => {
    expect(told('2026-10-10T08:00:00+08:00', 1, china).due).toBe('2026-10-12T10:00:00.000Z');
  });
  test('an ordinary weekend is called so', () => {
    expect(told('2026-11-20T10:00:00+08:00', 1, china).days).toEqual([
      '2026-11-20 false received',
      '2026-11-21 false weekend',
      '2026-11-22 false weekend',
      '2026-11-23 true working_day',
    ]);
  });
  test('closing time follows the clock change', () => {
    expect(told('2026-03-06T12:00:00-05:00', 1, newYork).due).toBe('2026-03-09T21:00:00.000Z');
    expect(told('2026-03-05T12:00:00-05:00', 1, newYork).due).toBe('2026-03-06T22:00:00.000Z');
  });
  test('a week that begins on Sunday is worked from Sunday', () => {
    expect(told('2026-09-17T12:00:00+03:00', 1, jerusalem).due).toBe('2026-09-20T14:00:00.000Z');
  });
});

describe('beyond the calendar', () => {
  test('the last covered day is firm and the one after it provisional', () => {
    expect(told('2026-12-30T10:00:00+08:00', 1, china)).toMatchObject({
      due: '2026-12-31T10:00:00.000Z',
      provisional: false,
    });
    expect(told('2026-12-31T10:00:00+08:00', 1, china)).toMatchObject({
      due: '2027-01-01T10:00:00.000Z',
      provisional: true,
    });
  });
});

describe('input that cannot be counted', () => {
  test('a year of working days can be promised', () => {
    expect(explain(new Date('2026-01-01T00:00:00Z'), 366, china).days.filter(({ counted }) => counted)).toHaveLength(
      366,
    );
  });
  test.each([0, -1, 1.5, Number.NaN, 367])('%p working days are refused with a sentence', (workingDays) => {
    expect(() => explain(new Date(), workingDays, china)).toThrow(/whole number from 1 to 366/);
  });
  test('a calendar without working days is refused and does not loop for ever', () => {
    expect(() => explain(new Date(), 1, { ...china, weekdays: [], makeUpDays: new Map() })).toThrow(
      /no working day for a year after/,
    );
  });
});

describe('property', () => {
  const { seed } = seeded('TEST_SEED');
  const numRuns = 400;
  test(`agrees with walking day by day, without Luxon (${numRuns} runs, seed ${seed})`, () => {
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'America/St_Johns',
      'Pacific/Auckland',
      'Pacific/Kiritimati',
      'UTC',
    );
    const date = fc
      .integer({ min: 0, max: 1400 })
      .map((day) => new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10));
    const dates = fc
      .array(date, { maxLength: 300 })
      .map((all) => new Map(all.map((day) => [day, inEveryLanguage('Day off')])));
    const week = fc.record({
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      hours: fc
        .subarray([1, 2, 3, 4, 5, 6, 7])
        .map((days) => new Map(days.map((day) => [day, { open: '10:00', close: '15:15' }]))),
    });
    fc.assert(
      fc.property(
        fc.record({
          zone,
          times: fc.constantFrom(['09:00', '18:00'], ['08:30', '17:30'], ['06:00', '21:45']),
          week,
          later: fc.array(fc.record({ from: date, week }), { maxLength: 2 }),
          holidays: dates,
          halves: dates,
          makeUpDays: dates,
          coversUntil: date,
        }),
        fc.date({ min: new Date('2024-01-02'), max: new Date('2027-06-30'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 12 }),
        ({ times: [open = '', close = ''], week, later, halves, ...rest }, receivedAt, workingDays) => {
          const laterWeeks = later
            .map((one) => ({ from: one.from, ...one.week }))
            .sort((a, b) => a.from.localeCompare(b.from));
          const halfDays = new Map([...halves].map(([day, name]) => [day, { name, close: '12:30' }]));
          const calendar: Calendar = { ...rest, open, close, ...week, laterWeeks, halfDays };
          const walked = dueByWalking(receivedAt, workingDays, calendar);
          const { due, provisional, days } = explain(receivedAt, workingDays, calendar);
          expect({ due: due.toISOString(), provisional }).toEqual(walked);
          expect(days.filter(({ counted }) => counted)).toHaveLength(workingDays);
          expect(days.at(-1)?.counted).toBe(true);
        },
      ),
      { seed, numRuns },
    );
  });
});

const sharedCases = join(root, '../shared/data/deadline-cases.json');
describe('the shared cases', () => {
  const present = existsSync(sharedCases);
  test(present ? 'all hold' : 'are absent here, so this check is passed over', () => {
    if (!present) return;
    const { calendars, cases } = JSON.parse(readFileSync(sharedCases, 'utf8'));
    const nameless = (days: string[]) => new Map(days.map((day) => [day, inEveryLanguage('Day')]));
    expect(cases.length).toBeGreaterThan(0);
    for (const { calendar: name, receivedAt, workingDays, due, provisional } of cases) {
      const { week, holidays, makeUpDays, ...rest } = calendars[name];
      const theirs: Calendar = {
        ...rest,
        weekdays: week,
        hours: new Map(),
        laterWeeks: [],
        halfDays: new Map(),
        holidays: nameless(holidays),
        makeUpDays: nameless(makeUpDays),
      };
      for (const calendar of name === 'cn' ? [theirs, china] : [theirs])
        expect(told(receivedAt, workingDays, calendar)).toMatchObject({
          due: new Date(due).toISOString(),
          provisional,
        });
    }
  });
});
