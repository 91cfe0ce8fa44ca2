import type { Locale } from '../locales/locale-of.js';
import { cvssVersionOf, type Severity, severityParts } from '../report/severity.js';

/** Score, rating and CVSS version. What counts more than the base metrics stands apart from the base score. */
export function severityText(severity: Severity, { cvss }: Pick<Locale, 'cvss'>): string {
  const { base, threat, environmental } = severityParts(severity);
  const version = cvssVersionOf(severity);
  const scored = cvss.scored(severity.score.toFixed(1), cvss.rating[severity.rating], version);
  const counted = [
    ...(threat === undefined ? [] : [version === '3.1' ? cvss.counted.temporal : cvss.counted.threat]),
    ...(environmental === undefined ? [] : [cvss.counted.environmental]),
  ];
  if (counted.length === 0) return scored;
  return cvss.apart(scored, counted, base.score.toFixed(1), cvss.rating[base.rating]);
}
