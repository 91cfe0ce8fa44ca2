import type { Report, Status } from './report.js';

/** Closed without a fix: declined, a duplicate, or taken back. A disclosed report is finished, and may still be corrected. */
const closed: ReadonlySet<Status> = new Set(['declined', 'duplicate', 'withdrawn']);

export function isClosed({ status }: Pick<Report, 'status'>): boolean {
  return closed.has(status);
}

/** Whether the team has yet to say if it accepts the report. It may be waiting for the reporter: see `isPaused`. */
export function isUndecided({ status }: Pick<Report, 'status'>): boolean {
  return status === 'received' || status === 'acknowledged';
}

/** Whether the duty to confirm waits for the reporter's answer. */
export function isPaused({ confirm }: Pick<Report, 'confirm'>): boolean {
  const last = confirm.pauses.at(-1);
  return last !== undefined && last.to === undefined;
}

/** Whether it is a vulnerability, said and not taken back. */
export function isAccepted({ status }: Pick<Report, 'status'>): boolean {
  return status === 'accepted' || status === 'fixed' || status === 'disclosed';
}
