import { daysKnown } from '../../../deadline/calendar-horizon.js';
import { formatDate } from '../../../deadline/format-time.js';
import type { CalendarEndsFacts } from '../channel-facts.js';
import { surface } from '../declare-surface.js';
import { plain, section } from '../kit/blocks.js';

/** Warns the team that holidays are known only for so long. */
export const calendarEnds = surface('message', 'responder', 'A', ({ calendar, now }: CalendarEndsFacts, locale) => {
  const { ends, ended, next } = locale.calendarEnds;
  const date = formatDate(calendar.coversUntil, locale.language);
  const left = daysKnown(calendar, now);
  const heading = left < 0 ? ended(date) : ends(date, left);
  return { text: heading, blocks: [section(plain(`${heading}\n${next}`))] };
});
