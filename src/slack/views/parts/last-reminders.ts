import type { Locale } from '../../../locales/locale-of.js';
import type { SnoozeFacts } from '../reminder-facts.js';
import type { momentText } from './labels.js';

/** Last reminders that one block has room for: the next ones. */
export const listedLast = 20;

/** Each report with the moment of its last reminder; twice, where two of its deadlines are near. */
export function lastRemindersTold(
  kept: SnoozeFacts['kept'],
  zone: string,
  locale: Locale,
  time: typeof momentText,
): readonly string[] {
  const lines = kept.slice(0, listedLast).map(({ id, at }) => locale.reminder.lastAt(id, time(at, zone, locale)));
  return kept.length > listedLast ? [...lines, '…'] : lines;
}
