import type { RefusalCode, RefusalReasons } from '../report/refusal.js';
import type { Tell } from './en/refusals.js';
import type { Locale } from './locale-of.js';

/**
 * What is said to somebody who is refused: what was wrong, and what to do. To people outside the team, what isn't there
 * and what isn't theirs read the same.
 */
export function refusalSentence(
  refusal: Readonly<{ code: RefusalCode; reasons: RefusalReasons[RefusalCode] }>,
  team: boolean,
  tell: Tell,
  { refused, refusals }: Pick<Locale, 'refused' | 'refusals'>,
): string {
  if (!team && (refusal.code === 'no_such_report' || refusal.code === 'not_for_you')) return refused.notForYou;
  const sentence = refusals[refusal.code] as (reasons: RefusalReasons[RefusalCode], tell: Tell) => string;
  return sentence(refusal.reasons, tell);
}
