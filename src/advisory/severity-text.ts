import type { Locale } from '../locales/locale-of.js';
import { cvssVersionOf, type Severity, severityParts } from '../report/severity.js';

/** Score, rating and CVSS version. What counts more than the base metrics stands apart from the base score. */
export function severityText(severity: Severity, { cvss }: Pick<Locale, 'cvss'>): string {
  const { base, threat, environmental } = severityParts(severity);
  const version = cvssVersionOf(severity);
  const scored = cvss.scored(severity.score.toFixed(1), cvss.rating[severity.rating], version);
  const name = version === '3.1' ? 'temporal' : 'threat';
  if (threat === undefined && environmental === undefined) return scored;
  const counts =
    threat === undefined ? 'environmental' : environmental === undefined ? name : (`${name}_environmental` as const);
  return cvss.apart(scored, cvss.counted[counts], base.score.toFixed(1), cvss.rating[base.rating]);
}
