import type { Context, ReportCommand } from '../../src/report/commands.js';
import type { DisclosureCommand } from '../../src/report/commands-disclosure.js';
import { decide } from '../../src/report/decide.js';
import { evolve } from '../../src/report/evolve.js';
import type { Person } from '../../src/report/person.js';
import type { Report } from '../../src/report/report.js';
import { aForm } from '../support/a-form.js';
import { describeDecisions, nothingChanges, notInThisStatus } from './decisions.js';
import {
  after,
  approve,
  correct,
  duplicatesWith,
  prepare,
  publish,
  released,
  reportInStatus,
} from './report-in-status.js';
import { bo, by, lost, mei, minute, outcome, rae, refusalOf, theClock, withdraw } from './situations.js';

const embargo = { type: 'AgreeEmbargo', until: minute(9000), route: 'direct_message' } as const;
const noted = { type: 'NoteDuplicate', duplicate: 'VR-0000-0002' } as const;
/** An advisory before publication, and a correction after it; `decide` refuses the one that does not fit. */
const preparedBy = (person = bo) => [[prepare, by(person)] as const, [correct, by(person)] as const];
const approvedBy = (person: Person) => [5, 6, 7, 8, 9, 10, 11].map((event) => [approve(event), by(person)] as const);
const approvedByBo = approvedBy(bo);
/** Takes back what is published. */
const withdrawAdvisory = {
  type: 'PrepareWithdrawal',
  reason: 'It is no vulnerability.',
  route: 'direct_message',
} as const;
/** The place of what is prepared in the history. */
const seen = (report: Report) => report.prepared?.event ?? 5;
const prepareAgain = (report: Report) => (report.status === 'disclosed' ? correct : prepare);
/** Nothing is prepared before a fix. */
const onceFixed = (result: string) => ({
  accepted: 'no_patched_release',
  fixed: result,
  disclosed: result,
  otherwise: notInThisStatus,
});
const whenPrepared = (result: string) => ({ fixed: result, disclosed: result, otherwise: 'nothing_prepared' });

const takenBack = { type: 'TellWithdrawal', of: 'VR-0000-0001', reason: 'Not exploitable.', at: minute(0) } as const;

describeDecisions<DisclosureCommand['type']>('disclosure', {
  PrepareDisclosure: [
    {
      name: 'once a patched release is out',
      by: 'a responder',
      command: prepare,
      results: { ...onceFixed('DisclosurePrepared'), disclosed: 'change_missing' },
    },
    { name: 'a correction', by: 'a responder', command: correct, results: onceFixed('DisclosurePrepared') },
    {
      name: 'a correction that does not say what it changes',
      by: 'a responder',
      command: { ...correct, change: ' ' },
      results: { ...onceFixed('DisclosurePrepared'), disclosed: 'change_missing' },
    },
    {
      name: 'that is prepared already',
      by: 'a responder',
      command: prepareAgain,
      given: preparedBy().toReversed(),
      results: onceFixed(nothingChanges),
    },
    {
      name: 'while a product line has neither a release nor a decision against one',
      by: 'a responder',
      command: prepareAgain,
      given: [[{ type: 'RecordFix', fixes: [released('KubeSphere v4', '4.1.3')] }, by(mei)]],
      results: { ...onceFixed('DisclosurePrepared'), accepted: 'lines_without_fix' },
    },
    {
      name: 'with the steps to reproduce in it',
      by: 'a responder',
      command: (report) => ({ ...prepareAgain(report), text: { en: { title: 'T', summary: aForm().verification } } }),
      results: onceFixed('closed_words_in_advisory'),
    },
    {
      name: 'too long for a message',
      by: 'a responder',
      command: (report) => ({ ...prepareAgain(report), text: { en: { title: 'x'.repeat(121), summary: 'S' } } }),
      results: onceFixed('advisory_too_long'),
    },
    {
      name: 'as long as a message may be',
      by: 'a responder',
      command: (report) => ({ ...prepareAgain(report), text: { en: { title: 'x'.repeat(120), summary: 'S' } } }),
      results: onceFixed('DisclosurePrepared'),
    },
    {
      name: 'with too long a workaround in Chinese',
      by: 'a responder',
      command: (report) => ({
        ...prepareAgain(report),
        text: { ...prepare.text, zh: { title: '题', summary: '述', workaround: '绕'.repeat(1001) } },
      }),
      results: onceFixed('advisory_too_long'),
    },
  ],
  PrepareWithdrawal: [
    {
      name: 'of a published advisory',
      by: 'a responder',
      command: withdrawAdvisory,
      results: { disclosed: 'DisclosurePrepared', otherwise: notInThisStatus },
    },
    {
      name: 'without a reason',
      by: 'a responder',
      command: { ...withdrawAdvisory, reason: ' ' },
      results: { disclosed: 'change_missing', otherwise: notInThisStatus },
    },
    {
      name: 'with too long a reason',
      by: 'a responder',
      command: { ...withdrawAdvisory, reason: 'x'.repeat(301) },
      results: { disclosed: 'advisory_too_long', otherwise: notInThisStatus },
    },
    {
      name: 'for another reason than is prepared',
      by: 'a responder',
      command: { ...withdrawAdvisory, reason: 'It is by design.' },
      given: [[withdrawAdvisory, by(bo)]],
      results: { disclosed: 'DisclosurePrepared', otherwise: notInThisStatus },
    },
    {
      name: 'in place of a correction that is prepared',
      by: 'a responder',
      command: withdrawAdvisory,
      given: [[{ ...correct, change: withdrawAdvisory.reason }, by(bo)]],
      results: { disclosed: 'DisclosurePrepared', otherwise: notInThisStatus },
    },
    {
      name: 'with other credits than are prepared',
      by: 'a responder',
      command: withdrawAdvisory,
      given: [
        [noted, by(mei)],
        [withdrawAdvisory, by(bo)],
      ],
      duplicateCredit: { by: 'nobody' },
      results: { disclosed: 'DisclosurePrepared', otherwise: notInThisStatus },
    },
    {
      name: 'with the steps to reproduce in its reason',
      by: 'a responder',
      command: { ...withdrawAdvisory, reason: aForm().verification },
      results: { disclosed: 'closed_words_in_advisory', otherwise: notInThisStatus },
    },
    {
      name: 'that is prepared already',
      by: 'a responder',
      command: withdrawAdvisory,
      given: [[withdrawAdvisory, by(bo)]],
      results: { disclosed: nothingChanges, otherwise: notInThisStatus },
    },
  ],
  ApproveDisclosure: [
    { name: 'of nothing', by: 'a responder', command: approve(), results: 'nothing_prepared' },
    {
      name: 'of what Bo has prepared',
      by: 'a responder',
      command: (report) => approve(seen(report)),
      given: preparedBy(),
      results: whenPrepared('DisclosureApproved'),
    },
    {
      name: 'of what has been prepared again since',
      by: 'a responder',
      command: (report) => approve(seen(report) - 1),
      given: preparedBy(),
      results: whenPrepared('prepared_anew'),
    },
    {
      name: 'of what is approved already',
      by: 'a responder',
      command: (report) => approve(seen(report)),
      given: [...preparedBy(), ...approvedBy(mei)],
      results: whenPrepared(nothingChanges),
    },
    {
      name: 'with credits that have changed since',
      by: 'a responder',
      command: (report) => approve(seen(report)),
      given: [[noted, by(mei)], ...preparedBy()],
      duplicateCredit: { by: 'nobody' },
      results: 'nothing_prepared',
    },
  ],
  PublishAdvisory: [
    {
      name: 'that was published',
      by: 'a responder',
      command: publish(),
      results: { disclosed: nothingChanges, otherwise: 'nothing_prepared' },
    },
    {
      name: 'that nobody has approved',
      by: 'a responder',
      command: (report) => publish(seen(report)),
      given: preparedBy(mei),
      results: whenPrepared('not_approved'),
    },
    {
      name: 'that a second person has approved: the reporter is thanked once',
      by: 'a responder',
      command: (report) => publish(seen(report)),
      given: [...preparedBy(mei), ...approvedByBo],
      results: { ...whenPrepared('AdvisoryPublished'), fixed: 'AdvisoryPublished + ReporterThanked' },
    },
    {
      name: 'that withdraws what is public: the reporter is told',
      by: 'a responder',
      command: (report) => publish(seen(report)),
      given: [[withdrawAdvisory, by(mei)], ...approvedByBo],
      results: { disclosed: 'AdvisoryPublished + WithdrawalTold', otherwise: 'nothing_prepared' },
    },
    {
      name: 'during an embargo, which holds for what is not public',
      by: 'a responder',
      command: (report) => publish(seen(report)),
      given: [[embargo, by(mei)], ...preparedBy(mei), ...approvedByBo],
      results: { ...whenPrepared('AdvisoryPublished'), fixed: 'embargo_running' },
    },
  ],
  TellWithdrawal: [
    {
      name: 'whose reporter was thanked: they are told once',
      by: 'a responder',
      command: takenBack,
      given: [[{ type: 'ThankReporter', of: 'VR-0000-0001' }, by(bo)]],
      results: { duplicate: 'WithdrawalTold', otherwise: nothingChanges },
    },
    {
      name: 'whose reporter was told',
      by: 'a responder',
      command: takenBack,
      given: [
        [{ type: 'ThankReporter', of: 'VR-0000-0001' }, by(bo)],
        [takenBack, by(bo)],
      ],
      results: nothingChanges,
    },
    {
      name: 'whose reporter was told of an earlier one',
      by: 'a responder',
      command: { ...takenBack, at: minute(31) },
      given: [
        [{ type: 'ThankReporter', of: 'VR-0000-0001' }, by(bo)],
        [takenBack, by(bo)],
      ],
      results: { duplicate: 'WithdrawalTold', otherwise: nothingChanges },
    },
    {
      name: 'whose reporter was told at that very moment',
      by: 'a responder',
      command: { ...takenBack, at: minute(30) },
      given: [
        [{ type: 'ThankReporter', of: 'VR-0000-0001' }, by(bo)],
        [takenBack, by(bo)],
      ],
      results: nothingChanges,
    },
    {
      name: 'whose reporter never heard that it was public',
      by: 'a responder',
      command: takenBack,
      results: nothingChanges,
    },
  ],
  ThankReporter: [
    {
      name: 'whose original is public',
      by: 'a responder',
      command: { type: 'ThankReporter', of: 'VR-0000-0001' },
      results: { duplicate: 'ReporterThanked', otherwise: nothingChanges },
    },
    {
      name: 'whose original is another report by now',
      by: 'a responder',
      command: { type: 'ThankReporter', of: 'VR-0000-0009' },
      results: nothingChanges,
    },
    {
      name: 'to whom nothing can be delivered',
      by: 'a responder',
      command: { type: 'ThankReporter', of: 'VR-0000-0001' },
      given: [
        [lost('failed', 2), theClock],
        [lost('failed', 3), theClock],
      ],
      results: nothingChanges,
    },
  ],
  CompareCredits: [
    {
      name: 'without duplicates',
      by: 'the clock',
      command: { type: 'CompareCredits' },
      given: preparedBy(),
      results: nothingChanges,
    },
    {
      name: 'that have changed since the advisory was prepared',
      by: 'the clock',
      command: { type: 'CompareCredits' },
      given: [[noted, by(mei)], ...preparedBy()],
      duplicateCredit: { by: 'nobody' },
      results: {
        fixed: 'DuplicateCreditChanged',
        disclosed: 'DuplicateCreditChanged',
        otherwise: nothingChanges,
      },
    },
  ],
});

test('nobody approves what they have prepared themselves', () => {
  for (const status of ['fixed', 'disclosed'] as const) {
    const prepared = after(reportInStatus(status), ...preparedBy(mei));
    const byPerson = (person: Person) => outcome(approve(seen(prepared)), prepared, context(person, []));
    expect([byPerson(mei), byPerson(bo)]).toEqual(['same_person_approves', 'DisclosureApproved']);
  }
});

const attack = 'Open the console, copy the token of any other tenant and replay it against the gateway.';
const [duplicate] = duplicatesWith();
if (duplicate === undefined) throw new Error('there is a duplicate');
const secret: Report = { ...duplicate, form: aForm({ verification: attack }) };
const withDuplicate = after(reportInStatus('fixed'), [{ type: 'NoteDuplicate', duplicate: secret.id }, by(mei)]);
const context = (person = mei, duplicates: readonly Report[] = [secret]): Context => ({
  now: minute(60),
  actor: by(person),
  duplicates,
});
const saying = (summary: string): ReportCommand => ({
  ...prepare,
  text: { en: { title: 'Secrets can be read', summary } },
});

test('the steps to reproduce in a duplicate are kept out of the advisory too', () => {
  expect(outcome(saying(`In short: ${attack}`), withDuplicate, context())).toBe('closed_words_in_advisory');
  expect(outcome(saying('A check was missing.'), withDuplicate, context())).toBe('DisclosurePrepared');
  expect(outcome(saying(`In short: ${attack}`), reportInStatus('fixed'), context())).toBe('DisclosurePrepared');
});

test('a refusal says where the copied words begin, and how many they are', () => {
  expect(refusalOf(saying(`In short: ${attack}`), withDuplicate, context())).toEqual({
    code: 'closed_words_in_advisory',
    reasons: { part: 'en.summary', word: 3, words: 16 },
  });
});

test('the first advisory says of no change, and a refusal of a copied one calls it so', () => {
  const at = context(bo, []);
  expect(decide(prepare, reportInStatus('fixed'), at)[0]).not.toHaveProperty('change');
  const copied = { ...withdrawAdvisory, reason: aForm().verification };
  expect(refusalOf(copied, reportInStatus('disclosed'), at).reasons).toMatchObject({ part: 'change', word: 1 });
});

test('the reporter of a duplicate that was withdrawn, or that came by mail, is not thanked', () => {
  const thanks = { type: 'ThankReporter', of: 'VR-0000-0001' } as const;
  const closed = reportInStatus('duplicate');
  expect(outcome(thanks, closed, context())).toBe('ReporterThanked');
  expect(outcome(thanks, after(closed, [withdraw, by(rae)]), context())).toBe(nothingChanges);
  const mailed: Report = { ...closed, reporter: { kind: 'elsewhere', name: 'Kim', filedBy: bo } };
  expect(outcome(thanks, mailed, context())).toBe(nothingChanges);
});

test('the reporter is not thanked where the bot can’t reach them', () => {
  const approved = after(reportInStatus('fixed'), [prepare, by(mei)], [approve(), by(bo)]);
  const outside: Report = { ...approved, reporter: { kind: 'elsewhere', name: 'Kim', filedBy: bo } };
  expect(outcome(publish(), approved, context(bo, []))).toBe('AdvisoryPublished + ReporterThanked');
  expect(outcome(publish(), outside, context(mei, []))).toBe('AdvisoryPublished');
});

test('they are looked for once more when it is published', () => {
  const unmarked = { ...secret, form: aForm() };
  const prepared = decide(saying(`In short: ${attack}`), withDuplicate, context(mei, [unmarked])).reduce(
    evolve,
    withDuplicate,
  );
  const place = prepared.prepared?.event ?? -1;
  const approved = decide(approve(place), prepared, context(bo, [unmarked])).reduce(evolve, prepared);
  expect(outcome(publish(place), approved, context(bo))).toBe('closed_words_in_advisory');
  expect(outcome(publish(place), approved, context(bo, [unmarked]))).toBe('AdvisoryPublished + ReporterThanked');
});

test('nothing is decided about an advisory whose duplicates were not looked up', () => {
  const { duplicates: _, ...blind } = context();
  expect(outcome(prepare, withDuplicate, blind)).toBe('changed_meanwhile');
  expect(outcome(prepare, reportInStatus('fixed'), blind)).toBe('DisclosurePrepared');
});

describe('withdrawing an advisory', () => {
  const person = (one: Person) => ({ now: minute(31), actor: by(one), duplicates: [] });
  const publishedReport = reportInStatus('disclosed');
  const ready = after(publishedReport, [withdrawAdvisory, by(mei)]);
  const place = seen(ready);

  test('needs a second person, as an advisory does', () => {
    expect(outcome(approve(place), ready, person(mei))).toBe('same_person_approves');
    expect(outcome(publish(place), ready, person(bo))).toBe('not_approved');
  });

  test('is published with its reason, and the reporter is told and not thanked', () => {
    const approved = after(ready, [approve(place), by(bo)]);
    expect(outcome(publish(place), approved, person(bo))).toBe('AdvisoryPublished + WithdrawalTold');
    const gone = after(approved, [publish(place), by(bo)]);
    expect(gone.publications.at(-1)).toMatchObject({ revision: 2, withdrawn: true, change: withdrawAdvisory.reason });
    expect(gone.messages.at(-1)).toMatchObject({ purpose: 'withdrawal', route: 'direct_message' });
    expect(outcome(withdrawAdvisory, gone, person(bo))).toBe('nothing changes');
    // It can be published again, corrected.
    expect(outcome(correct, gone, person(bo))).toBe('DisclosurePrepared');
    const back = after(gone, [correct, by(bo)], [approve(gone.events), by(mei)], [publish(gone.events), by(mei)]);
    expect(back.publications.at(-1)?.withdrawn).toBeUndefined();
  });

  test('does not wait for a fix: a correction that takes the release away can still be withdrawn', () => {
    const unfixed = after(ready, [{ type: 'RecordCve', numbers: ['CVE-2026-1111'] }, by(mei)]);
    expect(unfixed.prepared).toBeUndefined();
    const noRelease = { ...ready, fixes: [] };
    const approved = after(noRelease, [approve(place), by(bo)]);
    expect(outcome(publish(place), approved, person(bo))).toBe('AdvisoryPublished + WithdrawalTold');
  });
});
