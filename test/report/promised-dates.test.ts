import { promisedDates } from '../../src/report/promised-dates.js';
import type { Status } from '../../src/report/status.js';
import { reportInStatus } from './report-in-status.js';
import { minute } from './situations.js';

const nextUpdate = { opening: 1, since: minute(3), dueAt: minute(500) };
const embargo = { opening: 1, since: minute(6), dueAt: minute(9000) };

test.each<[Status, boolean]>([
  ['received', true],
  ['acknowledged', true],
  ['accepted', true],
  ['fixed', true],
  ['disclosed', false],
  ['declined', false],
  ['duplicate', false],
  ['withdrawn', false],
])('a report that is %s still has dates to keep: %s', (status, has) => {
  const report = { ...reportInStatus(status), nextUpdate, embargo };
  expect(promisedDates(report)).toStrictEqual(has ? { next_update: nextUpdate, embargo } : {});
  const updated = { ...report, nextUpdate: { ...nextUpdate, metAt: minute(400) } };
  expect(promisedDates(updated)).toStrictEqual(has ? { embargo } : {});
  expect(promisedDates(reportInStatus(status))).toStrictEqual({});
});
