import type { Locale } from '../locales/locale-of.js';
import type { Advisory } from './advisory.js';
import { publicUrl } from './safe-link.js';

type Credits = Pick<Advisory, 'credits' | 'anonymousCredits'>;

/**
 * The sentences that thank the reporters, as they are published and as a reporter sees them before. `named` formats a name,
 * with its link where that is safe.
 */
export function creditSentences(
  { credits, anonymousCredits }: Credits,
  { advisory }: Pick<Locale, 'advisory'>,
  named: (name: string, link?: string) => string = (name, link) => (link === undefined ? name : `${name} (${link})`),
): string[] {
  const thanked = credits.map(({ name, link, role = 'reporter' }) =>
    advisory.thanks(named(name, publicUrl(link)), advisory.thankedFor[role]),
  );
  if (anonymousCredits === 1) thanked.push(advisory.thanksOneUnnamed);
  if (anonymousCredits > 1) thanked.push(advisory.thanksUnnamed(anonymousCredits));
  return thanked;
}
