import type { Context } from './commands.js';
import type { KeepPromise, MovePromise, ProposeLaterDate } from './commands-promise.js';
import type { ReportEvent } from './events.js';
import { requireResponder } from './permissions.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';
import { isPromiseOpen } from './status.js';

/** Each date is proposed once: what the leads answered to it holds. */
export function proposeLaterDate({ until }: ProposeLaterDate, report: Report, context: Context): ReportEvent[] {
  const { actor, now } = context;
  if (actor.kind !== 'clock') throw new Refusal('not_for_you', {});
  const { promise, laterDate } = report;
  const known = laterDate?.until.getTime() === until.getTime();
  if (known || until <= promise.dueAt || now >= promise.dueAt || !isPromiseOpen(report)) return [];
  return [{ type: 'LaterDateProposed', at: now, by: actor, until }];
}

export function movePromise(command: MovePromise, report: Report, context: Context): ReportEvent[] {
  const { later, route, proposed } = command;
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const { now } = context;
  if (requireProposal(proposed, report).answer === 'moved') return [];
  // A promise that is broken already is not mended by another date.
  if (later === undefined || now >= report.promise.dueAt || !isPromiseOpen(report))
    throw new Refusal('promise_not_movable', { id: report.id, dueAt: report.promise.dueAt });
  return [{ type: 'PromiseMoved', at: now, by, promise: later.promise, days: [...later.days], route }];
}

/** A lead may keep it now and move it later, but the reporter is not told a third date. */
export function keepPromise({ proposed }: KeepPromise, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const { answer } = requireProposal(proposed, report);
  if (answer === 'moved') throw new Refusal('promise_not_movable', { id: report.id, dueAt: report.promise.dueAt });
  return answer === 'kept' ? [] : [{ type: 'PromiseKept', at: context.now, by }];
}

/** They answer the date that they saw. @throws Refusal when another one has been proposed since, or none */
function requireProposal(proposed: number, { id, promise, laterDate }: Report): NonNullable<Report['laterDate']> {
  if (laterDate === undefined) throw new Refusal('promise_not_movable', { id, dueAt: promise.dueAt });
  if (laterDate.event !== proposed) throw new Refusal('later_date_proposed_anew', { id, until: laterDate.until });
  return laterDate;
}
