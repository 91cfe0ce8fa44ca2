import type { ReportCommand } from '../../src/report/commands.js';
import { accept, after, reportInStatus } from './report-in-status.js';
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
    expect(report.fixes).toContainEqual({ outcome: 'wont_fix', line: 'KubeSphere v3' });
  });
});
