import type { ReportCommand } from '../../src/report/commands.js';
import {
  creditsOfDuplicates,
  duplicatesIn,
  needsDuplicates,
  requireDiscloser,
} from '../../src/report/duplicates-in-advisory.js';
import { duplicatesWith, prepare, reportInStatus } from './report-in-status.js';
import { bo, by, mei, minute, refusalOf } from './situations.js';

const [known] = duplicatesWith();
if (known === undefined) throw new Error('there is no duplicate');
const report = { ...reportInStatus('fixed'), duplicates: [known.id] };
const at = (duplicates?: readonly (typeof known)[]) => ({
  now: minute(60),
  actor: by(bo),
  ...(duplicates && { duplicates }),
});

test('the duplicates are those of the report, in its order, as they stand', () => {
  const other = { ...known, id: 'VR-0000-0003' };
  const stranger = { ...known, id: 'VR-0000-0004' };
  const two = { ...report, duplicates: [other.id, known.id] };
  expect(duplicatesIn(two, at([known, stranger, other]))).toStrictEqual([other, known]);
  expect(duplicatesIn(report, at([]))).toStrictEqual([]);
});

test('not looked up is not the same as none', () => {
  expect(() => duplicatesIn(report, at())).toThrow('changed_meanwhile');
  expect(duplicatesIn({ ...report, duplicates: [] }, at())).toStrictEqual([]);
});

test('a reporter is thanked while their report is a duplicate of this one', () => {
  expect(creditsOfDuplicates(report, at([known]))).toStrictEqual([{ by: 'name', name: 'Lea' }]);
  const { duplicateOf: _, ...reopened } = known;
  expect(creditsOfDuplicates(report, at([reopened]))).toStrictEqual([]);
});

test('nobody works on an advisory that thanks themselves', () => {
  expect(requireDiscloser(report, at([known]))).toBe(bo);
  const own = { ...known, reporter: { kind: 'slack', person: bo } } as const;
  expect(() => requireDiscloser(report, at([own]))).toThrow('own_duplicate');
  expect(refusalOf(prepare, report, at([own]))).toEqual({
    code: 'own_duplicate',
    reasons: { id: report.id, duplicate: own.id },
  });
  expect(requireDiscloser(report, { ...at([own]), actor: by(mei) })).toBe(mei);
});

test.each<[ReportCommand['type'], boolean]>([
  ['PrepareDisclosure', true],
  ['PrepareWithdrawal', true],
  ['ApproveDisclosure', true],
  ['PublishAdvisory', true],
  ['CompareCredits', true],
  ['RecordFix', false],
])('%s needs the duplicates: %s', (type, needs) => expect(needsDuplicates({ type } as ReportCommand)).toBe(needs));
