import type { Context } from '../../src/report/commands.js';
import { replay } from '../../src/report/evolve.js';
import { isReporter } from '../../src/report/permissions.js';
import { Report } from '../../src/report/report.js';
import { aForm } from '../support/a-form.js';
import { describeDecisions, describeInSituations, nothingChanges } from './decisions.js';
import {
  acknowledge,
  assign,
  bo,
  by,
  historyOf,
  mei,
  minute,
  outcome,
  rae,
  refusalOf,
  reportIn,
  type Situation,
  type Step,
  situations,
  submit,
  submitForSomebody,
  theClock,
  tuesday,
  withdraw,
} from './situations.js';

const at = (actor = by(bo), now = minute(60)): Context => ({ now, actor });

const otherText = { ...submit, form: aForm({ overview: 'On second thoughts it is worse.' }) };

describeDecisions('', {
  SubmitReport: [
    {
      name: 'the same form with other text',
      by: 'anybody',
      command: otherText,
      results: { received: 'ReportAmended', otherwise: 'already_acted_upon' },
    },
    { name: 'the same form again', by: 'anybody', command: submit, results: nothingChanges },
    {
      name: 'another form under the same id',
      by: 'anybody',
      command: { ...submit, submission: 'another' },
      results: 'submission_taken',
    },
  ],
  AssignOnDuty: [
    {
      name: 'of a report that nobody has taken',
      by: 'the clock',
      command: { type: 'AssignOnDuty', to: bo },
      results: { received: 'ResponderAssigned', otherwise: nothingChanges },
    },
    {
      name: 'of their own report',
      by: 'the clock',
      command: { type: 'AssignOnDuty', to: rae },
      results: nothingChanges,
    },
  ],
  UnassignReport: [
    {
      name: 'from its responder',
      by: 'a responder',
      command: { type: 'UnassignReport', from: mei.user },
      results: { received: nothingChanges, withdrawn: 'report_closed', otherwise: 'ResponderUnassigned' },
    },
    {
      name: 'from somebody who is not its responder any more',
      by: 'a responder',
      command: { type: 'UnassignReport', from: bo.user },
      results: { received: nothingChanges, withdrawn: 'report_closed', otherwise: 'already_assigned' },
    },
  ],
  AssignReport: [
    {
      name: 'to a colleague',
      by: 'a responder',
      command: assign(bo, mei.user),
      results: { withdrawn: 'report_closed', otherwise: 'ResponderAssigned' },
    },
    {
      name: 'to the reporter',
      by: 'a responder',
      command: assign(rae, mei.user),
      results: { withdrawn: 'report_closed', otherwise: 'own_report' },
    },
    {
      name: 'without knowing of the present responder',
      by: 'a responder',
      command: assign(bo),
      results: { received: 'ResponderAssigned', withdrawn: 'report_closed', otherwise: 'already_assigned' },
    },
  ],
  NoteSeen: [
    { name: 'for the first time', by: 'a responder', command: { type: 'NoteSeen' }, results: 'ReportSeen' },
    {
      name: 'after somebody else',
      by: 'a responder',
      command: { type: 'NoteSeen' },
      given: [[{ type: 'NoteSeen' }, by(bo)]],
      results: nothingChanges,
    },
  ],
  WithdrawReport: [
    {
      name: 'at any time before publication',
      by: 'the reporter',
      command: withdraw,
      results: { disclosed: 'already_disclosed', withdrawn: nothingChanges, otherwise: 'ReportWithdrawn' },
    },
  ],
});

describeInSituations({
  'the same form with other text': {
    command: otherText,
    results: { received: 'ReportAmended', otherwise: 'already_acted_upon' },
  },
  'assign to Bo, who saw no responder': {
    command: assign(bo),
    results: { received: 'ResponderAssigned', withdrawn: 'report_closed', otherwise: 'already_assigned' },
  },
  'assign to Mei': {
    command: assign(mei),
    results: { received: 'ResponderAssigned', withdrawn: 'report_closed', otherwise: nothingChanges },
  },
});

test('a person is identified by workspace and user, and who files for somebody else is not the reporter', () => {
  const own = replay(situations.received);
  expect(isReporter(rae, own)).toBe(true);
  expect(isReporter({ team: rae.team, user: rae.user }, own)).toBe(true);
  expect(isReporter({ ...rae, team: 'T0HOME' }, own)).toBe(false);
  expect(isReporter({ ...rae, user: 'U0OTHER' }, own)).toBe(false);
  const filed = replay(historyOf([submitForSomebody, by(bo)]));
  expect(isReporter(bo, filed)).toBe(false);
  expect(outcome(assign(bo), filed, at())).toBe('ResponderAssigned');
});

describe('a report received', () => {
  test('may have been received in the past, and at this very moment, but not later', () => {
    expect(outcome({ ...submit, receivedAt: minute(-3000) }, undefined, at())).toBe('ReportReceived');
    expect(outcome({ ...submit, receivedAt: minute(60) }, undefined, at())).toBe('ReportReceived');
    expect(outcome({ ...submit, receivedAt: new Date(minute(60).getTime() + 1) }, undefined, at())).toBe(
      'received_in_the_future',
    );
  });
  test('keeps its deadline and its time of receipt when its text is amended', () => {
    const history = historyOf([submit, by(rae)], [{ ...otherText, affected: [], receivedAt: minute(1) }, by(rae)]);
    expect(replay(history)).toMatchObject({
      form: otherText.form,
      affected: [],
      receivedAt: tuesday,
      promise: submit.promise,
    });
  });
});

test('somebody who lost a race is told who is the responder and since when', () => {
  expect(refusalOf(assign(bo), reportIn('assigned'), at())).toEqual({
    code: 'already_assigned',
    reasons: { id: submit.id, responder: mei.user, at: minute(1) },
  });
});

test('every situation is a report that can be stored', () => {
  for (const situation of Object.keys(situations) as Situation[]) {
    const report = reportIn(situation);
    if (report !== undefined) expect(Report.parse(report)).toEqual(report);
  }
});

describe('a report that was assigned to whoever is on duty', () => {
  const onDuty = { type: 'AssignOnDuty', to: mei } as const;
  const given = (...steps: readonly Step[]) => replay(historyOf([submit, by(rae)], [onDuty, theClock], ...steps));

  test('is anybody’s to take, until they act', () => {
    expect(given()).toMatchObject({ responder: mei, assignedOnDuty: true });
    expect(outcome(assign(bo), given(), at())).toBe('ResponderAssigned');
    for (const done of [given([assign(mei), by(mei)]), given([acknowledge, by(mei)])]) {
      expect(done.assignedOnDuty).toBeUndefined();
      expect(refusalOf(assign(bo), done, at()).code).toBe('already_assigned');
    }
  });
  test('is theirs who writes first', () => {
    expect(given([acknowledge, by(bo)]).responder).toEqual(bo);
    expect(historyOf([submit, by(rae)], [onDuty, theClock], [acknowledge, by(mei)]).map(({ type }) => type)).toEqual([
      'ReportReceived',
      'ResponderAssigned',
      'ReportAcknowledged',
    ]);
  });
  test('may still be amended by its reporter', () => {
    expect(outcome(otherText, given(), at(by(rae)))).toBe('ReportAmended');
  });
});
