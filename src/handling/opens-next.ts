import type { IsoDate } from '../deadline/calendar.js';
import { addDays, momentOn } from '../deadline/local-date.js';
import { hoursOf, worksOn } from '../deadline/person-time.js';
import type { Policy } from '../deadline/policy.js';

/** When the person's hours begin next; `undefined` within them. */
export function opensNext(user: string, date: IsoDate, zone: string, policy: Policy, now: Date): Date | undefined {
  const { open, close } = hoursOf(user, policy);
  const opensToday = momentOn(date, open, zone);
  if (!worksOn(user, date, policy) || now > momentOn(date, close, zone)) return nextOpening(user, date, zone, policy);
  return now < opensToday ? opensToday : undefined;
}

/** When the person may next be reminded on a later day. Nobody rests for more than a fortnight without being away. */
export function nextOpening(user: string, date: IsoDate, zone: string, policy: Policy): Date {
  let day = addDays(date, 1);
  for (let days = 0; days < 14 && !worksOn(user, day, policy); days += 1) day = addDays(day, 1);
  return momentOn(day, hoursOf(user, policy).open, zone);
}
