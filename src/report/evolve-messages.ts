import { defined } from './defined.js';
import type { MessageEvent, MessageSent, ReportAcknowledged, ReporterWrote } from './events-messages.js';
import type { Message } from './message.js';
import { mayBeReporter } from './permissions.js';
import type { Report } from './report.js';
import { isPaused, isUndecided } from './status.js';

/** A report after a message, a reply or a note. */
export function evolveMessages(report: Report, event: MessageEvent): Report {
  switch (event.type) {
    case 'ReportAcknowledged': {
      const status = report.status === 'received' ? 'acknowledged' : report.status;
      return { ...sent(report, event), status, acknowledge: { ...report.acknowledge, metAt: event.at } };
    }
    case 'MessageSent':
      return sent(report, event);
    case 'NoteAdded': {
      const note = { event: report.events, at: event.at, by: event.by.person, text: event.text };
      return { ...report, notes: [...report.notes, note] };
    }
    case 'ReporterWrote':
      return replied(report, event);
    case 'PromiseMissed': {
      const { at, missed } = event;
      const about = { event: report.events, at, missed, route: 'direct_message', delivery: 'sent' } as const;
      return { ...report, messages: [...report.messages, { ...about, purpose: 'late', text: '' }] };
    }
    case 'ReporterReminded': {
      const { at, opening, rung } = event;
      const about = { event: report.events, at, route: 'direct_message', delivery: 'sent' } as const;
      const reminder = { opening, rung };
      return { ...report, messages: [...report.messages, { ...about, purpose: 'reminder', text: '', reminder }] };
    }
    default:
      return event satisfies never;
  }
}

/** A message keeps the promised update and may promise the next one; a question pauses the decision. Whoever was on duty has acted. */
function sent({ assignedOnDuty: _, laterUpdate, ...report }: Report, event: ReportAcknowledged | MessageSent): Report {
  const { confirm, nextUpdate } = report;
  const { at, by, purpose, route, message: text } = event;
  const message: Message = { event: report.events, at, by: by.person, purpose, text, route, delivery: 'sent' };
  const pauses = purpose === 'question' && isUndecided(report) && !isPaused(report);
  const pause = { from: at, message: report.events };
  const opening = (nextUpdate?.opening ?? 0) + 1;
  const promised = event.nextUpdate && { opening, since: at, dueAt: event.nextUpdate };
  const kept = nextUpdate && { ...nextUpdate, metAt: nextUpdate.metAt ?? at };
  return {
    ...report,
    // A new date has not been asked about.
    ...defined({ nextUpdate: promised ?? kept, laterUpdate: promised === undefined ? laterUpdate : undefined }),
    confirm: pauses ? { ...confirm, pauses: [...confirm.pauses, pause] } : confirm,
    messages: [...report.messages, message],
  };
}

/** What a paused reporter writes is kept back, and answers nothing before the team sees it. */
function replied(report: Report, { at, by, purpose, text }: ReporterWrote): Report {
  const { paused, replies, events } = report;
  const reply = { event: events, at, purpose, text };
  return paused !== undefined && mayBeReporter(by.person, report)
    ? { ...report, paused: { ...paused, replies: [...paused.replies, reply] } }
    : answered({ ...report, replies: [...replies, reply] }, at);
}

/** Whatever the team gets from the reporter answers the open question. */
export function answered(report: Report, at: Date): Report {
  if (!isPaused(report)) return report;
  const { confirm } = report;
  const pauses = confirm.pauses.map((pause) => ({ ...pause, to: pause.to ?? at }));
  return { ...report, confirm: { ...confirm, opening: confirm.opening + 1, pauses } };
}
