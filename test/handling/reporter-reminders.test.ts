import { dueNotices } from '../../src/handling/due-notices.js';
import { reporterReminders } from '../../src/handling/reporter-reminders.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import type { Actor } from '../../src/report/person.js';
import { policyWithDuties } from '../deadline/calendars.js';
import {
  acknowledge,
  answer,
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
import { china, tracked } from './situations.js';

const then = (history: readonly ReportEvent[], now: Date, command: ReportCommand, actor: Actor = by(mei)) => [
  ...history,
  ...decide(command, history.length === 0 ? undefined : replay(history), { now, actor }),
];
const due = (history: readonly ReportEvent[], now: Date, over: Partial<TrackedReport> = {}) =>
  reporterReminders(tracked(history, over), policyWithDuties, now);
/** An array of `undefined` equals an empty one: nothing is expected by its length. */
const rungs = (...asked: Parameters<typeof due>) => due(...asked).map(({ rung }) => rung);
const sent = (history: readonly ReportEvent[], now: Date) =>
  due(history, now).reduce((before, command) => then(before, now, command, theClock), history);

/** Asked on Tuesday 22 September at 10:09: a third of 15 working days is over after National Day. */
const asked = then(then(situations.received, minute(5), acknowledge), minute(9), ask);
const [third, twoThirds, end] = [china('09-30T18:00'), china('10-14T18:00'), china('10-20T18:00')];

describe('a reporter who has not answered', () => {
  test('is reminded twice, then no more', () => {
    expect(rungs(asked, china('09-29T18:00'))).toHaveLength(0);
    expect(rungs(asked, third)).toEqual([1]);
    const once = sent(asked, third);
    expect(rungs(once, third)).toHaveLength(0);
    expect(rungs(once, twoThirds)).toEqual([2]);
    expect(rungs(sent(once, twoThirds), twoThirds)).toHaveLength(0);
    expect(rungs(sent(once, twoThirds), end)).toHaveLength(0);
  });
  test('is reminded once after an outage, and not when the responder is told instead', () => {
    expect(rungs(asked, twoThirds)).toEqual([2]);
    expect(rungs(asked, end)).toHaveLength(0);
  });
  test('is reminded anew of another question', () => {
    const again = then(sent(asked, third), china('10-09T09:00'), {
      ...ask,
      message: 'And which system?',
    } as ReportCommand);
    expect(rungs(again, china('10-13T18:00'))).toHaveLength(0);
    expect(rungs(again, china('10-16T18:00'))).toEqual([1]);
  });
  const pause: ReportCommand = { type: 'PauseReporter', until: china('10-15T18:00'), route: 'direct_message' };
  test.each([
    ['has answered', then(asked, china('09-23T10:00'), answer, by(rae))],
    ['has withdrawn the report', then(asked, china('09-23T10:00'), withdraw, by(rae))],
    ['did not get the question', then(asked, minute(10), lost('failed', asked.length - 1), theClock)],
    ['is paused', then(asked, china('09-23T10:00'), pause)],
    [
      'is not on Slack',
      then(then([], minute(0), submitForSomebody), minute(5), { ...ask, route: 'by_hand' } as ReportCommand),
    ],
  ])('is not reminded if they: %s', (_, history) => {
    expect(rungs(history, third)).toHaveLength(0);
  });
  test('is not reminded of what came due before the report was watched', () => {
    expect(rungs(asked, third, { noticesFrom: china('10-01T09:00') })).toHaveLength(0);
    expect(rungs(asked, third, { noticesFrom: new Date('2026-09-30T04:17:25.800Z') })).toEqual([1]);
  });
  test('gets the message, but not once they have answered', () => {
    const reminded = sent(asked, third);
    const messages = (history: readonly ReportEvent[]) =>
      dueNotices(
        tracked(history, { cursor: { thread: 0, reporter: asked.length, rungs: {} } }),
        policyWithDuties,
        third,
      ).notices.filter(({ kind }) => kind === 'message');
    expect(messages(reminded)).toMatchObject([{ message: asked.length }]);
    expect(messages(then(reminded, third, answer, by(rae)))).toEqual([]);
  });
});
