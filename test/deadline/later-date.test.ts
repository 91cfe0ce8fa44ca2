import { deadlinesOf, promiseFor } from '../../src/deadline/deadlines.js';
import { latestRung, rungsOf } from '../../src/deadline/ladder.js';
import { laterDate, movedProvisional } from '../../src/deadline/later-date.js';
import { localDate } from '../../src/deadline/local-date.js';
import type { Policy } from '../../src/deadline/policy.js';
import { dayKind } from '../../src/deadline/working-day.js';
import type { ReportEvent } from '../../src/report/events.js';
import { inEveryLanguage } from '../../src/report/languages.js';
import { policy } from './calendars.js';
import { acknowledged, report } from './reports.js';

const cn = (text: string) => new Date(`2026-${text}:00+08:00`);
const tuesday = cn('09-22T10:00');
const thursday = cn('09-24T18:00');
const firm = promiseFor(tuesday, policy).promise;
const name = inEveryLanguage('Founding Day');
const by = { kind: 'person', person: { team: 'T0HOME', user: 'U0LIN', name: 'Lin' } } as const;

/** The policy after these days were declared holidays. */
const withHolidays = (...dates: string[]): Policy => {
  const holidays = new Map([...policy.calendar.holidays, ...dates.map((date) => [date, name] as const)]);
  return { ...policy, revision: 'another', calendar: { ...policy.calendar, holidays } };
};
const declared = withHolidays('2026-09-24');

describe('a later date by the calendar of today', () => {
  const open = report(tuesday, firm);
  test('is found for a firm promise, with the days off on the way', () => {
    // Friday to Sunday is Mid-Autumn.
    expect(laterDate(open, declared, tuesday)).toMatchObject({
      promise: { dueAt: cn('09-28T18:00'), provisional: false, policyRevision: 'another' },
      days: [{ date: '2026-09-24', name }, { date: '2026-09-25' }, { date: '2026-09-26' }, { date: '2026-09-27' }],
    });
  });
  test('names holidays alone, and no make-up day on the way', () => {
    // Saturday 10 October is worked for National Day.
    const friday = cn('10-09T10:00');
    const due = report(friday, promiseFor(friday, policy).promise);
    expect(due.promise.dueAt).toEqual(cn('10-12T18:00'));
    expect(laterDate(due, withHolidays('2026-10-12'), friday)?.days).toEqual([{ date: '2026-10-12', name }]);
  });
  const decided: ReportEvent = {
    type: 'ReportDeclined',
    at: thursday,
    by,
    reason: 'out_of_scope',
    asksForPublicBug: false,
  };
  test.each<[string, Parameters<typeof laterDate>]>([
    ['while the calendar is the same', [open, policy, tuesday]],
    [
      'for an earlier date, which binds at once',
      [report(tuesday, { ...firm, dueAt: cn('09-30T18:00') }), policy, tuesday],
    ],
    [
      'for a provisional promise, which moves by itself',
      [report(tuesday, { ...firm, provisional: true }), declared, tuesday],
    ],
    ['once the promise is broken', [open, declared, thursday]],
    ['once the report is decided', [report(tuesday, firm, acknowledged(tuesday), decided), declared, tuesday]],
    [
      'for a decision with a term of its own',
      [
        report(tuesday, firm, acknowledged(tuesday)),
        { ...declared, duties: { ...policy.duties, decide: { workingDays: 9 } } },
        tuesday,
      ],
    ],
  ])('is none %s', (_, facts) => expect(laterDate(...facts)).toBeUndefined());
  test('is found for the decision that is due with the first answer', () => {
    expect(laterDate(report(tuesday, firm, acknowledged(tuesday)), declared, tuesday)?.promise.dueAt).toEqual(
      cn('09-28T18:00'),
    );
  });
});

describe('a provisional promise', () => {
  const promised = (dueAt: Date, ...since: ReportEvent[]) =>
    report(tuesday, { ...firm, dueAt, provisional: true }, ...since);
  test.each([
    ['later', promised(thursday), declared, cn('09-28T18:00')],
    ['earlier', promised(cn('09-30T18:00')), policy, thursday],
    ['later, for the decision too', promised(thursday, acknowledged(tuesday)), declared, cn('09-28T18:00')],
  ])('moves by itself: %s', (_, one, today, dueAt) => {
    expect(movedProvisional(one, today, tuesday)?.promise).toMatchObject({ dueAt, provisional: false });
  });
  test.each<[string, Parameters<typeof movedProvisional>]>([
    ['to the same date', [promised(thursday), policy, tuesday]],
    ['that is firm', [report(tuesday, firm), declared, tuesday]],
    ['to a moment that has passed', [promised(cn('09-30T18:00')), policy, thursday]],
    [
      'of a decision with a term of its own',
      [
        promised(thursday, acknowledged(tuesday)),
        { ...declared, duties: { ...policy.duties, decide: { workingDays: 9 } } },
        tuesday,
      ],
    ],
  ])('does not move %s', (_, facts) => expect(movedProvisional(...facts)).toBeUndefined());
});

describe('a promise that was moved', () => {
  const movedAt = cn('09-23T15:00');
  const moved = (...first: ReportEvent[]) =>
    report(tuesday, firm, ...first, {
      type: 'PromiseMoved',
      at: movedAt,
      by,
      promise: { dueAt: cn('09-28T18:00'), provisional: false, policyRevision: 'another' },
      days: [],
      route: 'direct_message',
    });
  test.each([
    ['acknowledge', moved()],
    ['confirm', moved(acknowledged(tuesday))],
  ])('binds the duty to %s, whose ladder begins anew from then', (duty, one) => {
    const [deadline] = deadlinesOf(one, declared);
    expect(deadline).toMatchObject({ duty, opening: 2, dueAt: cn('09-28T18:00'), remindFrom: movedAt });
  });
});

describe('a promised update', () => {
  const onThursday: ReportEvent = { ...acknowledged(tuesday), nextUpdate: thursday } as ReportEvent;
  const open = report(tuesday, { ...firm, provisional: true }, onThursday);
  const update = (one: typeof open, today: Policy) =>
    deadlinesOf(one, today).find(({ duty }) => duty === 'next_update');

  test('has a later date when its day is declared a holiday: the next working day, with the days off', () => {
    expect(laterDate(open, declared, tuesday, 'next_update')).toMatchObject({
      promise: { dueAt: cn('09-28T18:00'), provisional: false, policyRevision: 'another' },
      days: [{ date: '2026-09-24', name }, { date: '2026-09-25' }, { date: '2026-09-26' }, { date: '2026-09-27' }],
    });
  });
  test('names holidays alone: no weekend after them, nor the half day on which it is due then', () => {
    const friday = report(tuesday, firm, { ...acknowledged(tuesday), nextUpdate: cn('09-18T18:00') } as ReportEvent);
    const halfDays = new Map([['2026-09-21', { name, close: '12:00' }]]);
    const makeUpDays = new Map();
    const { calendar, ...rules } = withHolidays('2026-09-18');
    const later = laterDate(
      friday,
      { ...rules, calendar: { ...calendar, halfDays, makeUpDays } },
      cn('09-17T10:00'),
      'next_update',
    );
    expect(later).toMatchObject({ promise: { dueAt: cn('09-21T12:00') }, days: [{ date: '2026-09-18', name }] });
  });
  const onSaturday = { ...acknowledged(tuesday), nextUpdate: cn('09-19T18:00') } as ReportEvent;
  const answered = { ...acknowledged(tuesday), type: 'MessageSent', purpose: 'information' } as ReportEvent;
  test.each<[string, Parameters<typeof laterDate>]>([
    ['while its day is worked', [open, policy, tuesday, 'next_update']],
    ['once it is missed', [open, declared, thursday, 'next_update']],
    ['once it is kept', [report(tuesday, firm, onThursday, answered), declared, tuesday, 'next_update']],
    [
      'on a weekend that somebody chose',
      [report(tuesday, firm, onSaturday), declared, cn('09-18T10:00'), 'next_update'],
    ],
    ['where none is promised', [report(tuesday, firm), declared, tuesday, 'next_update']],
  ])('has none %s', (_, facts) => expect(laterDate(...facts)).toBeUndefined());

  test('is due at once when its day closes early, and on its day where it is kept', () => {
    const halfDays = new Map([['2026-09-24', { name, close: '12:00' }]]);
    const closesEarly = { ...policy, calendar: { ...policy.calendar, halfDays } };
    expect(update(open, closesEarly)?.dueAt).toEqual(cn('09-24T12:00'));
    expect(update(open, declared)?.dueAt).toEqual(thursday);
  });

  const proposed: ReportEvent = {
    type: 'LaterDateProposed',
    at: tuesday,
    by: { kind: 'clock' },
    until: cn('09-28T18:00'),
    duty: 'next_update',
  };
  const promise = { dueAt: cn('09-28T18:00'), provisional: false, policyRevision: 'another' };
  const moved: ReportEvent = {
    type: 'PromiseMoved',
    at: cn('09-23T15:00'),
    by,
    promise,
    days: [],
    route: 'direct_message',
    duty: 'next_update',
  };
  test('that was moved begins its ladder anew, and leaves the first promise as it is', () => {
    const one = report(tuesday, firm, onThursday, proposed, moved);
    expect(update(one, declared)).toMatchObject({ opening: 2, dueAt: promise.dueAt, remindFrom: moved.at });
    expect(one.promise).toEqual(firm);
    expect([one.laterUpdate, one.laterDate]).toEqual([{ event: 2, until: promise.dueAt, answer: 'moved' }, undefined]);
    expect(one.messages.at(-1)).toMatchObject({ purpose: 'promise_moved', duty: 'next_update' });
  });
  test('that is promised anew is asked about anew', () => {
    expect(
      report(tuesday, firm, onThursday, proposed, { ...onThursday, type: 'MessageSent' } as ReportEvent),
    ).not.toHaveProperty('laterUpdate');
  });
});

test('nobody is reminded on a day that the calendar calls free, though the promise names it', () => {
  // Kept: the promise stays on the holiday.
  const [kept] = deadlinesOf(report(tuesday, firm), declared);
  if (kept === undefined) throw new Error('nothing is due');
  expect(kept.dueAt).toEqual(thursday);
  const rungs: Date[] = [];
  for (const { at, number } of rungsOf(kept, declared)) {
    rungs.push(at);
    if (number === 8) break;
  }
  const { zone } = declared.calendar;
  expect(rungs.map((at) => dayKind(localDate(at, zone), declared.calendar).worked)).not.toContain(false);
  expect(latestRung(kept, declared, cn('09-27T23:00'))?.kind).toBe('hours_before');
});
