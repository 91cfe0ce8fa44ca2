import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Figures, Metrics } from '../handling/metrics.js';
import { within } from '../handling/within.js';

/** The answer to `GET /metrics`. */
export type Exposed = Readonly<{ type: string; text: string }>;
export type OpsMetrics = Metrics &
  Readonly<{ expose(stalledMs: number, figures: () => Promise<Figures>): Promise<Exposed> }>;

/** Milliseconds that the figures of the store may take. Without them the others are told all the same. */
const mostMs = 2000;
/** Seconds. A modal's trigger lives 3 s, and a background post may take 8. */
const latencies = [0.1, 0.25, 0.5, 1, 2, 3, 5, 8];

/** The metrics of one bot, in the format of Prometheus; with memory, processor time and event loop where `process`. */
export function createMetrics(process: boolean): OpsMetrics {
  const register = new Registry();
  if (process) collectDefaultMetrics({ register });
  const registers = [register];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name, help, labelNames: [...labelNames], registers });
  const passes = counter('vulndesk_loop_passes_total', 'Passes of the loop over everything that was due.');
  const failures = counter('vulndesk_loop_failures_total', 'Passes, or documents in them, that failed.');
  const claimed = counter('vulndesk_documents_claimed_total', 'Documents that were claimed and handled.');
  const unopened = counter('vulndesk_documents_unopened_total', 'Claims of a document that could not be opened.');
  const posts = counter('vulndesk_posts_total', 'Posts to Slack, by outcome.', ['outcome']);
  const calls = counter('vulndesk_slack_calls_total', 'Calls to Slack, by method and result.', ['method', 'result']);
  const latency = new Histogram({
    name: 'vulndesk_slack_call_seconds',
    help: 'How long calls to Slack took, by method.',
    labelNames: ['method'],
    buckets: latencies,
    registers,
  });
  const ahead = new Gauge({
    name: 'vulndesk_clock_ahead_seconds',
    help: "How far the bot's clock is ahead of Slack's, at the last call.",
    registers,
  });
  const stalled = new Gauge({
    name: 'vulndesk_loop_stalled_seconds',
    help: 'Since a pass of the loop last succeeded. From 300 on, /livez fails.',
    registers,
  });
  const figured = figureGauges(register);
  for (const outcome of ['posted', 'later', 'unsure', 'undeliverable']) posts.inc({ outcome }, 0);

  return {
    passed: (documents) => {
      passes.inc();
      claimed.inc(documents);
    },
    failed: () => failures.inc(),
    unreadable: (documents) => unopened.inc(documents),
    posted: (outcome) => posts.inc({ outcome }),
    slackCalled: (method, result, seconds) => {
      calls.inc({ method, result });
      latency.observe({ method }, seconds);
    },
    clockAhead: (seconds) => ahead.set(seconds),
    expose: async (stalledMs, figures) => {
      stalled.set(stalledMs / 1000);
      figured(await within(mostMs, figures(), undefined).catch(() => undefined));
      return { type: register.contentType, text: await register.metrics() };
    },
  };
}

/** What is looked up when it is asked for. Without figures nothing of it is told, rather than something old. */
function figureGauges(register: Registry): (figures: Figures | undefined) => void {
  const registers = [register];
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers });
  const up = gauge('vulndesk_store_up', '1 when the store was asked for its figures and answered, else 0.');
  const oldest = gauge('vulndesk_oldest_due_seconds', 'For how long the oldest document has been due; 0 for none.');
  const reports = gauge('vulndesk_reports', 'Reports, by status.', ['status']);
  const atRisk = gauge('vulndesk_duties_at_risk', 'Duties due within 24 hours, and not overdue.', ['duty']);
  const overdue = gauge('vulndesk_duties_overdue', 'Open duties whose time is over.', ['duty']);
  const unreadable = gauge('vulndesk_reports_unreadable', 'Reports that cannot be opened here, by reason.', ['reason']);
  const quarantined = gauge('vulndesk_documents_quarantined', 'Documents that fail each time and were set aside.');
  const erasing = gauge('vulndesk_erasures_unfinished', 'Erased reports that are not gone from Slack yet.');
  const calendar = gauge('vulndesk_calendar_days', 'Days until the last day whose holidays are known.');
  const each = (of: Gauge, label: string, counts: Readonly<Record<string, number>>) => {
    for (const [value, count] of Object.entries(counts)) of.set({ [label]: value }, count);
  };
  return (figures) => {
    for (const one of [oldest, reports, atRisk, overdue, unreadable, quarantined, erasing, calendar]) one.reset();
    for (const one of [oldest, quarantined, erasing, calendar]) one.remove();
    up.set(figures === undefined ? 0 : 1);
    if (figures === undefined) return;
    const { now, dueSince = now, calendarDays } = figures;
    oldest.set(Math.max(0, (now.getTime() - dueSince.getTime()) / 1000));
    calendar.set(calendarDays);
    quarantined.set(figures.quarantined);
    erasing.set(figures.erasing);
    each(reports, 'status', figures.byStatus);
    each(atRisk, 'duty', figures.atRisk);
    each(overdue, 'duty', figures.overdue);
    each(unreadable, 'reason', figures.unreadable);
  };
}
