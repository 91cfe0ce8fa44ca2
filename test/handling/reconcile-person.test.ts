import type { NewsReason } from '../../src/handling/immediate-notices.js';
import type { Outcome, TrackedPerson } from '../../src/handling/ports.js';
import { createReconcilePerson } from '../../src/handling/reconcile-person.js';
import { by, historyOf, rae, situations, submit } from '../report/situations.js';
import { aForm } from '../support/a-form.js';
import { china, moments, nowhere, person, policy, row, tracked } from './situations.js';

const mei = 'U0MEI';
const received = tracked(situations.received);
const { id } = received.report;
const [called, asked] = [`${id}:told_0`, 'no_substitute/U0BO/2026-09-22/2026-09-24'];
const bothNews: Readonly<Record<string, NewsReason>> = { [called]: 'on_duty', [asked]: 'no_substitute' };
const now = moments.half;

/** A look at a person who has a report, while Slack answers so. What was sent, and what is recorded. */
async function look(
  over: Partial<TrackedPerson>,
  { kind = 'posted' as Outcome['kind'], mayPost = true, about = received, at = now } = {},
) {
  const sent: string[] = [];
  const outcome: Outcome = kind === 'later' ? { kind, seconds: 30 } : { kind };
  const reconcile = createReconcilePerson({
    reports: {
      findEach: async () => [about],
      openDuties: async () => [row({ responder: mei, responderSince: received.report.receivedAt })],
    },
    notifier: {
      homes: async () => [],
      zones: async () => nowhere,
      departed: async () => new Set(),
      remind: async (user, reminders, news) => {
        sent.push(`${user}: ${[...reminders.map(({ key }) => key), ...news.map(({ key }) => key)].join(' ')}`);
        return outcome;
      },
      ask: async (user, { key }) => {
        sent.push(`${user} is asked ${key}`);
        return outcome;
      },
    },
    current: { now: async () => policy },
    clock: () => at,
  });
  const who = person(mei, { version: 7, ...over });
  return { who, sent, rest: await reconcile(who, () => mayPost) };
}
const key = `${id}:acknowledge_1`;

test('reminders and calls go in one message, and count as told', async () => {
  const { sent, rest } = await look({ news: { [called]: 'on_duty' } });
  expect(sent).toEqual([`${mei}: ${key} ${called}`]);
  expect(rest).toMatchObject({
    ...{ user: mei, version: 7, uncertain: false, news: {} },
    ...{ today: { date: '2026-09-23', count: 1 }, wakeAt: moments.twoHoursBefore },
  });
  expect(rest.rungs).toMatchObject({ [key]: 1, [called]: 1 });
});

test('nothing is sent where nothing is due, and it is looked at again when something is', async () => {
  const { sent, rest } = await look({ rungs: { [key]: 1 } });
  expect([sent, rest.wakeAt]).toEqual([[], moments.twoHoursBefore]);
});

test('news goes without a reminder too, and waits for their hours, unless users are in danger', async () => {
  const [morning, night] = [china('09-22T12:00'), china('09-22T22:00')];
  const news = { [called]: 'on_duty' } as const;
  expect((await look({ news }, { at: morning })).sent).toEqual([`${mei}: ${called}`]);
  const waiting = await look({ news }, { at: night });
  expect(waiting.sent).toEqual([]);
  expect(waiting.rest).toMatchObject({ news, wakeAt: china('09-23T09:00') });
  const exploited = tracked(historyOf([{ ...submit, form: aForm({ knownAlready: 'exploited' }) }, by(rae)]));
  const urgent = await look({ news }, { at: night, about: exploited });
  expect(urgent.sent).toEqual([`${mei}: ${called}`]);
  expect(urgent.rest.news).toEqual({});
});

test('a question is a message of its own, and the rest follows at once', async () => {
  const { who, sent, rest } = await look({ news: bothNews, uncertain: true });
  expect(sent).toEqual([`${mei} is asked ${asked}`]);
  expect(rest).toEqual({
    ...who,
    ...{ rungs: { [asked]: 1 }, today: { date: '2026-09-23', count: 1 } },
    ...{ uncertain: false, news: { [called]: 'on_duty' }, wakeAt: now },
  });
});

test.each([
  ['later', false, 30_000],
  ['unsure', true, undefined],
] as const)(
  'what Slack did not take (%s) counts as told to nobody, and is tried again',
  async (kind, uncertain, ms) => {
    for (const news of [bothNews, {}]) {
      const { who, rest } = await look({ news, uncertain: !uncertain }, { kind });
      expect(rest).toEqual({ ...who, uncertain, wakeAt: expect.any(Date) });
      expect(rest.wakeAt?.getTime()).toBeGreaterThan(now.getTime());
      if (ms !== undefined) expect(rest.wakeAt?.getTime()).toBe(now.getTime() + ms);
    }
  },
);

test('whoever cannot be written to is not tried again and again', async () => {
  const { rest } = await look({}, { kind: 'undeliverable' });
  expect(rest).toMatchObject({ rungs: { [key]: 1 }, wakeAt: moments.twoHoursBefore });
});

test('nothing is sent without a lease, and nothing counts as told', async () => {
  const { who, sent, rest } = await look({ news: bothNews }, { mayPost: false });
  expect(sent).toEqual([]);
  expect(rest).toEqual({ ...who, wakeAt: now });
});

test('a snooze that is over is remembered', async () => {
  const { rest } = await look({ rungs: { [key]: 1 }, snoozedUntil: now });
  expect(rest.snoozeOver).toEqual(now);
  expect((await look({})).rest).not.toHaveProperty('snoozeOver');
});
