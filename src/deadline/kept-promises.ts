import { isPromised, type PromisedDuty } from '../report/duty.js';
import type { ReportEvent } from '../report/events.js';
import { evolve } from '../report/evolve.js';
import type { Report } from '../report/report.js';
import { promisesOf } from './deadlines.js';
import type { Policy } from './policy.js';

/** A promise that came due, and whether the team kept it in time. */
export type DuePromise = Readonly<{ dueAt: Date; kept: boolean }>;

/**
 * The promises of a report to its reporter that came due before `now`: the first answer, the decision and the updates. Each counts
 * by the date that held when it was kept or missed, which is the one that the reporter was told. A promise that ended otherwise
 * is none: the reporter withdrew, the date was moved, or a question stopped the time. One that was late stays late.
 */
export function duePromises(history: readonly ReportEvent[], policy: Policy, now: Date): readonly DuePromise[] {
  const found = new Map<string, DuePromise>();
  // A message that did not arrive opens its promise again, with the same date.
  const note = (duty: PromisedDuty, dueAt: Date, kept: boolean) =>
    void (dueAt < now && found.set(`${duty} ${dueAt.getTime()}`, { dueAt, kept }));
  const look = (report: Report, until: Date, isKept: (duty: PromisedDuty) => boolean) => {
    for (const { duty, dueAt: binds, toldAt: dueAt = binds } of promisesOf(report, policy))
      if (isPromised(duty) && (dueAt < until || isKept(duty))) note(duty, dueAt, dueAt >= until);
  };
  let report: Report | undefined;
  for (const event of history) {
    const next = evolve(report, event);
    if (report !== undefined) look(report, event.at, (duty) => keeps(event, duty, next));
    // It seemed kept by a message that did not arrive, and a later one came too late.
    const { acknowledge, promise, nextUpdate } = next;
    if (isLater(acknowledge.metAt, promise.dueAt)) note('acknowledge', promise.dueAt, false);
    if (nextUpdate !== undefined && isLater(nextUpdate.metAt, nextUpdate.dueAt))
      note('next_update', nextUpdate.dueAt, false);
    report = next;
  }
  if (report !== undefined) look(report, now, () => false);
  return [...found.values()];
}

/** Whether an event keeps a promise, after which the report is as given. */
function keeps({ type }: ReportEvent, duty: PromisedDuty, report: Report): boolean {
  if (duty === 'next_update') return type === 'MessageSent' || type === 'ReportAcknowledged';
  return report[duty].metAt !== undefined;
}

function isLater(at: Date | undefined, than: Date): boolean {
  return at !== undefined && at > than;
}
