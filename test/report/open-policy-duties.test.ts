import { openPolicyDuties } from '../../src/report/open-policy-duties.js';
import type { Report } from '../../src/report/report.js';
import { reportInStatus } from './report-in-status.js';
import { bo, minute } from './situations.js';

const received = reportInStatus('received');
const confirm = { opening: 2, pauses: [], metAt: minute(7) };
const atWork: Report = {
  ...received,
  status: 'accepted',
  confirm,
  rated: { event: 3, at: minute(3) },
  workedOn: { event: 5, at: minute(5) },
};
const fixed: Report = { ...atWork, status: 'fixed' };
const fix = { opening: 3, since: minute(3) };
const stale = { opening: 5, since: minute(5) };
const publish = { opening: 2, since: received.receivedAt, remindFrom: minute(7) };
const update = { opening: 1, since: minute(6), dueAt: minute(600) };
const embargo = reportInStatus('fixed').embargo ?? { opening: 1, since: minute(1), dueAt: minute(900) };

test.each<[string, Report, object]>([
  ['has been accepted', atWork, { fix, stale, publish }],
  [
    'was accepted before anybody rated or touched it',
    { ...atWork, rated: undefined, workedOn: undefined },
    { publish },
  ],
  [
    'was decided nobody knows when',
    { ...atWork, confirm: { opening: 2, pauses: [] } },
    { fix, stale, publish: { opening: 2, since: received.receivedAt } },
  ],
  ['waits for a promised update', { ...atWork, nextUpdate: update } as Report, { fix, publish }],
  [
    'had its promised update',
    { ...atWork, nextUpdate: { ...update, metAt: minute(8) } } as Report,
    { fix, stale, publish },
  ],
  ['is under embargo, and has no fix', { ...atWork, embargo } as Report, { fix, stale, publish }],
  ['has a fix', fixed, { stale, publish }],
  ['has a fix, and waits for the end of an embargo', { ...fixed, embargo } as Report, { publish }],
  ['has just come', { ...atWork, status: 'received' }, {}],
  ['is closed', { ...atWork, status: 'declined' }, {}],
  ['is disclosed', { ...atWork, status: 'disclosed' }, {}],
])('open in a report that %s', (_, report, duties) => {
  expect(openPolicyDuties(report)).toEqual(duties);
});

type Message = Report['messages'][number];
const message = (event: number, over: Partial<Message> = {}): Message => ({
  ...{ event, at: minute(event), by: bo, purpose: 'question', text: 'How?', route: 'direct_message', delivery: 'sent' },
  ...over,
});
const waiting = (messages: readonly Message[], over: Partial<Report> = {}): Report => ({
  ...received,
  status: 'acknowledged',
  confirm: { opening: 1, pauses: [{ from: minute(4), message: 4 }] },
  messages: [...messages],
  ...over,
});
const question = message(4);
test.each<[string, Report, number | undefined]>([
  ['the question', waiting([message(2), question]), 4],
  ['what a person wrote after it', waiting([question, message(6, { purpose: 'information' })]), 6],
  [
    'the question, whatever the bot wrote after it',
    waiting([question, message(6, { purpose: 'reminder', by: undefined })]),
    4,
  ],
  [
    'the question, where what was written after it did not arrive',
    waiting([question, message(6, { delivery: 'failed' })]),
    4,
  ],
  [
    'what was written after it, where nobody knows whether it arrived',
    waiting([question, message(6, { delivery: 'unsure' })]),
    6,
  ],
  ['nothing where the question did not arrive', waiting([message(2), message(4, { delivery: 'failed' })]), undefined],
  [
    'nothing after an answer',
    waiting([question], { confirm: { opening: 1, pauses: [{ from: minute(4), to: minute(5), message: 4 }] } }),
    undefined,
  ],
  ['nothing where nobody asked', waiting([question], { confirm: { opening: 1, pauses: [] } }), undefined],
  ['nothing once it is decided', waiting([question], { status: 'accepted' }), undefined],
])('an answer is open since %s', (_, report, event) => {
  const { answer } = openPolicyDuties(report);
  expect(answer).toEqual(event === undefined ? undefined : { opening: event, since: minute(event) });
});
