import type { ReportEvent } from './events.js';
import { isAPersonsWord, type Message, type Report } from './report.js';
import { isPaused, isUndecided } from './status.js';

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
 * question that did not arrive pauses nothing, and a promised update that did not arrive is still due.
 */
export function undelivered(report: Report, event: number): Partial<Report> {
  const { publications } = delivered(report, event, 'failed');
  const failed = report.messages.find((message) => message.event === event);
  if (failed === undefined || failed.delivery === 'failed') return { publications };
  const messages = report.messages.map((message) =>
    message.event === event ? { ...message, delivery: 'failed' as const, failedAt: report.events } : message,
  );
  const words = messages.filter((message) => isAPersonsWord(message) && message.delivery !== 'failed');
  const kept = { confirm: { ...report.confirm, pauses: pausesLeft(report, event, words) }, messages, publications };
  const next = { ...kept, ...updateLeft(report, failed, words) };
  const { opening, metAt } = report.acknowledge;
  const [first] = words;
  if (first !== undefined) return { ...next, acknowledge: { opening, metAt: first.at } };
  const status = report.status === 'acknowledged' ? 'received' : report.status;
  return { ...next, status, acknowledge: { opening: metAt === undefined ? opening : opening + 1 } };
}

/** The reporter may still have a later question before them: then it is that one which pauses. */
function pausesLeft({ confirm }: Report, failed: number, words: readonly Message[]): Report['confirm']['pauses'] {
  return confirm.pauses.flatMap((pause) => {
    if (pause.message !== failed || pause.to !== undefined) return [pause];
    const other = words.find(({ event, purpose }) => event > failed && purpose === 'question');
    return other === undefined ? [] : [{ from: other.at, message: other.event }];
  });
}

/** What was promised is due until the first word since that gets through. */
function updateLeft(
  { nextUpdate }: Report,
  failed: Message,
  words: readonly Message[],
): Partial<Pick<Report, 'nextUpdate'>> {
  if (nextUpdate?.metAt?.getTime() !== failed.at.getTime()) return {};
  const { metAt: _, ...dueNotices } = nextUpdate;
  const later = words.find(({ at }) => at > failed.at);
  return { nextUpdate: later === undefined ? dueNotices : { ...dueNotices, metAt: later.at } };
}
