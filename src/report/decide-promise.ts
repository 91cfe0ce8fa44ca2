import type { Context } from './commands.js';
import type { KeepPromise, MovePromise, MoveProvisionalPromise, ProposeLaterDate } from './commands-promise.js';
import { defined } from './defined.js';
import { undeliveredMessage } from './delivery-status.js';
import type { ReportEvent } from './events.js';
import { movableDate, movableDateAt } from './movable-date.js';
import { answersElsewhere, requireResponder } from './permissions.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';
import { isPromiseOpen } from './status.js';

/** Each date is proposed once: what the leads answered to it holds. */
export function proposeLaterDate({ until, duty }: ProposeLaterDate, report: Report, context: Context): ReportEvent[] {
  const { actor, now } = context;
  if (actor.kind !== 'clock') throw new Refusal('not_for_you', {});
  const date = movableDate(report, duty);
  if (date === undefined || !date.open || until <= date.dueAt || now >= date.dueAt) return [];
  if (date.proposal?.until.getTime() === until.getTime()) return [];
  return [{ type: 'LaterDateProposed', at: now, by: actor, until, ...defined({ duty }) }];
}

export function movePromise(command: MovePromise, report: Report, context: Context): ReportEvent[] {
  const { later, route, proposed } = command;
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const { now } = context;
  const { duty, dueAt, open, proposal } = requireProposal(proposed, report);
  if (proposal.answer === 'moved') return [];
  // A promise that is broken already is not mended by another date.
  if (later === undefined || now >= dueAt || !open) throw new Refusal('promise_not_movable', { id: report.id, dueAt });
  const { promise, days } = later;
  return [{ type: 'PromiseMoved', at: now, by, promise, days: [...days], route, ...defined({ duty }) }];
}

/** A provisional promise moves by itself, since its reporter was told that it may. While a message is lost it waits for another route. */
export function moveProvisionalPromise(
  { to }: MoveProvisionalPromise,
  report: Report,
  { actor, now }: Context,
): ReportEvent[] {
  if (actor.kind !== 'clock') throw new Refusal('not_for_you', {});
  const { dueAt, provisional } = report.promise;
  const same = to.promise.dueAt.getTime() === dueAt.getTime();
  if (same || !provisional || !isPromiseOpen(report) || undeliveredMessage(report) !== undefined) return [];
  const route = answersElsewhere(report) ? 'by_hand' : 'direct_message';
  return [{ type: 'PromiseMoved', at: now, by: actor, promise: to.promise, days: [...to.days], route }];
}

/** A lead may keep it now and move it later, but the reporter is not told a third date. */
export function keepPromise({ proposed }: KeepPromise, report: Report, context: Context): ReportEvent[] {
  const by = { kind: 'person', person: requireResponder(report, context) } as const;
  const { duty, dueAt, proposal } = requireProposal(proposed, report);
  if (proposal.answer === 'moved') throw new Refusal('promise_not_movable', { id: report.id, dueAt });
  return proposal.answer === 'kept' ? [] : [{ type: 'PromiseKept', at: context.now, by, ...defined({ duty }) }];
}

/** They answer the date that they saw. @throws Refusal when another one has been proposed since, or none */
function requireProposal(proposed: number, report: Report) {
  const date = movableDateAt(report, proposed);
  if (date?.proposal !== undefined) return { ...date, proposal: date.proposal };
  const { id, promise, laterDate, laterUpdate } = report;
  const newest = (laterUpdate?.event ?? 0) > (laterDate?.event ?? 0) ? laterUpdate : laterDate;
  if (newest === undefined) throw new Refusal('promise_not_movable', { id, dueAt: promise.dueAt });
  throw new Refusal('later_date_proposed_anew', { id, until: newest.until });
}
