import type { Context, ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import { undeliveredMessage } from '../../src/report/delivery-status.js';
import type { ReportEvent } from '../../src/report/events.js';
import { evolve, replay } from '../../src/report/evolve.js';
import type { Actor } from '../../src/report/person.js';
import { aForm } from '../support/a-form.js';
import { after, reportInStatus } from './report-in-status.js';
import {
  acknowledge,
  answer,
  ask,
  assign,
  bo,
  by,
  lost,
  mei,
  minute,
  note,
  outcome,
  rae,
  reportIn,
  type Situation,
  situations,
  submit,
  theClock,
  withdraw,
} from './situations.js';

const at = (actor = by(bo), now = minute(60)): Context => ({ now, actor });
describe('evolve', () => {
  test('gives status, duty and delivery of each situation', () => {
    const seen = (situation: Situation) => {
      const report = reportIn(situation);
      return [report?.status, report?.acknowledge.opening, report?.acknowledge.metAt, report?.messages[0]?.delivery];
    };
    expect(seen('received')).toEqual(['received', 1, undefined, undefined]);
    expect(seen('assigned')).toEqual(['received', 1, undefined, undefined]);
    expect(seen('acknowledged')).toEqual(['acknowledged', 1, minute(2), 'sent']);
    expect(seen('doubted')).toEqual(['acknowledged', 1, minute(2), 'unsure']);
    expect(seen('confirmed')).toEqual(['acknowledged', 1, minute(2), 'sent']);
    expect(seen('sentAgain')).toEqual(['acknowledged', 1, minute(2), 'sent']);
    expect(seen('notDelivered')).toEqual(['received', 2, undefined, 'failed']);
  });
  test('a message that did not arrive opens the duty again, and its promise stays', () => {
    expect(reportIn('notDelivered')?.promise).toEqual(submit.promise);
  });
  test('a decided report whose only message is lost stays decided when somebody writes again', () => {
    const steps = [
      [lost('failed', 2), theClock],
      [acknowledge, by(mei)],
    ] as const;
    const [open, written] = [1, 2].map((count) => after(reportInStatus('accepted'), ...steps.slice(0, count)));
    expect([open?.status, open?.acknowledge]).toEqual(['accepted', { opening: 2 }]);
    expect([written?.status, written?.acknowledge]).toEqual(['accepted', { opening: 2, metAt: minute(30) }]);
  });
  test('what the reporter writes unasked begins no new duty', () => {
    const report = replay(situations.acknowledged);
    expect(after(report, [answer, by(rae)]).confirm).toEqual(report.confirm);
  });
  describe('one of several messages that did not arrive', () => {
    const asked = [...situations.acknowledged, ...decide(ask, reportIn('acknowledged'), at(by(mei)))];
    const then = (history: readonly ReportEvent[], command: ReportCommand, actor = theClock) => [
      ...history,
      ...decide(command, replay(history), { now: minute(90), actor }),
    ];
    test('leaves the duty met by the first one that did', () => {
      expect(replay(then(asked, lost('failed', 3)))).toMatchObject({
        status: 'acknowledged',
        acknowledge: { opening: 1, metAt: minute(2) },
      });
      const firstLost = replay(then(asked, lost('failed', 2)));
      expect(firstLost).toMatchObject({ status: 'acknowledged', acknowledge: { opening: 1, metAt: minute(60) } });
      expect(outcome(acknowledge, firstLost, at(by(bo)))).toBe('already_acknowledged');
    });
    test('opens the duty again when none is left', () => {
      const both = replay(then(then(asked, lost('failed', 2)), lost('failed', 3)));
      expect(both).toMatchObject({ status: 'received', acknowledge: { opening: 2 } });
      expect(both.acknowledge.metAt).toBeUndefined();
    });
    test('needs another route until somebody who knows has written', () => {
      const firstLost = then(asked, lost('failed', 2));
      expect(undeliveredMessage(replay(asked))).toBeUndefined();
      // The question was written before anybody knew.
      expect(undeliveredMessage(replay(firstLost))?.event).toBe(2);
      const byHand = then(firstLost, { ...ask, message: 'By mail.', route: 'by_hand' } as ReportCommand, by(mei));
      expect(undeliveredMessage(replay(byHand))).toBeUndefined();
      expect(undeliveredMessage(replay(then(firstLost, withdraw, by(rae))))).toBeUndefined();
    });
  });
  test('leaves a report as it was when an event does not fit, and counts it', () => {
    const report = replay(situations.notDelivered);
    const about = { at: minute(9), by: theClock };
    const strays: ReportEvent[] = [
      ...situations.received.map((event) => ({ ...event, form: aForm({ overview: 'Another one.' }) })),
      { type: 'DeliveryFailed', ...about, event: 2 },
      { type: 'DeliveryFailed', ...about, event: 99 },
      { type: 'DeliveryDoubted', ...about, event: 99 },
      { type: 'ReporterPauseEnded', ...about, replies: 0 },
    ];
    for (const stray of strays) expect(evolve(report, stray)).toEqual({ ...report, events: report.events + 1 });
  });
  test.each<[string, ReportCommand, Actor, boolean]>([
    ['writes a note', note, by(bo), true],
    ['gives it to a colleague', { ...assign(bo), gone: true, instead: mei.user } as ReportCommand, by(bo), true],
    ['reads it', { type: 'NoteSeen' }, by(bo), false],
    ['snoozes reminders', { type: 'SnoozeReminders', until: minute(99), reason: 'Later.' }, by(bo), false],
    ['is asked to take it over', assign(bo, mei.user), by(mei), false],
    ['does not take it over', { type: 'DeclineHandOver', offered: 4 }, by(bo), false],
    ['writes as its reporter', answer, by(rae), false],
    ['is the bot', lost('failed'), theClock, false],
  ])('the team gets on with a report, or not, when somebody %s', (_, command, actor, isWork) => {
    const offered = [
      ...situations.confirmed.slice(0, 4),
      ...decide(assign(bo, mei.user), reportIn('doubted'), at(by(mei))),
    ];
    const before = command.type === 'DeclineHandOver' ? replay(offered) : replay(situations.acknowledged);
    const now = minute(90);
    const next = decide(command, before, { now, actor }).reduce(evolve, before);
    expect(next.events).toBeGreaterThan(before.events);
    expect(next.workedOn).toEqual(isWork ? { at: now, event: before.events } : before.workedOn);
  });
  test('a history must begin with the receipt', () => {
    expect(() => replay([])).toThrow(TypeError);
    expect(() => replay(situations.assigned.slice(1))).toThrow(TypeError);
  });
  test('does not change its arguments', () => {
    const report = replay(situations.doubted);
    const before = structuredClone(report);
    for (const event of situations.notDelivered) evolve(report, event);
    expect(report).toEqual(before);
  });
});
