import type { Policy } from '../deadline/policy.js';
import type { ReportId } from '../report/report-id.js';
import type { Status } from '../report/status.js';
import type { TrackedReport } from './tracked-report.js';

const dayMs = 24 * 3_600_000;
/** How long before a report is erased the leads are told. Milliseconds. */
export const noticeMs = 7 * dayMs;

/** The part of a policy that says how long reports are kept. */
export type RetentionTerms = Pick<Policy, 'retention'>;

/** The statuses to which each term of the policy applies. */
export const retained = {
  closed: ['declined', 'duplicate', 'disclosed'],
  withdrawn: ['withdrawn'],
} as const satisfies Record<keyof NonNullable<Policy['retention']>, readonly Status[]>;
export const retentionKinds = Object.keys(retained) as (keyof typeof retained)[];

/** Received later than this, no report can be due, or be announced, by now. */
export function receivedBefore(days: number, now: Date): Date {
  return new Date(now.getTime() + noticeMs - days * dayMs);
}

/** When a report has been kept as long as the policy says, counted from its last change; `undefined` while it is open. */
export function keptUntil(
  { report, history }: Pick<TrackedReport, 'report' | 'history'>,
  { retention = {} }: RetentionTerms,
): Date | undefined {
  const kind = retentionKinds.find((one) => (retained[one] as readonly Status[]).includes(report.status));
  const days = kind === undefined ? undefined : retention[kind];
  const last = history.at(-1);
  return days === undefined || last === undefined ? undefined : new Date(last.at.getTime() + days * dayMs);
}

/** `plan`: when each report is to be erased. `tell`: those of which the leads have not heard yet. `erase`: those to erase now. */
export type RetentionPlan = Readonly<{
  plan: ReadonlyMap<ReportId, Date>;
  tell: readonly ReportId[];
  erase: readonly ReportId[];
}>;

/**
 * What to announce and what to erase. Nothing is erased before the leads were told `noticeMs` ahead. A report that changed since
 * then begins anew.
 */
export function retentionPlan(
  kept: ReadonlyMap<ReportId, Date>,
  announced: ReadonlyMap<ReportId, Date>,
  now: Date,
): RetentionPlan {
  const soonest = new Date(now.getTime() + noticeMs);
  const plan = new Map<ReportId, Date>();
  const tell: ReportId[] = [];
  for (const [id, until] of kept) {
    if (until > soonest) continue;
    const told = announced.get(id);
    // Told of an earlier date, it has changed since.
    const holds = told !== undefined && told >= until;
    if (!holds) tell.push(id);
    plan.set(id, holds ? told : soonest);
  }
  return { plan, tell, erase: [...plan].flatMap(([id, at]) => (at <= now ? [id] : [])) };
}
