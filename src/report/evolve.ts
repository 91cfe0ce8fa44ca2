import type { ReportEvent } from './events.js';
import { evolveStage } from './evolve-life.js';
import { delivered, messageOf, undelivered, written } from './evolve-messages.js';
import type { Report } from './report.js';
import { isPaused } from './status.js';

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
      confirm: { opening: 1, pauses: [] },
      lines: [],
      duplicates: [],
      fixes: [],
      publications: [],
      messages: [],
      replies: [],
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
        ...written(report, event),
        status: report.status === 'received' ? 'acknowledged' : report.status,
        acknowledge: { opening: report.acknowledge.opening, metAt: event.at },
        messages: [...report.messages, messageOf(event, report.events)],
      };
    case 'MessageSent':
      return { ...next, ...written(report, event), messages: [...report.messages, messageOf(event, report.events)] };
    case 'NoteAdded': {
      const note = { event: report.events, at: event.at, by: event.by.person, text: event.text };
      return { ...next, notes: [...report.notes, note] };
    }
    case 'ReporterWrote': {
      const reply = { event: report.events, at: event.at, purpose: event.purpose, text: event.text };
      const { confirm } = report;
      const pauses = confirm.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: event.at } : pause));
      const answered = isPaused(report) ? { confirm: { ...confirm, opening: confirm.opening + 1, pauses } } : {};
      return { ...next, ...answered, replies: [...report.replies, reply] };
    }
    case 'DeliveryDoubted':
      return { ...next, ...delivered(report, event.event, 'unsure') };
    case 'DeliveryConfirmed':
    case 'SentAgain':
      return { ...next, ...delivered(report, event.event, 'sent') };
    case 'DeliveryFailed':
      return { ...next, ...undelivered(report, event.event) };
    default:
      return { ...evolveStage(report, event), events: next.events };
  }
}

/** The report that a history tells of. */
export function replay(history: readonly ReportEvent[]): Report {
  const report = history.reduce<Report | undefined>((so_far, event) => evolve(so_far, event), undefined);
  if (report === undefined) throw new TypeError('a history begins with ReportReceived');
  return report;
}
