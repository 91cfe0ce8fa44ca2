import { isDeepStrictEqual } from 'node:util';
import type {
  AcknowledgeReport,
  AssignReport,
  Context,
  RecordDelivery,
  ReportCommand,
  SubmitReport,
} from './commands.js';
import type { ReportEvent } from './events.js';
import { Refusal } from './refusal.js';
import type { Message, Person, Report } from './report.js';

/** UTF-16 characters a message to the reporter may have: the most one Slack text input takes. */
export const messageLimit = 3000;

/**
 * What follows from a command: the events, or none when it is so already.
 * @throws Refusal, and nothing else, when a rule forbids it.
 */
export function decide(command: ReportCommand, report: Report | undefined, context: Context): ReportEvent[] {
  if (command.type === 'SubmitReport') return submit(command, report, context);
  if (report === undefined) throw new Refusal('no_such_report', { id: '' });
  const about = { at: context.now, by: context.actor };
  switch (command.type) {
    case 'AssignReport':
      return assign(command, report, context);
    case 'AcknowledgeReport':
      return acknowledge(command, report, context);
    case 'RecordDelivery':
      return recordDelivery(command, report, context);
    case 'ConfirmDelivery':
      responderOf(report, context);
      doubted(report, command.event);
      return [{ type: 'DeliveryConfirmed', ...about, event: command.event }];
    case 'SendAgain':
      responderOf(report, context);
      doubted(report, command.event);
      return [{ type: 'SentAgain', ...about, event: command.event }];
    default:
      return command satisfies never;
  }
}

/** Whether this is the person whose report it is. Nobody acts as responder on a report of their own. */
export function isReporter(person: Pick<Person, 'team' | 'user'>, report: Pick<Report, 'reporter'>): boolean {
  const { reporter } = report;
  return reporter.kind === 'slack' && reporter.person.user === person.user && reporter.person.team === person.team;
}

function submit(command: SubmitReport, report: Report | undefined, { now, actor }: Context): ReportEvent[] {
  const { type: _, ...said } = command;
  if (report === undefined) {
    if (command.receivedAt > now) throw new Refusal('received_in_the_future', {});
    return [{ ...said, type: 'ReportReceived', affected: [...said.affected], at: now, by: actor }];
  }
  if (report.submission !== command.submission) throw new Refusal('submission_taken', {});
  const affected = [...command.affected];
  if (isDeepStrictEqual(report.form, command.form)) return [];
  if (report.status !== 'received' || report.responder !== undefined)
    throw new Refusal('already_acted_upon', { id: report.id });
  return [{ type: 'ReportAmended', at: now, by: actor, form: command.form, affected }];
}

function assign({ to, instead }: AssignReport, report: Report, context: Context): ReportEvent[] {
  responderOf(report, context);
  if (isReporter(to, report)) throw new Refusal('own_report', { id: report.id });
  const { responder, assignedAt } = report;
  if (responder?.user === to.user) return [];
  if (responder !== undefined && responder.user !== instead)
    throw new Refusal('already_assigned', {
      id: report.id,
      responder: responder.user,
      at: assignedAt ?? report.receivedAt,
    });
  return [{ type: 'ResponderAssigned', at: context.now, by: context.actor, responder: to }];
}

function acknowledge({ message, route }: AcknowledgeReport, report: Report, context: Context): ReportEvent[] {
  const by = responderOf(report, context);
  if (report.status !== 'received') {
    const last = report.messages.at(-1);
    if (last !== undefined && last.by.user === by.user && last.text === message && last.route === route) return [];
    throw new Refusal('already_acknowledged', {
      id: report.id,
      by: last?.by.user ?? '',
      at: last?.at ?? report.receivedAt,
    });
  }
  if (message.trim() === '') throw new Refusal('message_empty', {});
  if (message.length > messageLimit)
    throw new Refusal('message_too_long', { length: message.length, limit: messageLimit });
  if (report.reporter.kind === 'elsewhere' && route === 'direct_message')
    throw new Refusal('reporter_not_on_slack', { id: report.id });
  const person = { kind: 'person', person: by } as const;
  const acknowledged: ReportEvent = { type: 'ReportAcknowledged', at: context.now, by: person, message, route };
  return report.responder === undefined
    ? [{ type: 'ResponderAssigned', at: context.now, by: person, responder: by }, acknowledged]
    : [acknowledged];
}

function recordDelivery({ event, delivery }: RecordDelivery, report: Report, context: Context): ReportEvent[] {
  const message = report.messages.find((one) => one.event === event);
  if (message === undefined || message.delivery !== 'sent') return [];
  const type = delivery === 'unsure' ? 'DeliveryDoubted' : 'DeliveryFailed';
  return [{ type, at: context.now, by: context.actor, event }];
}

function doubted(report: Report, event: number): Message {
  const message = report.messages.find((one) => one.event === event);
  if (message?.delivery !== 'unsure') throw new Refusal('nothing_in_doubt', { id: report.id });
  return message;
}

function responderOf(report: Report, { actor }: Context): Person {
  if (actor.kind !== 'person') throw new Refusal('not_for_you', {});
  if (isReporter(actor.person, report)) throw new Refusal('own_report', { id: report.id });
  return actor.person;
}
