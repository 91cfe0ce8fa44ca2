import type { ReportCommand } from '../../src/report/commands.js';
import type { ReportEvent } from '../../src/report/events.js';
import { recordedAlong, stepOfAct } from '../../src/report/step-of-act.js';
import { accept as decided } from './report-in-status.js';
import {
  acknowledge,
  ask,
  assign,
  bo,
  by,
  historyOf,
  mei,
  note,
  rae,
  type Step,
  submit,
  withdraw,
} from './situations.js';

const tell = { message: 'We have looked into it.', route: 'direct_message' } as const;
const accept = { ...decided, tell } as ReportCommand;
const decline: ReportCommand = { type: 'DeclineReport', reason: 'out_of_scope', asksForPublicBug: false, tell };
/** Without a message. */
const decide: ReportCommand = { type: 'DeclineReport', reason: 'out_of_scope', asksForPublicBug: false };
const duplicate: ReportCommand = { type: 'MarkDuplicate', of: 'VR-0000-0001', tell };
const reopen: ReportCommand = { type: 'ReopenReport', tell };
const received: Step = [submit, by(rae)];
const declined: Step = [decline, by(mei)];

const tellsOf = (history: readonly ReportEvent[]) =>
  history.flatMap(({ type }, place) =>
    stepOfAct(history, place) === place
      ? [[type, ...recordedAlong(history, place, 0).map((along) => along.type)].join(' + ')]
      : [],
  );

test.each<[string, readonly Step[], readonly string[]]>([
  ['a first message', [[acknowledge, by(mei)]], ['ReportAcknowledged + ResponderAssigned']],
  ['a decision with a first message', [[accept, by(mei)]], ['ReportAccepted + ResponderAssigned + ReportAcknowledged']],
  [
    'a decision with a later message',
    [[acknowledge, by(mei)], declined],
    ['ReportAcknowledged + ResponderAssigned', 'ReportDeclined + MessageSent'],
  ],
  ['a duplicate', [[duplicate, by(mei)]], ['MarkedDuplicate + ResponderAssigned + ReportAcknowledged']],
  [
    'a report that is opened again',
    [declined, [reopen, by(bo)]],
    ['ReportDeclined + ResponderAssigned + ReportAcknowledged', 'ReportReopened + MessageSent'],
  ],
  [
    'a report of which nobody had written, opened again',
    [
      [{ type: 'DeclineReport', reason: 'spam', asksForPublicBug: false }, by(mei)],
      [reopen, by(bo)],
    ],
    ['ReportDeclined', 'ReportReopened + ResponderAssigned + ReportAcknowledged'],
  ],
  [
    'what somebody takes and answers a minute later',
    [
      [assign(mei), by(mei)],
      [acknowledge, by(mei)],
    ],
    ['ResponderAssigned', 'ReportAcknowledged'],
  ],
  [
    'what is given to somebody else, and withdrawn',
    [
      [assign(bo), by(mei)],
      [withdraw, by(rae)],
    ],
    ['ResponderAssigned', 'ReportWithdrawn'],
  ],
])('%s is told as one step an act', (_, steps, tells) => {
  expect(tellsOf(historyOf(received, ...steps))).toEqual(['ReportReceived', ...tells]);
});

const says: Step = [{ ...ask, purpose: 'information' } as ReportCommand, by(mei)];
const steps = (first: Step, second: Step = says): readonly Step[] => [received, [acknowledge, by(mei)], first, second];

test.each<[string, readonly ReportEvent[]]>([
  ['a note and a message', historyOf(...steps([note, by(mei)]))],
  ['a message and the decision of somebody else', historyOf(...steps(says, [decide, by(bo)]))],
  [
    'what is given to somebody else, and a message',
    historyOf(...steps([{ ...assign(bo, mei.user), gone: true } as ReportCommand, by(mei)])),
  ],
  [
    'what is taken over, and a message',
    historyOf(
      received,
      [assign(bo), by(bo)],
      [assign(mei, bo.user), by(bo)],
      [{ type: 'AcceptHandOver', offered: 2 }, by(mei)],
      says,
    ),
  ],
])('%s at the same moment are two steps', (_, history) => {
  const at = history.at(-1)?.at ?? new Date(0);
  const atOnce = history.map((event, place) => (place < history.length - 2 ? event : { ...event, at }));
  const last = history.length - 1;
  expect([last - 1, last].map((place) => stepOfAct(atOnce, place))).toEqual([last - 1, last]);
});

test('what was told by itself before is not told again', () => {
  const history = historyOf(received, [acknowledge, by(mei)]);
  expect(recordedAlong(history, 2, 1)).toEqual([history[1]]);
  expect(recordedAlong(history, 2, 2)).toEqual([]);
});
