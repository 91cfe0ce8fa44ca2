import type { DeliveryEvent } from './events-delivery.js';
import { isWrittenByPerson, type Message } from './message.js';
import type { Report } from './report.js';

/** A report after news about the delivery of a message or an announcement. */
export function evolveDelivery(report: Report, event: DeliveryEvent): Report {
  switch (event.type) {
    case 'DeliveryDoubted':
      return withDelivery(report, event.event, 'unsure');
    case 'DeliveryConfirmed':
    case 'SentAgain':
      return withDelivery(report, event.event, 'sent');
    case 'DeliveryFailed':
      return failed(report, event.event);
    default:
      return event satisfies never;
  }
}

function withDelivery(report: Report, event: number, delivery: Message['delivery']): Report {
  const set = <T extends { event: number }>(one: T): T => (one.event === event ? { ...one, delivery } : one);
  return { ...report, messages: report.messages.map(set), publications: report.publications.map(set) };
}

/**
 * The duty to acknowledge opens again only when no person's message has arrived or may still arrive. Else the first of those
 * met it. A question that failed pauses nothing, and a promised update that failed is still due.
 */
function failed(report: Report, event: number): Report {
  const message = report.messages.find((one) => one.event === event);
  const { messages, publications } = withDelivery(report, event, 'failed');
  if (message === undefined || message.delivery === 'failed') return { ...report, publications };
  const delivered = messages.filter((one) => isWrittenByPerson(one) && one.delivery !== 'failed');
  const next = {
    ...report,
    ...nextUpdateWithout(message, report, delivered),
    messages: messages.map((one) => (one.event === event ? { ...one, failedAt: report.events } : one)),
    confirm: { ...report.confirm, pauses: pausesWithout(message, report, delivered) },
  };
  const { opening, metAt } = report.acknowledge;
  const [first] = delivered;
  if (first !== undefined) return { ...next, acknowledge: { opening, metAt: first.at } };
  const status = report.status === 'acknowledged' ? 'received' : report.status;
  return { ...next, status, acknowledge: { opening: metAt === undefined ? opening : opening + 1 } };
}

/** If a later question is still open, it pauses the decision in place of the failed one. */
function pausesWithout({ event }: Message, { confirm }: Report, delivered: readonly Message[]) {
  return confirm.pauses.flatMap((pause) => {
    if (pause.message !== event || pause.to !== undefined) return [pause];
    const other = delivered.find((one) => one.event > event && one.purpose === 'question');
    return other === undefined ? [] : [{ from: other.at, message: other.event }];
  });
}

/** The promised update is due until the first later message that is delivered. */
function nextUpdateWithout(failedMessage: Message, { nextUpdate }: Report, delivered: readonly Message[]) {
  if (nextUpdate?.metAt?.getTime() !== failedMessage.at.getTime()) return {};
  const { metAt: _, ...open } = nextUpdate;
  const later = delivered.find(({ at }) => at > failedMessage.at);
  return { nextUpdate: later === undefined ? open : { ...open, metAt: later.at } };
}
