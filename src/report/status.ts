import { z } from 'zod';
import type { AcknowledgeDuty, ConfirmDuty } from './duty.js';

/** Where a report stands. The last three are closed: reopening returns to the status before. */
export const Status = z.enum([
  'received',
  'acknowledged',
  'accepted',
  'fixed',
  'disclosed',
  'declined',
  'duplicate',
  'withdrawn',
]);
export type Status = z.infer<typeof Status>;

type WithStatus = Readonly<{ status: Status }>;

/** Whether it was closed without a fix. A disclosed report is finished, not closed: its advisory may still be corrected. */
export function isClosed({ status }: WithStatus): boolean {
  return status === 'declined' || status === 'duplicate' || status === 'withdrawn';
}

/** The statuses in which a report still needs work: neither closed nor disclosed. */
export const openStatuses = ['received', 'acknowledged', 'accepted', 'fixed'] as const satisfies readonly Status[];

export function isOpen({ status }: WithStatus): boolean {
  return openStatuses.some((open) => open === status);
}

/** Whether no person has written to the reporter yet: the duty to acknowledge is open. */
export function isUnacknowledged({ acknowledge, status }: WithStatus & { acknowledge: AcknowledgeDuty }): boolean {
  return acknowledge.metAt === undefined && !isClosed({ status });
}

/**
 * Whether nobody has taken the report on: it has no responder, or only whoever was on duty when it came, and they have not
 * acted. Then it is anybody's to take.
 */
export function isUnclaimed({
  responder,
  assignedOnDuty,
}: Readonly<{ responder?: unknown; assignedOnDuty?: true | undefined }>): boolean {
  return responder === undefined || assignedOnDuty === true;
}

/** Whether the team still has to accept or decline the report. It may be waiting for the reporter: see `isPaused`. */
export function isUndecided({ status }: WithStatus): boolean {
  return status === 'received' || status === 'acknowledged';
}

/** Whether the first promise still binds: nobody has written, or the decision that is due with it is open. A question ends it. */
export function isPromiseOpen(
  report: WithStatus & Readonly<{ acknowledge: AcknowledgeDuty; confirm: ConfirmDuty }>,
): boolean {
  return (
    isUnacknowledged(report) ||
    (isUndecided(report) && report.confirm.reopenedAt === undefined && report.confirm.pauses.length === 0)
  );
}

/** Whether the decision waits for the reporter's answer to a question. */
export function isPaused({ confirm }: Readonly<{ confirm: ConfirmDuty }>): boolean {
  const last = confirm.pauses.at(-1);
  return last !== undefined && last.to === undefined;
}

/** Whether the team has accepted it as a vulnerability. */
export function isAccepted({ status }: WithStatus): boolean {
  return status === 'accepted' || status === 'fixed' || status === 'disclosed';
}
