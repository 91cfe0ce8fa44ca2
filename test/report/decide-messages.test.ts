import type { Context, ReportCommand } from '../../src/report/commands.js';
import type { MessageCommand } from '../../src/report/commands-messages.js';
import { decide } from '../../src/report/decide.js';
import { messageLimit } from '../../src/report/decide-messages.js';
import { evolve, replay } from '../../src/report/evolve.js';
import type { Actor } from '../../src/report/person.js';
import type { Report } from '../../src/report/report.js';
import { isPaused } from '../../src/report/status.js';
import { describeDecisions, describeInSituations, nothingChanges } from './decisions.js';
import {
  acknowledge,
  answer,
  ask,
  bo,
  by,
  historyOf,
  lost,
  mei,
  minute,
  note,
  outcome,
  rae,
  refusalOf,
  reportIn,
  type Step,
  situations,
  submit,
  submitForSomebody,
  theClock,
} from './situations.js';

const at = (actor = by(bo), now = minute(60)): Context => ({ now, actor });
describeDecisions<MessageCommand['type']>('messages', {
  AcknowledgeReport: [
    {
      name: 'with another message than Mei’s',
      by: 'a responder',
      command: { ...acknowledge, message: 'Got it.' } as ReportCommand,
      results: { received: 'ResponderAssigned + ReportAcknowledged', otherwise: 'already_acknowledged' },
    },
  ],
  TellMissed: [
    {
      name: 'of an answer',
      by: 'the clock',
      command: { type: 'TellMissed', duty: 'acknowledge', opening: 1, dueAt: minute(30) },
      results: { received: 'PromiseMissed', otherwise: nothingChanges },
    },
    {
      name: 'of a decision',
      by: 'the clock',
      command: { type: 'TellMissed', duty: 'confirm', opening: 1, dueAt: minute(30) },
      results: { received: 'PromiseMissed', acknowledged: 'PromiseMissed', otherwise: nothingChanges },
    },
    {
      name: 'of an answer that is due at this moment',
      by: 'the clock',
      command: { type: 'TellMissed', duty: 'acknowledge', opening: 1, dueAt: minute(60) },
      results: { received: 'PromiseMissed', otherwise: nothingChanges },
    },
    {
      name: 'of an answer, once more',
      by: 'the clock',
      command: { type: 'TellMissed', duty: 'acknowledge', opening: 1, dueAt: minute(30) },
      given: [[{ type: 'TellMissed', duty: 'acknowledge', opening: 1, dueAt: minute(30) }, theClock]],
      results: nothingChanges,
    },
    {
      name: 'of a decision, after that of the answer',
      by: 'the clock',
      command: { type: 'TellMissed', duty: 'confirm', opening: 1, dueAt: minute(30) },
      given: [[{ type: 'TellMissed', duty: 'acknowledge', opening: 1, dueAt: minute(30) }, theClock]],
      results: { received: 'PromiseMissed', acknowledged: 'PromiseMissed', otherwise: nothingChanges },
    },
    {
      name: 'of an answer that was owed once more since',
      by: 'the clock',
      command: { type: 'TellMissed', duty: 'acknowledge', opening: 2, dueAt: minute(30) },
      results: nothingChanges,
    },
    {
      name: 'of what is not due yet',
      by: 'the clock',
      command: { type: 'TellMissed', duty: 'acknowledge', opening: 1, dueAt: minute(90) },
      results: { otherwise: nothingChanges },
    },
  ],
  RemindReporter: [
    {
      name: 'of no open question',
      by: 'the clock',
      command: { type: 'RemindReporter', opening: 3, rung: 1 },
      results: nothingChanges,
    },
    {
      name: 'of a question',
      by: 'the clock',
      given: [[ask, by(mei)]],
      command: (report) => ({ type: 'RemindReporter', opening: report.messages.at(-1)?.event ?? 1, rung: 1 }),
      results: { received: 'ReporterReminded', acknowledged: 'ReporterReminded', otherwise: nothingChanges },
    },
    ...[1, 2, 3].map((rung) => ({
      name: `of a question, by rung ${rung}, once rung 2 was posted`,
      by: 'the clock' as const,
      given: [
        [ask, by(mei)],
        ...[1, 2, 3].map((opening) => [{ type: 'RemindReporter', opening, rung: 2 }, theClock] as const),
      ] as const,
      command: ({ messages }: Report) => ({
        type: 'RemindReporter' as const,
        opening: messages.find(({ purpose }) => purpose === 'question')?.event ?? 1,
        rung,
      }),
      results:
        rung < 3
          ? nothingChanges
          : { received: 'ReporterReminded', acknowledged: 'ReporterReminded', otherwise: nothingChanges },
    })),
  ],
  SendMessage: [
    {
      name: 'a question',
      by: 'a responder',
      command: ask,
      results: {
        received: 'ResponderAssigned + ReportAcknowledged',
        withdrawn: 'report_closed',
        otherwise: 'MessageSent',
      },
    },
    {
      name: 'an empty one',
      by: 'a responder',
      command: { ...ask, message: ' ' } as ReportCommand,
      results: { withdrawn: 'report_closed', otherwise: 'message_empty' },
    },
    {
      name: 'a draft with a gap',
      by: 'a responder',
      command: { ...ask, message: 'Which version do you use: …' } as ReportCommand,
      results: { withdrawn: 'report_closed', otherwise: 'message_has_gap' },
    },
    {
      name: 'with a next update in the past',
      by: 'a responder',
      command: { ...ask, nextUpdate: minute(60) } as ReportCommand,
      results: { withdrawn: 'report_closed', otherwise: 'next_update_not_ahead' },
    },
  ],
  AddNote: [{ name: 'for the team', by: 'a responder', command: note, results: 'NoteAdded' }],
  WriteToTeam: [
    {
      name: 'an answer',
      by: 'the reporter',
      command: answer,
      results: { withdrawn: 'report_closed', otherwise: 'ReporterWrote' },
    },
  ],
});

describeInSituations({
  acknowledge: {
    command: acknowledge,
    results: {
      received: 'ResponderAssigned + ReportAcknowledged',
      assigned: 'ReportAcknowledged',
      notDelivered: 'ReportAcknowledged',
      withdrawn: 'report_closed',
      otherwise: 'already_acknowledged',
    },
  },
  'ask the reporter something': {
    command: ask,
    results: {
      received: 'ResponderAssigned + ReportAcknowledged',
      assigned: 'ReportAcknowledged',
      notDelivered: 'ReportAcknowledged',
      withdrawn: 'report_closed',
      otherwise: 'MessageSent',
    },
  },
  'note something for the team': {
    command: note,
    results: { otherwise: 'NoteAdded' },
  },
  'write to the team as the reporter': {
    command: answer,
    actor: by(rae),
    results: { withdrawn: 'report_closed', otherwise: 'ReporterWrote' },
  },
  'write to the team as somebody else': {
    command: answer,
    results: { otherwise: 'no_such_report' },
  },
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
    expect(refusalOf(saying(`${'x'.repeat(messageLimit - 1)}\u{1F600}`), received, at())).toEqual({
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
  test('a question acknowledges a report if it is the first message', () => {
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
    expect(outcome(acknowledge, acknowledged, at(by(mei)))).toBe(nothingChanges);
    expect(outcome(saying(message, 'by_hand'), acknowledged, at(by(mei)))).toBe('already_acknowledged');
    expect(outcome(saying('More words.'), acknowledged, at(by(mei)))).toBe('already_acknowledged');
  });
  test('a refusal says who was first, and when', () => {
    expect(refusalOf(acknowledge, reportIn('acknowledged'), at())).toEqual({
      code: 'already_acknowledged',
      reasons: { id: submit.id, by: mei.user, at: minute(2) },
    });
  });
});

describe('notes and replies', () => {
  test('have the same limits as messages', () => {
    for (const text of ['', ' \n', 'x'.repeat(messageLimit + 1)]) {
      const refused = text.trim() === '' ? 'message_empty' : 'message_too_long';
      expect(outcome({ ...ask, message: text } as ReportCommand, reportIn('acknowledged'), at())).toBe(refused);
      expect(outcome({ ...note, text } as ReportCommand, reportIn('received'), at())).toBe(refused);
      expect(outcome({ ...answer, text } as ReportCommand, reportIn('received'), at(by(rae)))).toBe(refused);
    }
  });
  test('is in the report with its place in the history', () => {
    const history = [...situations.received, ...decide(note, reportIn('received'), at())];
    const both = [...history, ...decide(answer, replay(history), at(by(rae)))];
    expect(replay(both)).toMatchObject({
      notes: [{ event: 1, at: minute(60), by: bo, text: 'Seen before in the other service.' }],
      replies: [{ event: 2, at: minute(60), purpose: 'answer', text: 'The newest one.' }],
      messages: [],
      status: 'received',
    });
  });
});

describe('the same form sent again because its answer got lost', () => {
  const twice: Record<string, [ReportCommand, Context]> = {
    'a question': [
      { type: 'SendMessage', purpose: 'question', message: 'Which build?', route: 'direct_message' },
      at(),
    ],
    'a note': [{ type: 'AddNote', text: 'Looks real.' }, at()],
    'an answer': [{ type: 'WriteToTeam', purpose: 'answer', text: 'Build 4.1.2.' }, at(by(rae))],
  };
  test.each(Object.entries(twice))('stores %s once', (_, [command, context]) => {
    const before = reportIn('acknowledged');
    const events = decide(command, before, context);
    expect(events).toHaveLength(1);
    expect(decide(command, events.reduce(evolve, before), context)).toEqual([]);
  });
  const embargo = { type: 'AgreeEmbargo', until: minute(9000), route: 'direct_message' } as const;
  const asOther = { ...ask, purpose: 'information' } as ReportCommand;
  const asMore = { ...answer, purpose: 'more_information' } as ReportCommand;
  test.each<[string, readonly Step[], ReportCommand, Actor, string]>([
    ['a question by somebody else', [], ask, by(bo), 'MessageSent'],
    ['its text for another purpose', [], asOther, by(mei), 'MessageSent'],
    ['another question', [], { ...ask, message: 'And the console?' } as ReportCommand, by(mei), 'MessageSent'],
    ['a question that did not arrive', [[lost('failed', 3), theClock]], ask, by(mei), 'MessageSent'],
    ['a note by somebody else', [[note, by(mei)]], note, by(bo), 'NoteAdded'],
    ['an answer as something more', [[answer, by(rae)]], asMore, by(rae), 'ReporterWrote'],
    [
      'an answer after a message of the bot, which asks nothing',
      [
        [answer, by(rae)],
        [embargo, by(mei)],
      ],
      answer,
      by(rae),
      nothingChanges,
    ],
  ])('is told from %s', (_, steps, command, actor, result) => {
    const before = historyOf([submit, by(rae)], [acknowledge, by(mei)], [ask, by(mei)], ...steps);
    expect(outcome(command, replay(before), at(actor))).toBe(result);
  });
});

describe('what the bot tells a reporter by itself', () => {
  const promising = (nextUpdate: Date) => ({ ...acknowledge, nextUpdate }) as ReportCommand;
  const tell = (duty: 'confirm' | 'next_update', opening = 1) =>
    ({ type: 'TellMissed', duty, opening, dueAt: minute(30) }) as const;
  const pause = { type: 'PauseReporter', until: minute(9000), route: 'direct_message' } as const;
  const told = (steps: readonly Step[], command: ReportCommand) =>
    decide(command, replay(historyOf([submit, by(rae)], ...steps)), at(theClock));

  test('is that a promise was missed, with the update that is still to come', () => {
    const missed = { duty: 'confirm', opening: 1, dueAt: minute(30), nextUpdate: minute(9000) };
    expect(told([[promising(minute(9000)), by(mei)]], tell('confirm'))).toMatchObject([{ missed }]);
    const [late] = told([[promising(minute(60)), by(mei)]], tell('next_update'));
    expect(late).toMatchObject({ missed: { duty: 'next_update' } });
    expect(late).not.toHaveProperty('missed.nextUpdate');
  });
  test.each<[string, readonly Step[], ReportCommand]>([
    ['of another opening', [[acknowledge, by(mei)]], tell('confirm', 2)],
    ['of another update', [[promising(minute(60)), by(mei)]], tell('next_update', 2)],
    ['of an update that nobody promised', [[acknowledge, by(mei)]], tell('next_update')],
    [
      'where the last message did not arrive',
      [
        [acknowledge, by(mei)],
        [{ ...ask, purpose: 'information' } as ReportCommand, by(mei)],
        [lost('failed', 3), theClock],
      ],
      tell('confirm'),
    ],
    [
      'where they are told by mail',
      [[{ ...acknowledge, route: 'by_hand' } as ReportCommand, by(mei)]],
      tell('confirm'),
    ],
    [
      'of a question while they are paused',
      [
        [ask, by(mei)],
        [pause, by(mei)],
      ],
      { type: 'RemindReporter', opening: 2, rung: 1 },
    ],
  ])('is nothing %s', (_, steps, command) => expect(told(steps, command)).toEqual([]));
  test('a message keeps the update that it promises', () => {
    const report = reportIn('acknowledged');
    expect(decide({ ...ask, nextUpdate: minute(61) } as ReportCommand, report, at())).toMatchObject([
      { type: 'MessageSent', nextUpdate: minute(61) },
    ]);
  });
});

describe('the same text, once the other side has written', () => {
  const asked = historyOf([submit, by(rae)], [acknowledge, by(mei)], [ask, by(mei)], [answer, by(rae)]);

  test('a repeated question is a new one', () => {
    expect(outcome(ask, replay(asked), at(by(mei)))).toBe('MessageSent');
  });

  test('the same answer to another question is a new one, and the decision is due again', () => {
    const other = decide({ ...ask, message: 'And the newest console?' } as ReportCommand, replay(asked), at(by(mei)));
    const again = replay([...asked, ...other]);
    expect(isPaused(again)).toBe(true);
    expect(outcome(answer, again, at(by(rae)))).toBe('ReporterWrote');
    expect(isPaused(decide(answer, again, at(by(rae))).reduce<Report>(evolve, again))).toBe(false);
  });
});
