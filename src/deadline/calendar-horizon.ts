import type { Calendar } from './calendar.js';
import { daysBetween, localDate } from './local-date.js';

/** From so many days before the last known day the team is warned: a year's holidays are announced in the two months before it. */
export const warnDays = 60;
/** How many days before that day the channel hears of it. */
const warnings = [warnDays, 14, 0] as const;

/** Days until the last day whose holidays are known, in the calendar's zone. Negative after it. */
export function daysKnown({ zone, coversUntil }: Calendar, now: Date): number {
  return daysBetween(localDate(now, zone), coversUntil);
}

/** The latest warning that is due, named by its days. */
export function warningDue(calendar: Calendar, now: Date): (typeof warnings)[number] | undefined {
  const days = daysKnown(calendar, now);
  return warnings.findLast((before) => days <= before);
}
