import type { Context } from '../../src/report/commands.js';
import { replay } from '../../src/report/evolve.js';
import { isReporter } from '../../src/report/permissions.js';
import { Report } from '../../src/report/report.js';
import { aForm } from '../support/a-form.js';
import { describeDecisions, describeInSituations, nothingChanges } from './decisions.js';
import {
  assign,
  bo,
  by,
  historyOf,
  minute,
  outcome,
  rae,
  reportIn,
  type Situation,
  situations,
  submit,
  submitForSomebody,
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
  test('is affected as its form says, and then as the amended one says', () => {
    const affected = [{ version: 'KubeSphere v3.4', verdict: 'supported' }] as const;
    const history = historyOf([submit, by(rae)], [{ ...otherText, affected }, by(rae)]);
    expect(history).toMatchObject([{ affected: submit.affected }, { affected }]);
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

test('every situation is a report that can be stored', () => {
  for (const situation of Object.keys(situations) as Situation[]) {
    const report = reportIn(situation);
    if (report !== undefined) expect(Report.parse(report)).toEqual(report);
  }
});
