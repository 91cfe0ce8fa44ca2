import fc from 'fast-check';
import { momentFor } from '../../src/deadline/reminder-moment.js';
import { local } from './oracle.js';

const hours = { open: '09:00', close: '18:00' };
const longAgo = new Date('2026-01-01T00:00:00Z');
const inBerlin = (rung: string, notBefore = longAgo) =>
  momentFor(new Date(rung), notBefore, hours, 'Europe/Berlin')?.toISOString();

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
    expect(inBerlin('2026-09-24T03:30:00Z', new Date('2026-09-23T15:59:00Z'))).toBe('2026-09-23T16:00:00.000Z');
    expect(inBerlin('2026-09-24T03:30:00Z', new Date('2026-09-23T16:01:00Z'))).toBeUndefined();
  });
  test('a zone that is unknown is taken for UTC', () => {
    expect(momentFor(new Date('2026-09-24T20:00:00Z'), longAgo, hours, 'Mars/Olympus')?.toISOString()).toBe(
      '2026-09-24T18:00:00.000Z',
    );
  });

  const seed = Math.floor(Math.random() * 2 ** 31);
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
          const moment = momentFor(rung, longAgo, hours, zone);
          if (moment === undefined) throw new Error('none fitted');
          expect(moment <= rung).toBe(true);
          expect(rung.getTime() - moment.getTime()).toBeLessThan(16.1 * 3_600_000);
          const time = local(moment, zone).slice(11);
          expect(time >= '09:00' && time <= '18:00').toBe(true);
          expect(momentFor(moment, longAgo, hours, zone)).toEqual(moment);
        },
      ),
      { seed, numRuns },
    );
  });
});
