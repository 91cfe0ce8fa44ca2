import { deadlinesOf, promiseFor, promiseToday } from '../../src/deadline/deadlines.js';
import { laterDate } from '../../src/deadline/later-date.js';
import type { Policy } from '../../src/deadline/policy.js';
import { emptyRoster } from '../../src/deadline/roster.js';
import { backFromBreak, readBreakDay } from '../../src/deadline/team-break.js';
import { inEveryLanguage } from '../../src/report/languages.js';
import { policy } from './calendars.js';
import { acknowledged, report } from './reports.js';

const cn = (text: string) => new Date(`2026-${text}:00+08:00`);
/** Tuesday. Friday to Sunday is Mid-Autumn. */
const tuesday = cn('09-22T10:00');
const back = cn('09-24T09:00');
const teamBreak = { since: tuesday, until: '2026-09-24' };
const away: Policy = { ...policy, roster: { ...emptyRoster, teamBreak } };
const filed = cn('09-22T12:00');
const { promise } = promiseFor(filed, away);
const open = report(filed, promise);

test.each([
  ['before it was said', cn('09-22T09:59'), undefined],
  ['from the moment it was said', tuesday, back],
  ['on the day on which the team is back, until it opens', cn('09-24T08:59'), back],
  ['once the team has opened', back, undefined],
])('a team is on a break %s', (_, at, until) => {
  expect(backFromBreak(at, away)).toEqual(until);
  expect(backFromBreak(at, policy)).toBeUndefined();
});

test.each([
  ['', 'break_day_unreadable'],
  ['tomorrow', 'break_day_unreadable'],
  ['2026-09-22', 'break_day_unreadable'],
  ['2025-10-08', 'break_day_unreadable'],
  ['2026-11-22', 'break_day_too_far'],
  ['2026-11-21', 'break_day_off'],
  ['2026-09-25', 'break_day_off'],
  ['2026-10-03', 'break_day_off'],
])('%j is no day on which the team can answer again: %s', (typed, problem) => {
  expect(readBreakDay(typed, tuesday, policy.calendar)).toEqual({ problem });
});
test.each(['2026-09-23', '2026-10-10', '2026-11-20'])('%j is one, a make-up day included', (until) => {
  expect(readBreakDay(until, tuesday, policy.calendar)).toEqual({ until });
});

describe('a report that comes in during a break', () => {
  test('counts as received when the team is back', () => {
    expect(promise).toEqual({ ...promiseFor(back, policy).promise, countsFrom: back });
    expect(promise.dueAt).toEqual(cn('09-29T18:00'));
    expect(promiseFor(filed, away).explanation).toEqual(promiseFor(back, policy).explanation);
  });
  test('is reminded of from then on: of the answer, and of the decision', () => {
    expect(deadlinesOf(open, away)).toMatchObject([{ duty: 'acknowledge', since: back, dueAt: cn('09-29T18:00') }]);
    const decided = report(filed, promise, acknowledged(cn('09-24T10:00')));
    expect(deadlinesOf(decided, away)).toMatchObject([{ duty: 'confirm', since: back, dueAt: cn('09-29T18:00') }]);
  });
  test('is reminded of at once where it is exploited', () => {
    const exploited = { ...open, form: { ...open.form, knownAlready: 'exploited' as const } };
    expect(deadlinesOf(exploited, away)).toMatchObject([{ since: filed, dueAt: cn('09-29T18:00'), exploited: true }]);
    const { exploited: _, ...asAnyOther } = away;
    expect(deadlinesOf(exploited, asAnyOther)).toMatchObject([{ since: back }]);
  });
  test('keeps its date when the break ends early, goes on, or is over', () => {
    const longer = { ...away, roster: { ...emptyRoster, teamBreak: { ...teamBreak, until: '2026-10-10' } } };
    for (const one of [policy, longer]) {
      expect(promiseToday(open, one).promise).toEqual(promise);
      expect(deadlinesOf(open, one)).toEqual(deadlinesOf(open, away));
      expect(laterDate(open, one, filed)).toBeUndefined();
    }
  });
  test('gets a later date where a holiday is declared, and still counts from then', () => {
    const holidays = new Map([...policy.calendar.holidays, ['2026-09-29', inEveryLanguage('Founding Day')] as const]);
    const declared = { ...away, revision: 'another', calendar: { ...policy.calendar, holidays } };
    expect(laterDate(open, declared, filed)?.promise).toMatchObject({ dueAt: cn('09-30T18:00'), countsFrom: back });
  });
});

test('a break moves no promise that was made before it', () => {
  const before = cn('09-22T09:00');
  const running = report(before, promiseFor(before, policy).promise);
  expect(deadlinesOf(running, away)).toEqual(deadlinesOf(running, policy));
  expect(laterDate(running, away, tuesday)).toBeUndefined();
});
test('what came by mail before the break counts from then', () => {
  expect(promiseFor(cn('09-21T10:00'), away).promise).not.toHaveProperty('countsFrom');
});
