import { onDuty } from '../../src/deadline/on-duty.js';
import { policy } from './calendars.js';

const rota = [
  { from: '2026-09-21', responder: 'U0LIN', deputy: 'U0SAM' },
  { from: '2026-09-28', responder: 'U0SAM' },
];

describe('who is on duty', () => {
  test('is nobody while there is no rota, and nobody before its first turn', () => {
    expect(onDuty(policy, new Date('2026-09-22T02:00:00Z'))).toEqual({});
    expect(onDuty({ ...policy, rota }, new Date('2026-09-20T15:59:59Z'))).toEqual({});
  });
  test('changes at midnight in the zone of the team', () => {
    expect(onDuty({ ...policy, rota }, new Date('2026-09-27T15:59:59Z'))).toEqual({
      responder: 'U0LIN',
      deputy: 'U0SAM',
    });
    expect(onDuty({ ...policy, rota }, new Date('2026-09-27T16:00:00Z'))).toEqual({ responder: 'U0SAM' });
  });
  test('stays after the last turn began', () => {
    expect(onDuty({ ...policy, rota }, new Date('2030-01-01'))).toEqual({ responder: 'U0SAM' });
  });
});
