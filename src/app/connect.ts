import type { Config } from '../config/read-config.js';
import type { AuditWriter } from '../handling/audit-writer.js';
import { createCurrentPolicy } from '../handling/current-policy.js';
import { createEraser, type Eraser } from '../handling/eraser.js';
import { createHandle } from '../handling/handle.js';
import type { Log } from '../handling/log.js';
import { createLoop, type Loop } from '../handling/loop.js';
import type { Metrics } from '../handling/metrics.js';
import { createReconcileChannel } from '../handling/reconcile-channel.js';
import { createReconcilePerson } from '../handling/reconcile-person.js';
import { createReconcileReport } from '../handling/reconcile-report.js';
import { securityTeam } from '../handling/reminder-recipients.js';
import { createSubmit } from '../handling/submit-report.js';
import { defined } from '../report/defined.js';
import { createSlackAdapter } from '../slack/slack-adapter.js';
import type { Store } from '../store/open-store.js';
import type { Seams } from './seams.js';

/** A claim is held for a minute, far longer than a post may take: Slack's history may lag behind. Milliseconds. */
const leaseMs = 60_000;

type Watchers = Readonly<{ log: Log; metrics: Metrics; audit: AuditWriter }>;

/** The Slack side, the loop that posts through it, and what erases. */
export async function connect(config: Config, seams: Seams, store: Store, { log, metrics, audit }: Watchers) {
  const { reports, people, erasures, audit: trail } = store;
  const { policy } = config;
  const { clock } = seams;
  let loop: Loop | undefined;
  let eraser: Eraser | undefined;
  const deps = { reports, policy, clock, saved: () => loop?.lookSoon() };
  const handle = createHandle(deps);
  const current = createCurrentPolicy(policy, store.rosters);
  const { slack, channels, userGroup } = config;
  const adapter = await createSlackAdapter({
    slack,
    channel: channels.security,
    intake: channels.intake,
    ...defined({ announce: channels.announce }),
    intakeMessages: store.intakeMessages,
    homes: store.homes,
    holds: store.holds,
    sent: store.sent,
    erasures,
    trail,
    erasureBegun: () => eraser?.look(),
    rateLimits: store.rateLimits,
    languages: store.languages,
    audit,
    ...defined({ userGroup }),
    reports,
    handle,
    submit: createSubmit({ ...deps, current }),
    duty: {
      rosters: store.rosters,
      current,
      wake: people.wake,
      snooze: people.snooze,
      putOff: people.tell,
      saved: deps.saved,
    },
    policy,
    clock,
    log,
    metrics,
  });
  const { notifier } = adapter;
  const individual = createReconcilePerson({ reports, notifier, current, clock });
  const channel = createReconcileChannel({ reports, notifier, current, clock });
  loop = createLoop({
    reports: reports.queue,
    people: people.queue,
    wake: people.wake,
    tell: people.tell,
    reconcileReport: createReconcileReport({ reports, notifier, handle, current, clock }),
    reconcilePerson: (person, mayPost) => (person.user === securityTeam ? channel : individual)(person, mayPost),
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
  const { eraseFromSlack: removeTrace } = adapter;
  eraser = createEraser({ erasures, trail, policy, clock, removeTrace, tellRetention: notifier.retention, log });
  return { adapter, loop, eraser, current };
}
