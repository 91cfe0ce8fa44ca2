import type { Context } from './commands.js';
import type {
  AcceptHandOver,
  AssignOnDuty,
  AssignReport,
  DeclineHandOver,
  SnoozeReminders,
  UnassignReport,
} from './commands-responder.js';
import { defined } from './defined.js';
import type { ReportEvent } from './events.js';
import { mayBeReporter, requireOpen, requireResponder } from './permissions.js';
import type { Person } from './person.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';
import { isUnacknowledged, isUnclaimed } from './status.js';

/** Who takes a report has it at once, and so has who is given one that nobody has. */
export function assign({ to, instead, gone }: AssignReport, report: Report, context: Context): ReportEvent[] {
  const person = requireResponder(report, context);
  requireOpen(report);
  if (mayBeReporter(to, report)) throw new Refusal('own_report', { id: report.id });
  const { responder, assignedAt } = report;
  if (responder?.user === to.user && report.assignedOnDuty === undefined) return [];
  if (responder !== undefined && !isUnclaimed(report) && responder.user !== instead)
    throw new Refusal('already_assigned', {
      id: report.id,
      responder: responder.user,
      at: assignedAt ?? report.receivedAt,
    });
  const by = { kind: 'person', person } as const;
  if (responder === undefined || gone === true || to.user === person.user || to.user === responder.user)
    return [{ type: 'ResponderAssigned', at: context.now, by, responder: to }];
  return report.offer?.to.user === to.user ? [] : [{ type: 'HandOverOffered', at: context.now, by, to }];
}

export function acceptHandOver({ offered }: AcceptHandOver, report: Report, context: Context): ReportEvent[] {
  const { person } = answering(offered, report, context);
  const from = defined({ from: report.responder });
  return [{ type: 'ResponderAssigned', at: context.now, by: { kind: 'person', person }, responder: person, ...from }];
}

export function declineHandOver({ offered }: DeclineHandOver, report: Report, context: Context): ReportEvent[] {
  const { person } = answering(offered, report, context);
  return [{ type: 'HandOverDeclined', at: context.now, by: { kind: 'person', person } }];
}

/** Whoever answers is the one who was asked, and nothing has changed since. @throws Refusal */
function answering(offered: number, report: Report, context: Context): Readonly<{ person: Person }> {
  const person = requireResponder(report, context);
  const { id, offer } = report;
  if (offer?.event !== offered || offer.to.user !== person.user) throw new Refusal('no_hand_over', { id });
  requireOpen(report);
  return { person };
}

export function unassign({ from }: UnassignReport, report: Report, context: Context): ReportEvent[] {
  const person = requireResponder(report, context);
  requireOpen(report);
  const { id, responder, assignedAt, receivedAt } = report;
  if (responder === undefined) return [];
  if (responder.user !== from)
    throw new Refusal('already_assigned', { id, responder: responder.user, at: assignedAt ?? receivedAt });
  return [{ type: 'ResponderUnassigned', at: context.now, by: { kind: 'person', person } }];
}

export function assignOnDuty({ to }: AssignOnDuty, report: Report, { now, actor }: Context): ReportEvent[] {
  if (actor.kind !== 'clock') throw new Refusal('not_for_you', {});
  if (report.responder !== undefined || !isUnacknowledged(report) || mayBeReporter(to, report)) return [];
  return [{ type: 'ResponderAssigned', at: now, by: actor, responder: to }];
}

/** The same form sent again counts once. */
export function snoozeReminders({ until, reason }: SnoozeReminders, report: Report, context: Context): ReportEvent[] {
  const person = requireResponder(report, context);
  requireOpen(report);
  if (reason.trim() === '') throw new Refusal('reason_missing', {});
  const { snoozed } = report;
  const same = snoozed?.until.getTime() === until.getTime() && snoozed.reason === reason;
  if (same && snoozed.by.user === person.user) return [];
  return [{ type: 'RemindersSnoozed', at: context.now, by: { kind: 'person', person }, until, reason }];
}
