import type { Calendar } from '../../src/deadline/calendar.js';
import { dueByWalking, local } from './oracle.js';

const minute = 60_000;

/** Whether a minute is worked, by the local date and time that Intl gives for it. */
function isOpen(at: number, { zone, open, close, holidays, makeUpDays, weekdays }: Calendar): boolean {
  const [date = '', time = ''] = local(new Date(at), zone).split(' ');
  if (time < open || time >= close) return false;
  if (makeUpDays.has(date)) return true;
  return !holidays.has(date) && weekdays.includes(new Date(`${date}T12:00:00Z`).getUTCDay() || 7);
}

/** Due after questions and answers in turn: the open minutes that were left are walked off one by one from each answer. */
export function confirmByWalking(receivedAt: Date, days: number, turns: readonly Date[], calendar: Calendar): Date {
  let due = Date.parse(dueByWalking(receivedAt, days, calendar).due);
  for (let i = 0; i + 1 < turns.length; i += 2) {
    const [asked, answered] = [turns[i]?.getTime() ?? 0, turns[i + 1]?.getTime() ?? 0];
    let left = 0;
    for (let at = asked; at < due; at += minute) if (isOpen(at, calendar)) left += 1;
    let then = answered;
    for (; left > 0; then += minute) if (isOpen(then, calendar)) left -= 1;
    due = Math.max(then, Date.parse(dueByWalking(new Date(answered), 1, calendar).due));
  }
  return new Date(due);
}
