import fc from 'fast-check';
import type { Deadline } from '../../src/deadline/deadlines.js';
import { explain } from '../../src/deadline/explain.js';
import {
  firstRungAfterDeadline,
  lastBefore,
  lastRungBeforeDeadline,
  latestRung,
  nextRung,
  type Rung,
  rungNumbered,
  rungsOf,
} from '../../src/deadline/ladder.js';
import type { Policy, RungSpec } from '../../src/deadline/policy.js';
import { seeded } from '../support/seeded.js';
import { policy } from './calendars.js';

const at = (text: string) => new Date(`2026-${text}:00+08:00`);
const deadlineFrom = (since: Date): Deadline => ({
  duty: 'acknowledge',
  opening: 1,
  since,
  dueAt: explain(since, 2, policy.calendar).due,
  provisional: false,
  policyRevision: policy.revision,
});
const tuesday = deadlineFrom(at('09-22T10:00'));
const withLadder = (...ladder: RungSpec[]): Policy => ({ ...policy, ladder });
const places = (deadline: Deadline, rules: Policy, count: number) =>
  Array.from({ length: count }, (_, i) => rungNumbered(deadline, rules, i + 1));

describe('the ladder of a report received on Tuesday 22 September at 10:00', () => {
  test('has its rungs by open hours, then one each working day, over a holiday too', () => {
    expect(places(tuesday, policy, 6)).toEqual([
      { number: 1, at: at('09-23T14:00'), kind: 'share', tell: ['responder'] },
      { number: 2, at: new Date('2026-09-24T11:30:00+08:00'), kind: 'share', tell: ['responder', 'deputy'] },
      { number: 3, at: at('09-24T16:00'), kind: 'hours_before', tell: ['responder', 'deputy', 'lead'] },
      { number: 4, at: at('09-24T18:00'), kind: 'at_deadline', tell: ['responder', 'lead', 'channel'] },
      { number: 5, at: at('09-28T09:00'), kind: 'each_working_day_after', tell: ['responder', 'lead', 'channel'] },
      { number: 6, at: at('09-29T09:00'), kind: 'each_working_day_after', tell: ['responder', 'lead', 'channel'] },
    ]);
  });
  test('has none yet at receipt', () => {
    expect(latestRung(tuesday, policy, at('09-22T10:00'))).toBeUndefined();
    expect(nextRung(tuesday, policy, at('09-22T10:00')).number).toBe(1);
  });
  test('is reached at the very moment and not a millisecond before', () => {
    const moment = at('09-23T14:00');
    expect(latestRung(tuesday, policy, moment)?.number).toBe(1);
    expect(latestRung(tuesday, policy, new Date(moment.getTime() - 1))).toBeUndefined();
    expect(nextRung(tuesday, policy, moment).number).toBe(2);
  });
  test('after a long outage the latest rung is the one of today', () => {
    expect(latestRung(tuesday, policy, at('10-12T09:00'))).toMatchObject({ number: 11, at: at('10-12T09:00') });
  });
});

test('a ladder that two climb at once is the same for both, and no other than that of an exploited report', () => {
  const rules: Policy = { ...policy, exploited: { kind: 'every_hours', gaps: [2], tell: ['lead'] } };
  const [one, other] = [rungsOf(tuesday, rules), rungsOf(tuesday, rules)];
  const faster = rungsOf({ ...tuesday, exploited: true }, rules);
  const climbed: Rung[] = [];
  for (let n = 0; n < 8; n += 1) {
    faster.next();
    const rung = (n % 2 === 0 ? one : other).next().value;
    expect((n % 2 === 0 ? other : one).next().value).toBe(rung);
    climbed.push(rung);
  }
  expect(climbed).toEqual(places(tuesday, { ...rules }, 8));
});

test('where the calendar has no working day any more, a ladder says so each time', () => {
  const laterWeeks = [{ from: '2026-10-12', weekdays: [], hours: new Map() }];
  const noMore: Policy = { ...policy, calendar: { ...policy.calendar, laterWeeks, makeUpDays: new Map() } };
  const climb = () => rungNumbered(tuesday, noMore, 40);
  expect(climb).toThrow(RangeError);
  expect(climb).toThrow(RangeError);
});

describe('the ladder of a report that is exploited already', () => {
  const exploited: Deadline = { ...tuesday, exploited: true };
  const everyTwo: Policy = { ...policy, exploited: { kind: 'every_hours', gaps: [2], tell: ['responder', 'lead'] } };

  test('has rungs of its own besides, ever more rarely, and none soon before one that reaches the same people', () => {
    expect(places(exploited, policy, 9).map(({ at: when, kind }) => [when, kind])).toEqual([
      [at('09-22T12:00'), 'every_hours'],
      [at('09-22T16:00'), 'every_hours'],
      [at('09-23T14:00'), 'share'],
      [at('09-23T16:00'), 'every_hours'],
      [new Date('2026-09-24T11:30:00+08:00'), 'share'],
      [at('09-24T16:00'), 'hours_before'],
      [at('09-24T18:00'), 'at_deadline'],
      [at('09-28T09:00'), 'each_working_day_after'],
      [at('09-29T09:00'), 'each_working_day_after'],
    ]);
  });
  test('has one every two working hours where the policy has it so, over nights and holidays and after the deadline', () => {
    const found = places(exploited, everyTwo, 20).map(({ at: when, kind }) => [when, kind]);
    expect(found.slice(0, 8)).toEqual([
      [at('09-22T12:00'), 'every_hours'],
      [at('09-22T14:00'), 'every_hours'],
      [at('09-22T16:00'), 'every_hours'],
      [at('09-22T18:00'), 'every_hours'],
      [at('09-23T11:00'), 'every_hours'],
      [at('09-23T13:00'), 'every_hours'],
      [at('09-23T14:00'), 'share'],
      [at('09-23T15:00'), 'every_hours'],
    ]);
    expect(found.slice(-5)).toEqual([
      [at('09-28T09:00'), 'each_working_day_after'],
      [at('09-28T11:00'), 'every_hours'],
      [at('09-28T13:00'), 'every_hours'],
      [at('09-28T15:00'), 'every_hours'],
      [at('09-29T09:00'), 'each_working_day_after'],
    ]);
  });
  test('is as any other where the policy has it so', () => {
    const { exploited: _, ...off } = policy;
    expect(places(exploited, off, 6)).toEqual(places(tuesday, off, 6));
    expect(places(tuesday, policy, 6)).toEqual(places(tuesday, off, 6));
  });
  test('is as any other once somebody has answered, until the decision', () => {
    const decision = { ...tuesday, duty: 'confirm' } as const;
    expect(places({ ...decision, exploited: true }, everyTwo, 6)).toEqual(places(decision, policy, 6));
  });
  test('goes on to its next gap where two meet, and not where another one comes between', () => {
    const climbing = (gaps: number[], tell: RungSpec['tell'], count: number) =>
      places(exploited, { ...policy, exploited: { kind: 'every_hours', gaps, tell } }, count).map(
        ({ at: when, kind }) => [when, kind],
      );
    expect(climbing([13, 2], ['deputy', 'lead'], 2)).toEqual([
      [at('09-23T14:00'), 'share'],
      [at('09-23T16:00'), 'every_hours'],
    ]);
    expect(climbing([3, 20, 1], ['responder'], 3)).toEqual([
      [at('09-22T13:00'), 'every_hours'],
      [at('09-23T14:00'), 'share'],
      [new Date('2026-09-24T11:30:00+08:00'), 'share'],
    ]);
  });
  test('has one rung where two meet, for everybody whom either reminds', () => {
    const rules: Policy = { ...policy, exploited: { kind: 'every_hours', gaps: [13], tell: ['deputy', 'lead'] } };
    expect(rungNumbered(exploited, rules, 1)).toMatchObject({ kind: 'share', tell: ['responder', 'deputy', 'lead'] });
  });
  test('knows its last rung before the deadline, and the first that finds it missed', () => {
    const all = places(exploited, policy, 25);
    const [last] = all.filter((rung) => lastRungBeforeDeadline(rung, exploited, policy));
    const [first] = all.filter((rung) => firstRungAfterDeadline(rung, exploited, policy));
    expect([last?.at, first?.at]).toEqual([at('09-24T16:00'), at('09-24T18:00')]);
    expect(lastBefore(exploited, policy)).toEqual(last);
    expect(all.find(({ number }) => number === (last?.number ?? 0) + 1)).toEqual(first);
  });
  test('is climbed quickly after a year', () => {
    const began = process.cpuUsage();
    expect(latestRung(exploited, everyTwo, at('12-31T12:00'))?.kind).toBe('every_hours');
    // Of this process: a busy machine does not lengthen it.
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(200);
  });
});

describe('rungs that meet or fall outside', () => {
  test('of two at the same moment the later one stays', () => {
    const rules = withLadder(
      { kind: 'hours_before', hours: 13, tell: ['lead'] },
      { kind: 'share', share: 0.5, tell: ['responder'] },
      { kind: 'at_deadline', tell: ['channel'] },
      { kind: 'each_working_day_after', tell: ['channel'] },
    );
    expect(places(tuesday, rules, 2).map(({ tell }) => tell)).toEqual([['lead'], ['channel']]);
  });
  test('a rung at the deadline stays, whatever meets it', () => {
    const rules = withLadder(
      { kind: 'at_deadline', tell: ['channel'] },
      { kind: 'share', share: 1, tell: ['responder'] },
    );
    expect(rungNumbered(tuesday, rules, 1).tell).toEqual(['channel']);
  });
  test('one that would lie before the receipt is left out, and one at it is not', () => {
    const first = (hours: number) =>
      rungNumbered(
        tuesday,
        withLadder({ kind: 'hours_before', hours, tell: ['lead'] }, { kind: 'at_deadline', tell: ['channel'] }),
        1,
      );
    expect(first(27).kind).toBe('at_deadline');
    expect(first(26)).toMatchObject({ kind: 'hours_before', at: tuesday.since });
  });
  test('without a rung for the days after, the channel is told all the same', () => {
    const rules = withLadder({ kind: 'at_deadline', tell: ['responder'] });
    expect(nextRung(tuesday, rules, tuesday.dueAt)).toMatchObject({ number: 2, tell: ['channel'] });
  });
  test('without one at the deadline, the first after it comes on the next working day', () => {
    const rules = withLadder({ kind: 'share', share: 0.5, tell: ['responder'] });
    expect(places(tuesday, rules, 2).map(({ at: when }) => when)).toEqual([at('09-23T14:00'), at('09-28T09:00')]);
  });
  test('a ladder of the days after alone begins on the first of them', () => {
    const rules = withLadder({ kind: 'each_working_day_after', tell: ['lead'] });
    expect(places(tuesday, rules, 2).map(({ at: when }) => when)).toEqual([at('09-28T09:00'), at('09-29T09:00')]);
    expect(lastBefore(tuesday, rules)).toBeUndefined();
  });
  test('there is no rung 0', () => {
    expect(() => rungNumbered(tuesday, policy, 0)).toThrow('there is no rung 0');
  });
});

describe('ladders that are remembered', () => {
  test('are as many as a bound allows, and right after it as before', () => {
    let counted = 0;
    const rules: Policy = {
      ...policy,
      get ladder() {
        counted += 1;
        return policy.ladder;
      },
    };
    // A ladder that is remembered is not counted again.
    const ladderReads = (deadline: Deadline) => {
      const before = counted;
      nextRung(deadline, rules, deadline.since);
      return counted - before;
    };
    const anew = ladderReads(tuesday);
    expect(ladderReads(tuesday)).toBeLessThan(anew);
    const first = places(tuesday, rules, 4);
    for (let n = 1; n <= 5000; n += 1) ladderReads({ ...tuesday, since: new Date(tuesday.since.getTime() - n) });
    expect(ladderReads(tuesday)).toBe(anew);
    expect(places(tuesday, rules, 4)).toEqual(first);
  });
});

describe('what no daily cap holds back', () => {
  const which = (says: (rung: Rung) => boolean, rules: Policy) =>
    places(tuesday, rules, 7)
      .filter(says)
      .map(({ number }) => number);
  test('is the last rung before the deadline', () => {
    expect(which((rung) => lastRungBeforeDeadline(rung, tuesday, policy), policy)).toEqual([3]);
  });
  test('and the first that finds it missed', () => {
    expect(which((rung) => firstRungAfterDeadline(rung, tuesday, policy), policy)).toEqual([4]);
  });
  test('with a ladder of the deadline alone there is no last rung before it', () => {
    const rules = withLadder({ kind: 'at_deadline', tell: ['channel'] });
    expect(which((rung) => lastRungBeforeDeadline(rung, tuesday, rules), rules)).toEqual([]);
    expect(which((rung) => firstRungAfterDeadline(rung, tuesday, rules), rules)).toEqual([1]);
  });
});

describe('properties', () => {
  const { seed } = seeded('TEST_SEED');
  const numRuns = 40;
  const spec: fc.Arbitrary<RungSpec> = fc.oneof(
    fc
      .double({ min: 0.01, max: 0.99, noNaN: true })
      .map((share) => ({ kind: 'share' as const, share, tell: ['responder' as const] })),
    fc.integer({ min: 1, max: 40 }).map((hours) => ({ kind: 'hours_before' as const, hours, tell: ['lead' as const] })),
  );
  test(`rungs go up in number and time, and time passing renumbers none (${numRuns} runs, seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.array(spec, { maxLength: 6 }),
        fc.date({ min: new Date('2026-01-05'), max: new Date('2026-11-30'), noInvalidDate: true }),
        fc.array(fc.integer({ min: 0, max: 10 * 24 * 60 }), { maxLength: 10 }),
        (ladder, since, minutes) => {
          const rules = withLadder(
            ...ladder,
            { kind: 'at_deadline', tell: ['channel'] },
            { kind: 'each_working_day_after', tell: ['channel'] },
          );
          const deadline = deadlineFrom(since);
          const all = places(deadline, rules, ladder.length + 12);
          for (const [i, rung] of all.entries()) {
            expect(rung.number).toBe(i + 1);
            expect(rung.at.getTime()).toBeGreaterThan(i === 0 ? since.getTime() - 1 : (all[i - 1]?.at.getTime() ?? 0));
            if (rung.kind === 'share' || rung.kind === 'hours_before') expect(rung.at < deadline.dueAt).toBe(true);
          }
          expect(all.filter((rung) => firstRungAfterDeadline(rung, deadline, rules)).map(({ kind }) => kind)).toEqual([
            'at_deadline',
          ]);
          for (const later of minutes) {
            const now = new Date(since.getTime() + later * 60_000);
            const latest = latestRung(deadline, rules, now);
            expect(latest).toEqual(all.findLast((rung) => rung.at <= now));
            expect(nextRung(deadline, rules, now).number).toBe((latest?.number ?? 0) + 1);
          }
        },
      ),
      { seed, numRuns },
    );
  });
});

describe('a deadline on a day off', () => {
  // Saturday 12 September: promised in calendar days.
  const saturday: Deadline = { ...deadlineFrom(at('09-10T10:00')), dueAt: at('09-12T18:00') };

  test('reminds nobody on that day: the rung at the deadline comes when the next working day opens, once', () => {
    expect(places(saturday, policy, 5).map(({ at, kind }) => [at, kind])).toEqual([
      [at('09-11T09:30'), 'share'],
      [at('09-11T13:45'), 'share'],
      [at('09-11T16:00'), 'hours_before'],
      [at('09-14T09:00'), 'at_deadline'],
      [at('09-15T09:00'), 'each_working_day_after'],
    ]);
  });
  test('still has its last rung before the deadline and its first after it', () => {
    const [, , before, after] = places(saturday, policy, 4) as [Rung, Rung, Rung, Rung];
    expect(lastRungBeforeDeadline(before, saturday, policy)).toBe(true);
    expect(firstRungAfterDeadline(after, saturday, policy)).toBe(true);
  });
});

describe('a missed deadline that backs off', () => {
  const ladder = policy.ladder.map((spec) =>
    spec.kind === 'each_working_day_after' ? { ...spec, gaps: [1, 2, 4] } : spec,
  );
  test('reminds after one working day, two more, four more, and so on by four, with everybody who is named', () => {
    const rungs = places(deadlineFrom(at('09-22T10:00')), { ...policy, ladder }, 9).slice(4);
    // Thursday 24 is the deadline. Friday to Sunday is Mid-Autumn, and National Day lasts from the 1st to the 7th of October, which
    // makes Saturday the 10th a working day.
    expect(rungs.map((rung) => rung.at)).toEqual(
      ['09-28', '09-30', '10-12', '10-16', '10-22'].map((day) => at(`${day}T09:00`)),
    );
    expect(new Set(rungs.map(({ tell }) => tell.join()))).toEqual(new Set(['responder,lead,channel']));
  });
});
