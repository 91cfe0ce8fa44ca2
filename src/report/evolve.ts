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
        status: 'acknowledged',
        acknowledge: { opening: report.acknowledge.opening, metAt: event.at },
        messages: [
          ...report.messages,
          {
            event: report.events,
            at: event.at,
            by: event.by.person,
            text: event.message,
            route: event.route,
            delivery: 'sent',
          },
        ],
      };
    case 'DeliveryDoubted':
      return { ...next, messages: delivered(report, event.event, 'unsure') };
    case 'DeliveryConfirmed':
    case 'SentAgain':
      return { ...next, messages: delivered(report, event.event, 'sent') };
    case 'DeliveryFailed':
      if (!report.messages.some((message) => message.event === event.event && message.delivery !== 'failed'))
        return next;
      return {
        ...next,
        status: 'received',
        acknowledge: { opening: report.acknowledge.opening + 1 },
        messages: delivered(report, event.event, 'failed'),
      };
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

function delivered(report: Report, event: number, delivery: Message['delivery']): Message[] {
  return report.messages.map((message) => (message.event === event ? { ...message, delivery } : message));
}
