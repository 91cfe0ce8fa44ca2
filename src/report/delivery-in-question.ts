import type { Report } from './report.js';

/**
 * The one delivery that a responder is asked about: a message or an announcement that may not have arrived, or an announcement
 * that Slack refused. `event` is its place in the history. Doubts come first, and messages before announcements.
 */
export type DeliveryInQuestion = Readonly<{
  of: 'message' | 'announcement';
  event: number;
  at: Date;
  delivery: 'unsure' | 'failed';
}>;

export function deliveryInQuestion({
  messages,
  publications,
}: Pick<Report, 'messages' | 'publications'>): DeliveryInQuestion | undefined {
  const message = messages.find(({ delivery }) => delivery === 'unsure');
  if (message !== undefined) return { of: 'message', event: message.event, at: message.at, delivery: 'unsure' };
  for (const delivery of ['unsure', 'failed'] as const) {
    const found = publications.find((one) => one.delivery === delivery);
    if (found !== undefined) return { of: 'announcement', event: found.event, at: found.at, delivery };
  }
  return undefined;
}
