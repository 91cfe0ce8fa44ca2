import type { Policy } from '../../src/deadline/policy.js';
import { keepPromiseInStep } from '../../src/handling/keep-promise-in-step.js';
import { inEveryLanguage } from '../../src/report/languages.js';
import {
  acknowledge,
  ask,
  assign,
  by,
  historyOf,
  mei,
  rae,
  type Step,
  submit,
  theClock,
} from '../report/situations.js';
import { china, policy, tracked } from './situations.js';

const now = china('09-22T12:00');
const holidays = (...dates: readonly string[]): Policy => {
  const named = dates.map((date) => [date, inEveryLanguage('Founding Day')] as const);
  return { ...policy, calendar: { ...policy.calendar, holidays: new Map([...policy.calendar.holidays, ...named]) } };
};
/** The promise is due on Thursday 24 September, which is a holiday now: so it would be Monday 28. */
const declared = holidays('2026-09-24');
const monday = china('09-28T18:00');
const propose = { type: 'ProposeLaterDate', until: monday };
const provisional = { ...submit, promise: { ...submit.promise, provisional: true } };
const update: Step = [{ ...ask, purpose: 'information', nextUpdate: china('10-13T18:00') } as typeof ask, by(mei)];
const history = (...steps: readonly Step[]) => historyOf([submit, by(rae)], ...steps);
const asked: Step = [{ type: 'ProposeLaterDate', until: monday }, theClock];

test.each([
  ['nothing where it gives the same date', history(), policy, []],
  ['a question about a later date', history(), declared, [propose]],
  ['nothing once that was asked', history(asked), declared, []],
  [
    'a question about another date still',
    history(asked),
    holidays('2026-09-24', '2026-09-28'),
    [{ ...propose, until: china('09-29T18:00') }],
  ],
  [
    'another date of a provisional promise',
    historyOf([provisional, by(rae)]),
    declared,
    [
      {
        type: 'MoveProvisionalPromise',
        to: expect.objectContaining({ promise: expect.objectContaining({ dueAt: monday }) }),
      },
    ],
  ],
  [
    'a question about the next update, once the first one was asked',
    history([assign(mei), by(mei)], [acknowledge, by(mei)], update, asked),
    holidays('2026-09-24', '2026-10-13'),
    [{ ...propose, until: china('10-14T18:00'), duty: 'next_update' }],
  ],
])('what the calendar of today makes of a promise: %s', async (_, given, rules, commands) => {
  const done: unknown[] = [];
  const one = tracked(given);
  const handle = async (...what: unknown[]) => {
    done.push(what);
    return one;
  };
  expect(await keepPromiseInStep({ handle, policy: rules }, one, now)).toBe(commands.length > 0);
  expect(done).toEqual(commands.map((command) => [one, command, { kind: 'clock' }]));
});
