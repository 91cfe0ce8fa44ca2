import type { CvssVersion } from '../report/cvss-metrics.js';
import type { SeverityFault } from '../report/severity.js';
import type { Locale } from './locale-of.js';

/** A base metric to choose a value of, with the names people read. */
export type CvssChoice = Readonly<{
  metric: string;
  name: string;
  values: readonly Readonly<{ value: string; name: string }>[];
}>;

/** The base metrics of a version, in the order of a vector: the catalogue names them all, and in that order. */
export function cvssChoices(version: CvssVersion, { cvss }: Pick<Locale, 'cvss'>): CvssChoice[] {
  const metrics: Readonly<Record<string, { name: string; values: Readonly<Record<string, string>> }>> =
    cvss.metrics[version];
  return Object.entries(metrics).map(([metric, { name, values }]) => ({
    metric,
    name,
    values: Object.entries(values).map(([value, told]) => ({ value, name: told })),
  }));
}

/** What was wrong with a typed severity, what is expected, and what to do. */
export function severityFaultSentence(fault: SeverityFault, { cvss, terms }: Pick<Locale, 'cvss' | 'terms'>): string {
  switch (fault.fault) {
    case 'not_a_vector':
      return cvss.notAVector;
    case 'no_version':
      return cvss.noVersion;
    case 'other_version':
      return cvss.otherVersion(fault.version);
    case 'malformed_part':
      return cvss.malformedPart(fault.part);
    case 'unknown_metric':
      return cvss.unknownMetric(fault.metric, fault.version);
    case 'unknown_value':
      return cvss.unknownValue(fault.metric, fault.value, terms.listed(fault.expected));
    case 'metric_twice':
      return cvss.metricTwice(fault.metric);
    case 'missing_metrics':
      return cvss.missingMetrics(terms.listed(fault.metrics), fault.version);
    default:
      return fault satisfies never;
  }
}
