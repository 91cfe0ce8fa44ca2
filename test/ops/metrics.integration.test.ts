import { createMetrics } from '../../src/ops/metrics.js';
import { withBot } from '../support/running-bot.js';
import { allowedLabels, labelsIn, metricsOf, valueIn } from './metrics-of.js';

const hour = 3_600_000;
const canary = 'CANARYzq7';

describe('the metrics of a running bot', () => {
  test('tell what it does, and hold no word of a report and no name', () =>
    withBot({ ops: true }, async (bot) => {
      const { ana, bo } = bot.people;
      const title = `${canary} in the parser`;
      await ana.files({ title });
      const id = await ana.files({ title });
      await bo.press('acknowledge', { on: id });
      await bo.submit();
      await bot.quiet();
      bot.slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 1 });
      await ana.files({ title });
      await bot.quiet();
      const text = await metricsOf(bot);

      const found = (name: string, labels?: Readonly<Record<string, string>>) => valueIn(text, name, labels);
      expect({
        received: found('vulndesk_reports', { status: 'received' }),
        acknowledged: found('vulndesk_reports', { status: 'acknowledged' }),
        withdrawn: found('vulndesk_reports', { status: 'withdrawn' }),
        up: found('vulndesk_store_up'),
        later: found('vulndesk_posts_total', { outcome: 'later' }),
        refused: found('vulndesk_slack_calls_total', { method: 'chat.postMessage', result: 'refused' }),
        failures: found('vulndesk_loop_failures_total'),
        unopened: found('vulndesk_documents_unopened_total'),
        days: found('vulndesk_calendar_days'),
      }).toEqual({
        received: 2,
        acknowledged: 1,
        withdrawn: 0,
        up: 1,
        later: 1,
        refused: 1,
        failures: 0,
        unopened: 0,
        days: 100,
      });
      expect(found('vulndesk_posts_total', { outcome: 'posted' })).toBeGreaterThan(5);
      expect(found('vulndesk_loop_passes_total')).toBeGreaterThan(2);
      expect(found('vulndesk_documents_claimed_total')).toBeGreaterThan(2);
      expect(found('vulndesk_slack_call_seconds_count', { method: 'chat.postMessage' })).toBeGreaterThan(6);
      expect(found('vulndesk_clock_ahead_seconds')).toBe(0);

      const ours = labelsIn(text).filter(({ metric }) => metric.startsWith('vulndesk_'));
      expect(ours.length).toBeGreaterThan(40);
      expect(ours.filter(({ name, value }) => !allowedLabels[name]?.test(value))).toEqual([]);
      for (const secret of [canary, id, ana.id, bo.id, bot.config.channels.security])
        expect(text).not.toContain(secret);
    }));

  test('say how many duties are near their end, and how many are past it', () =>
    withBot({ ops: true }, async (bot) => {
      await bot.people.ana.files();
      await bot.quiet();
      const report = await bot.database.db.collection<{ dueAt: Date }>('reports').findOne();
      await bot.moveTo(new Date(Number(report?.dueAt) - hour));
      const before = await metricsOf(bot);
      expect([
        valueIn(before, 'vulndesk_duties_at_risk', { duty: 'acknowledge' }),
        valueIn(before, 'vulndesk_duties_overdue', { duty: 'acknowledge' }),
      ]).toEqual([1, 0]);
    }));

  test('say what is overdue, what cannot be opened, and for how long something has been due', () =>
    withBot({ ops: true }, async (bot) => {
      for (let n = 0; n < 3; n += 1) await bot.people.ana.files();
      await bot.quiet();
      const { db } = bot.database;
      const reports = db.collection<{ _id: string; dueAt: Date }>('reports');
      const [newer, foreign, late] = await reports.find().sort({ _id: 1 }).toArray();
      await reports.updateOne({ _id: newer?._id ?? '' }, { $set: { schema: 99 } });
      await reports.updateOne({ _id: foreign?._id ?? '' }, { $set: { 'sealed.dk.kid': 'k9' } });
      // Held by a replica that does not get on, so that it stays due.
      const lease = { token: 'elsewhere', until: new Date(Date.now() + hour) };
      const wakeAt = new Date(bot.clock.now().getTime() - 2 * hour);
      await reports.updateOne({ _id: late?._id ?? '' }, { $set: { lease, wakeAt } });
      const expireAt = new Date(Date.now() + hour);
      await db
        .collection<{ _id: string }>('desk')
        .insertOne({ _id: `quarantine/${late?._id}`, ...{ times: 2, expireAt } });
      bot.clock.moveTo(new Date((late?.dueAt.getTime() ?? 0) + hour));
      const text = await metricsOf(bot);
      expect(valueIn(text, 'vulndesk_oldest_due_seconds')).toBe((bot.clock.now().getTime() - wakeAt.getTime()) / 1000);
      expect([
        valueIn(text, 'vulndesk_duties_overdue', { duty: 'acknowledge' }),
        valueIn(text, 'vulndesk_reports_unreadable', { reason: 'newer' }),
        valueIn(text, 'vulndesk_reports_unreadable', { reason: 'key' }),
        valueIn(text, 'vulndesk_documents_quarantined'),
      ]).toEqual([3, 1, 1, 1]);
    }));

  test('cost the database no look at a report, and little when they are read often', () =>
    withBot({ ops: true }, async (bot) => {
      await bot.people.ana.files();
      await bot.quiet();
      const { db } = bot.database;
      const kind = { status: '$status', schema: '$schema', kid: '$sealed.dk.kid' };
      const { executionStats } = await db
        .collection('reports')
        .aggregate([{ $group: { _id: kind, n: { $sum: 1 } } }], { hint: 'kind' })
        .explain('executionStats')
        .then((plan) => plan.stages?.[0]?.$cursor ?? plan);
      expect(executionStats).toMatchObject({ totalDocsExamined: 0, totalKeysExamined: 1 });
      const counts = () => bot.commands.filter((name) => name === 'aggregate').length;
      await metricsOf(bot);
      const before = counts();
      for (let n = 0; n < 20; n += 1) await metricsOf(bot);
      expect(counts() - before).toBeLessThan(10);
    }));

  test('are told without the figures of a store that does not answer', async () => {
    const metrics = createMetrics(false);
    const figures = {
      byStatus: { received: 4 },
      atRisk: {},
      overdue: {},
      unreadable: { newer: 0, key: 0, damaged: 0, changed: 0 },
      quarantined: 0,
      erasing: 0,
    };
    const now = new Date();
    const answered = await metrics.expose(1500, async () => ({ ...figures, now, calendarDays: 7 }));
    expect(valueIn(answered.text, 'vulndesk_reports', { status: 'received' })).toBe(4);
    const silent = await metrics.expose(2500, async () => {
      throw new Error('away');
    });
    expect(
      ['vulndesk_store_up', 'vulndesk_reports', 'vulndesk_calendar_days', 'vulndesk_oldest_due_seconds'].map((name) =>
        valueIn(silent.text, name),
      ),
    ).toEqual([0, undefined, undefined, undefined]);
    expect(valueIn(silent.text, 'vulndesk_loop_passes_total')).toBe(0);
    expect(valueIn(silent.text, 'vulndesk_loop_stalled_seconds')).toBe(2.5);
  });
});
