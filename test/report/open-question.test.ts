import { openQuestions, waitsForReporter } from '../../src/report/open-question.js';
import type { Report } from '../../src/report/report.js';
import type { Status } from '../../src/report/status.js';
import { reportInStatus } from './report-in-status.js';
import { minute } from './situations.js';

/** Whatever can be asked is asked. */
const asked = (status: Status): Report => ({
  ...reportInStatus(status),
  confirm: { opening: 1, pauses: [{ from: minute(5), message: 3 }] },
  embargo: { opening: 1, since: minute(6), dueAt: minute(9000) },
  embargoProposal: 4,
});

test.each<[Status, readonly string[]]>([
  ['received', ['question', 'embargo']],
  ['acknowledged', ['question', 'embargo']],
  ['accepted', ['embargo']],
  ['fixed', ['embargo']],
  ['disclosed', []],
  ['declined', ['public_bug']],
  ['duplicate', []],
  ['withdrawn', []],
])('of a report that is %s, what the reporter can still answer is %j', (status, open) => {
  expect(openQuestions(asked(status))).toEqual(open);
  expect(waitsForReporter(asked(status))).toBe(open.length > 0);
});

test('what is answered, or was never asked, is no question', () => {
  const { confirm, embargoProposal: _, ...report } = asked('acknowledged');
  const answered = { ...confirm, pauses: confirm.pauses.map((pause) => ({ ...pause, to: minute(7) })) };
  expect(openQuestions({ ...report, confirm: answered })).toEqual([]);
  const { embargo: __, ...noDate } = asked('accepted');
  expect(openQuestions(noDate)).toEqual([]);
  const declined = reportInStatus('declined');
  expect(openQuestions({ ...declined, status: 'withdrawn' })).toEqual([]);
  for (const publicBug of ['no', 'agreed'] as const)
    expect(openQuestions({ ...declined, decline: { reason: 'out_of_scope', publicBug } })).toEqual([]);
});
