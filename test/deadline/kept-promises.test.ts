import { promiseFor } from '../../src/deadline/deadlines.js';
import { duePromises } from '../../src/deadline/kept-promises.js';
import { localDate } from '../../src/deadline/local-date.js';
import type { ReportEvent } from '../../src/report/events.js';
import { policy } from './calendars.js';
import { acknowledged, received, undelivered } from './reports.js';

const cn = (text: string) => new Date(`2026-${text}:00+08:00`);
const lin = { kind: 'person', person: { team: 'T0HOME', user: 'U0LIN', name: 'Lin' } } as const;
const rae = { kind: 'person', person: { team: 'T0OUTSIDE', user: 'U0REPORTER', name: 'Rae' } } as const;
const route = 'direct_message' as const;
/** Filed on a Tuesday: the first answer and the decision are due on Thursday at 18:00. */
const filed = received(cn('09-22T10:00'), promiseFor(cn('09-22T10:00'), policy).promise);
const due = '09-24T18:00';

const answer = (at: string) => acknowledged(cn(at));
const declined = (at: string): ReportEvent => {
  return { type: 'ReportDeclined', at: cn(at), by: lin, reason: 'out_of_scope', asksForPublicBug: false };
};
const reopened = (at: string): ReportEvent => ({ type: 'ReportReopened', at: cn(at), by: lin });
const withdrawn = (at: string): ReportEvent => ({ type: 'ReportWithdrawn', at: cn(at), by: rae });
const message = (at: string, purpose: 'question' | 'information', nextUpdate?: string): ReportEvent => {
  const more = nextUpdate === undefined ? {} : { nextUpdate: cn(nextUpdate) };
  return { type: 'MessageSent', at: cn(at), by: lin, purpose, message: 'Which build?', route, ...more };
};
const reply = (at: string): ReportEvent => {
  return { type: 'ReporterWrote', at: cn(at), by: rae, purpose: 'answer', text: 'The newest.' };
};
const moved = (at: string, to: string, duty?: 'next_update'): ReportEvent => {
  const promise = { dueAt: cn(to), provisional: false, policyRevision: policy.revision };
  const about = duty === undefined ? {} : { duty };
  return { type: 'PromiseMoved', at: cn(at), by: lin, promise, days: [], route, ...about };
};

const cases: readonly (readonly [string, readonly ReportEvent[], string, readonly string[]])[] = [
  ['are none before they come due', [answer('09-22T11:00')], due, []],
  ['are kept in time', [answer('09-22T11:00'), declined('09-24T10:00')], '10-20T09:00', ['09-24 kept', '09-24 kept']],
  ['are kept at the very moment', [answer(due), declined(due)], '10-20T09:00', ['09-24 kept', '09-24 kept']],
  ['are late while nobody answers', [], '09-25T09:00', ['09-24 late', '09-24 late']],
  [
    'stay late once they are kept',
    [answer('09-25T09:00'), declined('09-25T09:00')],
    '10-20T09:00',
    ['09-24 late', '09-24 late'],
  ],
  ['are kept apart', [answer('09-24T10:00'), declined('09-25T10:00')], '10-20T09:00', ['09-24 kept', '09-24 late']],
  ['are none where the reporter withdraws in time', [withdrawn('09-23T09:00')], '10-20T09:00', []],
  ['are none where the reporter withdraws at the very moment', [withdrawn(due)], '10-20T09:00', []],
  [
    'are late where the reporter withdraws after that',
    [withdrawn('09-28T09:00')],
    '10-20T09:00',
    ['09-24 late', '09-24 late'],
  ],
  [
    'count by the moved date only',
    [moved('09-23T09:00', '09-28T18:00'), answer('09-28T10:00'), declined('09-28T11:00')],
    '10-20T09:00',
    ['09-28 kept', '09-28 kept'],
  ],
  [
    'count by the moved date when it is missed',
    [moved('09-23T09:00', '09-28T18:00')],
    '09-28T18:01',
    ['09-28 late', '09-28 late'],
  ],
  [
    'are none while a question stops the time',
    [answer('09-22T11:00'), message('09-24T17:00', 'question')],
    '10-20T09:00',
    ['09-24 kept'],
  ],
  [
    'count by the date after the pause',
    [answer('09-22T11:00'), message('09-24T17:00', 'question'), reply('09-28T10:00'), declined('09-29T10:00')],
    '10-20T09:00',
    ['09-24 kept', '09-29 kept'],
  ],
  [
    'are late when a question comes too late, and have another date after its answer',
    [answer('09-22T11:00'), message('09-28T09:00', 'question'), reply('09-28T10:00'), declined('09-29T10:00')],
    '10-20T09:00',
    ['09-24 kept', '09-24 late', '09-29 kept'],
  ],
  [
    'are open again where a message did not arrive',
    [answer('09-22T11:00'), undelivered(cn('09-24T19:00'), 1)],
    '10-20T09:00',
    ['09-24 late', '09-24 late'],
  ],
  [
    'are late where only a later message arrived',
    [
      answer('09-22T11:00'),
      message('09-25T10:00', 'information'),
      undelivered(cn('09-25T11:00'), 1),
      declined('09-25T12:00'),
    ],
    '10-20T09:00',
    ['09-24 late', '09-24 late'],
  ],
  [
    'are kept where a later message arrived in time',
    [
      answer('09-22T11:00'),
      message('09-24T10:00', 'information'),
      undelivered(cn('09-24T11:00'), 1),
      declined('09-24T12:00'),
    ],
    '10-20T09:00',
    ['09-24 kept', '09-24 kept'],
  ],
  [
    'are late where only a later update arrived',
    [
      answer('09-22T11:00'),
      message('09-22T12:00', 'information', '09-29T18:00'),
      declined('09-23T10:00'),
      message('09-29T10:00', 'information'),
      message('09-30T10:00', 'information'),
      undelivered(cn('09-30T11:00'), 4),
    ],
    '10-20T09:00',
    ['09-24 kept', '09-24 kept', '09-29 late'],
  ],
  [
    'are kept by the message that acknowledges, too',
    [
      { ...answer('09-22T11:00'), nextUpdate: cn('09-29T18:00') } as ReportEvent,
      answer('09-23T10:00'),
      declined('09-23T10:00'),
    ],
    '10-20T09:00',
    ['09-24 kept', '09-24 kept', '09-29 kept'],
  ],
  [
    'are new ones for a report that is reopened',
    [answer('09-22T11:00'), declined('09-22T12:00'), reopened('10-09T10:00')],
    '10-20T09:00',
    ['09-24 kept', '09-24 kept', '10-12 late'],
  ],
  [
    'are those of the updates too, each by its own date',
    [
      answer('09-22T11:00'),
      message('09-22T12:00', 'information', '09-29T18:00'),
      message('09-29T10:00', 'information', '10-09T18:00'),
      message('10-10T10:00', 'information'),
      declined('10-10T10:00'),
    ],
    '10-20T09:00',
    ['09-24 kept', '09-24 late', '09-29 kept', '10-09 late'],
  ],
  [
    'are those of a moved update by its new date',
    [
      answer('09-22T11:00'),
      message('09-22T12:00', 'information', '10-05T18:00'),
      moved('09-23T09:00', '10-09T18:00', 'next_update'),
      message('10-09T10:00', 'information'),
      declined('10-10T10:00'),
    ],
    '10-20T09:00',
    ['09-24 kept', '09-24 late', '10-09 kept'],
  ],
];

test.each(cases)('promises that came due %s', (_, since, now, expected) => {
  const found = duePromises([filed, ...since], policy, cn(now));
  const told = found.map(
    ({ dueAt, kept }) => `${localDate(dueAt, policy.calendar.zone).slice(5)} ${kept ? 'kept' : 'late'}`,
  );
  expect(told.toSorted()).toEqual(expected.toSorted());
});
