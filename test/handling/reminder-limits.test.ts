import type { Deadline } from '../../src/deadline/deadlines.js';
import { lastBefore, type Rung, rungNumbered } from '../../src/deadline/ladder.js';
import { aheadOf, maySendSooner, mayWait, mustBePosted } from '../../src/handling/reminder-limits.js';
import type { OpenDuty } from '../../src/report/duty.js';
import { china, moments, policy, row, rung } from './situations.js';

const deadline: Deadline = { duty: 'acknowledge', ...(row().duties.acknowledge as OpenDuty) };
const hourly: Rung = { ...rung(1), kind: 'every_hours' };
const after = (at: Date, ms: number) => new Date(at.getTime() + ms);
const minutes = 60_000;
const hours = 60 * minutes;

describe('a reminder may wait for the morning', () => {
  const at = china('09-23T17:00');
  const opens = china('09-24T09:00');
  const late = after(at, 15 * minutes + 1);
  const lastBeforeIt = (dueAt: Date) => lastBefore({ ...deadline, dueAt }, policy)?.number ?? 0;
  test.each<[string, boolean, Rung, Date, Date]>([
    ['at its moment', false, rung(1), moments.deadline, at],
    ['until it is a quarter of an hour late', false, rung(1), moments.deadline, after(at, 15 * minutes)],
    ['once it is later than that', true, rung(1), moments.deadline, late],
    ['of an exploited report, however late', false, hourly, moments.deadline, late],
    ['the last before a deadline in the night', false, rung(lastBeforeIt(after(opens, -1))), after(opens, -1), late],
    ['the last before a deadline when the hours begin', false, rung(lastBeforeIt(opens)), opens, late],
    ['the last before a deadline after that', true, rung(lastBeforeIt(after(opens, 1))), after(opens, 1), late],
    ['another before a deadline in the night', true, rung(lastBeforeIt(opens) - 1), opens, late],
    ['the last before a deadline that is missed by now', true, rung(lastBeforeIt(late)), late, late],
  ])('%s: %s', (_, expected, one, dueAt, now) => {
    expect(mayWait({ at, rung: one }, { ...deadline, dueAt }, policy, opens, now)).toBe(expected);
  });
});

test('a message takes along what follows within an hour, four after half of a day’s messages, a working day after all of them', () => {
  const rules = { ...policy, dailyReminders: 4 };
  expect([0, 1, 2, 3, 4, 5].map((count) => aheadOf(count, rules) / hours)).toEqual([1, 1, 4, 4, 9, 9]);
});

describe('another message takes a reminder along', () => {
  const now = china('09-23T10:00');
  const missed = { dueAt: moments.deadline };
  test.each<[string, boolean, number, Partial<Deadline>, number?]>([
    ['that follows within the time', true, hours - 1, {}],
    ['that follows just after it', false, hours, {}],
    ['of an exploited report within two hours', true, 2 * hours, { exploited: true }],
    ['of an exploited report after that', false, 2 * hours + 1, { exploited: true }],
    ['of another within two hours', false, 2 * hours, {}],
    ['that they had already', false, 1, {}, 2],
  ])('%s: %s', (_, expected, gap, over, posted = 1) => {
    const next = { at: after(now, gap), rung: rung(2) };
    expect(maySendSooner(next, { ...deadline, ...over }, posted, hours, now)).toBe(expected);
  });
  test.each<[string, boolean, number, Date]>([
    ['the last before the deadline', true, 3, after(missed.dueAt, -1)],
    ['the one at the deadline, before it', false, 4, after(missed.dueAt, -1)],
    ['the one after the deadline, before it', false, 5, after(missed.dueAt, -1)],
    ['the one after the deadline, at it', true, 5, missed.dueAt],
  ])('%s: %s', (_, expected, number, at) => {
    expect(maySendSooner({ at: after(at, 1), rung: rung(number) }, deadline, 2, hours, at)).toBe(expected);
  });
});

describe('neither limit nor snooze holds back', () => {
  test.each<[string, boolean, Rung, number, boolean]>([
    ['an early reminder', false, rung(2), 1, false],
    ['the last before a deadline', true, rung(3), 2, false],
    ['that one where it was excused', false, rung(3), 2, true],
    ['that a deadline is missed, excused or not', true, rung(4), 3, true],
    ['the first that they hear of a missed deadline', true, rung(5), 3, true],
    ['what they hear of it after that', false, rung(5), 4, false],
    ['an exploited report', true, hourly, 0, true],
  ])('%s: %s', (_, expected, one, posted, excused) => {
    expect(mustBePosted({ rung: one, deadline }, posted, policy, excused)).toBe(expected);
  });
  test('a reminder of an exploited report that they missed, though the latest is another', () => {
    const exploited: Deadline = { ...deadline, exploited: true };
    const usual = Array.from({ length: 9 }, (_, i) => rungNumbered(exploited, policy, i + 2)).find(
      ({ kind }) => kind === 'share',
    );
    if (usual === undefined) throw new Error('the usual ladder has a share');
    const must = (posted: number) => mustBePosted({ rung: usual, deadline: exploited }, posted, policy, false);
    expect([must(usual.number - 2), must(usual.number - 1)]).toEqual([true, false]);
  });
});
