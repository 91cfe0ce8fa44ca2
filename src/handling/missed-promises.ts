import { deadlinesOf } from '../deadline/deadlines.js';
import type { Policy } from '../deadline/policy.js';
import type { TellMissed } from '../report/commands-messages.js';
import { tellMissed } from '../report/decide-messages.js';
import { isPromised } from '../report/duty.js';
import type { TrackedReport } from './tracked-report.js';

/** What was missed longer ago is not told any more: by then an update of the bot would tell it to everybody at once. Milliseconds. */
const toldWithinMs = 7 * 24 * 3_600_000;

/**
 * The promises that were missed by `now` and that the reporter is to be told of. A decision that was late before anybody
 * acknowledged is told by that message. An earlier date binds the team at once, but the reporter was promised the later one.
 */
export function missedPromises({ report, noticesFrom }: TrackedReport, policy: Policy, now: Date): TellMissed[] {
  return deadlinesOf(report, policy).flatMap(({ duty, opening, dueAt: binds, toldAt: dueAt = binds, remindFrom }) => {
    if (!isPromised(duty) || dueAt < noticesFrom || now.getTime() - dueAt.getTime() > toldWithinMs) return [];
    if (remindFrom !== undefined && dueAt <= remindFrom) return [];
    const command = { type: 'TellMissed', duty, opening, dueAt } as const;
    return tellMissed(command, report, { now, actor: { kind: 'clock' } }).length === 0 ? [] : [command];
  });
}
