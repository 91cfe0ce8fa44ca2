import { AnswerPromise, dutyNames, isPolicyDuty, isPromised, MovableDuty, OpenDuties } from '../../src/report/duty.js';
import { minute } from './situations.js';

test('a duty is promised to the reporter, asked for by the policy, or an embargo', () => {
  expect(dutyNames.filter(isPromised)).toEqual(['acknowledge', 'confirm', 'next_update']);
  expect(dutyNames.filter(isPolicyDuty)).toEqual(['answer', 'fix', 'stale', 'publish']);
  expect(dutyNames.filter((duty) => !isPromised(duty) && !isPolicyDuty(duty))).toEqual(['embargo']);
});

test('open duties are stored with all that is known of them, each under its name', () => {
  const due = { opening: 1, since: minute(0), dueAt: minute(9), provisional: false, policyRevision: 'r1' };
  const open = { fix: { ...due, remindFrom: minute(1), exploited: true }, next_update: due };
  expect(OpenDuties.parse(open)).toEqual(open);
  for (const odd of [{ fix: {} }, { fix: { ...due, exploited: false } }, { tidy: due }])
    expect(OpenDuties.safeParse(odd).success).toBe(false);
});

test('a promise is stored with when it was moved and why, and of other duties only the update is moved', () => {
  const moved = { at: minute(3), days: [{ date: '2026-10-01', name: { en: 'National Day', zh: '国庆节' } }] };
  const promise = { dueAt: minute(9), provisional: false, policyRevision: 'r1', countsFrom: minute(1), moved };
  expect(AnswerPromise.parse(promise)).toEqual(promise);
  expect(MovableDuty.parse('next_update')).toBe('next_update');
});
