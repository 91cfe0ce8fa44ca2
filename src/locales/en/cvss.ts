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
  /** What a score counts beside the base metrics. */
  counted: {
    temporal: 'temporal',
    threat: 'threat',
    environmental: 'environmental',
    temporal_environmental: 'temporal and environmental',
    threat_environmental: 'threat and environmental',
  },
  apart: (scored: string, counted: string, base: string, rating: string) =>
    `${scored} with ${counted} metrics; base score ${base} ${rating}`,
  scored: (score: string, rating: string, version: string) => `${score} ${rating} (CVSS v${version})`,
  notAVector:
    "This isn't a CVSS vector. Type one such as CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N, or build one with the buttons.",
  noVersion: "The vector doesn't name its version. Start it with CVSS:3.1/ or CVSS:4.0/.",
  otherVersion: (version: string) =>
    `This is a CVSS ${version || '(no version)'} vector. Only 3.1 and 4.0 work here. Rate the report again in one of them.`,
  malformedPart: (part: string) =>
    `“${part}” isn't a metric and its value. Write one pair between two slashes, such as AV:N.`,
  unknownMetric: (metric: string, version: string) =>
    `CVSS v${version} has no metric ${metric}. Correct or remove it, or change the version at the start.`,
  unknownValue: (metric: string, value: string, expected: string) =>
    `${metric} has no value ${value}. Use one of these: ${expected}.`,
  metricTwice: (metric: string) => `${metric} is there twice. Keep the right one.`,
  missingMetrics: (metrics: string, version: string) =>
    `Some metrics that CVSS v${version} requires are missing. Add these with their values: ${metrics}.`,
};
