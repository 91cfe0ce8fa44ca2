import type { Calendar, DayName, IsoDate } from './calendar.js';
import { addDays, localDate } from './local-date.js';
import { openHoursOn } from './open-hours.js';
import { remembered } from './remembered.js';
import { dayKind, nextWorkingDay } from './working-day.js';

/** Why a day counts or not. `received`: the day of receipt never counts. */
export type Why = 'received' | 'working_day' | 'half_day' | 'make_up_day' | 'weekend' | 'holiday';
export type ExplainedDay = Readonly<{ date: IsoDate; counted: boolean; why: Why; name?: DayName }>;
export type Explanation = Readonly<{
  receivedAt: Date;
  workingDays: number;
  due: Date;
  /** Whether the last counted day is after the calendar's `coversUntil`. */
  provisional: boolean;
  /** Every day from the day of receipt to the due day. */
  days: readonly ExplainedDay[];
}>;

/** The most working days that can be promised. */
export const mostWorkingDays = 366;

/**
 * When an answer is due, and why: at closing time on the Nth working day after the local date of receipt.
 * @throws RangeError when `workingDays` is not a whole number from 1 to 366, or the calendar has no working days.
 */
export function explain(receivedAt: Date, workingDays: number, calendar: Calendar): Explanation {
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > mostWorkingDays)
    throw new RangeError(
      `${workingDays} is not a number of working days: use a whole number from 1 to ${mostWorkingDays}.`,
    );
  const received = localDate(receivedAt, calendar.zone);
  return { receivedAt, workingDays, ...countedFrom(calendar, { received, workingDays }) };
}

type Counted = Pick<Explanation, 'due' | 'provisional' | 'days'>;
type Days = Readonly<{ received: IsoDate; workingDays: number }>;

/** All reports of a day are due together. */
const countedFrom = remembered(
  ({ received, workingDays }: Days) => `${received}/${workingDays}`,
  (calendar: Calendar, days) => count(days, calendar),
);

function count({ received, workingDays }: Days, calendar: Calendar): Counted {
  const days: ExplainedDay[] = [{ date: received, counted: false, why: 'received' }];
  let last = received;
  for (let counted = 0; counted < workingDays; counted += 1) {
    const next = nextWorkingDay(last, calendar);
    for (let date = addDays(last, 1); date <= next; date = addDays(date, 1)) {
      const { worked, ...why } = dayKind(date, calendar);
      days.push({ date, counted: worked, ...why });
    }
    last = next;
  }
  const due = new Date(openHoursOn(last, calendar).closes);
  return { due, provisional: last > calendar.coversUntil, days };
}
