import type { Context } from './commands.js';
import type { RecordDelivery } from './commands-delivery.js';
import type { ReportEvent } from './events.js';
import type { Message } from './message.js';
import { requireOpen, requireResponder } from './permissions.js';
import { Refusal } from './refusal.js';
import type { Report } from './report.js';

/** Records that a message or an announcement may not have arrived, or was refused. */
export function recordDelivery({ event, delivery }: RecordDelivery, report: Report, context: Context): ReportEvent[] {
  if (deliveryAt(report, event) !== 'sent') return [];
  const type = delivery === 'unsure' ? 'DeliveryDoubted' : 'DeliveryFailed';
  return [{ type, at: context.now, by: context.actor, event }];
}

/** A responder says that it arrived, or has it sent again. An announcement that failed may be sent again too. */
export function settleDelivery(
  type: 'DeliveryConfirmed' | 'SentAgain',
  event: number,
  report: Report,
  context: Context,
): ReportEvent[] {
  requireResponder(report, context);
  if (type === 'SentAgain') requireOpen(report);
  const delivery = deliveryAt(report, event);
  const again = type === 'SentAgain' && delivery === 'failed' && report.publications.some((one) => one.event === event);
  if (delivery !== 'unsure' && !again) throw new Refusal('nothing_in_doubt', { id: report.id });
  return [{ type, at: context.now, by: context.actor, event }];
}

function deliveryAt({ messages, publications }: Report, event: number): Message['delivery'] | undefined {
  return [...messages, ...publications].find((one) => one.event === event)?.delivery;
}
