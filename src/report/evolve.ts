import type { ReportEvent } from './events.js';
import type { Message, Report } from './report.js';

/**
 * The report after an event. It never refuses: an event that does not fit leaves the report as it was, so that any history
 * can be read. @throws TypeError only when a history does not begin with `ReportReceived`.
 */
export function evolve(report: Report | undefined, event: ReportEvent): Report {
  if (event.type === 'ReportReceived') {
    if (report !== undefined) return { ...report, events: report.events + 1 };
    const { id, submission, reporter, form, affected, receivedAt, promise } = event;
    return {
      id,
      submission,
      status: 'received',
      reporter,
      form,
      affected,
      receivedAt,
      promise,
      acknowledge: { opening: 1 },
      messages: [],
      letters: [],
      notes: [],
      events: 1,
    };
  }
  if (report === undefined) throw new TypeError('a history begins with ReportReceived');
  const next = { ...report, events: report.events + 1 };
  switch (event.type) {
    case 'ReportAmended':
      return { ...next, form: event.form, affected: event.affected };
    case 'ResponderAssigned':
      return { ...next, responder: event.responder, assignedAt: event.at };
    case 'ReportAcknowledged':
      return {
        ...next,
        status: report.status === 'received' ? 'acknowledged' : report.status,
        acknowledge: { opening: report.acknowledge.opening, metAt: event.at },
        messages: [...report.messages, messageOf(event, report.events)],
      };
    case 'MessageSent':
      return { ...next, messages: [...report.messages, messageOf(event, report.events)] };
    case 'NoteAdded': {
      const note = { event: report.events, at: event.at, by: event.by.person, text: event.text };
      return { ...next, notes: [...report.notes, note] };
    }
    case 'ReporterWrote': {
      const letter = { event: report.events, at: event.at, purpose: event.purpose, text: event.text };
      return { ...next, letters: [...report.letters, letter] };
    }
    case 'ReportWithdrawn':
      return { ...next, status: 'withdrawn' };
    case 'DeliveryDoubted':
      return { ...next, messages: delivered(report, event.event, 'unsure') };
    case 'DeliveryConfirmed':
    case 'SentAgain':
      return { ...next, messages: delivered(report, event.event, 'sent') };
    case 'DeliveryFailed':
      if (!report.messages.some((message) => message.event === event.event && message.delivery !== 'failed'))
        return next;
      return { ...next, ...undelivered(report, event.event) };
    default:
      return event satisfies never;
  }
}

/** The report that a history tells of. */
export function replay(history: readonly ReportEvent[]): Report {
  const report = history.reduce<Report | undefined>((so_far, event) => evolve(so_far, event), undefined);
  if (report === undefined) throw new TypeError('a history begins with ReportReceived');
  return report;
}

function messageOf(event: Extract<ReportEvent, { type: 'ReportAcknowledged' | 'MessageSent' }>, at: number): Message {
  const { message: text, purpose, route } = event;
  return { event: at, at: event.at, by: event.by.person, purpose, text, route, delivery: 'sent' };
}

/** The duty opens again only when nothing that a person wrote has got through or may still: else the first that did met it. */
function undelivered(report: Report, event: number): Pick<Report, 'status' | 'acknowledge' | 'messages'> {
  const messages = report.messages.map((message) =>
    message.event === event ? { ...message, delivery: 'failed' as const, failedAt: report.events } : message,
  );
  const { opening } = report.acknowledge;
  const first = messages.find(({ delivery }) => delivery !== 'failed');
  if (first !== undefined) return { status: report.status, acknowledge: { opening, metAt: first.at }, messages };
  const status = report.status === 'acknowledged' ? 'received' : report.status;
  return { status, acknowledge: { opening: opening + 1 }, messages };
}

function delivered(report: Report, event: number, delivery: Message['delivery']): Message[] {
  return report.messages.map((message) => (message.event === event ? { ...message, delivery } : message));
}
