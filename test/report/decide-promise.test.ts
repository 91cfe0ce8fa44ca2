import type { ReportCommand } from '../../src/report/commands.js';
import type { PromiseCommand } from '../../src/report/commands-promise.js';
import { ReportEvent } from '../../src/report/events.js';
import { evolve, replay } from '../../src/report/evolve.js';
import { inEveryLanguage } from '../../src/report/languages.js';
import type { Actor } from '../../src/report/person.js';
import type { Report } from '../../src/report/report.js';
import { describeDecisions, nothingChanges } from './decisions.js';
import {
  acknowledge,
  ask,
  by,
  historyOf,
  lost,
  mei,
  minute,
  outcome,
  rae,
  refusalOf,
  submit,
  theClock,
} from './situations.js';

const until = new Date('2026-10-08T18:00:00+08:00');
const days = [{ date: '2026-09-24', name: inEveryLanguage('A new holiday') }];
const promise = { dueAt: until, provisional: false, policyRevision: '0123456789ab' };
const propose = { type: 'ProposeLaterDate', until } as const;
const move = (proposed: number) =>
  ({ type: 'MovePromise', proposed, later: { promise, days }, route: 'direct_message' }) as const;
const keep = (proposed: number) => ({ type: 'KeepPromise', proposed }) as const;
const asked = [[propose, theClock]] as const;
const open = (result: string, otherwise = 'promise_not_movable') => ({
  received: result,
  acknowledged: result,
  otherwise,
});

describeDecisions<PromiseCommand['type']>('promise', {
  ProposeLaterDate: [
    {
      name: 'for the first time',
      by: 'the clock',
      command: propose,
      results: open('LaterDateProposed', nothingChanges),
    },
    { name: 'the same date again', by: 'the clock', command: propose, given: asked, results: nothingChanges },
    {
      name: 'another date',
      by: 'the clock',
      command: { ...propose, until: minute(9000) },
      given: asked,
      results: open('LaterDateProposed', nothingChanges),
    },
    {
      name: 'of an update that nobody has promised',
      by: 'the clock',
      command: { ...propose, duty: 'next_update' },
      results: nothingChanges,
    },
    {
      name: 'that is not later',
      by: 'the clock',
      command: { ...propose, until: new Date('2026-09-24T18:00:00+08:00') },
      results: nothingChanges,
    },
  ],
  MovePromise: [
    {
      name: 'as proposed',
      by: 'a responder',
      command: ({ laterDate }) => move(laterDate?.event ?? 0),
      given: asked,
      results: open('PromiseMoved'),
    },
    { name: 'that nobody proposed', by: 'a responder', command: move(1), results: 'promise_not_movable' },
    {
      name: 'to a date that was replaced',
      by: 'a responder',
      command: move(0),
      given: asked,
      results: open('later_date_proposed_anew'),
    },
    {
      name: 'where the calendar has no later date any more',
      by: 'a responder',
      command: ({ laterDate }) => ({ type: 'MovePromise', proposed: laterDate?.event ?? 0, route: 'by_hand' }),
      given: asked,
      results: 'promise_not_movable',
    },
  ],
  MoveProvisionalPromise: [
    {
      name: 'that is firm',
      by: 'the clock',
      command: { type: 'MoveProvisionalPromise', to: { promise, days } },
      results: nothingChanges,
    },
  ],
  KeepPromise: [
    {
      name: 'as promised',
      by: 'a responder',
      command: ({ laterDate }) => keep(laterDate?.event ?? 0),
      given: asked,
      results: open('PromiseKept'),
    },
    { name: 'where nothing was proposed', by: 'a responder', command: keep(1), results: 'promise_not_movable' },
  ],
});

describe('once it was answered', () => {
  const asking = [[submit, by(rae)], ...asked] as const;
  const proposed = replay(historyOf(...asking)).laterDate?.event ?? 0;
  const answered = {
    moved: replay(historyOf(...asking, [move(proposed), by(mei)])),
    kept: replay(historyOf(...asking, [keep(proposed), by(mei)])),
  };
  const at = (now: Date) => ({ now, actor: by(mei) });
  test.each([
    ['moved again', answered.moved, 'move', nothingChanges],
    ['kept after all', answered.moved, 'keep', 'promise_not_movable'],
    ['kept again', answered.kept, 'keep', nothingChanges],
    ['moved after all', answered.kept, 'move', 'PromiseMoved'],
  ] as const)('%s', (_, report, what, result) => {
    expect(outcome(what === 'move' ? move(proposed) : keep(proposed), report, at(minute(90)))).toBe(result);
  });
  test('nobody moves a promise that is broken already', () => {
    const late = at(new Date('2026-09-24T18:00:00+08:00'));
    expect(outcome(move(proposed), answered.kept, late)).toBe('promise_not_movable');
  });
  test('a lead who moves it tells the reporter, by hand too', () => {
    const byHand = replay(historyOf(...asking, [{ ...move(proposed), route: 'by_hand' }, by(mei)]));
    expect(byHand.messages).toMatchObject([{ purpose: 'promise_moved', by: mei, route: 'by_hand' }]);
  });
  test('of what was never proposed or promised, nothing changes', () => {
    const report = replay(historyOf([submit, by(rae)]));
    const about = { at: minute(9), by: { kind: 'person', person: mei } } as const;
    expect(evolve(report, { type: 'PromiseKept', ...about })).not.toHaveProperty('laterDate');
    const update = { duty: 'next_update', promise, days, route: 'direct_message' } as const;
    expect(evolve(report, { type: 'PromiseMoved', ...about, ...update })).not.toHaveProperty('nextUpdate');
  });
  test('the reporter has a message of the bot, and both duties begin their ladders anew', () => {
    const { messages, promise: now, acknowledge, confirm } = answered.moved;
    expect(messages).toMatchObject([{ purpose: 'promise_moved', text: '', route: 'direct_message' }]);
    expect(now).toMatchObject({ dueAt: until, moved: { days } });
    expect([acknowledge.opening, confirm.opening]).toEqual([2, 2]);
  });
});

test('a later date is proposed until the promised moment, and not at it', () => {
  const report = replay(historyOf([submit, by(rae)]));
  const dueAt = report.promise.dueAt.getTime();
  const at = (ms: number) => outcome(propose, report, { now: new Date(ms), actor: theClock });
  expect([at(dueAt - 1), at(dueAt)]).toEqual(['LaterDateProposed', nothingChanges]);
});

test('a later date of an update says so at each step, and a refusal has the date that was proposed last', () => {
  const duty = 'next_update';
  const update = { type: 'ProposeLaterDate', until: minute(9500), duty } as const;
  const begun = [
    [submit, by(rae)],
    [{ ...acknowledge, nextUpdate: minute(9000) } as ReportCommand, by(mei)],
    [update, theClock],
  ] as const;
  const report = replay(historyOf(...begun));
  const { event = 0 } = report.laterUpdate ?? {};
  expect(historyOf(...begun).at(-1)).toMatchObject({ type: 'LaterDateProposed', duty });
  expect(historyOf(...begun, [move(event), by(mei)]).at(-1)).toMatchObject({ type: 'PromiseMoved', duty });
  const kept = historyOf(...begun, [keep(event), by(mei)]);
  expect(kept.at(-1)).toMatchObject({ type: 'PromiseKept', duty });
  expect(kept.map((one) => ReportEvent.parse(one))).toEqual(kept);
  const writes = (more: object) => replay(historyOf(...begun, [{ ...ask, ...more } as ReportCommand, by(mei)]));
  expect(writes({}).laterUpdate).toEqual(report.laterUpdate);
  expect(writes({ nextUpdate: minute(9900) })).not.toHaveProperty('laterUpdate');
  const both = replay(historyOf(...begun, [propose, theClock]));
  const refused = (one: Report) => refusalOf(keep(0), one, { now: minute(90), actor: by(mei) });
  expect([refused(report).reasons, refused(both).reasons]).toEqual([
    { id: submit.id, until: minute(9500) },
    { id: submit.id, until },
  ]);
});

describe('a provisional promise', () => {
  const first = { ...submit, promise: { ...promise, dueAt: new Date('2026-09-24T18:00:00+08:00'), provisional: true } };
  const moves = { type: 'MoveProvisionalPromise', to: { promise, days } } as const;
  const after = (...steps: readonly (readonly [ReportCommand, Actor])[]) =>
    replay(historyOf([first, by(rae)], ...steps));
  const result = (report: Report, to = promise) =>
    outcome({ ...moves, to: { promise: to, days } }, report, { now: minute(90), actor: theClock });

  test('moves by itself while it binds, once to each date', () => {
    expect(result(after())).toBe('PromiseMoved');
    expect(result(after([acknowledge, by(mei)]))).toBe('PromiseMoved');
    expect(result(after(), first.promise)).toBe(nothingChanges);
    expect(result(after([moves, theClock]))).toBe(nothingChanges);
    expect(result(after([acknowledge, by(mei)], [ask, by(mei)]))).toBe(nothingChanges);
  });
  test('is told to the reporter by the bot, in nobody’s name', () => {
    const { messages, promise: now } = after([moves, theClock]);
    expect(now).toMatchObject({ dueAt: until, provisional: false, moved: { days } });
    expect(messages).toMatchObject([{ purpose: 'promise_moved', text: '', route: 'direct_message' }]);
    expect(messages[0]).not.toHaveProperty('by');
  });
  test('waits while a message is lost, and is no message where nobody can be told here', () => {
    const lostOne = after([acknowledge, by(mei)], [lost('failed', 2), theClock]);
    expect(result(lostOne)).toBe(nothingChanges);
    const elsewhere = after([{ ...acknowledge, route: 'by_hand' } as ReportCommand, by(mei)], [moves, theClock]);
    expect(elsewhere.promise.dueAt).toEqual(until);
    expect(elsewhere.messages).toHaveLength(1);
  });
});
