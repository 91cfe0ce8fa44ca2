import { blockersOf } from '../../src/report/disclosure-blockers.js';
import type { Report } from '../../src/report/report.js';
import { reportInStatus } from './report-in-status.js';
import { mei, minute } from './situations.js';

const now = minute(60);
const fixed = reportInStatus('fixed');
const until = (dueAt: Date) => ({ embargo: { opening: 1, since: minute(5), dueAt } });
const later = until(minute(61));
const broken = { embargoBroken: { at: minute(7), by: mei, where: 'https://example.org' } };
const half = { fixes: fixed.fixes.slice(0, 1) };

test.each<[string, Partial<Report>, readonly string[]]>([
  ['nothing', {}, []],
  ['an embargo that goes on', later, ['embargo_running']],
  ['no embargo that is over at this moment', until(now), []],
  ['no embargo where the reporter agreed to publish earlier', { ...later, earlyAgreedAt: minute(8) }, []],
  ['no embargo that is broken', { ...later, ...broken }, []],
  ['a line without a fix', half, ['lines_without_fix']],
  ['no line without a fix once it is public', { ...half, ...broken }, []],
  ['all of it', { ...later, fixes: [] }, ['no_patched_release', 'lines_without_fix', 'embargo_running']],
  ['a missing release, even once it is public', { ...later, ...broken, fixes: [] }, ['no_patched_release']],
])('%s keeps an advisory back', (_, over, codes) => {
  const blockers = blockersOf({ ...fixed, ...over }, now);
  expect(blockers.map(({ code }) => code)).toEqual(codes);
  expect(blockers.filter(({ reasons }) => !('id' in reasons))).toEqual([]);
});
