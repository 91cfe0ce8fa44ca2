import { deadlinesOf } from '../../src/deadline/deadlines.js';
import { mostUrgentFirst, sortMostUrgentFirst } from '../../src/handling/most-urgent-first.js';
import { filterNames, passes, type ReportRow } from '../../src/handling/report-filters.js';
import type { Report } from '../../src/report/report.js';
import { report } from '../deadline/reports.js';
import { aForm } from '../support/a-form.js';
import { china, policy } from './situations.js';

const received = china('09-22T10:00');
const due = china('09-24T18:00');
const promise = { dueAt: due, provisional: false, policyRevision: policy.revision };
const lin = { team: 'T0HOME', user: 'U0LIN', name: 'Lin' };
const at = (now: Date, user = lin.user) => ({ user, now, calendar: policy.calendar });
const row = (over: Partial<Report> = {}): ReportRow => {
  const one = { ...report(over.receivedAt ?? received, promise), ...over };
  return { report: one, deadlines: deadlinesOf(one, policy) };
};

const paused = {
  status: 'acknowledged',
  acknowledge: { opening: 1, metAt: received },
  confirm: { opening: 1, pauses: [{ from: received, message: 2 }] },
} satisfies Partial<Report>;

describe('what a list is narrowed to', () => {
  const exploited = { form: aForm({ knownAlready: 'exploited' }) };
  it.each([
    ['a new report', {}, ['open', 'unassigned', 'all']],
    ['one of mine', { responder: lin }, ['open', 'mine', 'all']],
    ['one of a colleague', { responder: { ...lin, user: 'U0MAY' } }, ['open', 'all']],
    ['an exploited one', exploited, ['open', 'unassigned', 'exploited', 'all']],
    ['one that waits for its reporter', paused, ['open', 'unassigned', 'waiting', 'all']],
    ['an exploited one that is fixed', { ...exploited, status: 'fixed' }, ['open', 'unassigned', 'all']],
    ['a declined one', { ...exploited, status: 'declined' }, ['closed', 'all']],
    ['a disclosed one', { status: 'disclosed', responder: lin }, ['closed', 'all']],
  ] as [string, Partial<Report>, string[]][])('%s is in %j', (_, over, names) => {
    const now = china('09-22T11:00');
    expect(filterNames.filter((name) => passes(name, row(over), at(now)))).toEqual(names);
  });

  it.each([
    ['two working days before', china('09-22T11:00'), []],
    ['one working day before', china('09-23T09:30'), ['due']],
    ['in the last minute', china('09-24T17:59'), ['due']],
    ['at the deadline', due, ['overdue']],
    ['a week later', china('10-09T10:00'), ['overdue']],
  ] as const)('%s it is in %j', (_, now, names) => {
    const found = (['due', 'overdue'] as const).filter((name) => passes(name, row(), at(now)));
    expect(found).toEqual(names);
  });
});

describe('the order of reports', () => {
  it('has what is exploited first, then the soonest deadline, then those without one, then what is finished', () => {
    const rows = {
      exploited: row({ form: aForm({ knownAlready: 'public' }), receivedAt: china('09-23T10:00') }),
      exploitedAndAnswered: row({
        ...paused,
        form: aForm({ knownAlready: 'exploited' }),
      }),
      soon: row({ promise: { ...promise, dueAt: china('09-23T18:00') } }),
      later: row({ receivedAt: china('09-23T10:00') }),
      withoutDeadline: { ...row(), deadlines: [] },
      fixed: row({
        status: 'fixed',
        form: aForm({ knownAlready: 'exploited' }),
        receivedAt: china('09-21T10:00'),
        acknowledge: paused.acknowledge,
      }),
      finished: row({ status: 'disclosed', receivedAt: china('09-23T12:00'), form: aForm({ knownAlready: 'public' }) }),
      finishedBefore: row({ status: 'declined' }),
    };
    const names = new Map(Object.entries(rows).map(([name, one]) => [one, name]));
    const sorted = sortMostUrgentFirst([...names.keys()].toReversed());
    expect(sorted.map((one) => names.get(one))).toEqual(Object.keys(rows));
  });

  it('is the same whatever order they come in', () => {
    const [one, other] = [row({ id: 'VR-AAAA-AAAA' }), row({ id: 'VR-BBBB-BBBB' })];
    expect(mostUrgentFirst(one, other)).toBe(-mostUrgentFirst(other, one));
    expect(mostUrgentFirst(one, one)).toBe(0);
  });
});
