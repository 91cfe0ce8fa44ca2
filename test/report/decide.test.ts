import type { Context, ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import { messageLimit } from '../../src/report/decide-messages.js';
import { undeliveredMessage } from '../../src/report/delivery-status.js';
import { ReportEvent } from '../../src/report/events.js';
import { evolve, replay } from '../../src/report/evolve.js';
import { isReporter } from '../../src/report/permissions.js';
import type { Actor } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import { Report } from '../../src/report/report.js';
import { isPaused } from '../../src/report/status.js';
import {
  acknowledge,
  answer,
  arrived,
  ask,
  assign,
  bo,
  by,
  form,
  historyOf,
  lost,
  mei,
  minute,
  note,
  outcome,
  rae,
  reportIn,
  type Situation,
  sendAgain,
  situations,
  submit,
  submitForSomebody,
  theClock,
  tuesday,
  withdraw,
} from './situations.js';

const everySituation = Object.keys(situations) as Situation[];
const at = (actor = by(bo), now = minute(60)): Context => ({ now, actor });
const refusalOf = (command: ReportCommand, report: Report | undefined, context = at()) => {
  try {
    decide(command, report, context);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, reasons: error.reasons };
    throw error;
  }
  throw new Error('nothing was refused');
};

const otherText = { ...submit, form: { ...form, overview: 'On second thoughts it is worse.' } };
const theSame = 'so already';

type Row = Record<Situation, string>;
/** What comes of each command in each situation: said by Bo, where nobody else is named. */
const table: Record<string, [ReportCommand, Row, Actor?]> = {
  'the same form again': [
    submit,
    {
      nothing: 'ReportReceived',
      received: theSame,
      assigned: theSame,
      acknowledged: theSame,
      doubted: theSame,
      confirmed: theSame,
      sentAgain: theSame,
      notDelivered: theSame,
      withdrawn: theSame,
    },
  ],
  'the same form with other text': [
    otherText,
    {
      nothing: 'ReportReceived',
      received: 'ReportAmended',
      assigned: 'already_acted_upon',
      acknowledged: 'already_acted_upon',
      doubted: 'already_acted_upon',
      confirmed: 'already_acted_upon',
      sentAgain: 'already_acted_upon',
      notDelivered: 'already_acted_upon',
      withdrawn: 'already_acted_upon',
    },
  ],
  'another form under this id': [
    { ...submit, submission: 'another form' },
    {
      nothing: 'ReportReceived',
      received: 'submission_taken',
      assigned: 'submission_taken',
      acknowledged: 'submission_taken',
      doubted: 'submission_taken',
      confirmed: 'submission_taken',
      sentAgain: 'submission_taken',
      notDelivered: 'submission_taken',
      withdrawn: 'submission_taken',
    },
  ],
  'assign to Bo, who saw nobody in charge': [
    assign(bo),
    {
      nothing: 'no_such_report',
      received: 'ResponderAssigned',
      assigned: 'already_assigned',
      acknowledged: 'already_assigned',
      doubted: 'already_assigned',
      confirmed: 'already_assigned',
      sentAgain: 'already_assigned',
      notDelivered: 'already_assigned',
      withdrawn: 'report_closed',
    },
  ],
  'assign to Bo instead of Mei': [
    assign(bo, mei.user),
    {
      nothing: 'no_such_report',
      received: 'ResponderAssigned',
      assigned: 'ResponderAssigned',
      acknowledged: 'ResponderAssigned',
      doubted: 'ResponderAssigned',
      confirmed: 'ResponderAssigned',
      sentAgain: 'ResponderAssigned',
      notDelivered: 'ResponderAssigned',
      withdrawn: 'report_closed',
    },
  ],
  'assign to Mei': [
    assign(mei),
    {
      nothing: 'no_such_report',
      received: 'ResponderAssigned',
      assigned: theSame,
      acknowledged: theSame,
      doubted: theSame,
      confirmed: theSame,
      sentAgain: theSame,
      notDelivered: theSame,
      withdrawn: 'report_closed',
    },
  ],
  'assign to the reporter': [
    assign(rae, mei.user),
    {
      nothing: 'no_such_report',
      received: 'own_report',
      assigned: 'own_report',
      acknowledged: 'own_report',
      doubted: 'own_report',
      confirmed: 'own_report',
      sentAgain: 'own_report',
      notDelivered: 'own_report',
      withdrawn: 'report_closed',
    },
  ],
  acknowledge: [
    acknowledge,
    {
      nothing: 'no_such_report',
      received: 'ResponderAssigned + ReportAcknowledged',
      assigned: 'ReportAcknowledged',
      acknowledged: 'already_acknowledged',
      doubted: 'already_acknowledged',
      confirmed: 'already_acknowledged',
      sentAgain: 'already_acknowledged',
      notDelivered: 'ReportAcknowledged',
      withdrawn: 'report_closed',
    },
  ],
  'record that the message may be lost': [
    lost('unsure'),
    {
      nothing: 'no_such_report',
      received: theSame,
      assigned: theSame,
      acknowledged: 'DeliveryDoubted',
      doubted: theSame,
      confirmed: 'DeliveryDoubted',
      sentAgain: 'DeliveryDoubted',
      notDelivered: theSame,
      withdrawn: theSame,
    },
  ],
  'record that the message was refused': [
    lost('failed'),
    {
      nothing: 'no_such_report',
      received: theSame,
      assigned: theSame,
      acknowledged: 'DeliveryFailed',
      doubted: theSame,
      confirmed: 'DeliveryFailed',
      sentAgain: 'DeliveryFailed',
      notDelivered: theSame,
      withdrawn: theSame,
    },
  ],
  'say that it arrived': [
    arrived(),
    {
      nothing: 'no_such_report',
      received: 'nothing_in_doubt',
      assigned: 'nothing_in_doubt',
      acknowledged: 'nothing_in_doubt',
      doubted: 'DeliveryConfirmed',
      confirmed: 'nothing_in_doubt',
      sentAgain: 'nothing_in_doubt',
      notDelivered: 'nothing_in_doubt',
      withdrawn: 'nothing_in_doubt',
    },
  ],
  'send it again': [
    sendAgain(),
    {
      nothing: 'no_such_report',
      received: 'nothing_in_doubt',
      assigned: 'nothing_in_doubt',
      acknowledged: 'nothing_in_doubt',
      doubted: 'SentAgain',
      confirmed: 'nothing_in_doubt',
      sentAgain: 'nothing_in_doubt',
      notDelivered: 'nothing_in_doubt',
      withdrawn: 'report_closed',
    },
  ],
  'ask the reporter something': [
    ask,
    {
      nothing: 'no_such_report',
      received: 'ResponderAssigned + ReportAcknowledged',
      assigned: 'ReportAcknowledged',
      acknowledged: 'MessageSent',
      doubted: 'MessageSent',
      confirmed: 'MessageSent',
      sentAgain: 'MessageSent',
      notDelivered: 'ReportAcknowledged',
      withdrawn: 'report_closed',
    },
  ],
  'note something for the team': [
    note,
    {
      nothing: 'no_such_report',
      received: 'NoteAdded',
      assigned: 'NoteAdded',
      acknowledged: 'NoteAdded',
      doubted: 'NoteAdded',
      confirmed: 'NoteAdded',
      sentAgain: 'NoteAdded',
      notDelivered: 'NoteAdded',
      withdrawn: 'NoteAdded',
    },
  ],
  'write to the team as the reporter': [
    answer,
    {
      nothing: 'no_such_report',
      received: 'ReporterWrote',
      assigned: 'ReporterWrote',
      acknowledged: 'ReporterWrote',
      doubted: 'ReporterWrote',
      confirmed: 'ReporterWrote',
      sentAgain: 'ReporterWrote',
      notDelivered: 'ReporterWrote',
      withdrawn: 'report_closed',
    },
    by(rae),
  ],
  'write to the team as somebody else': [
    answer,
    {
      nothing: 'no_such_report',
      received: 'no_such_report',
      assigned: 'no_such_report',
      acknowledged: 'no_such_report',
      doubted: 'no_such_report',
      confirmed: 'no_such_report',
      sentAgain: 'no_such_report',
      notDelivered: 'no_such_report',
      withdrawn: 'no_such_report',
    },
  ],
  'withdraw as the reporter': [
    withdraw,
    {
      nothing: 'no_such_report',
      received: 'ReportWithdrawn',
      assigned: 'ReportWithdrawn',
      acknowledged: 'ReportWithdrawn',
      doubted: 'ReportWithdrawn',
      confirmed: 'ReportWithdrawn',
      sentAgain: 'ReportWithdrawn',
      notDelivered: 'ReportWithdrawn',
      withdrawn: theSame,
    },
    by(rae),
  ],
  'withdraw as somebody else': [
    withdraw,
    {
      nothing: 'no_such_report',
      received: 'no_such_report',
      assigned: 'no_such_report',
      acknowledged: 'no_such_report',
      doubted: 'no_such_report',
      confirmed: 'no_such_report',
      sentAgain: 'no_such_report',
      notDelivered: 'no_such_report',
      withdrawn: 'no_such_report',
    },
  ],
};

describe.each(Object.entries(table))('%s', (_, [command, row, actor]) => {
  test.each(everySituation)('given a report that is %s', (situation) => {
    expect(outcome(command, reportIn(situation), at(actor))).toBe(row[situation]);
  });
});

describe('nobody acts as responder on a report of their own', () => {
  const requireResponder = { assign: assign(mei, mei.user), 'to oneself': assign(rae, mei.user), acknowledge };
  const settling = { ask, note, 'it arrived': arrived(), 'send again': sendAgain() };
  const every = Object.entries({ ...requireResponder, ...settling });
  const reports = everySituation.filter((situation) => situation !== 'nothing');
  test.each(every)('%s: refused in every situation', (_, command) => {
    for (const situation of reports) expect(outcome(command, reportIn(situation), at(by(rae)))).toBe('own_report');
  });
  test.each(every)('%s: nor does the clock act as one', (_, command) => {
    for (const situation of reports) expect(outcome(command, reportIn(situation), at(theClock))).toBe('not_for_you');
  });
  test('a person is known by workspace and user together, and whoever filed for somebody else is no reporter', () => {
    const own = replay(situations.received);
    expect(isReporter(rae, own)).toBe(true);
    expect(isReporter({ team: rae.team, user: rae.user }, own)).toBe(true);
    expect(isReporter({ ...rae, team: 'T0HOME' }, own)).toBe(false);
    expect(isReporter({ ...rae, user: 'U0OTHER' }, own)).toBe(false);
    const filed = replay(historyOf([submitForSomebody, by(bo)]));
    expect(isReporter(bo, filed)).toBe(false);
    expect(outcome(assign(bo), filed, at())).toBe('ResponderAssigned');
  });
});

describe('a report received', () => {
  test('may have been received in the past, and at this very moment, but not later', () => {
    expect(outcome({ ...submit, receivedAt: minute(-3000) }, undefined, at())).toBe('ReportReceived');
    expect(outcome({ ...submit, receivedAt: minute(60) }, undefined, at())).toBe('ReportReceived');
    expect(outcome({ ...submit, receivedAt: new Date(minute(60).getTime() + 1) }, undefined, at())).toBe(
      'received_in_the_future',
    );
  });
  test('keeps its promise and its moment when its text is amended', () => {
    const history = historyOf([submit, by(rae)], [{ ...otherText, affected: [], receivedAt: minute(1) }, by(rae)]);
    expect(replay(history)).toMatchObject({
      form: otherText.form,
      affected: [],
      receivedAt: tuesday,
      promise: submit.promise,
    });
  });
});

describe('a message to the reporter', () => {
  const saying = (message: string, route: 'direct_message' | 'by_hand' = 'direct_message'): ReportCommand => ({
    type: 'AcknowledgeReport',
    message,
    route,
  });
  const received = reportIn('received');
  test('has something in it', () => {
    for (const empty of ['', ' ', '\n\t ']) expect(outcome(saying(empty), received, at())).toBe('message_empty');
  });
  test(`is at most ${messageLimit} UTF-16 characters long`, () => {
    expect(outcome(saying('x'.repeat(messageLimit)), received, at())).toContain('ReportAcknowledged');
    expect(refusalOf(saying(`${'x'.repeat(messageLimit - 1)}\u{1F600}`), received)).toEqual({
      code: 'message_too_long',
      reasons: { length: messageLimit + 1, limit: messageLimit },
    });
  });
  test('goes by hand to somebody who is not on Slack', () => {
    const filed = replay(historyOf([submitForSomebody, by(bo)]));
    expect(outcome(saying('Thank you.'), filed, at())).toBe('reporter_not_on_slack');
    expect(outcome(saying('Thank you.', 'by_hand'), filed, at())).toContain('ReportAcknowledged');
  });
  test('makes whoever wrote the responder where nobody was, and changes nothing where somebody is', () => {
    expect(replay([...situations.received, ...decide(acknowledge, received, at())]).responder).toEqual(bo);
    expect(replay([...situations.assigned, ...decide(acknowledge, reportIn('assigned'), at())]).responder).toEqual(mei);
  });
  test('a first question acknowledges, and says that it is one', () => {
    expect(decide(ask, reportIn('assigned'), at())).toEqual([
      { ...ask, type: 'ReportAcknowledged', at: minute(60), by: by(bo) },
    ]);
    expect(replay([...situations.acknowledged, ...decide(ask, reportIn('acknowledged'), at())])).toMatchObject({
      status: 'acknowledged',
      acknowledge: { opening: 1, metAt: minute(2) },
      responder: mei,
      messages: [
        { event: 2, purpose: 'acknowledgement' },
        { event: 3, purpose: 'question', delivery: 'sent' },
      ],
    });
  });
  test('sent twice by the same person, with the same words and the same route, is one', () => {
    const { message } = acknowledge as Extract<ReportCommand, { type: 'AcknowledgeReport' }>;
    const acknowledged = reportIn('acknowledged');
    expect(outcome(acknowledge, acknowledged, at(by(mei)))).toBe(theSame);
    expect(outcome(saying(message, 'by_hand'), acknowledged, at(by(mei)))).toBe('already_acknowledged');
    expect(outcome(saying('More words.'), acknowledged, at(by(mei)))).toBe('already_acknowledged');
  });
  test('one that is refused is told by whom and when', () => {
    expect(refusalOf(acknowledge, reportIn('acknowledged'))).toEqual({
      code: 'already_acknowledged',
      reasons: { id: submit.id, by: mei.user, at: minute(2) },
    });
  });
  test('that is not there is in no doubt', () => {
    for (const event of [-1, 0, 1, 3, 99]) {
      expect(outcome(arrived(event), reportIn('doubted'), at())).toBe('nothing_in_doubt');
      expect(outcome(lost('failed', event), reportIn('acknowledged'), at(theClock))).toBe(theSame);
    }
  });
});

describe('what is written besides', () => {
  test('notes and letters have the same limits as messages', () => {
    for (const text of ['', ' \n', 'x'.repeat(messageLimit + 1)]) {
      const refused = text.trim() === '' ? 'message_empty' : 'message_too_long';
      expect(outcome({ ...ask, message: text } as ReportCommand, reportIn('acknowledged'), at())).toBe(refused);
      expect(outcome({ ...note, text } as ReportCommand, reportIn('received'), at())).toBe(refused);
      expect(outcome({ ...answer, text } as ReportCommand, reportIn('received'), at(by(rae)))).toBe(refused);
    }
  });
  test('stands in the report with its place in the history', () => {
    const history = [...situations.received, ...decide(note, reportIn('received'), at())];
    const both = [...history, ...decide(answer, replay(history), at(by(rae)))];
    expect(replay(both)).toMatchObject({
      notes: [{ event: 1, at: minute(60), by: bo, text: 'Seen before in the other service.' }],
      replies: [{ event: 2, at: minute(60), purpose: 'answer', text: 'The newest one.' }],
      messages: [],
      status: 'received',
    });
  });
  test('to somebody else the report of a stranger does not exist, and no more to the clock', () => {
    for (const actor of [by(bo), by({ ...rae, team: 'T0HOME' }), theClock])
      expect(outcome(withdraw, reportIn('acknowledged'), at(actor))).toBe('no_such_report');
  });
  test('a withdrawn report keeps the message that was under way', () => {
    const history = [...situations.acknowledged, ...decide(withdraw, reportIn('acknowledged'), at(by(rae)))];
    const lostLater = [...history, ...decide(lost('failed'), replay(history), at(theClock))];
    expect(replay(lostLater)).toMatchObject({ status: 'withdrawn', messages: [{ delivery: 'failed' }] });
  });
});

test('whoever lost a race is told who is in charge and since when', () => {
  expect(refusalOf(assign(bo), reportIn('assigned'))).toEqual({
    code: 'already_assigned',
    reasons: { id: submit.id, responder: mei.user, at: minute(1) },
  });
});

test('every event says when and who', () => {
  const events = Object.values(table).flatMap(([command, , actor]) =>
    everySituation.flatMap((situation) => {
      try {
        return decide(command, reportIn(situation), at(actor));
      } catch (error) {
        if (error instanceof Refusal) return [];
        throw error;
      }
    }),
  );
  expect(new Set(events.map(({ type }) => type))).toEqual(
    new Set([
      'ReportReceived',
      'ReportAmended',
      'ResponderAssigned',
      'ReportAcknowledged',
      'MessageSent',
      'NoteAdded',
      'ReporterWrote',
      'ReportWithdrawn',
      'DeliveryDoubted',
      'DeliveryFailed',
      'DeliveryConfirmed',
      'SentAgain',
    ]),
  );
  for (const event of events) {
    expect(event).toMatchObject({ at: minute(60), by: { kind: 'person' } });
    expect(ReportEvent.parse(event)).toEqual(event);
  }
});

test('every situation is a report that can be kept', () => {
  for (const situation of everySituation) {
    const report = reportIn(situation);
    if (report !== undefined) expect(Report.parse(report)).toEqual(report);
  }
});

describe('evolve', () => {
  test('tells of each situation what a person would', () => {
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
  describe('of several messages one that did not arrive', () => {
    const asked = [...situations.acknowledged, ...decide(ask, reportIn('acknowledged'), at(by(mei)))];
    const then = (history: readonly ReportEvent[], command: ReportCommand, actor = theClock) => [
      ...history,
      ...decide(command, replay(history), { now: minute(90), actor }),
    ];
    test('leaves the duty met by the first that did, before or after it', () => {
      expect(replay(then(asked, lost('failed', 3)))).toMatchObject({
        status: 'acknowledged',
        acknowledge: { opening: 1, metAt: minute(2) },
      });
      const firstLost = replay(then(asked, lost('failed', 2)));
      expect(firstLost).toMatchObject({ status: 'acknowledged', acknowledge: { opening: 1, metAt: minute(60) } });
      expect(outcome(acknowledge, firstLost, at(by(bo)))).toBe('already_acknowledged');
    });
    test('opens it when it was the last that could have', () => {
      const both = replay(then(then(asked, lost('failed', 2)), lost('failed', 3)));
      expect(both).toMatchObject({ status: 'received', acknowledge: { opening: 2 } });
      expect(both.acknowledge.metAt).toBeUndefined();
    });
    test('wants another way until somebody who knows of it has written', () => {
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
      ...situations.received,
      { type: 'DeliveryFailed', ...about, event: 2 },
      { type: 'DeliveryFailed', ...about, event: 99 },
      { type: 'DeliveryDoubted', ...about, event: 99 },
    ];
    for (const stray of strays) expect(evolve(report, stray)).toEqual({ ...report, events: report.events + 1 });
  });
  test('a history that does not begin with the receipt is none', () => {
    expect(() => replay([])).toThrow(TypeError);
    expect(() => replay(situations.assigned.slice(1))).toThrow(TypeError);
  });
  test('changes nothing it was handed', () => {
    const report = replay(situations.doubted);
    const before = structuredClone(report);
    for (const event of situations.notDelivered) evolve(report, event);
    expect(report).toEqual(before);
  });
});

describe('the same form sent again, because its answer did not come through', () => {
  const twice: Record<string, [ReportCommand, Context]> = {
    'a question': [
      { type: 'SendMessage', purpose: 'question', message: 'Which build?', route: 'direct_message' },
      at(),
    ],
    'a note': [{ type: 'AddNote', text: 'Looks real.' }, at()],
    'an answer': [{ type: 'WriteToTeam', purpose: 'answer', text: 'Build 4.1.2.' }, at(by(rae))],
  };
  test.each(Object.entries(twice))('says %s once', (_, [command, context]) => {
    const before = reportIn('acknowledged');
    const events = decide(command, before, context);
    expect(events).toHaveLength(1);
    expect(decide(command, events.reduce(evolve, before), context)).toEqual([]);
  });
});

describe('the same words, once the other side has written', () => {
  const asked = historyOf([submit, by(rae)], [acknowledge, by(mei)], [ask, by(mei)], [answer, by(rae)]);

  test('a question asked again is asked', () => {
    expect(outcome(ask, replay(asked), at(by(mei)))).toBe('MessageSent');
  });

  test('the same answer to another question is an answer, and the decision is waited for again', () => {
    const other = decide({ ...ask, message: 'And the newest console?' } as ReportCommand, replay(asked), at(by(mei)));
    const again = replay([...asked, ...other]);
    expect(isPaused(again)).toBe(true);
    expect(outcome(answer, again, at(by(rae)))).toBe('ReporterWrote');
    expect(isPaused(decide(answer, again, at(by(rae))).reduce<Report>(evolve, again))).toBe(false);
  });
});
