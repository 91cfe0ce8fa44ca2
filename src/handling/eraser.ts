import type { Policy } from '../deadline/policy.js';
import type { ReportId } from '../report/report-id.js';
import type { AuditTrail } from './audit.js';
import { type Erased, type Erasures, eraseReport, type Trace } from './erasure.js';
import type { Log } from './log.js';
import {
  keptUntil,
  noticeMs,
  type RetentionTerms,
  receivedBefore,
  retained,
  retentionKinds,
  retentionPlan,
} from './retention.js';
import type { TrackedReport } from './tracked-report.js';

/** How often to look for erasures that are not finished: somebody may have begun one on the command line. Milliseconds. */
const usualLookMs = 5000;
/** The longest pause between two tries of one report. Milliseconds. */
const longestPauseMs = 300_000;
/** How often to look for reports that have been kept long enough. Milliseconds. */
const retentionMs = 3_600_000;

export type EraserDeps = Readonly<{
  erasures: Erasures;
  policy: Policy;
  clock: () => Date;
  trail: Pick<AuditTrail, 'add'>;
  /** Takes a trace away from Slack. Resolves to whether nothing of it is left. */
  removeTrace(erased: Erased, trace: Trace): Promise<boolean>;
  /** Tells the leads which reports are to be erased, and when. Resolves to whether they can have read it. */
  tellRetention(ids: readonly ReportId[], at: Date): Promise<boolean>;
  log: Log;
  /** How often to look, and the first pause after a failure; 5 s if nothing is said. Milliseconds. */
  lookMs?: number;
}>;

export type Eraser = Readonly<{
  start(): void;
  /** Looks now. */
  look(): void;
  stop(): Promise<void>;
}>;

/**
 * Finishes erasures, in the database and on Slack, and erases what the policy keeps no longer. Cut short, it looks again. A report
 * that can't be finished is tried again later and later, five minutes apart at most, and stops no other.
 */
export function createEraser(deps: EraserDeps): Eraser {
  const { erasures, log, lookMs = usualLookMs } = deps;
  const pauses = new Map<ReportId, Readonly<{ until: number; ms: number }>>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let eraseNext = Number.NEGATIVE_INFINITY;

  const finishInTurn = async (erased: Erased) => {
    const { id } = erased;
    const pause = pauses.get(id);
    if (pause !== undefined && performance.now() < pause.until) return;
    const isDone = await finish(deps, erased).catch((error: unknown) => {
      log.fail('erasure not finished', error, { id });
      return false;
    });
    const ms = Math.min(pause === undefined ? lookMs : 2 * pause.ms, longestPauseMs);
    if (isDone) pauses.delete(id);
    else pauses.set(id, { until: performance.now() + ms, ms });
  };
  const step = async () => {
    try {
      for (const erased of await erasures.unfinished()) await finishInTurn(erased);
      if (performance.now() >= eraseNext) {
        await eraseByPolicy(deps);
        eraseNext = performance.now() + retentionMs;
      }
    } catch (error) {
      log.fail('erasures not finished', error);
    }
  };
  const look = () => {
    again = running !== undefined;
    running ??= step().finally(() => {
      running = undefined;
      if (again && timer !== undefined) look();
    });
  };
  return {
    start: () => {
      timer = setInterval(look, lookMs);
      look();
    },
    look: () => {
      if (timer !== undefined) look();
    },
    stop: async () => {
      clearInterval(timer);
      timer = undefined;
      await running;
    },
  };
}

/** Resolves to whether nothing is left to do. */
async function finish({ erasures, removeTrace, log }: EraserDeps, erased: Erased): Promise<boolean> {
  const { id } = erased;
  const step = await erasures.goOn(id);
  if (step === 'changed') log.warn('not erased, since it has changed', { id });
  if (step !== 'erased') return step === 'changed';
  let left = 0;
  for (const { key, trace } of await erasures.traces(id)) {
    if (await removeTrace(erased, trace)) await erasures.removed(key);
    else left += 1;
  }
  if (left > 0) return false;
  await erasures.finished(id);
  log.note('erased', { id });
  return true;
}

/** One pass of the retention. Returns the ids of what it erased. */
export async function eraseByPolicy(deps: Omit<EraserDeps, 'removeTrace'>): Promise<readonly ReportId[]> {
  const { erasures, policy, clock, trail, tellRetention, log } = deps;
  const now = clock();
  const found = await keptTooLong(erasures, policy, now);
  const announced = await erasures.announced();
  const { plan, tell, erase } = retentionPlan(
    new Map([...found].map(([id, { until }]) => [id, until])),
    announced,
    now,
  );
  const done = new Map(plan);
  if (tell.length > 0 && !(await tellRetention(tell, new Date(now.getTime() + noticeMs))))
    for (const id of tell) done.delete(id);
  for (const id of erase) {
    const tracked = found.get(id)?.tracked;
    if (tracked === undefined) continue;
    const by = { kind: 'operator', login: 'Vulndesk' } as const;
    const step = await eraseReport({ erasures, trail, now }, tracked, by, 'retention in the policy');
    if (step === 'changed') log.warn('not erased, since it has changed', { id });
    done.delete(id);
  }
  if (announced.size > 0 || done.size > 0) await erasures.announce(done);
  return erase;
}

/** Reports that are to be erased within the time of notice, and until when the policy keeps them. */
export async function keptTooLong(
  erasures: Pick<Erasures, 'receivedBefore'>,
  policy: RetentionTerms,
  now: Date,
): Promise<ReadonlyMap<ReportId, Readonly<{ tracked: TrackedReport; until: Date }>>> {
  const found = new Map<ReportId, { tracked: TrackedReport; until: Date }>();
  for (const kind of retentionKinds) {
    const days = policy.retention?.[kind];
    if (days === undefined) continue;
    const before = receivedBefore(days, now);
    for await (const tracked of erasures.receivedBefore(retained[kind], before)) {
      const until = keptUntil(tracked, policy);
      if (until !== undefined && until < receivedBefore(0, now)) found.set(tracked.report.id, { tracked, until });
    }
  }
  return found;
}
