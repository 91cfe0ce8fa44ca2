import type { Fix, VersionRange } from '../../src/report/affected-line.js';
import type { ReportCommand } from '../../src/report/commands.js';
import { evolve, replay } from '../../src/report/evolve.js';
import { linesWithoutFix } from '../../src/report/fixed-lines.js';
import { accept, after, decline, duplicate, high, released, reportInStatus } from './report-in-status.js';
import {
  acknowledge,
  answer,
  ask,
  by,
  historyOf,
  mei,
  minute,
  rae,
  type Step,
  submit,
  withdraw,
} from './situations.js';

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

test('what is published stays published, whatever is corrected', () => {
  const published = reportInStatus('disclosed');
  expect(after(published, [acceptedUpTo('4.1.3'), by(mei)])).toMatchObject({ status: 'disclosed', fixes: [] });
  const about = { at: minute(9), by: { kind: 'person', person: mei } } as const;
  const recorded = evolve(published, { type: 'CveRecorded', ...about, number: 'CVE-2026-11111' });
  expect(recorded).toMatchObject({ status: 'disclosed', cve: { numbers: ['CVE-2026-11111'] } });
  expect(recorded.cve?.numbers).toHaveLength(1);
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

const start: readonly Step[] = [
  [submit, by(rae)],
  [acknowledge, by(mei)],
];
const since = (...steps: readonly Step[]) => replay(historyOf(...start, ...steps));
const accepts: Step = [accept, by(mei)];
const declines: Step = [decline, by(mei)];
const reopens: Step = [{ type: 'ReopenReport' }, by(mei)];

describe('since when a report is rated so', () => {
  const rated = since(accepts).rated;

  test('is since it was accepted, and a correction of its lines changes nothing', () => {
    expect(rated?.at).toEqual(minute(2));
    expect(since(accepts, [acceptedUpTo('4.1.3'), by(mei)]).rated).toEqual(rated);
  });
  test('is anew with another rating, and where an older version did not say', () => {
    expect(since(accepts, [{ ...accept, severity: high } as ReportCommand, by(mei)]).rated?.at).toEqual(minute(3));
    const { rated: _, ...older } = reportInStatus('accepted');
    expect(after(older, [acceptedUpTo('4.1.3'), by(mei)]).rated?.at).toEqual(minute(30));
  });
});

describe('the duty to decide', () => {
  test('is met by the first decision, which ends a question that is open', () => {
    const asked = since([ask, by(mei)], accepts, [{ ...accept, severity: high } as ReportCommand, by(mei)]);
    expect(asked.confirm).toMatchObject({ metAt: minute(3), pauses: [{ from: minute(2), to: minute(3) }] });
    const answered = since([ask, by(mei)], [answer, by(rae)], declines);
    expect(answered.confirm).toMatchObject({ metAt: minute(4), pauses: [{ from: minute(2), to: minute(3) }] });
  });
});

describe('a report that is reopened', () => {
  test('is decided anew, unless it was accepted before', () => {
    const report = since(declines, reopens);
    expect(report).toMatchObject({
      status: 'acknowledged',
      confirm: { opening: 2, reopenedAt: minute(3), pauses: [] },
    });
    expect(report.confirm).not.toHaveProperty('metAt');
    expect(report).not.toHaveProperty('decline');
    const accepted = since(accepts, [duplicate, by(mei)], reopens);
    expect(accepted).toMatchObject({ status: 'accepted', confirm: { opening: 1, metAt: minute(2) } });
    expect(accepted).not.toHaveProperty('duplicateOf');
  });
  test('stands where it stood before it was closed for the first time', () => {
    expect(since(declines, [withdraw, by(rae)])).toMatchObject({ status: 'withdrawn', closedFrom: 'acknowledged' });
    expect(since(accepts, declines, [withdraw, by(rae)], reopens).status).toBe('accepted');
  });
  test('is received again where nobody has written, and undecided where an older version did not say', () => {
    const spam = { type: 'DeclineReport', reason: 'spam', asksForPublicBug: false } as const;
    expect(replay(historyOf([submit, by(rae)], [spam, by(mei)], reopens)).status).toBe('received');
    const { closedFrom: _, ...older } = since(declines);
    expect(after(older, reopens)).toMatchObject({ status: 'acknowledged', confirm: { opening: 2 } });
  });
});

test('a duplicate that is dropped leaves the others', () => {
  const noted = ['VR-0000-0002', 'VR-0000-0003'].map(
    (one): Step => [{ type: 'NoteDuplicate', duplicate: one }, by(mei)],
  );
  const dropped = { type: 'DropDuplicate', duplicate: 'VR-0000-0002' } as const;
  expect(since(...noted, [dropped, { kind: 'clock' }]).duplicates).toEqual(['VR-0000-0003']);
});

test('nobody agrees to publish what was not declined', () => {
  const agreed = { type: 'PublicBugAgreed', at: minute(9), by: { kind: 'person', person: rae } } as const;
  expect(evolve(since(), agreed)).not.toHaveProperty('decline');
});
