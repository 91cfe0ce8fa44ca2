import { dueNotices } from '../../src/handling/due-notices.js';
import { securityTeam } from '../../src/handling/reminder-recipients.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportEvent } from '../../src/report/events.js';
import type { Person } from '../../src/report/person.js';
import { accept, fix, prepare } from '../report/report-in-status.js';
import {
  acknowledge,
  assign,
  bo,
  by,
  historyOf,
  lost,
  mei,
  minute,
  note,
  rae,
  sendAgain,
  situations,
  submit,
  submitForSomebody,
  theClock,
  withdraw,
} from '../report/situations.js';
import { china, deputy, duty, lead, moments, once, policy, reached, staffed, told, tracked } from './situations.js';

const at = (report: TrackedReport, now: Date, rules = policy) => dueNotices(report, rules, now);
const silent = (report: TrackedReport, now: Date) => once(report, at(report, now));
/** Everything up to the receipt was sent, and nothing since. */
const afterReceipt = { thread: 1, reporter: 1, rungs: {} };

describe('for a report just received', () => {
  const received = tracked(situations.received);
  test('the card and the receipt are due, and the next look is at the first reminder', () => {
    expect(at(received, minute(1))).toEqual({
      card: true,
      notices: [{ kind: 'receipt', event: 0 }],
      rungs: {},
      duties: undefined,
      people: [securityTeam],
      wakeAt: moments.half,
    });
  });
  test('no receipt is due to somebody who is not on Slack', () => {
    expect(told(at(tracked(historyOf([submitForSomebody, by(bo)])), minute(1)).notices)).toEqual([]);
  });
  test('the person on duty and the leads may have to be reminded', () => {
    expect(at(received, minute(1), staffed).people).toEqual([duty, deputy, lead, securityTeam]);
  });
});

describe('once everything was sent', () => {
  test.each(Object.entries(situations).filter(([, history]) => history.length > 0))(
    'nothing is due: %s',
    (_, history) => {
      for (const now of [minute(9), moments.half, moments.deadline, moments.mondayAfter]) {
        const report = tracked(history);
        const again = at(silent(report, now), now);
        expect(again).toMatchObject({ card: false, notices: [], rungs: {}, duties: undefined, people: [] });
      }
    },
  );
  test('the next look is at the next reminder, and there is none without an open duty', () => {
    expect(at(tracked(situations.received), moments.half).wakeAt).toEqual(moments.threeQuarters);
    expect(at(tracked(situations.received), moments.deadline).wakeAt).toEqual(moments.mondayAfter);
    expect(at(tracked(situations.received), moments.mondayAfter).wakeAt).toEqual(moments.tuesdayAfter);
    expect(at(tracked(situations.acknowledged), moments.half).wakeAt).toEqual(moments.threeQuarters);
    expect(at(tracked(historyOf([submit, by(rae)], [withdraw, by(rae)])), moments.half).wakeAt).toBeUndefined();
  });
});

describe('the card is due', () => {
  const shown = silent(tracked(situations.assigned), minute(9));
  test('not while the one shown is of this version', () => {
    expect(at(shown, minute(9)).card).toBe(false);
  });
  test('when the report has changed, and when a reminder is due', () => {
    expect(at({ ...shown, version: shown.version + 1 }, minute(9)).card).toBe(true);
    expect(at(shown, moments.half).card).toBe(true);
  });
});

describe('each step', () => {
  test('has a line in the thread, but for the receipt; then come messages to the reporter', () => {
    const history = historyOf(
      [submit, by(rae)],
      [assign(mei), by(mei)],
      [acknowledge, by(mei)],
      [lost('failed'), theClock],
      [note, by(bo)],
    );
    expect(told(at(tracked(history), moments.half).notices)).toEqual([
      'thread 1',
      'thread 2',
      'thread 3',
      'thread 4',
      'receipt 0',
    ]);
  });
  test('has one line for all that one act recorded', () => {
    const history = historyOf([submit, by(rae)], [acknowledge, by(mei)], [note, by(bo)]);
    expect(history.map(({ type }) => type)).toEqual([
      'ReportReceived',
      'ResponderAssigned',
      'ReportAcknowledged',
      'NoteAdded',
    ]);
    expect(told(at(tracked(history), minute(9)).notices.filter(({ kind }) => kind === 'thread'))).toEqual([
      'thread 2',
      'thread 3',
    ]);
  });
  test('has none where somebody reads it, or a promise is missed: the digest says that', () => {
    const silent: readonly ReportEvent[] = [
      { type: 'ReportSeen', at: minute(1), by: { kind: 'person', person: mei } },
      {
        type: 'PromiseMissed',
        ...{ at: moments.deadline, by: theClock },
        missed: { duty: 'acknowledge', opening: 1, dueAt: moments.deadline },
      },
    ];
    const { notices } = at(tracked([...situations.received, ...silent]), moments.deadline);
    expect(notices.filter(({ kind }) => kind === 'thread')).toEqual([]);
  });
  test('from before it was watched counts as posted', () => {
    const from = (noticesFrom: Date) => told(at(tracked(situations.acknowledged, { noticesFrom }), minute(9)).notices);
    expect(from(minute(2))).toEqual(['thread 2', 'message 2']);
    expect(from(new Date(minute(2).getTime() + 1))).toEqual([]);
  });
  test('is posted once: what lies before the cursor was sent', () => {
    const cursor = { thread: 2, reporter: 1, rungs: {} };
    expect(told(at(tracked(situations.acknowledged, { cursor }), minute(9)).notices)).toEqual([
      'thread 2',
      'message 2',
    ]);
    const further = { thread: 2, reporter: 3, rungs: {} };
    expect(told(at(tracked(situations.acknowledged, { cursor: further }), minute(9)).notices)).toEqual(['thread 2']);
  });
});

describe('a message to the reporter', () => {
  const messagesOf = (report: TrackedReport) => at(report, minute(9)).notices.filter(({ kind }) => kind === 'message');
  const cursor = afterReceipt;
  test('is sent as a direct message, unless somebody sent it by hand', () => {
    expect(messagesOf(tracked(situations.acknowledged, { cursor }))).toEqual([
      { kind: 'message', event: 2, message: 2 },
    ]);
    const byHand = historyOf([submit, by(rae)], [{ ...acknowledge, route: 'by_hand' } as typeof acknowledge, by(mei)]);
    expect(messagesOf(tracked(byHand, { cursor }))).toEqual([]);
  });
  test('that may have arrived, or was refused, is not sent again by itself', () => {
    expect(messagesOf(tracked(situations.doubted, { cursor }))).toEqual([]);
    expect(messagesOf(tracked(situations.notDelivered, { cursor }))).toEqual([]);
  });
  test('that somebody confirmed is not sent again, even if it was never recorded as sent', () => {
    expect(messagesOf(tracked(situations.confirmed, { cursor }))).toEqual([]);
    expect(messagesOf(tracked(situations.confirmed, { cursor: { ...cursor, reporter: 3 } }))).toEqual([]);
  });
  test('that is to be sent again is sent once, unchanged', () => {
    const again = [{ kind: 'message', event: 4, message: 2 }];
    expect(messagesOf(tracked(situations.sentAgain, { cursor }))).toEqual(again);
    expect(messagesOf(tracked(situations.sentAgain, { cursor: { ...cursor, reporter: 3 } }))).toEqual(again);
    const twice = historyOf(
      [submit, by(rae)],
      [acknowledge, by(mei)],
      [lost('unsure'), theClock],
      [sendAgain(), by(bo)],
      [lost('unsure'), theClock],
      [sendAgain(), by(bo)],
    );
    expect(messagesOf(tracked(twice, { cursor }))).toEqual([{ kind: 'message', event: 6, message: 2 }]);
  });
});

describe('the reminders', () => {
  const received = tracked(situations.received, { cursor: afterReceipt });
  test('are not early, and after an outage only the latest counts', () => {
    expect(reached(at(received, new Date(moments.half.getTime() - 1)))).toEqual([]);
    expect(reached(at(received, moments.half))).toEqual(['rung 1 of acknowledge_1']);
    expect(reached(at(received, moments.mondayAfter))).toEqual(['rung 5 of acknowledge_1']);
  });
  test('are not repeated, nor reached after a later one', () => {
    for (const number of [2, 3]) {
      const cursor = { ...afterReceipt, rungs: { acknowledge_1: number } };
      expect(reached(at({ ...received, cursor }, moments.threeQuarters))).toEqual([]);
    }
  });
  test('are not those of the time before notices began', () => {
    const noticesFrom = china('09-24T12:00');
    expect(reached(at({ ...received, noticesFrom }, china('09-24T13:00')))).toEqual([]);
    expect(reached(at({ ...received, noticesFrom }, moments.twoHoursBefore))).toEqual(['rung 3 of acknowledge_1']);
    expect(reached(at({ ...received, noticesFrom: moments.half }, moments.half))).toEqual(['rung 1 of acknowledge_1']);
  });
  test('end when the duty is met or the report is withdrawn', () => {
    expect(reached(at(tracked(situations.acknowledged), moments.mondayAfter))).toEqual(['rung 5 of confirm_1']);
    expect(reached(at(tracked(situations.withdrawn), moments.mondayAfter))).toEqual([]);
  });
  test('start over, to the same deadline, when a message did not arrive', () => {
    const cursor = { thread: 4, reporter: 4, rungs: { acknowledge_1: 3 } };
    const reopened = at(tracked(situations.notDelivered, { cursor }), moments.twoHoursBefore);
    expect(reached(reopened)).toEqual(['rung 3 of acknowledge_2']);
    expect(reopened.wakeAt).toEqual(moments.deadline);
  });
});

describe('people whose reminders may have changed', () => {
  test('are everyone who was ever responsible, once each', () => {
    const history = historyOf([submit, by(rae)], [assign(mei), by(mei)], [assign(bo, mei.user), by(bo)]);
    expect(at(tracked(history), minute(9)).people).toEqual([mei.user, bo.user, securityTeam]);
    expect(at(tracked(history), minute(9), staffed).people).toEqual([
      mei.user,
      bo.user,
      duty,
      deputy,
      lead,
      securityTeam,
    ]);
  });
  test('are looked up when a reminder is due, and not when nothing happened', () => {
    const shown = silent(tracked(situations.assigned), minute(9));
    expect(at(shown, minute(10)).people).toEqual([]);
    expect(at(shown, moments.half).people).toEqual([mei.user, securityTeam]);
  });
  test('are looked up once for each version, whether its card could be shown or not', () => {
    const assigned = tracked(situations.assigned);
    expect(at({ ...assigned, restedVersion: assigned.version }, minute(9))).toMatchObject({ card: true, people: [] });
    expect(at({ ...assigned, restedVersion: assigned.version - 1 }, minute(9)).people).toEqual([
      mei.user,
      securityTeam,
    ]);
    const card = { channel: 'C', ts: '1', shownVersion: assigned.version };
    expect(at({ ...assigned, card }, minute(9))).toMatchObject({ card: false, people: [mei.user, securityTeam] });
  });
  test('know already if they were looked at since the rung, but for what else has changed', () => {
    const shown = silent(tracked(situations.assigned), minute(9));
    expect(at(shown, minute(10)).reachedAt).toBeUndefined();
    expect(at(shown, moments.half).reachedAt).toEqual(moments.half);
    expect(at(shown, new Date(moments.half.getTime() + 1000)).reachedAt).toEqual(moments.half);
    expect(at({ ...shown, version: shown.version + 1 }, moments.half).reachedAt).toBeUndefined();
    expect(at({ ...shown, restedUnder: 'ffffffffffff' }, moments.half).reachedAt).toBeUndefined();
  });
});

describe('the unsealed duties are stored again', () => {
  const open = tracked(situations.received).duties.acknowledge;
  test('not when the policy has changed and no date has moved, though other people may be reminded', () => {
    const kept = tracked(situations.received, {
      restedUnder: policy.revision,
      restedVersion: 1,
      card: { channel: 'C', ts: '1', shownVersion: 1 },
    });
    expect(at(kept, minute(9))).toMatchObject({ card: false, people: [] });
    const changed = at(kept, minute(9), { ...policy, revision: 'ffffffffffff', leads: ['U0LEAD'] });
    expect(changed).toMatchObject({ card: false, duties: undefined });
    expect(changed.people).toEqual(['U0LEAD', securityTeam]);
  });
  test.each([
    ['the opening', { opening: 2 }],
    ['the moment it is due', { dueAt: minute(0) }],
    ['the moment it began', { since: minute(1) }],
    ['whether it is provisional', { provisional: true }],
  ])('when %s is another', (_, over) => {
    if (open === undefined) throw new Error('a received report has an open duty');
    const kept = tracked(situations.received, { duties: { acknowledge: { ...open, ...over } } });
    expect(at(kept, minute(9)).duties).toEqual({ acknowledge: open });
  });
  test('when a duty is met or opens again', () => {
    const { duties } = at(tracked(situations.acknowledged, { duties: tracked(situations.received).duties }), minute(9));
    expect(Object.keys(duties ?? {})).toEqual(['confirm']);
    expect(at(tracked(situations.received, { duties: {} }), minute(9)).duties).toEqual({ acknowledge: open });
  });
});

test.each([
  ['by_hand', 'clock', true],
  ['direct_message', 'clock', undefined],
  ['by_hand', 'person', undefined],
] as const)(
  'a promise that moved by itself calls somebody where the bot can’t tell the reporter: %s, by the %s',
  (route, kind, ping) => {
    const promise = { dueAt: china('10-08T18:00'), provisional: false, policyRevision: 'another' };
    const who = kind === 'clock' ? ({ kind } as const) : ({ kind, person: mei } as const);
    const moved: ReportEvent = { type: 'PromiseMoved', at: minute(5), by: who, promise, days: [], route };
    const history = [...historyOf([submit, by(rae)]), moved];
    expect(at(tracked(history), minute(6)).notices).toContainEqual({ kind: 'thread', event: 1, ...(ping && { ping }) });
  },
);

describe('a reporter who writes around the clock', () => {
  const writes = (at: Date): ReportEvent => {
    const who = { kind: 'person', person: rae } as const;
    return { type: 'ReporterWrote', at, by: who, purpose: 'more_information', text: at.toISOString() };
  };
  const pinging = (history: readonly ReportEvent[]) =>
    at(tracked(history), moments.half).notices.flatMap((one) => (one.kind === 'thread' && one.ping ? [one.event] : []));
  /** 80 in four hours: one every three minutes. */
  const replies = Array.from({ length: 80 }, (_, n) => writes(minute(10 + 3 * n)));

  test('has each reply in the thread, and pages the team once an hour', () => {
    const history = [...historyOf([submit, by(rae)]), ...replies];
    const { notices } = at(tracked(history), moments.half);
    expect(notices.filter(({ kind }) => kind === 'thread')).toHaveLength(80);
    expect(pinging(history)).toEqual([1, 21, 41, 61]);
  });
  test('pages it again once somebody has taken the report, or written', () => {
    const after = (...events: readonly ReportEvent[]) =>
      pinging([...historyOf([submit, by(rae)]), writes(minute(10)), ...events, writes(minute(20))]).at(-1);
    const [, taken, acknowledged] = situations.acknowledged;
    if (taken === undefined || acknowledged === undefined) throw new Error('there are three');
    expect(after()).toBe(1);
    expect(after({ ...taken, at: minute(15) })).toBe(3);
    expect(after({ ...acknowledged, at: minute(15) })).toBe(3);
  });
  test('is not heard while they are paused, and once when that ends', () => {
    const who = { kind: 'person', person: mei } as const;
    const until = china('09-24T09:00');
    const pause: ReportEvent = { type: 'ReporterPaused', at: minute(11), by: who, until, route: 'direct_message' };
    const begun = [...historyOf([submit, by(rae)]), pause];
    const during = [...begun, ...replies];
    const lines = (history: readonly ReportEvent[]) =>
      at(tracked(history), minute(300)).notices.flatMap((one) => (one.kind === 'thread' ? [one] : []));
    expect(lines(during)).toEqual([{ kind: 'thread', event: 1 }]);
    expect(at(silent(tracked(during), minute(300)), minute(300)).wakeAt).toEqual(moments.half);
    expect(at(silent(tracked(during), moments.half), moments.half).wakeAt).toEqual(until);
    const ended: ReportEvent = { type: 'ReporterPauseEnded', at: minute(290), by: who, replies: 80 };
    const after = [...during, ended];
    expect(lines(after)).toEqual([
      { kind: 'thread', event: 1 },
      { kind: 'thread', event: 82, ping: true },
    ]);
    expect(pinging([...begun, { ...ended, replies: 0 }])).toEqual([]);
    expect(pinging([...after, writes(minute(295)), writes(minute(360))])).toEqual([82, 84]);
  });
  const toPrepared = [
    [submit, by(rae)],
    [acknowledge, by(mei)],
    [accept, by(mei)],
    [fix, by(mei)],
    [prepare, by(mei)],
  ] as const;
  test('may change a hundred times how they are thanked, and the room hears of it at the end', () => {
    const lines = (history: readonly ReportEvent[]) =>
      at(tracked(history), minute(900)).notices.flatMap((one) => (one.kind === 'thread' ? [one.event] : []));
    const wishes = (who: Person) =>
      Array.from({ length: 100 }, (_, n): ReportEvent => {
        const credit = { by: 'name', name: `Rae the ${n}th` } as const;
        return { type: 'CreditChanged', at: minute(20 + n), by: { kind: 'person', person: who }, credit };
      });
    const until = china('09-24T09:00');
    const who = { kind: 'person', person: mei } as const;
    const pause: ReportEvent = { type: 'ReporterPaused', at: minute(11), by: who, until, route: 'direct_message' };
    const begun = [...historyOf([submit, by(rae)]), pause];
    expect(lines([...begun, ...wishes(rae)])).toEqual([1]);
    expect(lines([...begun, ...wishes(mei)])).toHaveLength(101);
    // What was prepared has to be prepared again: that is not kept back.
    const prepared = historyOf(...toPrepared);
    const { length } = prepared;
    expect(lines([...prepared, pause, ...wishes(rae)]).slice(-2)).toEqual([length, length + 1]);
  });
  test('is heard at once when the team has written since', () => {
    const asked = historyOf([submit, by(rae)], [acknowledge, by(mei)]);
    const { length } = asked;
    const [first, second] = [writes(minute(20)), writes(minute(25))];
    const answer = { ...asked[length - 1], at: minute(30) } as ReportEvent;
    const history = [...asked, first, second, { ...answer, type: 'MessageSent' } as ReportEvent, writes(minute(35))];
    expect(pinging(history)).toEqual([length, length + 3]);
  });
});
