import type { AcknowledgeReport, AddNote, Context, RecordDelivery, SendMessage, WriteToTeam } from './commands.js';
import type { ReportEvent } from './events.js';
import { Refusal } from './refusal.js';
import type { Message, MessagePurpose, Report, Route } from './report.js';
import { asReporter, asResponder, whileOpen } from './who-acts.js';

/** UTF-16 characters a message or note may have: the most one Slack text input takes. */
export const messageLimit = 3000;

export function acknowledge(command: AcknowledgeReport, report: Report, context: Context): ReportEvent[] {
  const by = asResponder(report, context);
  const { message, route } = command;
  if (report.acknowledge.metAt !== undefined) {
    const last = report.messages.at(-1);
    if (last !== undefined && last.by.user === by.user && last.text === message && last.route === route) return [];
    throw new Refusal('already_acknowledged', {
      id: report.id,
      by: last?.by.user ?? '',
      at: last?.at ?? report.receivedAt,
    });
  }
  return write(report, context, 'acknowledgement', message, route);
}

export function send({ purpose, message, route }: SendMessage, report: Report, context: Context): ReportEvent[] {
  const by = asResponder(report, context);
  const last = report.messages.at(-1);
  // The same form sent again, after an answer that did not come through.
  if (last?.purpose === purpose && last.text === message && last.by.user === by.user && last.delivery !== 'failed')
    return [];
  return write(report, context, purpose, message, route);
}

/** The first message of a person's acknowledges, whatever it is about; whoever writes it is the responder if nobody was. */
function write(
  report: Report,
  context: Context,
  purpose: MessagePurpose,
  message: string,
  route: Route,
): ReportEvent[] {
  const by = { kind: 'person', person: asResponder(report, context) } as const;
  whileOpen(report);
  readable(message);
  if (report.reporter.kind === 'elsewhere' && route === 'direct_message')
    throw new Refusal('reporter_not_on_slack', { id: report.id });
  const type = report.acknowledge.metAt === undefined ? 'ReportAcknowledged' : 'MessageSent';
  const written: ReportEvent = { type, at: context.now, by, purpose, message, route };
  return report.responder === undefined
    ? [{ type: 'ResponderAssigned', at: context.now, by, responder: by.person }, written]
    : [written];
}

export function addNote({ text }: AddNote, report: Report, context: Context): ReportEvent[] {
  const person = asResponder(report, context);
  const last = report.notes.at(-1);
  if (last?.text === text && last.by.user === person.user) return [];
  readable(text);
  return [{ type: 'NoteAdded', at: context.now, by: { kind: 'person', person }, text }];
}

export function writeToTeam({ purpose, text }: WriteToTeam, report: Report, context: Context): ReportEvent[] {
  const person = asReporter(report, context);
  whileOpen(report);
  const last = report.letters.at(-1);
  if (last?.text === text && last.purpose === purpose) return [];
  readable(text);
  return [{ type: 'ReporterWrote', at: context.now, by: { kind: 'person', person }, purpose, text }];
}

export function withdraw(report: Report, context: Context): ReportEvent[] {
  const person = asReporter(report, context);
  if (report.status === 'withdrawn') return [];
  return [{ type: 'ReportWithdrawn', at: context.now, by: { kind: 'person', person } }];
}

export function recordDelivery({ event, delivery }: RecordDelivery, report: Report, context: Context): ReportEvent[] {
  const message = report.messages.find((one) => one.event === event);
  if (message === undefined || message.delivery !== 'sent') return [];
  const type = delivery === 'unsure' ? 'DeliveryDoubted' : 'DeliveryFailed';
  return [{ type, at: context.now, by: context.actor, event }];
}

/** A responder's answer to *Did this arrive?* */
export function settleDelivery(
  type: 'DeliveryConfirmed' | 'SentAgain',
  event: number,
  report: Report,
  context: Context,
): ReportEvent[] {
  asResponder(report, context);
  if (type === 'SentAgain') whileOpen(report);
  const message: Message | undefined = report.messages.find((one) => one.event === event);
  if (message?.delivery !== 'unsure') throw new Refusal('nothing_in_doubt', { id: report.id });
  return [{ type, at: context.now, by: context.actor, event }];
}

function readable(text: string): void {
  if (text.trim() === '') throw new Refusal('message_empty', {});
  if (text.length > messageLimit) throw new Refusal('message_too_long', { length: text.length, limit: messageLimit });
}
