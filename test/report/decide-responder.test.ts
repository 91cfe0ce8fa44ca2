import type { Context, ReportCommand } from '../../src/report/commands.js';
import type { ResponderCommand } from '../../src/report/commands-responder.js';
import { decide } from '../../src/report/decide.js';
import { replay } from '../../src/report/evolve.js';
import type { Actor } from '../../src/report/person.js';
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
  type Step,
  submit,
  theClock,
} from './situations.js';

const at = (actor = by(bo), now = minute(60)): Context => ({ now, actor });
const otherText = { ...submit, form: aForm({ overview: 'On second thoughts it is worse.' }) };
const kim = { team: 'T0HOME', user: 'U0KIM', name: 'Kim' };
const snooze = { type: 'SnoozeReminders', until: minute(600), reason: 'Wen has it until then.' } as const;
const offered = [[assign(bo, mei.user), by(mei)]] as const;
const open = (otherwise: string) => ({ withdrawn: 'report_closed', otherwise });

describeDecisions<ResponderCommand['type']>('responder', {
  AssignOnDuty: [
    {
      name: 'of a report that nobody has taken',
      by: 'the clock',
      command: { type: 'AssignOnDuty', to: bo },
      results: { received: 'ResponderAssigned', otherwise: nothingChanges },
    },
    {
      name: 'of a report that somebody has, before they answer',
      by: 'the clock',
      command: { type: 'AssignOnDuty', to: bo },
      given: [[assign(mei), by(mei)]],
      results: nothingChanges,
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
      name: 'to a colleague, who is asked where somebody has it',
      by: 'a responder',
      command: assign(bo, mei.user),
      results: { received: 'ResponderAssigned', withdrawn: 'report_closed', otherwise: 'HandOverOffered' },
    },
    {
      name: 'to a colleague who is asked already',
      by: 'a responder',
      command: assign(bo, mei.user),
      given: offered,
      results: open(nothingChanges),
    },
    {
      name: 'to a colleague, in place of somebody who has left',
      by: 'a responder',
      command: { type: 'AssignReport', to: bo, instead: mei.user, gone: true },
      results: open('ResponderAssigned'),
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
  AcceptHandOver: [
    {
      name: 'by whoever is asked',
      by: 'another responder, who is asked',
      command: ({ offer }) => ({ type: 'AcceptHandOver', offered: offer?.event ?? -1 }),
      given: [[assign(kim, mei.user), by(mei)]],
      results: { received: 'no_hand_over', withdrawn: 'no_hand_over', otherwise: 'ResponderAssigned' },
    },
  ],
  DeclineHandOver: [
    {
      name: 'by whoever is asked',
      by: 'another responder, who is asked',
      command: ({ offer }) => ({ type: 'DeclineHandOver', offered: offer?.event ?? -1 }),
      given: [[assign(kim, mei.user), by(mei)]],
      results: { received: 'no_hand_over', withdrawn: 'no_hand_over', otherwise: 'HandOverDeclined' },
    },
  ],
  SnoozeReminders: [
    { name: 'with a reason', by: 'a responder', command: snooze, results: open('RemindersSnoozed') },
    {
      name: 'without one',
      by: 'a responder',
      command: { ...snooze, reason: ' \n' },
      results: open('reason_missing'),
    },
    {
      name: 'until then already, for another reason',
      by: 'a responder',
      command: snooze,
      given: [[{ ...snooze, reason: 'Mei has it.' }, by(mei)]],
      results: open('RemindersSnoozed'),
    },
  ],
});

describeInSituations({
  'assign to Bo, who saw no responder': {
    command: assign(bo),
    results: { received: 'ResponderAssigned', withdrawn: 'report_closed', otherwise: 'already_assigned' },
  },
  'assign to Mei': {
    command: assign(mei),
    results: { received: 'ResponderAssigned', withdrawn: 'report_closed', otherwise: nothingChanges },
  },
});

test('somebody who lost a race is told who is the responder and since when', () => {
  expect(refusalOf(assign(bo), reportIn('assigned'), at())).toEqual({
    code: 'already_assigned',
    reasons: { id: submit.id, responder: mei.user, at: minute(1) },
  });
});

test('whoever takes a report from somebody who no longer has it is told who does', () => {
  expect(refusalOf({ type: 'UnassignReport', from: bo.user }, reportIn('assigned'), at())).toEqual({
    code: 'already_assigned',
    reasons: { id: submit.id, responder: mei.user, at: minute(1) },
  });
});

test('the same snooze sent again counts once, for each who sends it', () => {
  const snoozed = replay(historyOf([submit, by(rae)], [snooze, by(bo)]));
  expect(snoozed.snoozed).toEqual({ by: bo, until: snooze.until, reason: snooze.reason });
  expect(snoozed.notes).toMatchObject([{ by: bo, text: snooze.reason }]);
  expect(outcome(snooze, snoozed, at())).toBe(nothingChanges);
  expect(outcome(snooze, snoozed, at(by(mei)))).toBe('RemindersSnoozed');
  expect(outcome({ ...snooze, until: minute(601) }, snoozed, at())).toBe('RemindersSnoozed');
});

describe('a hand-over', () => {
  const begun = (...steps: readonly Step[]) =>
    replay(historyOf([submit, by(rae)], [assign(mei), by(mei)], [assign(bo, mei.user), by(mei)], ...steps));
  const accept = { type: 'AcceptHandOver', offered: 2 } as const;
  const decline = { type: 'DeclineHandOver', offered: 2 } as const;

  test('leaves the report with its responder until it is accepted', () => {
    expect(begun()).toMatchObject({ responder: mei, offer: { to: bo, by: mei, event: 2 } });
    const accepted = begun([accept, by(bo)]);
    expect(accepted).toMatchObject({ responder: bo, assignedAt: minute(3) });
    expect(accepted.offer).toBeUndefined();
    expect(decide(accept, begun(), at())).toMatchObject([{ type: 'ResponderAssigned', from: mei, responder: bo }]);
  });
  test('leaves it there when it is declined', () => {
    const declined = begun([decline, by(bo)]);
    expect(declined.responder).toEqual(mei);
    expect(declined.offer).toBeUndefined();
    expect(refusalOf(accept, declined, at()).code).toBe('no_hand_over');
  });
  test.each<[string, ReportCommand, Actor, string]>([
    ['accepts, who is asked', accept, by(bo), 'ResponderAssigned'],
    ['accepts another offer', { ...accept, offered: 1 }, by(bo), 'no_hand_over'],
    ['accepts, who is not asked', accept, by(mei), 'no_hand_over'],
    ['declines, who is asked', decline, by(bo), 'HandOverDeclined'],
    ['declines, who is not asked', decline, by(mei), 'no_hand_over'],
    ['takes it without an answer', assign(bo, mei.user), by(bo), 'ResponderAssigned'],
    ['keeps it', assign(mei), by(mei), nothingChanges],
  ])('when somebody %s', (_, command, actor, result) => {
    expect(outcome(command, begun(), at(actor))).toBe(result);
  });
  test('is over when somebody else has it, or nobody', () => {
    for (const step of [
      [assign(kim, mei.user), by(kim)],
      [{ type: 'UnassignReport', from: mei.user }, by(mei)],
    ] as const) {
      expect(begun(step).offer).toBeUndefined();
      expect(refusalOf(accept, begun(step), at()).code).toBe('no_hand_over');
    }
  });
  test('to another colleague takes the place of the first', () => {
    const second = begun([assign(kim, mei.user), by(mei)]);
    expect(second).toMatchObject({ responder: mei, offer: { to: kim, event: 3 } });
    expect(refusalOf(accept, second, at()).code).toBe('no_hand_over');
  });
});

describe('a report that was assigned to whoever is on duty', () => {
  const onDuty = { type: 'AssignOnDuty', to: mei } as const;
  const given = (...steps: readonly Step[]) => replay(historyOf([submit, by(rae)], [onDuty, theClock], ...steps));

  test('is anybody’s to take, until they act', () => {
    expect(given()).toMatchObject({ responder: mei, assignedOnDuty: true });
    expect(outcome(assign(bo), given(), at())).toBe('ResponderAssigned');
    // Somebody else says that it is theirs.
    expect(outcome(assign(mei), given(), at())).toBe('ResponderAssigned');
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
