import type { Message, Report } from './report.js';
import { isClosed } from './status.js';

/** Whether the reporter still waits for a person's first word: the duty to acknowledge is open. */
export function isUnanswered({ acknowledge, status }: Pick<Report, 'acknowledge' | 'status'>): boolean {
  return acknowledge.metAt === undefined && !isClosed({ status });
}

/**
 * The last message that did not reach the reporter, until another is written by whoever knows that: another way has to be
 * found.
 */
export function notReached({ messages, status }: Pick<Report, 'messages' | 'status'>): Message | undefined {
  if (status === 'withdrawn') return undefined;
  const failed = messages.findLast(({ delivery }) => delivery === 'failed');
  const known = failed?.failedAt ?? failed?.event ?? 0;
  return messages.some(({ event, delivery }) => event > known && delivery !== 'failed') ? undefined : failed;
}
