import type { ReportEvent } from '../../src/report/events.js';
import { voidedPreparations } from '../../src/report/voided-preparations.js';
import { histories } from './report-in-status.js';
import { mei, minute } from './situations.js';

const about = { at: minute(50), by: { kind: 'person', person: mei } } as const;
const credit: ReportEvent = { type: 'CreditChanged', ...about, credit: { by: 'nobody' } };
const cve: ReportEvent = { type: 'CveRecorded', ...about, number: 'CVE-2026-11111' };
const note: ReportEvent = { type: 'NoteAdded', ...about, text: 'a note' };
const withdrawn: ReportEvent = { type: 'ReportWithdrawn', ...about };
const prepared = histories.disclosed.findIndex(({ type }) => type === 'DisclosurePrepared');
const untilPrepared = histories.disclosed.slice(0, prepared + 1);

test.each([
  ['nothing was prepared', [...untilPrepared.slice(0, -1), credit, cve], []],
  ['something was prepared', [...untilPrepared, credit], [prepared + 1]],
  ['it is void already', [...untilPrepared, cve, credit], [prepared + 1]],
  ['the step changes nothing of it', [...untilPrepared, note], []],
  ['the report is withdrawn', [...untilPrepared, withdrawn], []],
  ['it was published', histories.disclosed, []],
] as const)('when %s', (_, history, expected) => {
  expect([...voidedPreparations(history)]).toEqual(expected);
});
