import type { Policy } from '../../src/deadline/policy.js';
import { lastReminders } from '../../src/handling/last-reminders.js';
import type { DutyRow } from '../../src/handling/tracked-report.js';
import { tuesday } from '../report/situations.js';
import { atOnce } from '../support/at-once.js';
import { china, deputy, duty, moments, nowhere, policy, row, staffed } from './situations.js';

const mei = 'U0MEI';
const mine = row({ responder: mei, responderSince: tuesday });
const deadline = { duty: 'acknowledge', ...mine.duties.acknowledge };
const last = { id: mine.id, key: `${mine.id}:acknowledge_1`, deadline, at: moments.twoHoursBefore };
const [from, until] = [moments.half, moments.deadline];
const lastOf = (rows: readonly DutyRow[], over: { user?: string; from?: Date; until?: Date; rules?: Policy } = {}) =>
  atOnce(lastReminders(over.user ?? mei, rows, over.rules ?? policy, nowhere, { from, until, ...over }));

test('whoever puts reminders off is told of the last ones before deadlines that they would miss', () => {
  expect(lastOf([mine])).toEqual([last]);
});
test.each([
  ['it comes before the time', { from: moments.twoHoursBefore }],
  ['it comes when the time is over', { until: moments.twoHoursBefore }],
  ['somebody else is reminded', { user: 'U0BO' }],
  ['there is none', { rules: { ...policy, ladder: policy.ladder.filter(({ kind }) => kind === 'at_deadline') } }],
] as const)('not where %s', (_, over) => expect(lastOf([mine], over)).toEqual([]));

test('of several people who are reminded, each is told of their own, within their own hours', () => {
  const rules = { ...staffed, people: new Map([[duty, { hours: { open: '08:00', close: '15:30' } }]]) };
  const at = (user: string) => lastOf([row()], { user, rules }).map((one) => one.at);
  expect([at(duty), at(deputy)]).toEqual([[china('09-24T15:30')], [moments.twoHoursBefore]]);
});

test('the next one comes first', () => {
  const id = 'VR-0000-0001';
  const sooner = row({ id, responder: mei, responderSince: tuesday }, { dueAt: china('09-24T17:00') });
  expect(lastOf([mine, sooner]).map((one) => [one.id, one.at])).toEqual([
    [id, china('09-24T15:00')],
    [mine.id, moments.twoHoursBefore],
  ]);
});

test('there is none of the time before notices began', () => {
  expect(lastOf([{ ...mine, noticesFrom: china('09-24T16:30') }])).toEqual([]);
});
