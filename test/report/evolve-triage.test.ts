import type { Fix, VersionRange } from '../../src/report/affected-line.js';
import type { ReportCommand } from '../../src/report/commands.js';
import { linesWithoutFix } from '../../src/report/fixed-lines.js';
import { accept, after, released, reportInStatus } from './report-in-status.js';
import { by, mei } from './situations.js';

const acceptedUpTo = (upTo: string): ReportCommand =>
  ({ ...accept, lines: [{ line: 'KubeSphere v4', from: '4.0.0', upTo }] }) as ReportCommand;

describe('accepting again, after a fix was recorded', () => {
  test('a release that turns out to be affected is no longer a fix, and the report is no longer fixed', () => {
    const report = after(reportInStatus('fixed'), [acceptedUpTo('4.1.3'), by(mei)]);
    expect([report.status, report.fixes]).toEqual(['accepted', []]);
  });

  test('a release that is still newer stays a fix', () => {
    const report = after(reportInStatus('fixed'), [acceptedUpTo('4.1.1'), by(mei)]);
    expect(report.status).toBe('fixed');
    expect(report.fixes).toMatchObject([{ line: 'KubeSphere v4', version: '4.1.3' }]);
  });

  test('a line that will not be fixed stays so, whatever versions of it are affected', () => {
    const lines = [{ line: 'KubeSphere v4', upTo: '4.1.2' }, { line: 'KubeSphere v3' }];
    const report = after(reportInStatus('fixed'), [{ ...accept, lines } as ReportCommand, by(mei)]);
    expect(report.status).toBe('fixed');
    expect(report.fixes).toContainEqual({ outcome: 'wont_fix', line: 'KubeSphere v3', range: {} });
  });
});

describe('a product with several ranges', () => {
  const line = 'KubeSphere';
  const acceptedIn = (...ranges: VersionRange[]): ReportCommand =>
    ({ ...accept, lines: ranges.map((range) => ({ line, ...range })) }) as ReportCommand;
  const three = { from: '3.4.0', upTo: '3.4.2' };
  const four = { from: '4.1.0', before: '4.1.3' };
  const fixes: Fix[] = [
    { ...released(line, '3.4.3'), range: three },
    { ...released(line, '4.1.3'), range: four },
  ];
  const accepted = after(reportInStatus('acknowledged'), [acceptedIn(three, four), by(mei)]);
  const fixed = after(accepted, [{ type: 'RecordFix', fixes }, by(mei)]);

  test('has a fix for each, and is fixed when all are', () => {
    const [first = []] = fixes.map((fix) => [fix]);
    const half = after(accepted, [{ type: 'RecordFix', fixes: first }, by(mei)]);
    expect([half.status, linesWithoutFix(half)]).toEqual(['accepted', ['KubeSphere >= 4.1.0, < 4.1.3']]);
    expect([fixed.status, fixed.fixes]).toEqual(['fixed', fixes]);
  });

  test('a release without a range, as older histories have it, is for all of them', () => {
    const all = after(accepted, [{ type: 'RecordFix', fixes: [released(line, '4.2.0')] }, by(mei)]);
    expect(all.fixes).toEqual([three, four].map((range) => ({ ...released(line, '4.2.0'), range })));
  });

  test('keeps its fixes when one range is corrected, and a new range has none', () => {
    const corrected = after(fixed, [acceptedIn({ ...three, from: '3.3.0' }, four), by(mei)]);
    expect(corrected.fixes.map(({ range }) => range)).toEqual([{ ...three, from: '3.3.0' }, four]);
    const more = after(fixed, [acceptedIn(three, four, { from: '5.0.0' }), by(mei)]);
    expect([more.status, linesWithoutFix(more)]).toEqual(['accepted', ['KubeSphere >= 5.0.0']]);
    const other = after(fixed, [acceptedIn(three, { from: '5.0.0' }), by(mei)]);
    expect(other.fixes.map(({ range }) => range)).toEqual([three]);
  });
});
