import type { Config } from '../config/read-config.js';
import { daysKnown } from '../deadline/calendar-horizon.js';
import { askedAtMost } from '../handling/asked-at-most.js';
import type { Loop } from '../handling/loop.js';
import type { Figures } from '../handling/metrics.js';
import { type OpsServer, startOpsServer } from '../ops/health.js';
import type { OpsMetrics } from '../ops/metrics.js';
import type { SlackAdapter } from '../slack/slack-adapter.js';
import type { Store } from '../store/open-store.js';
import type { Seams } from './seams.js';

/** After so long without a successful pass the process is to be started again. Milliseconds. */
const stalledMs = 300_000;

/** How long it holds that a majority confirmed a write, so that probes cost the database little. */
const answerHoldsMs = 10_000;
/** A clock that is further from Slack's is noted. Dates would be off by as much. */
const mostSecondsOff = 60;

type Watched = Readonly<{ store: Store; adapter: SlackAdapter; loop: Loop; metrics: OpsMetrics }>;

/** Answers the probes and shows metrics, where a port is set for them. */
export async function startOps(
  config: Config,
  seams: Seams,
  { store, adapter, loop, metrics }: Watched,
): Promise<OpsServer | undefined> {
  const { ops } = config;
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
    expose: async () => await metrics.expose(loop.stalledMs(), () => figures(config, store, seams.clock())),
  });
}

async function figures({ policy: { calendar } }: Config, store: Store, now: Date): Promise<Figures> {
  const calendarDays = daysKnown(calendar, now);
  return { ...(await store.figures(now)), now, calendarDays };
}
