import { creditSentences } from '../../../advisory/credit.js';
import type { Locale } from '../../../locales/locale-of.js';
import { defined } from '../../../report/defined.js';
import type { Credit } from '../../../report/form.js';

/** How reporters are thanked, word for word as it is published. */
export function creditText(credits: readonly Credit[], locale: Locale): string {
  const named = credits.flatMap((credit) => (credit.by !== 'name' ? [] : [nameAndLink(credit)]));
  const anonymousCredits = credits.length - named.length;
  return locale.terms.followed(...creditSentences({ credits: named, anonymousCredits }, locale));
}

function nameAndLink({ name, link, role }: Extract<Credit, { by: 'name' }>) {
  return { name, ...defined({ link, role }) };
}
