import fc from 'fast-check';
import type { Calendar } from '../../src/deadline/calendar.js';
import { deadlinesOf, promiseFor, promisesOf } from '../../src/deadline/deadlines.js';
import type { Policy } from '../../src/deadline/policy.js';
import type { Term } from '../../src/deadline/term.js';
import type { ReportEvent } from '../../src/report/events.js';
import type { Report } from '../../src/report/report.js';
import { seeded } from '../support/seeded.js';
import { china, jerusalem, newYork, policy } from './calendars.js';
import { confirmByWalking } from './confirm-oracle.js';
import { acknowledged, report, undelivered } from './reports.js';

const cn = (text: string) => new Date(`2026-${text}:00+08:00`);
const lin = { kind: 'person', person: { team: 'T0HOME', user: 'U0LIN', name: 'Lin' } } as const;
const rae = { kind: 'person', person: { team: 'T0OUTSIDE', user: 'U0REPORTER', name: 'Rae' } } as const;
const route = 'direct_message' as const;
const question = (at: Date): ReportEvent => ({
  type: 'MessageSent',
  at,
  by: lin,
  purpose: 'question',
  message: 'Which build?',
  route,
});
const answer = (at: Date): ReportEvent => ({
  type: 'ReporterWrote',
  at,
  by: rae,
  purpose: 'answer',
  text: 'The newest.',
});
const declined = (at: Date): ReportEvent => ({
  type: 'ReportDeclined',
  at,
  by: lin,
  reason: 'out_of_scope',
  asksForPublicBug: false,
});
const reopened = (at: Date): ReportEvent => ({ type: 'ReportReopened', at, by: lin });
const withdrawn = (at: Date): ReportEvent => ({ type: 'ReportWithdrawn', at, by: rae });
const accepted = (at: Date): ReportEvent => ({
  type: 'ReportAccepted',
  at,
  by: lin,
  severity: { vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N', score: 6.5, rating: 'medium' },
  lines: [{ line: 'KubeSphere v4' }],
});
const embargo = (at: Date, until: Date): ReportEvent => ({ type: 'EmbargoAgreed', at, by: lin, until, route });

const received = (at: Date, ...since: ReportEvent[]) => report(at, promiseFor(at, policy).promise, ...since);
const open = (one: Report, rules = policy) => deadlinesOf(one, rules);
const names = (one: Report) => open(one).map(({ duty }) => duty);
const confirmOf = (one: Report, rules = policy) => open(one, rules).find(({ duty }) => duty === 'confirm');

const tuesday = cn('09-22T10:00');
const firstWord = acknowledged(cn('09-22T11:00'));
const thursday = cn('09-24T18:00');

describe('the decision', () => {
  test('is due with the first word, and stands from that word on: no moment before it is told again', () => {
    expect(names(received(tuesday))).toEqual(['acknowledge']);
    expect(open(received(tuesday, firstWord))).toEqual([
      {
        duty: 'confirm',
        opening: 1,
        since: tuesday,
        dueAt: thursday,
        provisional: false,
        policyRevision: policy.revision,
        remindFrom: cn('09-22T11:00'),
      },
    ]);
  });
  test('steps back while the first word is due again', () => {
    expect(names(received(tuesday, firstWord, undelivered(cn('09-22T12:00'), 1)))).toEqual(['acknowledge']);
  });
  test.each([
    ['accepted', accepted],
    ['declined', declined],
    ['withdrawn', withdrawn],
  ])('is over once the report is %s', (_, event) => {
    expect(names(received(tuesday, firstWord, event(cn('09-23T10:00'))))).toEqual([]);
  });
  test('follows a policy that gives less time, and keeps the promise when it gives more', () => {
    const one = received(tuesday, firstWord);
    const withDays = (workingDays: number): Policy => ({ ...policy, duties: { acknowledge: { workingDays } } });
    expect(confirmOf(one, withDays(1))?.dueAt).toEqual(cn('09-23T18:00'));
    expect(confirmOf(one, withDays(9))?.dueAt).toEqual(thursday);
  });
});

describe('a decision with a term of its own', () => {
  const withDecide = (decide: Term): Policy => ({ ...policy, duties: { acknowledge: { workingDays: 2 }, decide } });
  const one = received(tuesday, firstWord);

  test.each<[string, Term, string]>([
    ['five working days, over Mid-Autumn', { workingDays: 5 }, '09-30T18:00'],
    ['ten calendar days', { calendarDays: 10 }, '10-02T18:00'],
    ['72 hours', { hours: 72 }, '09-25T10:00'],
  ])('is due after %s from receipt, whatever was promised for the answer', (_, term, due) => {
    expect(confirmOf(one, withDecide(term))).toMatchObject({ dueAt: cn(due), provisional: false });
  });
  test('counts that term again when the report is opened again', () => {
    const again = received(tuesday, firstWord, declined(cn('09-23T10:00')), reopened(cn('10-12T10:00')));
    expect(confirmOf(again, withDecide({ workingDays: 5 }))?.dueAt).toEqual(cn('10-19T18:00'));
  });
});

describe('a question', () => {
  test.each([
    // Asked, answered, due: open hours 9 to 18; Friday 25 September is Mid-Autumn, 1 to 7 October National Day.
    ['with a day and a half left, answered the next day', '09-23T09:00', '09-24T10:00', '09-29T10:00'],
    ['shortly before the deadline: one working day at least', '09-24T17:00', '09-24T17:30', '09-28T18:00'],
    ['after the deadline: one working day', '09-27T10:00', '09-28T10:00', '09-29T18:00'],
    ['answered on the day before the long holiday', '09-24T17:00', '09-30T12:00', '10-08T18:00'],
    ['answered inside the holiday: its make-up day counts', '09-23T18:00', '10-07T12:00', '10-08T18:00'],
    ['answered in the night', '09-23T18:00', '09-27T23:00', '09-28T18:00'],
  ])('pauses it, and the answer gives back what was left: %s', (_, asked, answered, due) => {
    const paused = received(tuesday, firstWord, question(cn(asked)));
    expect(names(paused)).toEqual([]);
    const restarted = received(tuesday, firstWord, question(cn(asked)), answer(cn(answered)));
    expect(confirmOf(restarted)).toMatchObject({ opening: 2, since: cn(answered), dueAt: cn(due) });
    expect(confirmOf(restarted)).not.toHaveProperty('remindFrom');
  });
  test.each([
    ['on the last day that the calendar covers', '2026-09-29', false],
    ['after it: a holiday may still come', '2026-09-28', true],
  ])('answered, it is due %s', (_, coversUntil, provisional) => {
    const one = received(tuesday, firstWord, question(cn('09-23T09:00')), answer(cn('09-24T10:00')));
    expect(confirmOf(one, { ...policy, calendar: { ...china, coversUntil } })).toMatchObject({ provisional });
  });
  test('asked again while one is open pauses it once', () => {
    const history = [firstWord, question(cn('09-23T09:00')), question(cn('09-23T15:00')), answer(cn('09-24T10:00'))];
    expect(confirmOf(received(tuesday, ...history))?.dueAt).toEqual(cn('09-29T10:00'));
  });
  test('that was lost pauses nothing', () => {
    const lost = received(tuesday, firstWord, question(cn('09-23T09:00')), undelivered(cn('09-23T09:01'), 2));
    expect(confirmOf(lost)).toMatchObject({ opening: 1, since: tuesday, dueAt: thursday });
  });
  test('about something decided pauses nothing, and opens nothing', () => {
    expect(names(received(tuesday, firstWord, accepted(tuesday), question(tuesday), answer(tuesday)))).toEqual([]);
  });
  test('as the first word acknowledges and pauses at once', () => {
    const first = { ...question(cn('09-22T11:00')), type: 'ReportAcknowledged' } as ReportEvent;
    expect(names(received(tuesday, first))).toEqual([]);
    expect(confirmOf(received(tuesday, first, answer(cn('09-22T12:00'))))?.dueAt).toEqual(cn('09-28T10:00'));
  });
});

describe('a report that is opened again', () => {
  const once = [firstWord, declined(cn('09-23T10:00')), reopened(cn('09-28T10:00'))];
  test('has to be decided anew, with the whole time from then', () => {
    expect(confirmOf(received(tuesday, ...once))).toMatchObject({
      opening: 2,
      since: cn('09-28T10:00'),
      dueAt: cn('09-30T18:00'),
    });
    expect(confirmOf(received(tuesday, ...once))).not.toHaveProperty('remindFrom');
  });
  test('pauses by its own questions alone', () => {
    const before = [firstWord, question(cn('09-22T12:00')), answer(cn('09-22T13:00')), ...once.slice(1)];
    expect(confirmOf(received(tuesday, ...before))?.dueAt).toEqual(cn('09-30T18:00'));
    const after = [...before, question(cn('09-29T09:00')), answer(cn('09-29T12:00'))];
    expect(confirmOf(received(tuesday, ...after))?.dueAt).toEqual(cn('10-08T12:00'));
  });
  test('after it was accepted is decided already', () => {
    expect(names(received(tuesday, firstWord, accepted(tuesday), withdrawn(tuesday), reopened(tuesday)))).toEqual([]);
  });
});

describe('dates that were promised', () => {
  const until = cn('11-02T18:00');
  test('stand as they were said, beside what else is due, the soonest first', () => {
    const promised = { ...firstWord, nextUpdate: cn('09-23T18:00') } as ReportEvent;
    const one = received(tuesday, promised, embargo(cn('09-22T12:00'), until));
    expect(open(one).map(({ duty, dueAt }) => [duty, dueAt])).toEqual([
      ['next_update', cn('09-23T18:00')],
      ['confirm', thursday],
      ['embargo', until],
    ]);
    expect(open(one).every(({ provisional }) => !provisional)).toBe(true);
  });
  test('the next update is kept by a message, and counted anew by another promise', () => {
    const promised = { ...firstWord, nextUpdate: cn('09-23T18:00') } as ReportEvent;
    const told = { ...question(cn('09-23T10:00')), purpose: 'information' } as ReportEvent;
    expect(names(received(tuesday, promised, told))).toEqual(['confirm']);
    const further = { ...told, nextUpdate: cn('09-29T18:00') } as ReportEvent;
    expect(open(received(tuesday, promised, further))).toMatchObject([
      { duty: 'confirm' },
      { duty: 'next_update', opening: 2, since: cn('09-23T10:00'), dueAt: cn('09-29T18:00') },
    ]);
  });
  test('an embargo ends at its moment, not when its day closes, and is no promise to wait for', () => {
    const evening = cn('11-02T20:00');
    const one = received(tuesday, firstWord, accepted(tuesday), embargo(tuesday, evening));
    expect(open(one)).toMatchObject([{ duty: 'embargo', dueAt: evening }]);
    expect(promisesOf(one, policy)).toEqual([]);
  });
  test('another embargo date is another opening, and closing the report ends all', () => {
    const agreed = [accepted(tuesday), embargo(tuesday, until), embargo(cn('09-23T10:00'), cn('12-01T18:00'))];
    expect(open(received(tuesday, firstWord, ...agreed))).toMatchObject([
      { duty: 'embargo', opening: 2, dueAt: cn('12-01T18:00') },
    ]);
    expect(names(received(tuesday, firstWord, ...agreed, withdrawn(cn('09-24T10:00'))))).toEqual([]);
  });
});

test('whatever is asked and answered, in any zone, it is what walking the open minutes gives', () => {
  const { seed } = seeded('TEST_SEED');
  const berlin: Calendar = { ...newYork, zone: 'Europe/Berlin' };
  const minute = 60_000;
  let tried = 0;
  let pauses = 0;
  const start = fc
    .integer({ min: 0, max: 80 * 24 * 60 })
    .map((minutes) => new Date(cn('09-01T00:00').getTime() + minutes * minute));
  const gaps = fc.array(fc.integer({ min: 1, max: 6 * 24 * 60 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(china, newYork, berlin, jerusalem), start, gaps, (calendar, at, minutes) => {
      const rules: Policy = { ...policy, calendar };
      const moments = minutes.map(
        (_, i) => new Date(at.getTime() + minutes.slice(0, i + 1).reduce((a, b) => a + b) * minute),
      );
      const [first = at, ...rest] = moments;
      const turns = rest.map((moment, i) => (i % 2 === 0 ? question(moment) : answer(moment)));
      const one = report(at, promiseFor(at, rules).promise, acknowledged(first), ...turns);
      const paused = turns.length % 2 === 1;
      const found = confirmOf(one, rules);
      expect(found === undefined).toBe(paused);
      if (found === undefined) return;
      tried += 1;
      pauses += rest.length / 2;
      expect(found.dueAt.toISOString()).toBe(confirmByWalking(at, 2, rest, calendar).toISOString());
    }),
    { seed, numRuns: 300 },
  );
  console.info(`confirm: ${JSON.stringify({ seed, tried, pauses })}`);
  expect(pauses).toBeGreaterThan(75);
});
