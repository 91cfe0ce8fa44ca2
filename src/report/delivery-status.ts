import type { Message } from './message.js';
import type { Report } from './report.js';

/**
 * A message or announcement that may not have arrived, or an announcement that Slack refused. `event` is its place in the
 * history.
 */
export type UnconfirmedDelivery = Readonly<{
  of: 'message' | 'announcement';
  event: number;
  at: Date;
  delivery: 'unsure' | 'failed';
}>;

/** The one delivery that a responder is asked about next: doubts come first, and messages before announcements. */
export function unconfirmedDelivery({
  messages,
  publications,
}: Pick<Report, 'messages' | 'publications'>): UnconfirmedDelivery | undefined {
  const message = messages.find(({ delivery }) => delivery === 'unsure');
  if (message !== undefined) return { of: 'message', event: message.event, at: message.at, delivery: 'unsure' };
  for (const delivery of ['unsure', 'failed'] as const) {
    const found = publications.find((one) => one.delivery === delivery);
    if (found !== undefined) return { of: 'announcement', event: found.event, at: found.at, delivery };
  }
  return undefined;
}

/**
 * The last message that did not reach the reporter. `undefined` once the team, knowing of the failure, has written again:
 * until then somebody has to find another route.
 */
export function undeliveredMessage({ messages, status }: Pick<Report, 'messages' | 'status'>): Message | undefined {
  if (status === 'withdrawn') return undefined;
  const failed = messages.findLast(({ delivery }) => delivery === 'failed');
  const known = failed?.failedAt ?? failed?.event ?? 0;
  return messages.some(({ event }) => event > known) ? undefined : failed;
}
