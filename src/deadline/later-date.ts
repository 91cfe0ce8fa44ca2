import type { LaterDate } from '../report/commands-promise.js';
import type { MovableDuty } from '../report/duty.js';
import { movableDate } from '../report/movable-date.js';
import type { Report } from '../report/report.js';
import { isPromiseOpen, isUnacknowledged } from '../report/status.js';
import type { Calendar } from './calendar.js';
import { promiseToday } from './deadlines.js';
import { addDays, localDate } from './local-date.js';
import { endOfDay } from './next-update.js';
import type { Policy } from './policy.js';
import { dayKind, nextWorkingDay } from './working-day.js';

/**
 * The date that today's policy would promise, where it is later than the firm promise that binds now; else `undefined`. An
 * earlier date needs no answer, since it binds at once. A promise that is kept or broken is not moved any more. `duty`: of the
 * date that was promised for it, if that is not the first one.
 */
export function laterDate(report: Report, policy: Policy, now: Date, duty?: MovableDuty): LaterDate | undefined {
  const date = movableDate(report, duty);
  if (date === undefined || !date.open || now >= date.dueAt) return undefined;
  return duty === 'next_update' ? laterUpdate(date.dueAt, policy) : laterAnswer(report, policy);
}

/**
 * The date that today's policy gives a provisional promise, where it is another one and still to come; else `undefined`. Its
 * reporter was told that it may change, and that we tell them.
 */
export function movedProvisional(report: Report, policy: Policy, now: Date): LaterDate | undefined {
  const { provisional, dueAt } = report.promise;
  const today = provisional && isPromiseOpen(report) ? answerToday(report, policy) : undefined;
  if (today === undefined || today.promise.dueAt.getTime() === dueAt.getTime()) return undefined;
  return today.promise.dueAt > now ? today : undefined;
}

function laterAnswer(report: Report, policy: Policy): LaterDate | undefined {
  const { provisional, dueAt } = report.promise;
  const today = provisional ? undefined : answerToday(report, policy);
  return today !== undefined && today.promise.dueAt > dueAt ? today : undefined;
}

function answerToday(report: Report, policy: Policy): LaterDate | undefined {
  // A decision with a term of its own was never part of this promise.
  if (!isUnacknowledged(report) && policy.duties.decide !== undefined) return undefined;
  const { promise, explanation } = promiseToday(report, policy);
  const days = explanation.days.flatMap(({ date, why, name }) =>
    why === 'holiday' && name !== undefined ? [{ date, name }] : [],
  );
  return { promise, days };
}

/** A person chose the day of the next update. Only a holiday moves it: nobody chooses one, but somebody may work on a weekend. */
function laterUpdate(dueAt: Date, { calendar, revision }: Policy): LaterDate | undefined {
  const day = localDate(dueAt, calendar.zone);
  const days = holidaysFrom(day, calendar);
  if (days.length === 0) return undefined;
  const promise = { dueAt: endOfDay(nextWorkingDay(day, calendar), calendar), provisional: false };
  return { promise: { ...promise, policyRevision: revision }, days };
}

/** The holidays from a day on without a working day between; none if the day itself is none. */
function holidaysFrom(first: string, calendar: Calendar): LaterDate['days'] {
  const days: LaterDate['days'][number][] = [];
  if (dayKind(first, calendar).why !== 'holiday') return days;
  const end = nextWorkingDay(first, calendar);
  for (let date = first; date < end; date = addDays(date, 1)) {
    const { name } = dayKind(date, calendar);
    if (name !== undefined) days.push({ date, name });
  }
  return days;
}
