import { connect } from './app/connect.js';
import { startOps } from './app/ops-answers.js';
import type { Seams } from './app/seams.js';
import type { Config } from './config/read-config.js';
import { createAuditWriter } from './handling/audit-writer.js';
import { startInspector } from './handling/background-inspection.js';
import { watchCalendar } from './handling/calendar-watch.js';
import { followDuty } from './handling/duty-group.js';
import { type DutyWatch, watchDuty } from './handling/duty-watch.js';
import type { Log } from './handling/log.js';
import type { Loop } from './handling/loop.js';
import type { Notifier } from './handling/notifier.js';
import { securityTeam } from './handling/reminder-recipients.js';
import { createSendingGate } from './handling/restore-hold.js';
import { createLog } from './ops/log.js';
import { createMetrics } from './ops/metrics.js';
import { defined } from './report/defined.js';
import type { SlackAdapter } from './slack/slack-adapter.js';
import { type LocalMongod, startLocalMongod } from './store/local-mongod/local-mongod.js';
import { openStore } from './store/open-store.js';

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
  /** People changed on Slack: ask about them again, and not only when what is known of them is old. */
  peopleChanged(): void;
}>;

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
      await running?.lookAtDuty();
      await running?.loop.idle();
    },
    nextWake: async () => await running?.loop.nextWake(),
    clockMoved: () => running?.loop.look(),
    peopleChanged: () => running?.adapter.peopleChanged(),
  };
}

type Running = Readonly<{
  adapter: SlackAdapter;
  loop: Loop;
  lookAtDuty(): Promise<void>;
  stop(): Promise<void>;
}>;

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
    const { adapter, loop, eraser, current } = await connect(config, seams, store, { log, metrics, audit });
    alarm = adapter.notifier.alarm;
    stops.push(() => loop.stop());
    // The first of a kind that is read takes twenty milliseconds longer than the next, and nobody waits for an answer yet.
    await Promise.all([store.reports.list({ limit: 1 }), current.now()]);
    await adapter.start();
    stops.push(() => adapter.stop());
    await store.reports.wakeForPolicy(config.policy.revision, clock());
    // It sleeps until a report changes, and may not know of its weekly digest.
    if (config.policy.weeklyDigest !== undefined) await store.people.wake([securityTeam], clock());
    stops.push(() => eraser.stop());
    let duty: DutyWatch | undefined;
    const gate = createSendingGate({
      reports: store.reports,
      holds: store.holds,
      cardsInChannel: adapter.cardsInChannel,
      rateLimits: store.rateLimits,
      clock,
      log,
      tell: adapter.notifier.sendingHeld,
      open: () => {
        loop.start();
        eraser.start();
        const { calendar } = config.policy;
        const warn = adapter.notifier.calendarEnds;
        const stop = watchCalendar({ calendar, rateLimits: store.rateLimits, clock, log, warn });
        stops.push(async () => stop());
        const { rosters } = store;
        const { notifier } = adapter;
        const { dutyGroup } = config.policy;
        const follow =
          dutyGroup === undefined
            ? undefined
            : followDuty({
                rosters,
                rateLimits: store.rateLimits,
                clock,
                put: async (user) => await notifier.putOnDuty(dutyGroup, user),
                tell: async (user, code) => await notifier.dutyGroupRefused(dutyGroup, user, code),
              });
        const wakeChannel = async (now: Date) => {
          await store.people.wake([securityTeam], now);
          loop.lookSoon();
        };
        duty = watchDuty({ current, clock, log, wakeChannel, ...defined({ follow }) });
        stops.push(async () => duty?.stop());
      },
    });
    stops.push(async () => gate.stop());
    await gate.start();
    const inspection = { failed: (error: unknown) => void log.fail('documents not inspected', error) };
    stops.push(
      startInspector({
        reports: store.reports,
        people: store.people,
        clock,
        log: inspection,
        ...defined({ everyMs: seams.inspectMs }),
      }),
    );
    const ops = await startOps(config, seams, { store, adapter, loop, metrics });
    if (ops !== undefined) stops.push(() => ops.stop());
    log.note('started', { mode: config.slack.mode, policy: config.policy.revision });
    return { adapter, loop, lookAtDuty: async () => await duty?.look(), stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function localMongod(
  { store, dataDir }: Config,
  { onProgress }: Seams,
  log: Log,
): Promise<LocalMongod | undefined> {
  if (store.uri !== 'local') return undefined;
  return await startLocalMongod({ dataDir, onProgress: onProgress ?? ((line) => log.note('local mongod', { line })) });
}
