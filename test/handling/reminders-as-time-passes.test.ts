import fc from 'fast-check';
import { type Deadline, deadlinesOf, promiseFor } from '../../src/deadline/deadlines.js';
import { firstRungAfterDeadline, lastRungBeforeDeadline, nextRung, type Rung } from '../../src/deadline/ladder.js';
import { localDate } from '../../src/deadline/local-date.js';
import type { Policy } from '../../src/deadline/policy.js';
import { dueNotices, openDuties } from '../../src/handling/due-notices.js';
import { type DueReminders, dueReminders } from '../../src/handling/due-reminders.js';
import type { TrackedPerson } from '../../src/handling/ports.js';
import { recipientsOf, type ZoneOf, zoneFor } from '../../src/handling/reminder-recipients.js';
import type { DutyRow, TrackedReport } from '../../src/handling/tracked-report.js';
import { reportIdFrom } from '../../src/report/report-id.js';
import { acknowledge, assign, bo, by, historyOf, lost, mei, rae, submit, theClock } from '../report/situations.js';
import { atOnce } from '../support/at-once.js';
import { seeded } from '../support/seeded.js';
import { anyPolicy, anyZones } from './random-policy.js';
import { once, person, tracked } from './situations.js';

const { seed } = seeded('TEST_SEED');
const numRuns = 30;
const hour = 3_600_000;
const me = 'U0ME';
const start = new Date('2026-09-21T00:00:00Z');
const end = new Date('2026-09-29T12:00:00Z');

/** A report in the clear, and when it changes: received, taken by somebody, acknowledged (perhaps never). */
type Life = Readonly<{ id: string; receivedAt: Date; takenAt: Date; by: string | undefined; metAt: Date }>;
const moment = (hours: number) => new Date(start.getTime() + Math.round(hours * hour));
const life: fc.Arbitrary<Life> = fc
  .record({
    id: fc.uint8Array({ minLength: 5, maxLength: 5 }).map(reportIdFrom),
    received: fc.double({ min: 0, max: 72, noNaN: true }),
    taken: fc.double({ min: 0, max: 72, noNaN: true }),
    by: fc.constantFrom(me, me, me, 'U0OTHER', undefined),
    met: fc.oneof(fc.double({ min: 0, max: 120, noNaN: true }), fc.constant(9999), fc.constant(9999)),
  })
  .map(({ id, received, taken, by, met }) => ({
    id,
    receivedAt: moment(received),
    takenAt: moment(received + taken),
    by,
    metAt: moment(received + met),
  }));
const lives = fc.uniqueArray(life, { minLength: 1, maxLength: 2, selector: ({ id }) => id });

function deadlineOf({ receivedAt }: Life, policy: Policy): Deadline {
  const { dueAt, provisional } = promiseFor(receivedAt, policy).promise;
  return { duty: 'acknowledge', opening: 1, since: receivedAt, dueAt, provisional, policyRevision: policy.revision };
}

/** What a query for open duties finds at a moment. */
function rowsAt(all: readonly Life[], policy: Policy, now: Date): DutyRow[] {
  return all
    .filter(({ receivedAt, metAt }) => receivedAt <= now && now < metAt)
    .map((one) => ({
      id: one.id,
      receivedAt: one.receivedAt,
      noticesFrom: one.receivedAt,
      ...(one.by !== undefined && one.takenAt <= now ? { responder: one.by, responderSince: one.takenAt } : {}),
      duties: openDuties([deadlineOf(one, policy)]),
    }));
}

type Digest = Readonly<{ at: Date; before: TrackedPerson; due: DueReminders }>;

/** Lets time pass: the person is looked at when something changes and when a look was asked for, at most `late` too late. */
function pass(all: readonly Life[], policy: Policy, zoneOf: ZoneOf, late: () => number): Digest[] {
  const changes = all
    .flatMap(({ receivedAt, takenAt, metAt }) => [receivedAt, takenAt, metAt])
    .sort((a, b) => a.getTime() - b.getTime());
  const digests: Digest[] = [];
  let who = person(me);
  let now: Date | undefined = changes[0];
  while (now !== undefined && now < end) {
    const at: Date = now;
    const rows = rowsAt(all, policy, at);
    const due = atOnce(dueReminders(who, rows, policy, zoneOf, at));
    digests.push({ at, before: who, due });
    who = { ...who, rungs: due.rungs, today: due.today };
    const wakes = [due.wakeAt, changes.find((change) => change > at)].filter((wake) => wake !== undefined);
    const next = wakes.sort((a, b) => a.getTime() - b.getTime())[0];
    now = next === undefined ? undefined : new Date(next.getTime() + late());
  }
  return digests;
}

function rungsUntil(deadline: Deadline, policy: Policy): Rung[] {
  const rungs: Rung[] = [];
  for (let rung = nextRung(deadline, policy, new Date(0)); rung.at < end; rung = nextRung(deadline, policy, rung.at))
    rungs.push(rung);
  return rungs;
}

const punctual = () => 0;

describe(`a person's reminders as time passes (${numRuns} runs each, seed ${seed})`, () => {
  const always = (
    lateness: fc.Arbitrary<number[]>,
    check: (all: readonly Life[], policy: Policy, zoneOf: ZoneOf, digests: Digest[]) => void,
  ) =>
    fc.assert(
      fc.property(lives, anyPolicy, anyZones, lateness, (all, policy, zoneOf, delays) => {
        let i = 0;
        const late = () => delays[i++ % delays.length] ?? 0;
        check(all, policy, zoneOf, pass(all, policy, zoneOf, delays.length === 0 ? punctual : late));
      }),
      { seed, numRuns },
    );
  const outages = fc.array(fc.oneof(fc.nat(1000), fc.nat(40 * hour)), { minLength: 1, maxLength: 9 });

  test('whatever the outages, each reminder is sent at most once and in order', () => {
    always(outages, (all, policy, zoneOf, digests) => {
      const last = new Map<string, number>();
      for (const { at, due } of digests) {
        for (const { key, rung } of due.reminders) {
          expect(rung.number).toBeGreaterThan(last.get(key) ?? 0);
          last.set(key, rung.number);
        }
        const again = atOnce(dueReminders(person(me, due), rowsAt(all, policy, at), policy, zoneOf, at));
        expect(again.reminders).toEqual([]);
        expect(again.rungs).toEqual(due.rungs);
      }
    });
  });

  test('the next look always lies ahead, and there is one exactly as long as a duty is open', () => {
    always(outages, (all, policy, _, digests) => {
      for (const { at, due } of digests) {
        expect(due.wakeAt !== undefined).toBe(rowsAt(all, policy, at).length > 0);
        if (due.wakeAt !== undefined) expect(due.wakeAt.getTime()).toBeGreaterThan(at.getTime());
      }
    });
  });

  test('a responder gets the last reminder before a deadline and the first after it', () => {
    let expected = 0;
    always(fc.constant([]), (all, policy, zoneOf, digests) => {
      for (const one of all.filter(({ by: responder }) => responder === me)) {
        const deadline = deadlineOf(one, policy);
        const row = { responder: me, responderSince: one.takenAt, since: one.receivedAt, dueAt: deadline.dueAt };
        for (const rung of rungsUntil(deadline, policy)) {
          if (!lastRungBeforeDeadline(rung, deadline, policy) && !firstRungAfterDeadline(rung, deadline, policy))
            continue;
          const hearing = recipientsOf(rung, { ...row, noticesFrom: one.receivedAt }, policy, zoneOf);
          const at = hearing.people.find(({ user }) => user === me)?.at;
          if (!rung.tell.includes('responder') || at === undefined) continue;
          if (at < one.takenAt || at >= one.metAt || at >= end) continue;
          expected += 1;
          const heard = digests.flatMap(({ at: said, due }) =>
            due.reminders.filter(({ id, rung: { number } }) => id === one.id && number >= rung.number).map(() => said),
          );
          // It may come along with another, up to four hours sooner.
          const early = at.getTime() - (heard[0]?.getTime() ?? 0);
          expect(early).toBeGreaterThanOrEqual(0);
          expect(early).toBeLessThan(4 * hour);
        }
      }
    });
    expect(expected).toBeGreaterThan(2);
  });

  test('nothing else gets past the daily limit', () => {
    always(outages, (_, policy, zoneOf, digests) => {
      const sent = new Map<string, number>();
      for (const { at, before, due } of digests.filter(({ due }) => due.reminders.length > 0)) {
        const day = localDate(at, zoneFor(me, zoneOf, policy));
        const count = (sent.get(day) ?? 0) + 1;
        sent.set(day, count);
        const urgent = due.reminders.some(
          ({ key, rung, deadline }) =>
            lastRungBeforeDeadline(rung, deadline, policy) ||
            (rung.at >= deadline.dueAt && (before.rungs[key] ?? 0) < rung.number),
        );
        if (count > policy.dailyReminders) expect(urgent).toBe(true);
      }
    });
  });

  test('nobody hears of a missed deadline before it has passed, nor of a report before it came in', () => {
    always(outages, (_, policy, __, digests) => {
      for (const { at, due } of digests)
        for (const { rung, deadline } of due.reminders) {
          expect(at >= deadline.since).toBe(true);
          if (!(rung.at < deadline.dueAt)) expect(at >= deadline.dueAt).toBe(true);
        }
      expect(policy.ladder.length).toBeGreaterThan(1);
    });
  });

  test('with hours all day in the team’s time zone and no daily limit, a responder gets each of their reminders on time, but one a day, of those before a deadline the last', () => {
    fc.assert(
      fc.property(life, anyPolicy, (one, some) => {
        const policy: Policy = {
          ...some,
          leads: [],
          rota: [],
          personHours: { open: '00:00', close: '23:59' },
          dailyReminders: 99,
        };
        const mine = { ...one, by: me };
        const deadline = deadlineOf(mine, policy);
        const heard = pass([mine], policy, () => policy.calendar.zone, punctual).flatMap(({ at, due }) =>
          due.reminders.map(({ rung }) => [rung.number, at.toISOString()]),
        );
        const inCharge = rungsUntil(deadline, policy).filter(
          ({ at, tell }) => tell.includes('responder') && at >= mine.takenAt && at < mine.metAt,
        );
        const last = rungsUntil(deadline, policy).findLast(({ at }) => at < deadline.dueAt);
        const day = (at: Date) => localDate(at, policy.calendar.zone);
        const isSaidLater = ({ at, tell, number }: Rung) =>
          last?.tell.includes('responder') &&
          tell.includes('responder') &&
          number < last.number &&
          day(at) === day(last.at);
        // A second one on a day that says the same waits for the next, on which there may be another.
        const side = ({ at }: Rung) => `${day(at)} ${at < deadline.dueAt}`;
        const expected = inCharge.filter((rung) => !isSaidLater(rung));
        const days = new Set(expected.map(side));
        const isCrowded = days.size < expected.length;
        expect(heard.slice(0, isCrowded ? 1 : undefined)).toEqual(
          expected.slice(0, isCrowded ? 1 : undefined).map(({ number, at }) => [number, at.toISOString()]),
        );
        const isLast = (number: number) => number === last?.number;
        const told = heard.map(([number, at]) => ({ number: Number(number), at: new Date(String(at)) }));
        const sides = told
          .filter(({ number }) => !isLast(number))
          .map(({ at, number }) => `${day(at)} ${last !== undefined && number <= last.number}`);
        expect(new Set(sides).size).toBe(sides.length);
      }),
      { seed, numRuns },
    );
  });
});

describe(`what is due for a report as time passes (${numRuns} runs each, seed ${seed})`, () => {
  const histories = [
    historyOf([submit, by(rae)]),
    historyOf([submit, by(rae)], [assign(mei), by(mei)]),
    historyOf([submit, by(rae)], [acknowledge, by(mei)], [lost('failed'), theClock]),
    historyOf([submit, by(rae)], [acknowledge, by(mei)]),
    historyOf(
      [submit, by(rae)],
      [acknowledge, by(mei)],
      [lost('failed'), theClock],
      [acknowledge, by(bo)],
      [lost('unsure', 3), theClock],
    ),
  ];
  const steps = fc.array(fc.nat(30 * hour), { maxLength: 15 });

  test('each reminder is reached once while a duty is open, and the next look lies ahead', () => {
    fc.assert(
      fc.property(fc.constantFrom(...histories), anyPolicy, steps, (history, policy, delays) => {
        const first = tracked(history);
        let report: TrackedReport = { ...first, duties: openDuties(deadlinesOf(first.report, policy)) };
        let now = report.report.receivedAt;
        const last = new Map<string, number>();
        for (const delay of delays) {
          const due = dueNotices(report, policy, now);
          for (const [key, number] of Object.entries(due.rungs)) {
            expect(number).toBeGreaterThan(last.get(key) ?? 0);
            last.set(key, number);
          }
          report = once(report, due);
          const again = dueNotices(report, policy, now);
          expect(again).toMatchObject({ card: false, notices: [], rungs: {}, people: [], duties: undefined });
          expect(again.wakeAt).toEqual(due.wakeAt);
          // The first word is due, and after it the decision.
          expect(Object.keys(report.duties)).toHaveLength(1);
          expect(due.wakeAt).toBeDefined();
          if (due.wakeAt === undefined) break;
          expect(due.wakeAt.getTime()).toBeGreaterThan(now.getTime());
          const woken = dueNotices(report, policy, due.wakeAt);
          // A rung, or the moment at which what binds the team earlier is late for the reporter.
          const told = deadlinesOf(report.report, policy).some(
            ({ toldAt }) => toldAt?.getTime() === due.wakeAt?.getTime(),
          );
          const reached = Object.keys(woken.rungs).length;
          expect([woken.notices, reached]).toEqual([[], told ? reached : 1]);
          now = new Date(due.wakeAt.getTime() + delay);
        }
      }),
      { seed, numRuns },
    );
  });
});
