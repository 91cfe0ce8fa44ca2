import { deadlinesOf } from '../../src/deadline/deadlines.js';
import { dueNotices } from '../../src/handling/due-notices.js';
import { missedPromises } from '../../src/handling/missed-promises.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import { inEveryLanguage } from '../../src/report/languages.js';
import type { Actor } from '../../src/report/person.js';
import {
  acknowledge,
  ask,
  by,
  lost,
  mei,
  minute,
  rae,
  situations,
  submitForSomebody,
  theClock,
  withdraw,
} from '../report/situations.js';
import { china, moments, policy, tracked } from './situations.js';

const then = (history: readonly ReportEvent[], now: Date, command: ReportCommand, actor: Actor = by(mei)) => [
  ...history,
  ...decide(command, history.length === 0 ? undefined : replay(history), { now, actor }),
];
const missed = (history: readonly ReportEvent[], now: Date, over: Partial<TrackedReport> = {}) =>
  missedPromises(tracked(history, over), policy, now).map(({ duty, opening }) => `${duty} ${opening}`);
const told = (history: readonly ReportEvent[], now: Date) =>
  missedPromises(tracked(history), policy, now).reduce(
    (so_far, command) => then(so_far, now, command, theClock),
    history,
  );
const { deadline, mondayAfter } = moments;
const early = then(situations.received, minute(5), acknowledge);
const missedAt = { type: 'TellMissed', opening: 1, dueAt: deadline };
const promisingBy = (at: Date) => ({ ...acknowledge, nextUpdate: at }) as ReportCommand;
const promising = promisingBy(china('09-24T12:00'));

describe('a reporter is told of a promise', () => {
  test('that was missed, when it is, once', () => {
    const { received } = situations;
    expect(missed(received, new Date(deadline.getTime() - 1))).toEqual([]);
    expect(missed(received, deadline)).toEqual(['acknowledge 1']);
    expect(missed(told(received, deadline), mondayAfter)).toEqual([]);
  });
  test('of each duty, in its own message', () => {
    expect(missed(early, deadline)).toEqual(['confirm 1']);
    const updated = then(situations.received, minute(5), promising);
    expect(missed(updated, china('09-24T12:00'))).toEqual(['next_update 1']);
    expect(missed(told(updated, china('09-24T12:00')), deadline)).toEqual(['confirm 1']);
  });
  test.each([
    ['the reply', 'acknowledge', situations.received],
    ['the decision', 'confirm', early],
    ['an update', 'next_update', then(situations.received, minute(5), promisingBy(deadline))],
  ] as const)(
    'at the moment that they were told, though an earlier one binds the team by now: %s',
    (_, duty, history) => {
      const noon = china('09-24T12:00');
      const halfDays = new Map([['2026-09-24', { close: '12:00', name: inEveryLanguage('Half a day') }]]);
      const half = { ...policy, calendar: { ...policy.calendar, halfDays } };
      const one = tracked(history);
      expect(deadlinesOf(one.report, half).find((open) => open.duty === duty)?.dueAt).toEqual(noon);
      expect(missedPromises(one, half, noon)).toEqual([]);
      expect(dueNotices(one, half, noon).wakeAt).toEqual(deadline);
      expect(dueNotices(one, half, deadline).wakeAt?.getTime()).toBeGreaterThan(deadline.getTime());
      expect(dueNotices(one, half, noon).duties?.[duty]).not.toHaveProperty('toldAt');
      expect(missedPromises(one, half, deadline)).toContainEqual({ ...missedAt, duty });
    },
  );
  test('with when the next word comes, where an update is promised', () => {
    const later = china('09-29T18:00');
    const updated = told(then(situations.received, minute(5), promisingBy(later)), deadline);
    expect(updated.at(-1)).toMatchObject({ type: 'PromiseMissed', missed: { duty: 'confirm', nextUpdate: later } });
  });
  test('not again of a decision that was due with the late answer that they just got', () => {
    const late = then(told(situations.received, deadline), china('09-24T19:00'), acknowledge);
    expect(missed(late, mondayAfter)).toEqual([]);
  });
  test.each([
    ['that waits for their answer', then(early, minute(9), ask)],
    ['whose report they withdrew', then(situations.received, minute(9), withdraw, by(rae))],
    ['that no app can tell them', then([], minute(0), submitForSomebody)],
    [
      'after a message that Slack could not deliver',
      then(early, minute(9), lost('failed', early.length - 1), theClock),
    ],
  ])('never of one %s', (_, history) => {
    expect(missed(history, deadline)).toEqual([]);
  });
  test('not of one from before it was watched, nor of one long ago', () => {
    const { received } = situations;
    const watchedFrom = (noticesFrom: Date) => missed(received, mondayAfter, { noticesFrom });
    expect(watchedFrom(deadline)).toEqual(['acknowledge 1']);
    expect(watchedFrom(new Date(deadline.getTime() + 1))).toEqual([]);
    const aWeekLater = new Date(deadline.getTime() + 7 * 24 * 3_600_000);
    expect(missed(received, aWeekLater)).toEqual(['acknowledge 1']);
    expect(missed(received, new Date(aWeekLater.getTime() + 1))).toEqual([]);
  });
});

describe('the message that a promise was missed', () => {
  const messages = (history: readonly ReportEvent[], now: Date) =>
    dueNotices(
      tracked(history, { cursor: { thread: 0, reporter: history.length - 1, rungs: {} } }),
      policy,
      now,
    ).notices.filter(({ kind }) => kind === 'message');
  const late = told(situations.received, deadline);

  test('goes to the reporter once it is recorded', () => {
    expect(messages(late, deadline)).toMatchObject([{ message: late.length - 1 }]);
  });
  test.each([
    ['they heard from a person', then(late, deadline, acknowledge)],
    ['they withdrew the report', then(late, deadline, withdraw, by(rae))],
  ])('does not go once %s', (_, history) => {
    const cursor = { thread: 0, reporter: late.length - 1, rungs: {} };
    const { notices } = dueNotices(tracked(history, { cursor }), policy, deadline);
    expect(notices.filter((one) => one.kind === 'message' && one.message === late.length - 1)).toEqual([]);
  });
  test('is no answer: the clock goes on', () => {
    expect(replay(late).acknowledge.metAt).toBeUndefined();
  });
});
