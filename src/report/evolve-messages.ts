import type { ReportEvent } from './events.js';
import { isPaused, isUndecided } from './open.js';
import { isAPersonsWord, type Message, type Report } from './report.js';

type Written = Extract<ReportEvent, { type: 'ReportAcknowledged' | 'MessageSent' }>;

export function messageOf(event: Written, at: number): Message {
  const { message: text, purpose, route } = event;
  return { event: at, at: event.at, by: event.by.person, purpose, text, route, delivery: 'sent' };
}

/** What a person's message does besides standing in the history: it keeps a promise, makes one, and a question pauses. */
export function written(report: Report, event: Written): Pick<Report, 'confirm'> & Partial<Pick<Report, 'nextUpdate'>> {
  const { confirm, nextUpdate } = report;
  const { at, purpose } = event;
  const asks = purpose === 'question' && isUndecided(report) && !isPaused(report);
  const pause = { from: at, message: report.events };
  return {
    confirm: asks ? { ...confirm, pauses: [...confirm.pauses, pause] } : confirm,
    ...(event.nextUpdate === undefined
      ? nextUpdate && { nextUpdate: { ...nextUpdate, metAt: nextUpdate.metAt ?? at } }
      : { nextUpdate: { opening: (nextUpdate?.opening ?? 0) + 1, since: at, dueAt: event.nextUpdate } }),
  };
}

/** What is known of the delivery at `event`: of a message, or of an announcement. */
export function delivered(
  { messages, publications }: Report,
  event: number,
  delivery: Message['delivery'],
): Pick<Report, 'messages' | 'publications'> {
  return {
    messages: messages.map((message) => (message.event === event ? { ...message, delivery } : message)),
    publications: publications.map((one) => (one.event === event ? { ...one, delivery } : one)),
  };
}

/**
 * The duty opens again only when nothing that a person wrote has got through or may still: else the first that did met it. A
 * question that did not arrive pauses nothing.
 */
export function undelivered(report: Report, event: number): Partial<Report> {
  const { publications } = delivered(report, event, 'failed');
  const failed = report.messages.find((message) => message.event === event);
  if (failed === undefined || failed.delivery === 'failed') return { publications };
  const messages = report.messages.map((message) =>
    message.event === event ? { ...message, delivery: 'failed' as const, failedAt: report.events } : message,
  );
  const pauses = report.confirm.pauses.filter(({ message, to }) => message !== event || to !== undefined);
  const confirm = { ...report.confirm, pauses };
  const { opening, metAt } = report.acknowledge;
  const first = messages.find((message) => isAPersonsWord(message) && message.delivery !== 'failed');
  if (first !== undefined) return { confirm, acknowledge: { opening, metAt: first.at }, messages, publications };
  const status = report.status === 'acknowledged' ? 'received' : report.status;
  return {
    status,
    confirm,
    acknowledge: { opening: metAt === undefined ? opening : opening + 1 },
    messages,
    publications,
  };
}
