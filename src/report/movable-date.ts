import type { LaterDateProposal, MovableDuty } from './duty.js';
import { promisedDates } from './promised-dates.js';
import type { Report } from './report.js';
import { isPromiseOpen } from './status.js';

/** A date that a reporter was told and a lead may move: when it is, whether it still binds, and what the leads were asked. */
export type MovableDate = Readonly<{
  duty?: MovableDuty | undefined;
  dueAt: Date;
  open: boolean;
  proposal?: LaterDateProposal | undefined;
}>;

/** The first promise, or with a duty the date promised for it. `undefined` where none was promised. */
export function movableDate(report: Report, duty?: MovableDuty): MovableDate | undefined {
  const { promise, nextUpdate, laterDate, laterUpdate } = report;
  if (duty === undefined) return { dueAt: promise.dueAt, open: isPromiseOpen(report), proposal: laterDate };
  if (nextUpdate === undefined) return undefined;
  const open = promisedDates(report).next_update !== undefined;
  return { duty, dueAt: nextUpdate.dueAt, open, proposal: laterUpdate };
}

/** The date about which the leads were asked at this place in the history, as it is now. */
export function movableDateAt(report: Report, event: number): MovableDate | undefined {
  return [movableDate(report), movableDate(report, 'next_update')].find((date) => date?.proposal?.event === event);
}
