import { defined } from './defined.js';
import type { OpenDuty, PolicyDuty } from './duty.js';
import { isWrittenByPerson } from './message.js';
import type { Report } from './report.js';
import { isPaused, isUndecided } from './status.js';

/** Since when a duty is open, in which opening, and from when on people are reminded of it. */
export type DutyOpening = Pick<OpenDuty, 'opening' | 'since' | 'remindFrom'>;

/** The duties that are open as far as the report goes. Whether they have a term, and which, is the policy's. */
export function openPolicyDuties(report: Report): Readonly<Partial<Record<PolicyDuty, DutyOpening>>> {
  const { status, rated, workedOn, receivedAt, confirm, nextUpdate, embargo } = report;
  const isAtWork = status === 'accepted' || status === 'fixed';
  // Until an agreed date there is nothing to do, or the date itself reminds.
  const rests = nextUpdate?.metAt === undefined && nextUpdate !== undefined;
  const waits = status === 'fixed' && embargo !== undefined;
  const start = (one: Report['rated']) => one && { opening: one.event, since: one.at };
  return defined({
    answer: answerOpening(report),
    fix: status === 'accepted' ? start(rated) : undefined,
    stale: isAtWork && !rests && !waits ? start(workedOn) : undefined,
    publish: isAtWork
      ? { opening: confirm.opening, since: receivedAt, ...defined({ remindFrom: confirm.metAt }) }
      : undefined,
  });
}

/** A question is open from the last thing that a person wrote about it. */
function answerOpening(report: Report): DutyOpening | undefined {
  const pause = report.confirm.pauses.at(-1);
  if (pause === undefined || !isPaused(report) || !isUndecided(report)) return undefined;
  const asked = report.messages.findLast(
    (one) => isWrittenByPerson(one) && one.event >= pause.message && one.delivery !== 'failed',
  );
  return asked && { opening: asked.event, since: asked.at };
}
