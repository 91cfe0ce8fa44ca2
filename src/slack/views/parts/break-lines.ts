import type { Locale } from '../../../locales/locale-of.js';
import type { BackFacts } from '../facts.js';
import { teamTime } from './labels.js';

/** When the team answers again, as a form, a receipt or the report button says it: one line. Nothing while the team is there. */
export function breakLines(
  back: BackFacts | undefined,
  place: 'form' | 'receipt' | 'intake',
  locale: Locale,
): readonly string[] {
  return back === undefined ? [] : [locale.teamBreak[place](teamTime(back.at, back.zone, locale))];
}
