import { dutyTurns, hearsFor, onDuty, onDutyFrom } from '../../src/deadline/on-duty.js';
import type { RotaTurn } from '../../src/deadline/policy.js';
import { emptyRoster, type Roster } from '../../src/deadline/roster.js';
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
  test('ends with the last day of the turn, else when the next one begins, whenever that ends', () => {
    const responders = (turns: readonly RotaTurn[]) =>
      ['2026-09-27', '2026-09-28', '2026-09-30'].map(
        (day) => onDuty({ ...policy, rota: turns }, new Date(`${day}T12:00:00+08:00`)).responder,
      );
    const short = { from: '2026-09-28', to: '2026-09-29', responder: 'U0MEI' };
    expect(responders([{ from: '2026-09-21', responder: 'U0LIN' }, short])).toEqual(['U0LIN', 'U0MEI', undefined]);
    expect(responders([{ from: '2026-09-21', to: '2026-09-30', responder: 'U0LIN' }, short])).toEqual([
      'U0LIN',
      'U0MEI',
      'U0LIN',
    ]);
  });
});

const cn = (text: string) => new Date(`2026-${text}:00+08:00`);

describe('the turns of duty', () => {
  const turnsOf = (turns: readonly RotaTurn[], from: string, to: string, roster: Partial<Roster> = {}) =>
    dutyTurns({ ...policy, rota: turns, roster: { ...emptyRoster, ...roster } }, cn(from), cn(to));

  test('follow each other without a gap, and end where they are asked for', () => {
    expect(turnsOf(rota, '09-24T10:00', '10-01T10:00')).toEqual([
      { from: cn('09-24T10:00'), to: cn('09-28T00:00'), responder: 'U0LIN', deputy: 'U0SAM' },
      { from: cn('09-28T00:00'), to: cn('10-01T10:00'), responder: 'U0SAM' },
    ]);
    expect(turnsOf(rota, '09-24T10:00', '09-28T00:00')).toHaveLength(1);
  });
  test('are one while the same people are on duty, and two with another deputy', () => {
    const lin = { responder: 'U0LIN', deputy: 'U0SAM' };
    const again = [
      ...rota.slice(0, 1),
      { from: '2026-09-28', ...lin },
      { from: '2026-10-05', ...lin, deputy: 'U0MEI' },
    ];
    expect(turnsOf(again, '09-24T10:00', '10-08T10:00')).toEqual([
      { from: cn('09-24T10:00'), to: cn('10-05T00:00'), ...lin },
      { from: cn('10-05T00:00'), to: cn('10-08T10:00'), ...lin, deputy: 'U0MEI' },
    ]);
  });
  test('are in order, whatever begins them', () => {
    const covers = [
      { from: cn('09-29T12:00'), to: cn('09-29T18:00'), responder: 'U0MEI', insteadOf: 'U0SAM' },
      { from: cn('09-25T12:00'), to: cn('09-25T18:00'), responder: 'U0MEI', insteadOf: 'U0LIN' },
    ];
    expect(turnsOf(rota, '09-24T10:00', '10-01T10:00', { covers }).map(({ from }) => from)).toEqual([
      cn('09-24T10:00'),
      cn('09-25T12:00'),
      cn('09-25T18:00'),
      cn('09-28T00:00'),
      cn('09-29T12:00'),
      cn('09-29T18:00'),
    ]);
  });
});

test('a responder hears for themselves; while they are away their substitute does, else whoever is on duty', () => {
  const hears = (...absences: Roster['absences']) =>
    hearsFor('U0MEI', { ...policy, rota, roster: { ...emptyRoster, absences } }, cn('09-22T10:00'));
  const away = { user: 'U0MEI', from: '2026-09-22', to: '2026-09-22' };
  expect([hears(), hears({ ...away, substitute: 'U0BO' }), hears(away)]).toEqual(['U0MEI', 'U0BO', 'U0LIN']);
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
    expect(from('2026-09-28')).toEqual(['U0SAM', 'U0MEI']);
    expect(onDutyFrom(policy, new Date('2026-09-22'))).toEqual([]);
  });
  test('without an end is also who has a turn in between, covers for somebody or stands in', () => {
    const rules = {
      ...policy,
      rota: [
        { from: '2026-09-21', to: '2026-09-22', responder: 'U0LIN' },
        { from: '2026-09-28', to: '2026-09-29', responder: 'U0BO' },
        { from: '2026-10-05', responder: 'U0MEI' },
      ],
      roster: {
        ...emptyRoster,
        absences: [{ user: 'U0BO', from: '2026-09-28', to: '2026-09-28', substitute: 'U0KIM' }],
        covers: [{ from: cn('09-22T18:00'), to: cn('09-22T20:00'), responder: 'U0ADA', insteadOf: 'U0LIN' }],
      },
    };
    expect([...onDutyFrom(rules, cn('09-22T10:00'))].sort()).toEqual(['U0ADA', 'U0BO', 'U0KIM', 'U0LIN', 'U0MEI']);
    expect(onDutyFrom(rules, cn('09-23T10:00'))).not.toContain('U0LIN');
  });
});
