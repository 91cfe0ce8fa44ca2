import type { DayName, IsoDate } from './calendar.js';

/** Why a day counts or does not. `received`: the day of receipt itself never counts. */
export type Why = 'received' | 'working_day' | 'make_up_day' | 'weekend' | 'holiday';
export type ExplainedDay = Readonly<{ date: IsoDate; counted: boolean; why: Why; name?: DayName }>;
export type Explanation = Readonly<{
  receivedAt: Date;
  workingDays: number;
  due: Date;
  /** The last counted day lies after the calendar's `coversUntil`. */
  provisional: boolean;
  /** Every day from the day of receipt to the due day. */
  days: readonly ExplainedDay[];
}>;
