import type { baseMetrics, CvssVersion } from '../../report/cvss-metrics.js';
import type { Rating } from '../../report/severity.js';

const vector = { N: 'Network', A: 'Adjacent network', L: 'Local', P: 'Physical' };
const complexity = { L: 'Low', H: 'High' };
const privileges = { N: 'None', L: 'Low', H: 'High' };
const impact = { H: 'High', L: 'Low', N: 'None' };

type BaseMetric<V extends CvssVersion> = (typeof baseMetrics)[V][number];
type MetricNames = {
  readonly [V in CvssVersion]: {
    readonly [M in BaseMetric<V> as M['name']]: Readonly<{
      name: string;
      values: Readonly<Record<M['values'][number], string>>;
    }>;
  };
};

export const cvss = {
  rating: { none: 'None', low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' } satisfies Record<
    Rating,
    string
  >,
  metrics: {
    '3.1': {
      AV: { name: 'Attack vector', values: vector },
      AC: { name: 'Attack complexity', values: complexity },
      PR: { name: 'Privileges required', values: privileges },
      UI: { name: 'User interaction', values: { N: 'None', R: 'Required' } },
      S: { name: 'Scope', values: { C: 'Changed', U: 'Unchanged' } },
      C: { name: 'Confidentiality', values: impact },
      I: { name: 'Integrity', values: impact },
      A: { name: 'Availability', values: impact },
    },
    '4.0': {
      AV: { name: 'Attack vector', values: vector },
      AC: { name: 'Attack complexity', values: complexity },
      AT: { name: 'Attack requirements', values: { N: 'None', P: 'Present' } },
      PR: { name: 'Privileges required', values: privileges },
      UI: { name: 'User interaction', values: { N: 'None', P: 'Passive', A: 'Active' } },
      VC: { name: 'Vulnerable system: confidentiality', values: impact },
      VI: { name: 'Vulnerable system: integrity', values: impact },
      VA: { name: 'Vulnerable system: availability', values: impact },
      SC: { name: 'Subsequent systems: confidentiality', values: impact },
      SI: { name: 'Subsequent systems: integrity', values: impact },
      SA: { name: 'Subsequent systems: availability', values: impact },
    },
  } satisfies MetricNames,
  named: (name: string, metric: string) => `${name} (${metric})`,
  scored: (score: string, rating: string, version: string) => `${score} ${rating} (CVSS v${version})`,
  notAVector:
    'This is not a CVSS vector. Type one like CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N, or choose the values below.',
  noVersion: 'The vector does not say its version. Put CVSS:3.1/ or CVSS:4.0/ before it.',
  otherVersion: (version: string) =>
    `This vector is of CVSS version ${version || '(none)'}. Only 3.1 and 4.0 are taken: rate the report again in one of these.`,
  malformedPart: (part: string) =>
    `"${part}" is not a metric with its value. Between two slashes stands one pair, for example AV:N: correct that part.`,
  unknownMetric: (metric: string, version: string) =>
    `CVSS v${version} has no metric ${metric}. Correct it or leave it out, or change the version at the start of the vector.`,
  unknownValue: (metric: string, value: string, expected: string) =>
    `The metric ${metric} has no value ${value}. It is one of ${expected}: correct it.`,
  metricTwice: (metric: string) => `The metric ${metric} is there twice. Keep the one that is right.`,
  missingMetrics: (metrics: string, version: string) =>
    `The vector lacks what CVSS v${version} requires: ${metrics}. Add each with its value.`,
};
