import { endOfDay, suggestedUpdate } from '../../src/deadline/next-update.js';
import { china } from './calendars.js';

describe('the next update that is suggested', () => {
  it.each([
    ['on a Tuesday before Mid-Autumn', '2026-09-22T10:00:00+08:00', '2026-09-30'],
    ['late in the evening, the same day', '2026-09-22T23:59:00+08:00', '2026-09-30'],
    ['before National Day, whose make-up days count', '2026-09-30T10:00:00+08:00', '2026-10-13'],
    ['where it is tomorrow in the team’s zone already', '2026-11-02T17:00:00Z', '2026-11-10'],
    ['in a plain week', '2026-11-02T10:00:00+08:00', '2026-11-09'],
  ])('lies five working days ahead: %s', (_, now, day) => {
    expect(suggestedUpdate(new Date(now), china)).toEqual({ day, close: '18:00', zone: 'Asia/Shanghai' });
  });

  it('holds until the team closes on that day', () => {
    expect(endOfDay('2026-10-13', china)).toEqual(new Date('2026-10-13T18:00:00+08:00'));
  });

  it('is no day that does not exist', () => {
    expect(() => endOfDay('2026-02-30', china)).toThrow(RangeError);
  });
});
