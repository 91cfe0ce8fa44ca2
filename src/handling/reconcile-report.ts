import { deadlinesOf } from '../deadline/deadlines.js';
import type { Policy } from '../deadline/policy.js';
import { defined } from '../report/defined.js';
import { isUrgent } from '../report/exploited-or-public.js';
import { Refusal } from '../report/refusal.js';
import { assignOnDuty } from './assign-on-duty.js';
import type { CurrentPolicy } from './current-policy.js';
import { withoutDepartedResponder } from './departed-responder.js';
import { type DueNotices, dueNotices, earliest, type Notice, supersededAnnouncements } from './due-notices.js';
import type { Handle } from './handle.js';
import { keepPromiseInStep } from './keep-promise-in-step.js';
import { missedPromises } from './missed-promises.js';
import type { Notifier } from './notifier.js';
import type { News, ReconciledReport, Reports } from './ports.js';
import { postOnce } from './post-once.js';
import { afterCard, afterNotice, type Progress, placeOf } from './posting-progress.js';
import { reporterReminders } from './reporter-reminders.js';
import { retryIn } from './retry-in.js';
import { VersionConflict } from './store-errors.js';
import { originalShown, syncDuplicates } from './sync-duplicates.js';
import type { TrackedReport } from './tracked-report.js';
import type { Reconcile } from './work-batch.js';

export type ReconcileReportDeps = Readonly<{
  reports: Pick<Reports, 'find' | 'save'>;
  notifier: Pick<Notifier, 'departed' | 'homes' | 'postNotice' | 'showCard'>;
  handle: Handle;
  current: Pick<CurrentPolicy, 'now'>;
  clock: () => Date;
}>;

/**
 * Brings a report up to date: from then on people may be reminded of it. One that this changes is read again. The function that
 * comes back posts what is due, as long as `mayPost` holds, and returns what was posted and when to look again. `outwardOnly`: only
 * to the reporter and the public; the card is edited where it stands.
 */
export function createReconcileReport(deps: ReconcileReportDeps): Reconcile<TrackedReport, ReconciledReport> {
  return async (tracked, mayPost, outwardOnly = false) => {
    const now = deps.clock();
    const policy = await deps.current.now();
    const run = { deps, policy, tracked, now, mayPost, outwardOnly };
    const { moved, lookAgain } = await syncDuplicates(deps, tracked, now);
    if (
      moved ||
      (await assignOnDuty({ ...deps, policy }, tracked, now)) ||
      (await keepPromiseInStep({ ...deps, policy }, tracked, now)) ||
      (await endPause(deps, tracked, now)) ||
      (await tellReporter(run))
    )
      return undefined;
    const reminded = await asReminded(deps.notifier, tracked);
    const due = dueNotices(reminded, policy, now);
    if (due.duties !== undefined) {
      await saveDuties(run, due.duties);
      return undefined;
    }
    return () => postAll(run, reminded, due, lookAgain);
  };
}

type Run = Readonly<{
  deps: ReconcileReportDeps;
  policy: Policy;
  tracked: TrackedReport;
  now: Date;
  mayPost: () => boolean;
  outwardOnly: boolean;
}>;

/** Ends a pause of the reporter whose time has come. Returns whether it did. */
async function endPause({ handle }: ReconcileReportDeps, tracked: TrackedReport, now: Date): Promise<boolean> {
  const { paused } = tracked.report;
  if (paused === undefined || now < paused.until) return false;
  await handle(tracked, { type: 'EndReporterPause' }, { kind: 'clock' });
  return true;
}

/** The report as reminders see it: a responder who has left the team does not count. */
async function asReminded(notifier: Pick<Notifier, 'departed'>, tracked: TrackedReport): Promise<TrackedReport> {
  const { responder } = tracked.report;
  const departed = await notifier.departed(responder === undefined ? [] : [responder.user]);
  return withoutDepartedResponder(tracked, departed);
}

/** Records what the reporter is to be told of. Whether anything was: then the report has moved. */
async function tellReporter({ deps, policy, tracked, now }: Run): Promise<boolean> {
  const commands = [...missedPromises(tracked, policy, now), ...reporterReminders(tracked, policy, now)];
  try {
    let latest = tracked;
    for (const command of commands) latest = await deps.handle(latest, command, { kind: 'clock' });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'changed_meanwhile')) throw error;
  }
  return commands.length > 0;
}

/** The save makes the report due again; so does whatever came before it. */
async function saveDuties({ deps, tracked, now }: Run, duties: TrackedReport['duties']): Promise<void> {
  try {
    await deps.reports.save(tracked, [], tracked.report, duties, now);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
  }
}

/** Reporter and channel don't wait for each other: that one can't be written to is no fault of the other's. */
async function postAll(
  run: Run,
  reminded: TrackedReport,
  due: DueNotices,
  lookAgain: Date | undefined,
): Promise<ReconciledReport> {
  const { tracked, now, mayPost, outwardOnly } = run;
  const events = tracked.history.length;
  const news: News[] = [];
  const rest = (progress: Progress, wakeAt: Date | undefined) =>
    restOf(run, progress, wakeAt, { ...due, urgentFrom: urgentFrom(tracked, progress, due), news });
  let progress: Progress = tracked;
  if (due.card && !(outwardOnly && tracked.card === undefined)) {
    if (!mayPost()) return rest(progress, now);
    const shown = await run.deps.notifier.showCard(tracked, deadlinesOf(tracked.report, run.policy), now);
    progress = afterCard(tracked, shown, due.rungs);
  }
  // At once, where the channel takes posts: nobody waits for anything but that.
  if (outwardOnly) progress = { channel: { kind: 'later', seconds: 0 }, ...progress };
  for (const notice of due.notices) {
    const toHandOver = newsIn(notice, tracked);
    if (toHandOver !== undefined) {
      news.push(toHandOver);
      progress = afterNotice(progress, notice, { kind: 'posted' }, events);
      continue;
    }
    if (progress[placeOf(notice)] !== undefined) continue;
    if (!mayPost()) return rest(progress, now);
    const original = await originalShown(run.deps, tracked, notice);
    const request = { tracked: reminded, notice, card: progress.card, now, ...defined({ original }) };
    const outcome = await postOnce(run.deps, request);
    progress = afterNotice(progress, notice, outcome, events);
  }
  const { channel, outward, cursor } = progress;
  const thread = channel === undefined ? events : cursor.thread;
  const reporter = outward === undefined ? events : cursor.reporter;
  const ended = { ...progress, cursor: { ...cursor, thread, reporter } };
  const retries = [channel, outward].flatMap((outcome) => (outcome === undefined ? [] : [retryIn(outcome, now)]));
  if (retries.length > 0) return rest(ended, earliest(retries));
  // An announcement that was posted just now has taken the place of another.
  const superseded = supersededAnnouncements(tracked.report, ended.cursor).length > 0 ? now : undefined;
  return rest({ ...ended, uncertain: false }, earliest([superseded, due.wakeAt, lookAgain]));
}

/**
 * Whoever is called to a report, or asked to take it over, hears of it with whatever else they are to be told, whether the channel
 * takes posts or not.
 */
function newsIn(notice: Notice, { report }: TrackedReport): News | undefined {
  if (notice.kind !== 'immediate') return undefined;
  const { user, key, because } = notice;
  return because === 'later_date' ? undefined : { user, key: `${report.id}:${key}`, because };
}

/** The card of an exploited report is urgent until it is there. Else the next reminder is, which changes the card. */
function urgentFrom({ report }: TrackedReport, { card }: Progress, due: DueNotices): Date | undefined {
  return earliest([...(card === undefined && isUrgent(report) ? [report.receivedAt] : []), due.wakeAt]);
}

function restOf(
  { policy, tracked }: Run,
  { card, cursor, uncertain }: Progress,
  wakeAt: Date | undefined,
  {
    urgentFrom: urgent,
    people,
    reachedAt,
    news,
  }: Pick<ReconciledReport, 'urgentFrom' | 'people' | 'reachedAt' | 'news'>,
): ReconciledReport {
  return {
    id: tracked.report.id,
    version: tracked.version,
    cursor,
    ...defined({ card }),
    uncertain,
    policyRevision: policy.revision,
    wakeAt,
    urgentFrom: urgent,
    people,
    ...defined({ reachedAt }),
    news,
  };
}
