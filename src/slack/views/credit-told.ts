import { creditSentences } from '../../advisory/credit.js';
import type { Credit } from '../../report/form.js';
import type { Words } from '../../words/words.js';

/** How reporters are thanked, word for word as it is published. */
export function creditTold(credits: readonly Credit[], words: Words): string {
  const named = credits.flatMap((credit) => (credit.by !== 'name' ? [] : [nameAndLink(credit)]));
  return creditSentences({ credits: named, anonymousCredits: credits.length - named.length }, words).join(' ');
}

function nameAndLink({ name, link }: Extract<Credit, { by: 'name' }>) {
  return link === undefined ? { name } : { name, link };
}
