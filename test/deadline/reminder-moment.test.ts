import fc from 'fast-check';
import { weekdayOf } from '../../src/deadline/local-date.js';
import { momentFor } from '../../src/deadline/reminder-moment.js';
import { seeded } from '../support/seeded.js';
import { local } from './oracle.js';

const hours = { open: '09:00', close: '18:00' };
const longAgo = new Date('2026-01-01T00:00:00Z');
const everyDay = () => true;
const weekdays = (date: string) => ![6, 7].includes(weekdayOf(date));
const inBerlin = (rung: string, notBefore = longAgo, works: (date: string) => boolean = everyDay) =>
  momentFor(new Date(rung), notBefore, { zone: 'Europe/Berlin', hours, works })?.toISOString();

describe('a person is reminded in hours of their own', () => {
  test('at the moment itself when it lies within them, both ends included', () => {
    expect(inBerlin('2026-09-24T10:00:00Z')).toBe('2026-09-24T10:00:00.000Z');
    expect(inBerlin('2026-09-24T07:00:00Z')).toBe('2026-09-24T07:00:00.000Z');
    expect(inBerlin('2026-09-24T16:00:00Z')).toBe('2026-09-24T16:00:00.000Z');
  });
  test('at the end of today when it comes after them', () => {
    expect(inBerlin('2026-09-24T20:00:00Z')).toBe('2026-09-24T16:00:00.000Z');
  });
  test('at the end of the day before when it comes at night', () => {
    expect(inBerlin('2026-09-24T03:30:00Z')).toBe('2026-09-23T16:00:00.000Z');
  });
  test('not before there was anything to remind of: then not at all', () => {
    expect(inBerlin('2026-09-24T03:30:00Z', new Date('2026-09-23T16:00:00Z'))).toBe('2026-09-23T16:00:00.000Z');
    expect(inBerlin('2026-09-24T03:30:00Z', new Date('2026-09-23T16:01:00Z'))).toBeUndefined();
  });
  test('a zone that is unknown is taken for UTC', () => {
    expect(
      momentFor(new Date('2026-09-24T20:00:00Z'), longAgo, { zone: 'Mars/Olympus', hours, works: everyDay }),
    ).toEqual(new Date('2026-09-24T18:00:00Z'));
  });

  const friday = '2026-09-25T16:00:00.000Z';
  test.each([
    ['on Sunday: at the end of Friday', '2026-09-27T10:00:00Z', friday],
    ['on Monday before they begin: the same', '2026-09-28T03:00:00Z', friday],
    ['on Monday at nine: then', '2026-09-28T07:00:00Z', '2026-09-28T07:00:00.000Z'],
  ])('never on their weekend. %s', (_, rung, expected) => expect(inBerlin(rung, longAgo, weekdays)).toBe(expected));
  test('not at all where that would be before there was anything to remind of, or more than four days earlier', () => {
    expect(inBerlin('2026-09-28T03:00:00Z', new Date('2026-09-26T00:00:00Z'), weekdays)).toBeUndefined();
    const festival = (date: string) => weekdays(date) && (date < '2026-09-23' || date > '2026-09-27');
    expect(inBerlin('2026-09-28T03:00:00Z', longAgo, festival)).toBeUndefined();
    expect(inBerlin('2026-09-26T15:00:00Z', longAgo, festival)).toBe('2026-09-22T16:00:00.000Z');
    expect(inBerlin('2026-09-26T16:00:00Z', longAgo, festival)).toBe('2026-09-22T16:00:00.000Z');
    expect(inBerlin('2026-09-26T16:00:01Z', longAgo, festival)).toBeUndefined();
  });

  const { seed } = seeded('TEST_SEED');
  const numRuns = 300;
  test(`never later than the rung, never out of hours, less than a day earlier (${numRuns} runs, seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-02'), max: new Date('2026-12-31'), noInvalidDate: true }),
        fc.constantFrom(
          'Asia/Shanghai',
          'America/St_Johns',
          'Europe/Berlin',
          'Pacific/Kiritimati',
          'Pacific/Pago_Pago',
        ),
        (rung, zone) => {
          const moment = momentFor(rung, longAgo, { zone, hours, works: everyDay });
          if (moment === undefined) throw new Error('none fitted');
          expect(moment <= rung).toBe(true);
          expect(rung.getTime() - moment.getTime()).toBeLessThan(16.1 * 3_600_000);
          const time = local(moment, zone).slice(11);
          expect(time >= '09:00' && time <= '18:00').toBe(true);
          expect(momentFor(moment, longAgo, { zone, hours, works: everyDay })).toEqual(moment);
        },
      ),
      { seed, numRuns },
    );
  });
});
