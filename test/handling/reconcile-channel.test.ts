import type { Policy } from '../../src/deadline/policy.js';
import type { DueDigest } from '../../src/handling/due-digest.js';
import type { Outcome, TrackedPerson } from '../../src/handling/ports.js';
import { createReconcileChannel } from '../../src/handling/reconcile-channel.js';
import { securityTeam } from '../../src/handling/reminder-recipients.js';
import { situations } from '../report/situations.js';
import { china, duty, moments, nowhere, person, policy, row, staffed, tracked } from './situations.js';

const { report, history } = tracked(situations.received);
const { id } = report;
const key = `${id}:acknowledge_1`;
const now = moments.deadline;
/** Told of the deadline, and of nothing after it. */
const told = { [key]: 4 };
const weekly: Policy = { ...policy, weeklyDigest: { weekday: 1, time: '09:00' } };
const monday = moments.mondayAfter;
const posted: Outcome = { kind: 'posted', ts: '1.1' };

/** A look at the channel while Slack answers so. What was sent, and what is recorded. */
async function look(
  over: Partial<TrackedPerson> = {},
  { rules = policy, at = now, answer = posted as Outcome, mayPost = true, reports = [report] } = {},
) {
  const sent: string[] = [];
  const said = ({ lines, onDuty }: DueDigest) => [...lines.map((line) => `${line.id} ${line.why}`), onDuty ?? '-'];
  const reconcile = createReconcileChannel({
    reports: {
      openDuties: async () => reports.map(() => row()),
      marks: async () => reports.map(() => ({ id, mark: '1' })),
      open: async (_, take) => {
        for (const one of reports) take({ id, mark: '1' }, one, history);
      },
    },
    notifier: {
      homes: async () => [],
      zones: async () => nowhere,
      departed: async () => new Set(),
      digest: async (digest, uncertain) => {
        sent.push(['digest', ...said(digest), ...(uncertain ? ['again'] : [])].join(' '));
        return answer;
      },
      week: async (week, date, digest) => {
        sent.push(['week', date, ...week.lines.map((line) => line.id), ...said(digest)].join(' '));
        return answer;
      },
    },
    current: { now: async () => rules },
    clock: () => at,
  });
  const who = person(securityTeam, { version: 7, ...over });
  return { who, sent, rest: await reconcile(who, () => mayPost) };
}

test('what is due is told as one digest, and counts as told', async () => {
  const { sent, rest } = await look();
  expect(sent).toEqual([`digest ${id} overdue -`]);
  expect(rest).toEqual({
    ...{ user: securityTeam, version: 7, rungs: told, uncertain: false },
    ...{ today: { date: '2026-09-24', count: 1 }, wakeAt: moments.tuesdayAfter },
  });
});

test('what may be there already is looked for', async () => {
  expect((await look({ uncertain: true })).sent).toEqual([`digest ${id} overdue - again`]);
});

test('one that is there already counts as told', async () => {
  expect((await look({}, { answer: { kind: 'posted' } })).rest).toMatchObject({ rungs: told, uncertain: false });
});

test('nothing is sent where nothing is due, and it is looked at again when something is', async () => {
  const today = { date: '2026-09-24', count: 2 };
  const { sent, rest } = await look({ rungs: told, today });
  expect([sent, rest]).toMatchObject([[], { rungs: told, today, wakeAt: moments.tuesdayAfter }]);
});

test('the messages of a day are counted, and those of another day no more', async () => {
  const count = async (date: string, rungs = {}) => (await look({ today: { date, count: 2 }, rungs })).rest.today;
  const date = '2026-09-24';
  expect(await count(date)).toEqual({ date, count: 3 });
  expect(await count('2026-09-23')).toEqual({ date, count: 1 });
  expect(await count('2026-09-23', told)).toEqual({ date, count: 0 });
});

test('nothing is sent without a lease, and nothing counts as told', async () => {
  const { who, sent, rest } = await look({}, { mayPost: false });
  expect([sent, rest]).toEqual([[], { ...who, wakeAt: now }]);
});

test.each([
  ['later', { kind: 'later', seconds: 30 }, false, 30_000],
  ['unsure', { kind: 'unsure' }, true, 5000],
  ['undeliverable', { kind: 'undeliverable' }, false, 5000],
] as const)(
  'what Slack did not take (%s) counts as told to nobody, and is tried again',
  async (_, answer, unsure, ms) => {
    for (const uncertain of [false, true]) {
      const { who, rest } = await look({ uncertain }, { answer });
      expect(rest).toEqual({ ...who, uncertain: uncertain || unsure, wakeAt: new Date(now.getTime() + ms) });
    }
  },
);

describe('that somebody else is on duty', () => {
  const before = { ...told, 'duty:U0BEFORE': 1 };
  const after = { ...told, [`duty:${duty}`]: 1 };

  test('is told in one line, once, where nothing else is due', async () => {
    const { sent, rest } = await look({ rungs: before }, { rules: staffed, at: china('09-24T17:00'), reports: [] });
    expect(sent).toEqual([`digest ${duty}`]);
    expect(rest).toMatchObject({ rungs: { [`duty:${duty}`]: 1 }, today: { count: 1 } });
    const again = await look({ rungs: rest.rungs }, { rules: staffed, at: china('09-24T17:05'), reports: [] });
    expect([again.sent, again.rest.rungs]).toEqual([[], rest.rungs]);
  });
  test('waits for the hours of the team', async () => {
    const { sent, rest } = await look({ rungs: before }, { rules: staffed, at: china('09-24T20:00') });
    expect([sent, rest.rungs, rest.wakeAt]).toEqual([[], before, monday]);
  });
  test('goes with a digest at any hour', async () => {
    const { sent, rest } = await look({ rungs: { 'duty:U0BEFORE': 1 } }, { rules: staffed, at: china('09-24T20:00') });
    expect(sent).toEqual([`digest ${id} overdue ${duty}`]);
    expect([rest.rungs, rest.wakeAt]).toEqual([after, moments.tuesdayAfter]);
  });
  test('is told to nobody at the first look of all', async () => {
    const { sent, rest } = await look({ rungs: told }, { rules: staffed, at: china('09-24T19:00') });
    expect([sent, rest.rungs]).toEqual([[], after]);
  });
});

describe('the digest of the week', () => {
  const mark = { 'week:2026-09-28': 1 };

  test('has what is due in it, and is told once', async () => {
    const { sent, rest } = await look({}, { rules: weekly, at: monday });
    expect(sent).toEqual([`week 2026-09-28 ${id} ${id} overdue -`]);
    expect(rest).toMatchObject({ rungs: { ...told, ...mark }, uncertain: false, today: { count: 1 } });
    const again = await look({ rungs: rest.rungs }, { rules: weekly, at: monday });
    expect([again.sent, again.rest.rungs]).toEqual([[], rest.rungs]);
  });
  test('is told where nothing else is due, and looked for in a week', async () => {
    const { sent, rest } = await look({ rungs: { ...told, 'week:2026-09-21': 1 } }, { rules: weekly, at: monday });
    expect(sent).toEqual([`week 2026-09-28 ${id} -`]);
    expect(rest.rungs).toEqual({ ...told, ...mark });
    const none = await look({}, { rules: weekly, at: china('09-28T10:00'), reports: [] });
    expect([none.sent, none.rest.rungs, none.rest.wakeAt]).toEqual([[], mark, china('10-08T09:00')]);
  });
  test('is followed by digests of their own on the same day', async () => {
    expect((await look({ rungs: mark }, { rules: weekly, at: monday })).sent).toEqual([`digest ${id} overdue -`]);
  });
  test('is none before its time', async () => {
    const between = await look({}, { rules: weekly });
    expect([between.sent, between.rest.rungs, between.rest.wakeAt]).toEqual([[`digest ${id} overdue -`], told, monday]);
  });
  test('that is there already may say less than is due: the rest follows at once', async () => {
    const rungs = { 'week:2026-09-21': 1, 'duty:U0BEFORE': 1 };
    const { who, rest } = await look({ rungs }, { rules: weekly, at: monday, answer: { kind: 'posted' } });
    expect(rest).toEqual({ ...who, rungs: { 'duty:U0BEFORE': 1, ...mark }, uncertain: true, wakeAt: monday });
  });
});
