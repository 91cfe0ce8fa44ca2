import { deadlinesOf, publishBy } from '../../src/deadline/deadlines.js';
import { rungsOf } from '../../src/deadline/ladder.js';
import type { Policy } from '../../src/deadline/policy.js';
import type { ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import type { PolicyDuty } from '../../src/report/duty.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import type { Actor } from '../../src/report/person.js';
import type { Severity } from '../../src/report/severity.js';
import { acknowledge, answer, ask, by, lost, mei, note, rae, submit, theClock } from '../report/situations.js';
import { policy, policyWithDuties } from './calendars.js';

const china = (text: string) => new Date(`2026-${text}:00+08:00`);
const high: Severity = { vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H', score: 8.8, rating: 'high' };
const critical: Severity = { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8, rating: 'critical' };
const accept = (severity: Severity, line = 'KubeSphere v4.1'): ReportCommand => ({
  type: 'AcceptReport',
  severity,
  lines: [{ line }],
  cwes: ['CWE-79'],
});
const fixed: ReportCommand = {
  type: 'RecordFix',
  fixes: [{ line: 'KubeSphere v4.1', outcome: 'fixed', version: 'v4.1.10', releasedAt: china('09-24T09:00') }],
} as ReportCommand;
const embargo = (until: Date): ReportCommand =>
  ({ type: 'AgreeEmbargo', until, route: 'direct_message' }) as ReportCommand;

type Step = readonly [at: string, ReportCommand, Actor?];

function historyOf(...steps: readonly Step[]): ReportEvent[] {
  return steps.reduce<ReportEvent[]>(
    (history, [at, command, actor = by(mei)]) => [
      ...history,
      ...decide(command, history.length === 0 ? undefined : replay(history), { now: china(at), actor }),
    ],
    [],
  );
}
const received: Step = ['09-22T10:00', submit, by(rae)];
const again = { ...ask, message: 'And which system?' } as ReportCommand;
const acknowledged: Step = ['09-22T11:00', acknowledge];
const asked: Step = ['09-22T12:00', ask];
const accepted: Step = ['09-23T10:00', accept(high)];

/** The moment a duty is due, in China; `undefined` where it isn't open. */
function due(duty: PolicyDuty, steps: readonly Step[], rules: Policy = policyWithDuties): Date | undefined {
  return deadlinesOf(replay(historyOf(received, acknowledged, ...steps)), rules).find((one) => one.duty === duty)
    ?.dueAt;
}

// Friday 25 September is Mid-Autumn; 1 to 7 October are National Day, and Saturday 10 October is made up.
describe('what the policy asks for is due', () => {
  test.each<[string, PolicyDuty, readonly Step[], Date | undefined]>([
    ['the answer to a question', 'answer', [asked], china('10-20T18:00')],
    ['from the last thing that was written about it', 'answer', [asked, ['09-24T12:00', again]], china('10-22T18:00')],
    ['not without a question', 'answer', [], undefined],
    ['not once it is answered', 'answer', [asked, ['09-23T12:00', answer, by(rae)]], undefined],
    ['not if the question did not arrive', 'answer', [asked, ['09-22T12:01', lost('failed', 3), theClock]], undefined],
    [
      'from the last that arrived',
      'answer',
      [asked, ['09-24T12:00', again], ['09-24T12:01', lost('failed', 4), theClock]],
      china('10-20T18:00'),
    ],
    ['not once the report is decided', 'answer', [asked, accepted], undefined],
    ['a fix by its severity', 'fix', [accepted], china('10-23T18:00')],
    ['sooner once it is found to be worse', 'fix', [accepted, ['09-24T10:00', accept(critical)]], china('10-01T18:00')],
    [
      'as before after a correction of something else',
      'fix',
      [accepted, ['09-24T10:00', accept(high, 'KubeSphere v4.2')]],
      china('10-23T18:00'),
    ],
    ['not once all is fixed', 'fix', [accepted, ['09-24T10:00', fixed]], undefined],
    ['not before it is accepted', 'fix', [], undefined],
    ['the next step after acceptance', 'stale', [accepted], china('10-08T18:00')],
    ['the next step anew after a note', 'stale', [accepted, ['09-28T10:00', note]], china('10-10T18:00')],
    [
      'the next step, whatever the reporter writes',
      'stale',
      [accepted, ['09-28T10:00', answer, by(rae)]],
      china('10-08T18:00'),
    ],
    [
      'the next step, whoever opens the report',
      'stale',
      [accepted, ['09-28T10:00', { type: 'NoteSeen' }]],
      china('10-08T18:00'),
    ],
    [
      'not while an update is promised',
      'stale',
      [
        accepted,
        ['09-23T11:00', { ...ask, purpose: 'information', nextUpdate: china('10-15T18:00') } as ReportCommand],
      ],
      undefined,
    ],
    [
      'not of what is fixed and waits for its day',
      'stale',
      [accepted, ['09-24T10:00', embargo(china('11-30T18:00'))], ['09-25T10:00', fixed]],
      undefined,
    ],
    [
      'the next step, although an embargo ends before',
      'stale',
      [accepted, ['09-24T10:00', embargo(china('09-30T18:00'))]],
      china('10-09T18:00'),
    ],
    ['the advisory', 'publish', [accepted], china('12-21T18:00')],
    ['not before the report is accepted', 'publish', [asked], undefined],
    ['not if an embargo ends before', 'publish', [accepted, ['09-24T10:00', embargo(china('11-30T18:00'))]], undefined],
    [
      'not if an embargo ends at that moment',
      'publish',
      [accepted, ['09-24T10:00', embargo(china('12-21T18:00'))]],
      undefined,
    ],
    [
      'although an embargo ends later',
      'publish',
      [accepted, ['09-24T10:00', embargo(new Date('2027-01-30T18:00:00+08:00'))]],
      china('12-21T18:00'),
    ],
  ])('%s (%s)', (_, duty, steps, expected) => {
    expect(due(duty, steps)).toEqual(expected);
  });
  test.each<PolicyDuty>(['answer', 'fix', 'stale', 'publish'])('%s only where the policy has it', (duty) => {
    const { [duty]: __, ...duties } = policyWithDuties.duties;
    const steps = duty === 'answer' ? [asked] : [accepted];
    expect(due(duty, steps)).toBeDefined();
    expect(due(duty, steps, { ...policyWithDuties, duties })).toBeUndefined();
  });
  test('not for a severity without a term', () => {
    const duties = { ...policyWithDuties.duties, fix: { bySeverity: { critical: { calendarDays: 7 } } } };
    expect(due('fix', [accepted], { ...policyWithDuties, duties })).toBeUndefined();
  });
});

test('the last moment to publish is known before a report is accepted, where the policy has one', () => {
  const one = replay(historyOf(received));
  expect(publishBy(one, policyWithDuties)).toEqual(china('12-21T18:00'));
  expect(publishBy(one, policy)).toBeUndefined();
  const bySeverity = { ...policyWithDuties.duties, publish: { bySeverity: { high: { calendarDays: 90 } } } };
  expect(publishBy(one, { ...policyWithDuties, duties: bySeverity })).toBeUndefined();
});

describe('a duty of the policy', () => {
  const ladder = (duty: PolicyDuty, steps: readonly Step[], count: number) => {
    const deadline = deadlinesOf(replay(historyOf(received, acknowledged, ...steps)), policyWithDuties).find(
      (one) => one.duty === duty,
    );
    if (deadline === undefined) throw new Error(`${duty} is not open`);
    const rungs = rungsOf(deadline, policyWithDuties);
    return Array.from({ length: count }, () => rungs.next().value).map(({ at, tell }) => [at, tell.join()]);
  };
  test('has its own ladder: few reminders to the reporter, then the responder hears of it', () => {
    expect(ladder('answer', [asked], 5)).toEqual([
      [expect.any(Date), 'reporter'],
      [expect.any(Date), 'reporter'],
      [china('10-20T18:00'), 'responder'],
      [china('10-27T09:00'), 'responder'],
      [china('11-03T09:00'), 'responder'],
    ]);
  });
  test('has the common ladder without one of its own', () => {
    expect(ladder('fix', [accepted], 3).map(([, tell]) => tell)).toEqual([
      'responder',
      'responder,deputy',
      'responder,deputy,lead',
    ]);
  });
});
