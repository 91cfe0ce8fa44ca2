import { deadlinesOf, promiseFor } from '../../src/deadline/deadlines.js';
import type { Policy } from '../../src/deadline/policy.js';
import { policy } from './calendars.js';
import { acknowledged, report, undelivered } from './reports.js';

const tuesday = new Date('2026-09-22T10:00:00+08:00');
const thursday = new Date('2026-09-24T18:00:00+08:00');
const withDays = (workingDays: number): Policy => ({
  ...policy,
  revision: 'another',
  duties: { acknowledge: { workingDays } },
});

describe('the promise at receipt', () => {
  test('is the moment that the policy gives, under its revision', () => {
    expect(promiseFor(tuesday, policy).promise).toEqual({
      dueAt: thursday,
      provisional: false,
      policyRevision: policy.revision,
    });
  });
  test('in hours counts no days', () => {
    const rules: Policy = { ...policy, duties: { acknowledge: { hours: 72 } } };
    const due = new Date('2026-09-25T10:00:00+08:00');
    expect(promiseFor(tuesday, rules).explanation).toEqual({ term: { hours: 72 }, due, provisional: false, days: [] });
  });
  test('comes with its reasons', () => {
    expect(promiseFor(tuesday, policy).explanation.days).toHaveLength(3);
  });
});

describe('an open duty to acknowledge', () => {
  const firm = promiseFor(tuesday, policy).promise;

  test.each([
    ['exploited', true],
    ['public', true],
    ['unsure', undefined],
    ['no', undefined],
  ] as const)('of a report that is already known as “%s” says so: %s', (knownAlready, exploited) => {
    const plain = report(tuesday, firm);
    const known = { ...plain, form: { ...plain.form, knownAlready } };
    const { exploited: _, ...withoutFasterLadder } = policy;
    expect(deadlinesOf(known, policy)[0]?.exploited).toBe(exploited);
    expect(deadlinesOf(known, withoutFasterLadder)[0]?.exploited).toBe(exploited);
  });

  test.each([
    ['acknowledged', 'confirm', true],
    ['accepted', 'next_update', true],
    ['fixed', 'next_update', undefined],
  ] as const)('what an exploited report is due when it is %s, says so until the fix: %s', (status, duty, exploited) => {
    const at = { opening: 1, since: tuesday, dueAt: thursday };
    const plain = report(tuesday, firm);
    const form = { ...plain.form, knownAlready: 'exploited' as const };
    const promises = duty === 'next_update' ? { nextUpdate: at } : {};
    const known = { ...plain, ...promises, form, status, acknowledge: { opening: 1, metAt: tuesday } };
    expect(deadlinesOf(known, policy)).toMatchObject([{ duty }]);
    expect(deadlinesOf(known, policy)[0]?.exploited).toBe(exploited);
  });

  test('is due when it was promised, and counts from the receipt', () => {
    expect(deadlinesOf(report(tuesday, firm), policy)).toEqual([
      {
        duty: 'acknowledge',
        opening: 1,
        since: tuesday,
        dueAt: thursday,
        provisional: false,
        policyRevision: policy.revision,
      },
    ]);
  });
  test('is over once a person has written: the decision is still due', () => {
    const open = deadlinesOf(report(tuesday, firm, acknowledged(thursday)), policy);
    expect(open.map(({ duty }) => duty)).toEqual(['confirm']);
  });
  test('opens again with its first deadline when the message did not arrive', () => {
    const reopened = report(tuesday, firm, acknowledged(thursday), undelivered(thursday, 1));
    expect(deadlinesOf(reopened, policy)).toMatchObject([{ opening: 2, since: tuesday, dueAt: thursday }]);
  });
  test('is due earlier at once when the policy now says so, but was promised for later', () => {
    const binds = { dueAt: new Date('2026-09-23T18:00:00+08:00'), toldAt: thursday, policyRevision: 'another' };
    expect(deadlinesOf(report(tuesday, firm), withDays(1))).toMatchObject([binds]);
    const decision = report(tuesday, firm, acknowledged(tuesday));
    expect(deadlinesOf(decision, withDays(1))).toMatchObject([{ duty: 'confirm', ...binds }]);
  });
  test('stays firm where the calendar covers less by now', () => {
    const shorter: Policy = { ...policy, calendar: { ...policy.calendar, coversUntil: '2026-09-23' } };
    expect(deadlinesOf(report(tuesday, firm), shorter)).toMatchObject([{ dueAt: thursday, provisional: false }]);
  });
  test.each([
    ['after it was moved', '2026-09-22T11:00:00+08:00', '2026-09-22T12:00:00+08:00'],
    ['before it was moved', '2026-09-22T12:00:00+08:00', '2026-09-22T11:00:00+08:00'],
  ])('when it was acknowledged %s, the decision is reminded of from the later of the two', (_, moved, written) => {
    const promise = { ...firm, moved: { at: new Date(moved), days: [] } };
    const [decision] = deadlinesOf(report(tuesday, promise, acknowledged(new Date(written))), policy);
    expect(decision?.remindFrom).toEqual(new Date('2026-09-22T12:00:00+08:00'));
    const [atOnce] = deadlinesOf(report(tuesday, firm, acknowledged(tuesday)), policy);
    expect(atOnce).not.toHaveProperty('remindFrom');
  });
  test('stays due as promised when the policy now gives more time', () => {
    expect(deadlinesOf(report(tuesday, firm), withDays(5))).toMatchObject([{ dueAt: thursday, provisional: false }]);
  });
});

describe('a provisional promise', () => {
  const receivedAt = new Date('2026-12-30T10:00:00+08:00');
  const { promise } = promiseFor(receivedAt, policy);
  test('is marked so', () => {
    expect(promise).toMatchObject({ dueAt: new Date('2027-01-01T18:00:00+08:00'), provisional: true });
    expect(deadlinesOf(report(receivedAt, promise), policy)).toMatchObject([{ provisional: true }]);
  });
  test('moves, also to later, once the calendar knows the year', () => {
    const holidays = new Map(policy.calendar.holidays).set('2027-01-01', { en: "New Year's Day", zh: '元旦' });
    const known: Policy = { ...policy, calendar: { ...policy.calendar, holidays, coversUntil: '2027-12-31' } };
    expect(deadlinesOf(report(receivedAt, promise), known)).toMatchObject([
      { dueAt: new Date('2027-01-04T18:00:00+08:00'), provisional: false },
    ]);
  });
});
