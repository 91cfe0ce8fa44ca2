import type { Notice } from '../../src/handling/due-notices.js';
import type { NoticeOutcome, ShownCard } from '../../src/handling/notifier.js';
import { createReconcileReport } from '../../src/handling/reconcile-report.js';
import { securityTeam } from '../../src/handling/reminder-recipients.js';
import { VersionConflict } from '../../src/handling/store-errors.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import { Refusal } from '../../src/report/refusal.js';
import { accept, approve, correct, duplicate, fix, histories, prepare, publish } from '../report/report-in-status.js';
import {
  acknowledge,
  assign,
  bo,
  by,
  historyOf,
  mei,
  minute,
  rae,
  situations,
  submit,
  submitForSomebody,
} from '../report/situations.js';
import { aForm } from '../support/a-form.js';
import { china, duty, moments, policy, staffed, tracked } from './situations.js';

const received = tracked(situations.received);
const acknowledged = tracked(situations.acknowledged);
const { id } = received.report;
const shown: ShownCard = { kind: 'shown', card: { channel: 'C0DESK', ts: '1.1' } };
const card = { channel: 'C0DESK', ts: '1.1', shownVersion: 1 };
const posted: NoticeOutcome = { kind: 'posted', ts: '2.2' };
const now = minute(61);
/** New reports are assigned to nobody by themselves. */
const unassigned = { ...staffed, assignOnDuty: false };

type Slack = Readonly<{ card?: ShownCard } & Partial<Record<Notice['kind'], NoticeOutcome>>>;

/** A look at a report while Slack answers so. What was done, in order, and what is recorded, unless the report has changed. */
async function lookAt(
  report: TrackedReport,
  {
    slack = {} as Slack,
    rules = policy,
    at = now,
    posts = Number.POSITIVE_INFINITY,
    outwardOnly = false,
    left = [] as readonly string[],
    others = [] as readonly TrackedReport[],
    error = undefined as Error | undefined,
  } = {},
) {
  const done: string[] = [];
  const reconcile = createReconcileReport({
    reports: {
      find: async (wanted) => [...others, report].find((one) => one.report.id === wanted),
      save: async (_, events, __, duties) => {
        done.push(`save ${events.length} ${Object.keys(duties).join(' ')}`);
        if (error !== undefined) throw error;
        return report;
      },
    },
    notifier: {
      homes: async (users) => users.map((user) => ({ team: 'T0HOME', user, name: user })),
      departed: async (users) => new Set(users.filter((user) => left.includes(user))),
      showCard: async (_, deadlines) => {
        done.push(`card ${deadlines.map((deadline) => deadline.duty).join(' ')}`);
        return slack.card ?? shown;
      },
      postNotice: async ({ notice, card: below, original }) => {
        const about = original === undefined ? [] : [`of ${original.id}`];
        done.push([notice.kind, notice.event, below?.ts ?? 'without a card', ...about].join(' '));
        return slack[notice.kind] ?? posted;
      },
    },
    handle: async (_, command, actor) => {
      done.push(`${typeof command === 'function' ? 'made' : command.type} by ${actor.kind}`);
      if (error !== undefined) throw error;
      return report;
    },
    current: { now: async () => rules },
    clock: () => at,
  });
  let remaining = posts;
  const mayPost = () => {
    remaining -= 1;
    return remaining >= 0;
  };
  const post = await (outwardOnly ? reconcile(report, mayPost, true) : reconcile(report, mayPost));
  return { decided: [...done], rest: await post?.(), done };
}
async function look(...given: Parameters<typeof lookAt>) {
  const { rest, ...looked } = await lookAt(...given);
  if (rest === undefined) throw new Error('it was not put to rest');
  return { ...looked, rest };
}

describe('what is due is posted once it is decided', () => {
  test('the card first, then what goes below it and to the reporter; it is looked at again when more is due', async () => {
    const { decided, done, rest } = await look({ ...acknowledged, uncertain: true });
    expect(decided).toEqual([]);
    expect(done).toEqual(['card confirm', 'thread 1 1.1', 'thread 2 1.1', 'receipt 0 1.1', 'message 2 1.1']);
    expect(rest).toEqual({
      ...{ id, version: 3, uncertain: false, policyRevision: policy.revision, news: [] },
      cursor: { thread: 3, reporter: 3, rungs: {} },
      card: { ...shown.card, shownVersion: 3 },
      people: [mei.user, securityTeam],
      ...{ wakeAt: rest.wakeAt, urgentFrom: rest.wakeAt },
    });
    expect(rest.wakeAt?.getTime()).toBeGreaterThan(now.getTime());
  });
  test('nothing twice: the card stays where it shows this version', async () => {
    const said = { ...received, card, cursor: { thread: 1, reporter: 1, rungs: {} }, restedVersion: 1 };
    const { done, rest } = await look(said);
    expect(done).toEqual([]);
    expect(rest).toMatchObject({ card, cursor: said.cursor, people: [], wakeAt: moments.half });
  });
  test('whoever is called hears of it with their reminders', async () => {
    const { done, rest } = await look(received, { rules: unassigned });
    expect(done).toEqual(['card acknowledge', 'receipt 0 1.1']);
    expect(rest.news).toEqual([{ user: duty, key: `${id}:told_0`, because: 'on_duty' }]);
    expect(rest.cursor).toEqual({ thread: 1, reporter: 1, rungs: { told_0: 1 } });
  });
  test.each([
    ['that are not theirs to wait for', { outwardOnly: true }],
    ['that can’t be made', { slack: { card: { kind: 'later', seconds: 30 } as const } }],
  ])('whoever is called does not wait for posts in the channel %s', async (_, over) => {
    const { rest } = await look(received, { rules: unassigned, ...over });
    expect(rest).toMatchObject({ news: [{ user: duty }], cursor: { thread: 0, rungs: { told_0: 1 } } });
    expect(rest).not.toHaveProperty('card');
  });
  test('what calls for no message counts as said', async () => {
    const byMail = tracked(historyOf([submitForSomebody, by(bo)]));
    const { done, rest } = await look(byMail);
    expect([done, rest.cursor]).toEqual([['card acknowledge'], { thread: 1, reporter: 1, rungs: {} }]);
  });
  test('the leads are asked below the card whether a promise moves', async () => {
    const history = historyOf(
      [submit, by(rae)],
      [{ type: 'ProposeLaterDate', until: minute(9000) }, { kind: 'clock' }],
    );
    const { done, rest } = await look(
      { ...tracked(history), card: { ...card, shownVersion: 2 } },
      { rules: unassigned },
    );
    expect(done).toContain('immediate 1 1.1');
    expect(rest.news).toMatchObject([{ key: `${id}:told_0` }]);
  });
});

describe('channel and reporter do not wait for each other', () => {
  test('where the card cannot be shown', async () => {
    const { done, rest } = await look(acknowledged, { slack: { card: { kind: 'later', seconds: 30 } } });
    expect(done).toEqual(['card confirm', 'receipt 0 without a card', 'message 2 without a card']);
    expect(rest).toMatchObject({ cursor: { thread: 0, reporter: 3 }, wakeAt: new Date(now.getTime() + 30_000) });
    expect(rest).not.toHaveProperty('card');
  });
  test('where a line below it cannot be posted', async () => {
    const { done, rest } = await look(acknowledged, { slack: { thread: { kind: 'unsure' } } });
    expect(done).toEqual(['card confirm', 'thread 1 1.1', 'receipt 0 1.1', 'message 2 1.1']);
    expect(rest).toMatchObject({ cursor: { thread: 0, reporter: 3 }, uncertain: true });
    expect(rest.wakeAt).toEqual(new Date(now.getTime() + 5000));
  });
  test('where the reporter cannot be written to; it is tried again when the first of both is', async () => {
    const slack: Slack = { thread: { kind: 'later', seconds: 60 }, receipt: { kind: 'later', seconds: 20 } };
    const { done, rest } = await look({ ...acknowledged, uncertain: true }, { slack });
    expect(done).toEqual(['card confirm', 'thread 1 1.1', 'receipt 0 1.1']);
    expect(rest).toMatchObject({ cursor: { thread: 0, reporter: 0 }, uncertain: true });
    expect(rest.wakeAt).toEqual(new Date(now.getTime() + 20_000));
  });
  test('only what leaves the channel, where that is asked for: the card is edited where it stands', async () => {
    const without = await look(acknowledged, { outwardOnly: true });
    expect(without.done).toEqual(['receipt 0 without a card', 'message 2 without a card']);
    expect(without.rest).toMatchObject({ cursor: { thread: 0, reporter: 3 }, wakeAt: now });
    const { done, rest } = await look({ ...acknowledged, card }, { outwardOnly: true });
    expect(done).toEqual(['card confirm', 'receipt 0 1.1', 'message 2 1.1']);
    expect(rest).toMatchObject({ card: { shownVersion: 3 }, cursor: { thread: 0, reporter: 3 }, wakeAt: now });
  });
});

test.each([
  [0, []],
  [1, ['card confirm']],
  [2, ['card confirm', 'thread 1 1.1']],
])(
  'nothing is posted without a lease: after %s posts it is due at once, and what was posted counts',
  async (posts, done) => {
    const looked = await look(acknowledged, { posts });
    expect(looked.done).toEqual(done);
    expect(looked.rest).toMatchObject({ cursor: { thread: posts < 2 ? 0 : 2, reporter: 0 }, wakeAt: now });
  },
);

describe('what is urgent', () => {
  const exploited = tracked(historyOf([{ ...submit, form: aForm({ knownAlready: 'exploited' }) }, by(rae)]));
  test('is an exploited report until its card is there', async () => {
    const later: Slack = { card: { kind: 'later', seconds: 1 } };
    expect((await look(exploited, { slack: later })).rest.urgentFrom).toEqual(exploited.report.receivedAt);
    expect((await look(received, { slack: later })).rest.urgentFrom).toEqual(moments.half);
    const { urgentFrom, wakeAt } = (await look(exploited)).rest;
    expect(urgentFrom).toEqual(wakeAt);
  });
});

describe('what moves the report comes first, and is all that is done: it is read again', () => {
  const paused = tracked(
    historyOf([submit, by(rae)], [{ type: 'PauseReporter', until: moments.half, route: 'direct_message' }, by(mei)]),
  );
  const original = { ...received, report: { ...received.report, duplicates: ['VR-0000-0001'] } };
  const withdrawn = { ...original, report: { ...original.report, status: 'withdrawn' as const } };
  const provisional = tracked(
    historyOf([{ ...submit, promise: { ...submit.promise, dueAt: china('09-23T18:00') } }, by(rae)]),
  );
  test.each<[string, TrackedReport, Parameters<typeof look>[1], readonly string[]]>([
    ['a pause that is over', paused, { at: moments.half }, ['EndReporterPause by clock']],
    ['whoever is on duty', received, { rules: staffed }, ['AssignOnDuty by clock']],
    ['a later date', provisional, {}, ['ProposeLaterDate by clock']],
    ['a missed promise', received, { at: moments.deadline }, ['TellMissed by clock']],
    ['a duplicate', withdrawn, { others: [{ ...withdrawn, version: 9 }] }, ['LeaveOriginal by clock']],
    ['the open duties', { ...received, duties: {} }, {}, ['save 0 acknowledge']],
  ])('%s', async (_, report, over, done) => {
    const looked = await lookAt(report, over);
    expect(looked.done).toEqual(done);
    expect(looked.rest).toBeUndefined();
  });
  test('a pause goes on until then', async () => {
    expect((await look(paused, { at: new Date(moments.half.getTime() - 1) })).done).not.toContain(
      'EndReporterPause by clock',
    );
  });
  const lost = new Refusal('changed_meanwhile', { id });
  test('a lost race is decided again at the next look; any other error is passed on', async () => {
    const missed = { at: moments.deadline };
    expect((await lookAt(received, { ...missed, error: lost })).rest).toBeUndefined();
    const unsaved = { ...received, duties: {} };
    expect((await lookAt(unsaved, { error: new VersionConflict('overtaken') })).rest).toBeUndefined();
    const away = new Error('the database is away');
    await expect(look(received, { ...missed, error: away })).rejects.toBe(away);
    await expect(look(unsaved, { error: away })).rejects.toBe(away);
    const other = new Refusal('no_such_report', { id });
    await expect(look(received, { ...missed, error: other })).rejects.toBe(other);
  });
});

test('a responder who has left the team does not count', async () => {
  const history = historyOf([submit, by(rae)], [assign(mei), by(bo)]);
  expect((await look(tracked(history))).rest.news).toMatchObject([{ user: mei.user, because: 'assigned' }]);
  expect((await look(tracked(history), { left: [mei.user] })).rest.news).toEqual([]);
});

test('a duplicate that may be being marked just now is looked at again when that is over', async () => {
  const noted = tracked(historyOf([submit, by(rae)], [{ type: 'NoteDuplicate', duplicate: 'VR-0000-0001' }, by(mei)]));
  const other = { ...received, report: { ...received.report, id: 'VR-0000-0001' as const } };
  expect((await look(noted, { others: [other], at: minute(1) })).rest.wakeAt).toEqual(minute(2));
});

test('the reporter of a duplicate is thanked with its original', async () => {
  const thanked = tracked(
    historyOf(
      [submit, by(rae)],
      [acknowledge, by(mei)],
      [duplicate, by(mei)],
      [{ type: 'ThankReporter', of: 'VR-0000-0001' }, by(bo)],
    ),
  );
  const original = tracked(
    histories.disclosed.map((event) => ({ ...event, ...('id' in event && { id: 'VR-0000-0001' }) })) as never,
  );
  const { done } = await look(thanked, { others: [original] });
  expect(done.at(-1)).toBe('message 5 1.1 of VR-0000-0001');
});

test('an announcement that takes the place of another makes the report due at once', async () => {
  const history = historyOf(
    [submit, by(rae)],
    [acknowledge, by(mei)],
    [accept, by(mei)],
    [fix, by(mei)],
    [prepare, by(mei)],
    [approve(), by(bo)],
    [publish(), by(bo)],
    [correct, by(mei)],
    [approve(9), by(bo)],
    [publish(9), by(bo)],
  );
  const before = { ...tracked(history), cursor: { thread: 0, reporter: 11, rungs: {}, announced: { 7: '1.5' } } };
  const { done, rest } = await look(before);
  expect(done.at(-1)).toBe('announcement 11 1.1');
  expect(rest).toMatchObject({ cursor: { announced: { 7: '1.5', 11: '2.2' } }, wakeAt: now });
});
