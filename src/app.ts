import type { Config } from './config/read-config.js';
import { daysBetween, localDate } from './deadline/local-date.js';
import { askedAtMost } from './handling/asked-at-most.js';
import { type AuditWriter, createAuditWriter } from './handling/audit-writer.js';
import { startInspector } from './handling/background-inspection.js';
import { createHandle } from './handling/handle.js';
import type { Log } from './handling/log.js';
import { createLoop, type Loop } from './handling/loop.js';
import type { Figures, Metrics } from './handling/metrics.js';
import type { Notifier } from './handling/notifier.js';
import { createReconcilePerson } from './handling/reconcile-person.js';
import { createReconcileReport } from './handling/reconcile-report.js';
import { createSendingGate } from './handling/restore-hold.js';
import { createSubmit } from './handling/submit-report.js';
import { type OpsServer, startOpsServer } from './ops/health.js';
import { createLog } from './ops/log.js';
import { createMetrics, type Exposed } from './ops/metrics.js';
import { defined } from './report/defined.js';
import { createSlackAdapter, type SlackAdapter } from './slack/slack-adapter.js';
import type { OnCommand } from './store/connect.js';
import { type LocalMongod, startLocalMongod } from './store/local-mongod/local-mongod.js';
import { openStore, type Store } from './store/open-store.js';

/** What the sandbox and tests replace. */
export type Seams = Readonly<{
  clock: () => Date;
  /** Shows progress to a person at a terminal, such as the download of mongod. */
  onProgress?: (line: string) => void;
  log?: Log;
  /** How long a claim is held, in milliseconds; for tests of crashes. */
  leaseMs?: number;
  /** After how long without a successful pass of the loop liveness fails, in milliseconds. */
  stalledMs?: number;
  /** How often some documents are checked, in milliseconds; for tests. */
  inspectMs?: number;
  /** Called with the name of each database command; for tests that count them. */
  onCommand?: OnCommand;
}>;

export type BotApp = Readonly<{
  /** Resolves when Slack can reach the bot. @throws an Error whose message is a sentence for the operator */
  start(): Promise<void>;
  /** Accepts nothing new, finishes what was begun (ten seconds at most), and closes. */
  stop(): Promise<void>;
  /** Resolves when everything due by now is posted. */
  idle(): Promise<void>;
  /** When the bot has something to do next; `undefined` when nothing is due at any time. */
  nextWake(): Promise<Date | undefined>;
  /** The clock was moved: look again. */
  clockMoved(): void;
}>;

/** After so long without a successful pass the process is to be started again. Milliseconds. */
const stalledMs = 300_000;

/** How long it holds that a majority confirmed a write, so that probes cost the database little. */
const answerHoldsMs = 10_000;
/** A clock that is further from Slack's is noted. Dates would be off by as much. */
const mostSecondsOff = 60;

/** A claim is held for a minute, far longer than a post may take: Slack's history may lag behind. Milliseconds. */
const leaseMs = 60_000;

/** The composition root: the only place that knows all modules. */
export function createApp(config: Config, seams: Seams): BotApp {
  const { clock } = seams;
  const log = seams.log ?? createLog(config.logLevel);
  let running: Running | undefined;
  return {
    start: async () => {
      running = await startAll(config, seams, log, clock);
    },
    stop: async () => {
      await running?.stop();
      running = undefined;
    },
    idle: async () => {
      await running?.adapter.settled();
      await running?.loop.idle();
    },
    nextWake: async () => await running?.loop.nextWake(),
    clockMoved: () => running?.loop.look(),
  };
}

type Running = Readonly<{ adapter: SlackAdapter; loop: Loop; stop(): Promise<void> }>;

async function startAll(config: Config, seams: Seams, log: Log, clock: () => Date): Promise<Running> {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
  };
  try {
    const mongod = await localMongod(config, seams, log);
    if (mongod !== undefined) stops.push(() => mongod.stop());
    const uri = mongod?.uri ?? config.store.uri;
    let alarm: Notifier['alarm'] | undefined;
    const store = await openStore({
      uri,
      database: config.store.database,
      ring: config.keyring,
      ...defined({ onCommand: seams.onCommand }),
      onSetAside: ({ id, why, times, alarm: wanted }) => {
        log.warn('set aside', { id, why, times });
        if (wanted) alarm?.(id, why).catch((error) => log.fail('alarm not posted', error, { id }));
      },
    });
    stops.push(() => store.close());
    const metrics = createMetrics(config.ops !== undefined);
    const audit = createAuditWriter({ trail: store.audit, log });
    stops.push(() => audit.stop());
    const { adapter, loop } = await connect(config, seams, store, { log, metrics, audit });
    alarm = adapter.notifier.alarm;
    stops.push(() => loop.stop());
    await adapter.start();
    stops.push(() => adapter.stop());
    await store.reports.wakeForPolicy(config.policy.revision, clock());
    const gate = createSendingGate({
      reports: store.reports,
      holds: store.holds,
      cardsInChannel: adapter.cardsInChannel,
      clock,
      log,
      tell: adapter.notifier.sendingHeld,
      open: loop.start,
    });
    stops.push(async () => gate.stop());
    await gate.start();
    const inspection = { failed: (error: unknown) => void log.fail('documents not inspected', error) };
    stops.push(
      startInspector({ reports: store.reports, clock, log: inspection, ...defined({ everyMs: seams.inspectMs }) }),
    );
    const ops = await startOps(config, seams, { store, adapter, loop }, () =>
      metrics.expose(loop.stalledMs(), () => figures(config, store, clock())),
    );
    if (ops !== undefined) stops.push(() => ops.stop());
    log.note('started', { mode: config.slack.mode, policy: config.policy.revision });
    return { adapter, loop, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

type Watchers = Readonly<{ log: Log; metrics: Metrics; audit: AuditWriter }>;

async function connect(config: Config, seams: Seams, store: Store, { log, metrics, audit }: Watchers) {
  const { reports, people } = store;
  const { policy } = config;
  const { clock } = seams;
  let loop: Loop | undefined;
  const deps = { reports, policy, clock, saved: () => loop?.lookSoon() };
  const handle = createHandle(deps);
  const { slack, channels, userGroup } = config;
  const adapter = await createSlackAdapter({
    slack,
    channel: channels.security,
    intake: channels.intake,
    ...defined({ announce: channels.announce }),
    intakeMessages: store.intakeMessages,
    homes: store.homes,
    rateLimits: store.rateLimits,
    languages: store.languages,
    audit,
    ...defined({ userGroup }),
    reports,
    handle,
    submit: createSubmit(deps),
    policy,
    clock,
    log,
    metrics,
  });
  const { notifier } = adapter;
  loop = createLoop({
    reports: reports.queue,
    people: people.queue,
    reconcileReport: createReconcileReport({ reports, people, notifier, handle, policy, clock }),
    reconcilePerson: createReconcilePerson({ reports, notifier, policy, clock }),
    pace: notifier.pace,
    clock,
    leaseMs: seams.leaseMs ?? leaseMs,
    postMs: adapter.postMs,
    busy: adapter.busy,
    log: {
      unreadable: (count) => {
        metrics.unreadable(count);
        log.warn('documents cannot be opened', { count });
      },
      failed: (error) => {
        metrics.failed();
        log.fail('reconcile failed', error);
      },
      passed: (count) => {
        metrics.passed(count);
        if (count > 0) log.note('reconciled', { count });
      },
    },
  });
  return { adapter, loop };
}

async function localMongod(
  { store, dataDir }: Config,
  { onProgress }: Seams,
  log: Log,
): Promise<LocalMongod | undefined> {
  if (store.uri !== 'local') return undefined;
  return await startLocalMongod({ dataDir, onProgress: onProgress ?? ((line) => log.note('local mongod', { line })) });
}

async function startOps(
  { ops }: Config,
  seams: Seams,
  { store, adapter, loop }: Readonly<{ store: Store; adapter: SlackAdapter; loop: Loop }>,
  expose: () => Promise<Exposed>,
): Promise<OpsServer | undefined> {
  if (ops === undefined) return undefined;
  const mostStalledMs = seams.stalledMs ?? stalledMs;
  const done = (work: () => Promise<void>) => async () => {
    await work();
    return true;
  };
  return await startOpsServer(ops.host, ops.port, {
    alive: { loop: async () => loop.stalledMs() < mostStalledMs },
    ready: { store: done(store.ping), writes: askedAtMost(answerHoldsMs, done(store.tryWrite)) },
    // Other replicas have the same Slack. What is stored meanwhile is posted later.
    noted: {
      slack: adapter.connected,
      channel: async () => adapter.channelSafe(),
      reports: async () =>
        Object.values((await store.figures(seams.clock())).unreadable).every((reports) => reports === 0),
      clock: async () => Math.abs(adapter.clockAhead()) <= mostSecondsOff,
    },
    expose,
  });
}

async function figures({ policy: { calendar } }: Config, store: Store, now: Date): Promise<Figures> {
  const calendarDays = daysBetween(localDate(now, calendar.zone), calendar.coversUntil);
  return { ...(await store.figures(now)), now, calendarDays };
}
