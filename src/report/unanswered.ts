import type { Report } from './report.js';

/** Whether the reporter still waits for a person's first word: the duty to acknowledge is open. */
export function isUnanswered({ acknowledge, status }: Pick<Report, 'acknowledge' | 'status'>): boolean {
  return acknowledge.metAt === undefined && status !== 'withdrawn';
}
