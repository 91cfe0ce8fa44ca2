import { onDuty, onDutyFrom } from '../../src/deadline/on-duty.js';
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

describe('who is on duty within a time', () => {
  const turns = [...rota, { from: '2026-10-12', responder: 'U0MEI', deputy: 'U0SAM' }];
  const from = (day: string, to?: string) =>
    onDutyFrom(
      { ...policy, rota: turns },
      new Date(`${day}T12:00:00+08:00`),
      to === undefined ? undefined : new Date(`${to}T12:00:00+08:00`),
    );
  test('is everybody whose turn touches it, once', () => {
    expect(from('2026-09-22', '2026-09-27')).toEqual(['U0LIN', 'U0SAM']);
    expect(from('2026-09-28', '2026-10-11')).toEqual(['U0SAM']);
    expect(from('2026-09-28', '2026-10-12')).toEqual(['U0SAM', 'U0MEI']);
    expect(from('2026-09-01', '2026-09-20')).toEqual([]);
    expect(from('2026-09-01', '2026-09-21')).toEqual(['U0LIN', 'U0SAM']);
  });
  test('without an end is everybody whose turn is not over', () => {
    expect(from('2026-09-22')).toEqual(['U0LIN', 'U0SAM', 'U0MEI']);
    expect(from('2030-01-01')).toEqual(['U0MEI', 'U0SAM']);
    expect(onDutyFrom(policy, new Date('2026-09-22'))).toEqual([]);
  });
});
