import { deadlinesOf } from '../../src/deadline/deadlines.js';
import { type Rung, rungNumbered } from '../../src/deadline/ladder.js';
import type { Policy } from '../../src/deadline/policy.js';
import { type DueNotices, type Notice, openDuties } from '../../src/handling/due-notices.js';
import type { TrackedPerson } from '../../src/handling/ports.js';
import type { DutyRow, TrackedReport } from '../../src/handling/tracked-report.js';
import type { OpenDuty } from '../../src/report/duty.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import { policy } from '../deadline/calendars.js';
import { tuesday } from '../report/situations.js';

/** Nobody is named a lead, there is no rota, and only the promises have deadlines. */
export { policy };
export const duty = 'U0DUTY';
export const deputy = 'U0DEPUTY';
export const lead = 'U0LEAD';
/** Somebody is on duty, with a deputy, and there is a lead. */
export const staffed: Policy = { ...policy, leads: [lead], rota: [{ from: '2026-09-01', responder: duty, deputy }] };

export const nowhere = () => undefined;
export const china = (text: string) => new Date(`2026-${text}:00+08:00`);

/** The moments of the ladder for a report received on Tuesday 22 September at 10:00; Friday is Mid-Autumn. */
export const moments = {
  half: china('09-23T14:00'),
  threeQuarters: china('09-24T11:30'),
  twoHoursBefore: china('09-24T16:00'),
  deadline: china('09-24T18:00'),
  mondayAfter: china('09-28T09:00'),
  tuesdayAfter: china('09-29T09:00'),
};

/** A report with this history, of which nothing has been sent yet. */
export function tracked(history: readonly ReportEvent[], over: Partial<TrackedReport> = {}): TrackedReport {
  const report = replay(history);
  return {
    report,
    history,
    version: history.length,
    duties: openDuties(deadlinesOf(report, policy)),
    cursor: { thread: 0, reporter: 0, rungs: {} },
    noticesFrom: report.receivedAt,
    uncertain: false,
    ...over,
  };
}

/** The report once all that was due has been sent and recorded. */
export function once(report: TrackedReport, { notices, rungs: reached }: DueNotices): TrackedReport {
  const rungs = notices.flatMap((notice) => (notice.kind === 'immediate' ? [[notice.key, notice.nth] as const] : []));
  const { length } = report.history;
  return {
    ...report,
    card: { channel: 'C0DESK', ts: '1.1', shownVersion: report.version },
    restedVersion: report.version,
    cursor: {
      thread: length,
      reporter: length,
      rungs: { ...report.cursor.rungs, ...reached, ...Object.fromEntries(rungs) },
    },
  };
}

export function told(notices: readonly Notice[]): string[] {
  return notices.map((notice) => `${notice.kind} ${notice.event}`);
}

/** The rungs that were reached since the last look. */
export function reached({ rungs }: DueNotices): string[] {
  return Object.entries(rungs).map(([key, number]) => `rung ${number} of ${key}`);
}

/** An open duty as the clear part of a report has it. */
export function row(over: Partial<DutyRow> = {}, open: Partial<OpenDuty> = {}): DutyRow {
  return {
    id: 'VR-7K2Q-9FDX',
    receivedAt: tuesday,
    noticesFrom: tuesday,
    duties: {
      acknowledge: {
        opening: 1,
        since: tuesday,
        dueAt: moments.deadline,
        provisional: false,
        policyRevision: policy.revision,
        ...open,
      },
    },
    ...over,
  };
}

export const person = (user: string, over: Partial<TrackedPerson> = {}): TrackedPerson => ({
  user,
  version: 1,
  rungs: {},
  today: { date: '', count: 0 },
  uncertain: false,
  ...over,
});

const deadline = { duty: 'acknowledge', ...(row().duties.acknowledge as OpenDuty) } as const;
export const rung = (number: number): Rung => rungNumbered(deadline, policy, number);
