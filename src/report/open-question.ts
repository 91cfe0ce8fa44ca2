import type { Report } from './report.js';
import { isClosed, isPaused, isUndecided } from './status.js';

/** What the team has asked a reporter and waits to hear. */
export type OpenQuestion = 'question' | 'embargo' | 'public_bug';

/** The questions to a reporter that are open. */
export function openQuestions(report: Report): readonly OpenQuestion[] {
  return [
    ...(isUndecided(report) && isPaused(report) ? (['question'] as const) : []),
    ...(asksAboutEmbargo(report) ? (['embargo'] as const) : []),
    ...(asksForPublicBug(report) ? (['public_bug'] as const) : []),
  ];
}

/** The team waits for the reporter before it can go on. */
export function waitsForReporter(report: Report): boolean {
  return openQuestions(report).length > 0;
}

/** The team has proposed a date, and waits for the reporter's word. */
export function asksAboutEmbargo({ embargo, embargoProposal, status }: Report): boolean {
  return embargo !== undefined && embargoProposal !== undefined && status !== 'disclosed' && !isClosed({ status });
}

/** The team waits for the reporter's yes. */
export function asksForPublicBug({ status, decline }: Report): boolean {
  return status === 'declined' && decline?.publicBug === 'asked';
}
