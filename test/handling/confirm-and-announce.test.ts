import { dueNotices, supersededAnnouncements } from '../../src/handling/due-notices.js';
import { type DueReminders, dueReminders } from '../../src/handling/due-reminders.js';
import type { DutyRow, TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import type { Actor } from '../../src/report/person.js';
import { histories } from '../report/report-in-status.js';
import {
  acknowledge,
  answer,
  arrived,
  ask,
  assign,
  by,
  lost,
  mei,
  minute,
  rae,
  sendAgain,
  submit,
  theClock,
  tuesday,
} from '../report/situations.js';
import { atOnce } from '../support/at-once.js';
import { china, moments, once, person, policy, reached, told, tracked } from './situations.js';

type Dated = readonly [at: Date, command: ReportCommand, actor: Actor];
function lived(...steps: readonly Dated[]): ReportEvent[] {
  const history: ReportEvent[] = [];
  for (const [now, command, actor] of steps)
    history.push(...decide(command, history.length === 0 ? undefined : replay(history), { now, actor }));
  return history;
}
const start: readonly Dated[] = [
  [tuesday, submit, by(rae)],
  [minute(1), assign(mei), by(mei)],
];
const acknowledgedAt = (at: Date, ...more: readonly Dated[]) => lived(...start, [at, acknowledge, by(mei)], ...more);

const at = (report: TrackedReport, now: Date) => dueNotices(report, policy, now);
const rungsAt = (report: TrackedReport, now: Date) => reached(at(report, now));
const said = (report: TrackedReport, now: Date) => once(report, at(report, now));

/** The reminders that the responder gets, with every look that was asked for. */
function heard(report: TrackedReport, from: Date, to: Date): [string, Date][] {
  const row: DutyRow = {
    id: report.report.id,
    responder: mei.user,
    responderSince: minute(1),
    receivedAt: tuesday,
    duties: report.duties,
    noticesFrom: report.noticesFrom,
  };
  const found: [string, Date][] = [];
  let who = person(mei.user);
  for (let now: Date | undefined = from; now !== undefined && now <= to; ) {
    const due: DueReminders = atOnce(dueReminders(who, [row], policy, () => 'Asia/Shanghai', now));
    found.push(...due.reminders.map(({ key, rung }): [string, Date] => [`${key} ${rung.number}`, rung.at]));
    who = { ...who, rungs: due.rungs, today: due.today };
    now = due.wakeAt;
  }
  return found;
}

describe('the reminders of the decision', () => {
  test('are all sent after an early acknowledgement', () => {
    const early = tracked(acknowledgedAt(minute(2)));
    expect(at(early, minute(3)).wakeAt).toEqual(moments.half);
    expect(rungsAt(early, moments.half)).toEqual(['rung 1 of confirm_1']);
    expect(rungsAt(early, moments.deadline)).toEqual(['rung 4 of confirm_1']);
    expect(heard(early, minute(3), moments.deadline).map(([, when]) => when)).toEqual([
      moments.half,
      moments.twoHoursBefore,
      moments.deadline,
    ]);
  });
  test('after a late acknowledgement begin with the next one: nothing is repeated', () => {
    const late = china('09-24T12:00');
    const before = said(tracked(lived(...start)), moments.threeQuarters);
    expect(before.cursor.rungs).toEqual({ acknowledge_1: 2 });
    const acknowledged = tracked(acknowledgedAt(late), { cursor: before.cursor });
    expect(rungsAt(acknowledged, late)).toEqual([]);
    expect(at(acknowledged, late).wakeAt).toEqual(moments.twoHoursBefore);
    expect(rungsAt(acknowledged, moments.twoHoursBefore)).toEqual(['rung 3 of confirm_1']);
    expect(heard(acknowledged, late, moments.deadline).map(([, when]) => when)).toEqual([
      moments.twoHoursBefore,
      moments.deadline,
    ]);
  });
  test('come each working day after the deadline', () => {
    const overdue = tracked(acknowledgedAt(china('09-24T19:00')));
    expect(rungsAt(overdue, china('09-27T12:00'))).toEqual([]);
    expect(heard(overdue, china('09-24T19:00'), china('09-27T20:00'))).toEqual([]);
    expect(rungsAt(overdue, moments.mondayAfter)).toEqual(['rung 5 of confirm_1']);
  });
  test('pause while the team waits for the reporter, and start over with the answer', () => {
    const asked = [china('09-22T12:00'), ask, by(mei)] as const;
    const paused = tracked(acknowledgedAt(minute(2), asked));
    expect(paused.duties).toEqual({});
    expect(rungsAt(paused, moments.mondayAfter)).toEqual([]);
    expect(at(paused, moments.mondayAfter).wakeAt).toBeUndefined();
    const answered = tracked(acknowledgedAt(minute(2), asked, [china('09-24T15:00'), answer, by(rae)]));
    expect(rungsAt(answered, china('09-24T15:00'))).toEqual([]);
    // 24 open hours were left: 3 on Thursday, 9 on Monday, 9 on Tuesday, 3 on Wednesday.
    expect(answered.duties.confirm?.dueAt).toEqual(china('09-30T12:00'));
    expect(rungsAt(answered, china('09-28T18:00'))).toEqual(['rung 1 of confirm_2']);
    expect(rungsAt(answered, china('09-29T15:00'))).toEqual(['rung 2 of confirm_2']);
  });
});

describe('an announcement', () => {
  const announced = histories.disclosed;
  const event = announced.findIndex(({ type }) => type === 'AdvisoryPublished');
  const noticesOf = (history: readonly ReportEvent[], reporter = event) =>
    told(at(tracked(history, { cursor: { thread: 0, reporter, rungs: {} } }), minute(40)).notices).filter((one) =>
      /^announcement/.test(one),
    );
  const then = (history: readonly ReportEvent[], command: ReportCommand, actor: Actor) => [
    ...history,
    ...decide(command, replay(history), { now: minute(30), actor }),
  ];
  const doubted = then(announced, lost('unsure', event), theClock);
  const failed = then(announced, lost('failed', event), theClock);

  test('is due once it is published, once, and the thanks to the reporter after it', () => {
    expect(noticesOf(announced)).toEqual([`announcement ${event}`]);
    expect(noticesOf(announced, event + 1)).toEqual([]);
    const kinds = at(tracked(announced), minute(40)).notices.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('message')).toBeGreaterThan(kinds.indexOf('announcement'));
  });
  test.each([
    ['may stand already', doubted],
    ['was refused', failed],
  ])('that %s does not go again by itself', (_, history) => {
    expect(noticesOf(history)).toEqual([]);
    expect(noticesOf(history, history.length)).toEqual([]);
  });
  test('that somebody confirmed is not posted again', () => {
    expect(noticesOf(then(doubted, arrived(event), by(mei)))).toEqual([]);
  });
  test.each([
    ['doubted', doubted],
    ['refused', failed],
  ])('that was %s and is to be sent again goes once', (_, history) => {
    const again = then(history, sendAgain(event), by(mei));
    expect(noticesOf(again)).toEqual([`announcement ${again.length - 1}`]);
    expect(noticesOf(again, again.length)).toEqual([]);
    expect(() => then(again, sendAgain(event), by(mei))).toThrow('nothing_in_doubt');
    const lostAgain = then(again, lost('unsure', event), theClock);
    expect(noticesOf(lostAgain)).toEqual([]);
    const third = then(lostAgain, sendAgain(event), by(mei));
    expect(noticesOf(third)).toEqual([`announcement ${third.length - 1}`]);
  });
});

test('an announcement that stands points to the newest one that stands, once for each revision', () => {
  const disclosed = replay(histories.disclosed);
  const [first] = disclosed.publications;
  if (first === undefined) throw new Error('it is published');
  const publications = [9, 12, 15].map((event, i) => ({ ...first, event, revision: i + 1 }));
  const pointing = (announced: Readonly<Record<string, string>>, rungs = {}) =>
    supersededAnnouncements({ ...disclosed, publications }, { thread: 0, reporter: 0, rungs, announced });
  const to = (event: number, by: number, nth: number) => ({
    ...{ kind: 'superseded', key: `superseded_${event}` },
    ...{ event, by, nth },
  });
  expect(pointing({})).toEqual([]);
  expect(pointing({ 9: '1.1' })).toEqual([]);
  expect(pointing({ 9: '1.1', 12: '1.2' })).toEqual([to(9, 12, 2)]);
  expect(pointing({ 9: '1.1', 15: '1.3' })).toEqual([to(9, 15, 3)]);
  const all = { 9: '1.1', 12: '1.2', 15: '1.3' };
  expect(pointing(all, { superseded_9: 2 })).toEqual([to(9, 15, 3), to(12, 15, 3)]);
  expect(pointing(all, { superseded_9: 3 })).toEqual([to(12, 15, 3)]);
});

describe('whoever may approve an advisory', () => {
  const prepared = histories.disclosed.findIndex(({ type }) => type === 'DisclosurePrepared');
  const linesOf = (history: readonly ReportEvent[], rungs: Readonly<Record<string, number>> = {}) =>
    told(at(tracked(history, { cursor: { thread: 0, reporter: 0, rungs } }), minute(40)).notices).filter((one) =>
      /^approval/.test(one),
    );
  const waiting = histories.disclosed.slice(0, prepared + 1);

  test('is told once it is prepared, once', () => {
    expect(linesOf(waiting)).toEqual([`approval ${prepared}`]);
    expect(linesOf(waiting, { [`approval_${prepared}`]: 1 })).toEqual([]);
  });
  test('is not told once it is approved, or published', () => {
    expect(linesOf(histories.disclosed.slice(0, prepared + 2))).toEqual([]);
    expect(linesOf(histories.disclosed)).toEqual([]);
  });
});
