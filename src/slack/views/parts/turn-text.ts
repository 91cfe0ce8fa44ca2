import { formatDay } from '../../../deadline/format-time.js';
import { localDate, localTime } from '../../../deadline/local-date.js';
import type { Turn } from '../../../deadline/swap.js';
import type { Locale } from '../../../locales/locale-of.js';

/** From when to when a turn is, in the team's zone, which is not named: plain text. */
export function teamTurn({ from, to }: Omit<Turn, 'user'>, zone: string, { onDuty, language }: Locale): string {
  const { swap: say } = onDuty;
  const moment = (at: Date) => say.moment(formatDay(localDate(at, zone), language), localTime(at, zone));
  return say.turn(moment(from), moment(to));
}
