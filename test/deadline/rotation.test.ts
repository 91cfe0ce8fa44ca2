import { dutyTurns, onDuty, onDutyFrom } from '../../src/deadline/on-duty.js';
import type { Policy, Rotation } from '../../src/deadline/policy.js';
import { emptyRoster, type Roster } from '../../src/deadline/roster.js';
import { handOversBetween, rotationAt } from '../../src/deadline/rotation.js';
import { china, jerusalem, newYork, policy } from './calendars.js';

const [ada, bo, cai] = ['U0ADA', 'U0BO', 'U0CAI'] as const;
const rotation: Rotation = {
  people: [ada, bo, cai],
  handOver: { weekday: 1, time: '09:00' },
  everyWeeks: 1,
  startsOn: '2026-08-31',
};
const rotating = (over: Partial<Policy> = {}, weekly: Partial<Rotation> = {}): Policy => ({
  ...policy,
  ...over,
  rotation: { ...rotation, ...weekly },
});
const cn = (text: string) => new Date(`2026-${text}:00+08:00`);
const turnsOf = (rules: Policy, from: string, to: string) =>
  dutyTurns(rules, cn(from), cn(to)).map(({ from: begin, responder, deputy }) => [begin, responder, deputy]);

describe('a rotation', () => {
  test.each([
    ['before the first hand-over nobody is on duty', '08-31T08:59', undefined],
    ['at the hand-over the first one is', '08-31T09:00', ada],
    ['until the next one', '09-07T08:59', ada],
    ['then the second', '09-07T09:00', bo],
    ['then the third', '09-14T09:00', cai],
    ['and the first again', '09-21T09:00', ada],
  ])('%s', (_, at, responder) => expect(onDuty(rotating(), cn(at)).responder).toBe(responder));

  test('has whoever follows as deputy', () => {
    expect(onDuty(rotating(), cn('09-21T09:00'))).toEqual({ responder: ada, deputy: bo });
    expect(onDuty(rotating(), cn('09-14T09:00'))).toEqual({ responder: cai, deputy: ada });
    expect(rotationAt(rotating(), cn('09-14T09:00'))).toEqual([cai, ada, bo]);
  });
  test('that does not exist hands nothing over', () => {
    expect([
      rotationAt(policy, cn('09-14T09:00')),
      handOversBetween(policy, cn('09-01T00:00'), cn('09-30T00:00')),
    ]).toEqual([[], []]);
  });
  test('of two weeks changes every other week, from the first weekday of the hand-over on', () => {
    const rules = rotating({}, { everyWeeks: 2, startsOn: '2026-09-01', handOver: { weekday: 3, time: '10:30' } });
    expect(handOversBetween(rules, cn('08-01T00:00'), cn('09-29T00:00'))).toEqual([
      cn('09-02T10:30'),
      cn('09-16T10:30'),
    ]);
  });
  test('hands over on the next working day where the day is off', () => {
    // Monday 5 October lies in National Day, which ends on Wednesday.
    expect(handOversBetween(rotating(), cn('09-29T00:00'), cn('10-13T00:00'))).toEqual([
      cn('10-08T09:00'),
      cn('10-12T09:00'),
    ]);
    expect(onDuty(rotating(), cn('10-05T12:00')).responder).toBe(bo);
    expect(onDuty(rotating(), cn('10-08T09:00')).responder).toBe(cai);
  });
  test('passes over a turn whose week is off as a whole', () => {
    // The Spring Festival lasts from Sunday 15 to Monday 23 February.
    const rules = rotating({}, { startsOn: '2026-02-02' });
    expect(handOversBetween(rules, cn('02-10T00:00'), cn('03-01T00:00'))).toEqual([
      cn('02-24T09:00'),
      cn('02-24T09:00'),
    ]);
    expect(onDuty(rules, cn('02-23T12:00')).responder).toBe(bo);
    expect(onDuty(rules, cn('02-24T09:00')).responder).toBe(ada);
  });
  test.each([
    ['New York, where the clocks go back on 1 November', newYork, ['2026-10-26T13:00Z', '2026-11-02T14:00Z']],
    [
      'Jerusalem, a Sunday hand-over across the end of summer time',
      jerusalem,
      ['2026-10-18T06:00Z', '2026-10-25T07:00Z'],
    ],
  ] as const)('keeps the wall clock of the team in %s', (_, calendar, moments) => {
    const weekday = calendar === jerusalem ? 7 : 1;
    const rules = rotating({ calendar }, { handOver: { weekday, time: '09:00' } });
    const [first, last] = moments.map((text) => new Date(text));
    if (first === undefined || last === undefined) throw new Error('no moments');
    expect(handOversBetween(rules, new Date(first.getTime() - 1), last)).toEqual([first, last]);
  });
  test('gives way to an explicit turn, and goes on after it', () => {
    const rules = rotating({ rota: [{ from: '2026-09-16', to: '2026-09-17', responder: bo }] });
    expect(turnsOf(rules, '09-15T00:00', '09-22T00:00')).toEqual([
      [cn('09-15T00:00'), cai, ada],
      [cn('09-16T00:00'), bo, cai],
      [cn('09-18T00:00'), cai, ada],
      [cn('09-21T09:00'), ada, bo],
    ]);
  });
  test('may bring anybody in it on duty some time', () => {
    expect([...onDutyFrom(rotating(), cn('09-21T10:00'))].sort()).toEqual([ada, bo, cai]);
    expect(onDutyFrom(rotating(), cn('09-21T10:00'), cn('09-22T10:00'))).toEqual([ada, bo]);
  });
});

describe('whoever is away', () => {
  const away = (...absences: Roster['absences']) => rotating({ roster: { ...emptyRoster, absences } });
  const week = { from: '2026-09-22', to: '2026-09-23' } as const;
  test('is passed over: the next in order stands in, for those days alone', () => {
    expect(turnsOf(away({ user: ada, ...week }), '09-21T12:00', '09-25T12:00')).toEqual([
      [cn('09-21T12:00'), ada, bo],
      [cn('09-22T00:00'), bo, cai],
      [cn('09-24T00:00'), ada, bo],
    ]);
  });
  test('is stood in for by their substitute, unless that one is away too', () => {
    const withCai = { user: ada, ...week, substitute: cai };
    expect(onDuty(away(withCai), cn('09-22T12:00'))).toEqual({ responder: cai, deputy: bo });
    expect(onDuty(away(withCai, { user: cai, ...week }), cn('09-22T12:00'))).toEqual({ responder: bo });
  });
  test('leaves nobody, where everybody is', () => {
    expect(
      onDuty(away({ user: ada, ...week }, { user: bo, ...week }, { user: cai, ...week }), cn('09-22T12:00')),
    ).toEqual({});
  });
});

describe('a cover', () => {
  const cover = { from: cn('09-22T18:00'), to: cn('09-23T09:00'), responder: cai, insteadOf: ada };
  const rules = rotating({ roster: { ...emptyRoster, covers: [cover] } });
  test('wins over every turn, from one moment to another, and does not leave the other one as deputy', () => {
    expect(turnsOf(rules, '09-22T12:00', '09-24T12:00')).toEqual([
      [cn('09-22T12:00'), ada, bo],
      [cn('09-22T18:00'), cai, bo],
      [cn('09-23T09:00'), ada, bo],
    ]);
  });
  test('that was made later wins over an earlier one', () => {
    const later = { ...cover, responder: bo };
    const both = rotating({ roster: { ...emptyRoster, covers: [cover, later] } });
    expect(onDuty(both, cn('09-22T20:00')).responder).toBe(bo);
  });
});

test('a rota with an end leaves nobody on duty after it', () => {
  const rules = { ...policy, calendar: china, rota: [{ from: '2026-09-21', to: '2026-09-22', responder: ada }] };
  expect([onDuty(rules, cn('09-22T23:59')), onDuty(rules, cn('09-23T00:00'))]).toEqual([{ responder: ada }, {}]);
  expect(onDutyFrom(rules, cn('09-24T00:00'))).toEqual([]);
});
