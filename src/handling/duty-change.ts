import { onDuty } from '../deadline/on-duty.js';
import type { Policy } from '../deadline/policy.js';
import { backFromBreak } from '../deadline/team-break.js';
import { openFrom } from '../deadline/working-time.js';

/** Who has come on duty since the channel was told, and from when on it is told: within the team's hours. */
export type DutyChange = Readonly<{ user: string; tellFrom: Date }>;

/** `told`: whom the channel was told of last. At the first look of all nothing is told. */
export function dutyChange(told: string | undefined, policy: Policy, now: Date): DutyChange | undefined {
  const { responder } = onDuty(policy, now);
  if (told === undefined || responder === undefined || responder === told) return undefined;
  return { user: responder, tellFrom: openFrom(backFromBreak(now, policy) ?? now, policy.calendar) };
}
