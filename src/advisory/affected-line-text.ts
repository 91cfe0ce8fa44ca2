import type { Locale } from '../locales/locale-of.js';
import { rangeOf } from '../report/affected-line.js';
import { isCommit } from '../report/version-order.js';
import { endedByFix } from '../report/version-wildcard.js';
import type { Advisory, AdvisoryLine, Publisher } from './advisory.js';

type LineLocale = Pick<Locale, 'advisory' | 'terms'>;

/** The affected versions of a line. Without a last one, they end before the patched release. */
export function affectedVersions({ fix, ...typed }: AdvisoryLine, { advisory }: LineLocale): string {
  const fixed = fix?.outcome === 'fixed' ? fix.version : undefined;
  const { from, upTo, before } = endedByFix(rangeOf(typed), fixed);
  if (upTo !== undefined) {
    if (from === upTo) return upTo;
    return from === undefined ? advisory.upTo(upTo) : advisory.fromTo(from, upTo);
  }
  const end = before ?? fixed;
  if (end !== undefined && isCommit(end)) return advisory.withoutCommit(end, from);
  if (end !== undefined) return from === undefined ? advisory.before(end) : advisory.fromBefore(from, end);
  return from === undefined ? advisory.allVersions : advisory.from(from);
}

/** The patched release of a line, or why there is none. */
export function patchedVersion({ fix }: AdvisoryLine, { advisory }: LineLocale): string {
  if (fix === undefined) return advisory.noFixYet;
  return fix.outcome === 'fixed' ? fix.version : advisory.wontFix;
}

/** The name of a line, and what its users should do. Of a product with several outcomes it names the versions too. */
export function advice(
  line: AdvisoryLine,
  { affected }: Pick<Advisory, 'affected'>,
  publisher: Publisher,
  locale: LineLocale,
): string {
  const outcome = patchedVersion(line, locale);
  const several = affected.some((one) => one.line === line.line && patchedVersion(one, locale) !== outcome);
  return several
    ? affectedLine(line, publisher, locale)
    : locale.terms.labelled(line.line, advised(line, publisher, locale));
}

/** A line with its affected versions, and what its users should do. */
export function affectedLine(line: AdvisoryLine, publisher: Publisher, locale: LineLocale): string {
  return locale.advisory.affectedLine(line.line, affectedVersions(line, locale), advised(line, publisher, locale));
}

function advised({ fix }: AdvisoryLine, publisher: Publisher, { advisory }: LineLocale): string {
  if (fix === undefined) return advisory.waitForFix;
  if (fix.outcome !== 'fixed') return advisory.moveOn;
  const day = publisher.day(fix.releasedAt);
  return isCommit(fix.version) ? advisory.takeCommit(fix.version, day) : advisory.upgrade(fix.version, day);
}
