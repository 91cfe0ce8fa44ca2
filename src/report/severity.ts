import { createRequire } from 'node:module';
import { z } from 'zod';
import {
  baseMetrics,
  type CvssMetric,
  type CvssVersion,
  metricsToChoose,
  optionalMetrics,
  vectorOf,
} from './cvss-metrics.js';

// The package can't be imported: its bundle hides the names from ES modules, and has no default for CommonJS tests.
const { Cvss3P1, Cvss4P0 } = createRequire(import.meta.url)(
  'ae-cvss-calculator',
) as typeof import('ae-cvss-calculator');

/** The qualitative ratings, as CVSS v3.1 (section 5) and v4.0 (section 6) name them. */
export const Rating = z.enum(['none', 'low', 'medium', 'high', 'critical']);
export type Rating = z.infer<typeof Rating>;

/** A CVSS v3.1 or v4.0 vector (`CVSS:3.1/AV:N/…`) with its score, 0 to 10 with one decimal, and its rating. */
export const Severity = z.object({ vector: z.string(), score: z.number().min(0).max(10), rating: Rating });
export type Severity = z.infer<typeof Severity>;

/** Why a typed text is not a vector. Parts of the text are cut to 40 characters. */
export type SeverityFault = Readonly<
  | { fault: 'not_a_vector' }
  /** Metrics without the `CVSS:3.1/` or `CVSS:4.0/` before them. */
  | { fault: 'no_version' }
  /** An unsupported version: 2.0, 3.0, or one that does not exist. */
  | { fault: 'other_version'; version: string }
  /** A part between slashes that is not `METRIC:VALUE`. */
  | { fault: 'malformed_part'; part: string }
  | { fault: 'unknown_metric'; version: CvssVersion; metric: string }
  | { fault: 'unknown_value'; version: CvssVersion; metric: string; value: string; expected: readonly string[] }
  | { fault: 'metric_twice'; metric: string }
  | { fault: 'missing_metrics'; version: CvssVersion; metrics: readonly string[] }
>;

/** Longer than any vector, in characters: the longest of v4.0 has 210. */
const longest = 400;

/**
 * Reads a vector as people type it: any case, any order, with spaces or full-width signs. The result has the order of the
 * specification and no undefined metrics. Its score counts all metrics.
 */
export function readSeverity(typed: string): Severity | SeverityFault {
  const tidy = typed
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\/$/, '');
  if (typed.length > longest) return { fault: 'not_a_vector' };
  const [head = '', ...parts] = tidy.split('/');
  const prefix = /^CVSS:(.*)/i.exec(head);
  if (prefix === null) return withoutVersion(tidy);
  const version = prefix[1] ?? '';
  if (version !== '3.1' && version !== '4.0') return { fault: 'other_version', version: cut(version) };
  const read = readParts(version, parts);
  if ('fault' in read) return read;
  const { choices } = read;
  const missing = metricsToChoose(version, choices);
  if (missing.length > 0) return { fault: 'missing_metrics', version, metrics: missing };
  const vector = vectorOf(version, choices);
  const { overall: score } =
    version === '3.1' ? new Cvss3P1(vector).calculateScores() : new Cvss4P0(vector).calculateScores();
  return { vector, score, rating: ratingOf(score) };
}

/** The CVSS version of a severity's vector. */
export function cvssVersionOf(severity: Severity): CvssVersion {
  return severity.vector.startsWith('CVSS:3.1/') ? '3.1' : '4.0';
}

/**
 * A severity by what its score counts: the base metrics alone; with the threat (v4.0) or temporal (v3.1) metrics; and with the
 * environmental ones too. The last two only where the vector has such metrics. Supplemental metrics of v4.0 change no score.
 */
export type SeverityParts = Readonly<{ base: Severity; threat?: Severity; environmental?: Severity }>;

export function severityParts(severity: Severity): SeverityParts {
  const version = cvssVersionOf(severity);
  const base = new Set<string>(baseMetrics[version].map(({ name }) => name));
  const metrics = severity.vector.split('/').map((part) => part.split(':')[0] ?? '');
  const withOnly = (counts: (name: string) => boolean) => {
    const [head = '', ...parts] = severity.vector.split('/');
    const read = readSeverity([head, ...parts.filter((part) => counts(part.split(':')[0] ?? ''))].join('/'));
    return 'fault' in read ? severity : read;
  };
  const isThreat = (name: string) => threatMetrics[version].includes(name);
  return {
    base: withOnly((name) => base.has(name)),
    ...(metrics.some(isThreat) ? { threat: withOnly((name) => base.has(name) || isThreat(name)) } : {}),
    ...(metrics.some((name) => environmental.test(name)) ? { environmental: severity } : {}),
  };
}

const threatMetrics: Readonly<Record<CvssVersion, readonly string[]>> = { '3.1': ['E', 'RL', 'RC'], '4.0': ['E'] };
/** The requirements and the modified base metrics, in both versions. */
const environmental = /^(?:[CIA]R|M[A-Z]{1,2})$/;

function ratingOf(score: number): Rating {
  if (score === 0) return 'none';
  if (score < 4) return 'low';
  if (score < 7) return 'medium';
  return score < 9 ? 'high' : 'critical';
}

function readParts(
  version: CvssVersion,
  parts: readonly string[],
): { choices: Record<string, string> } | SeverityFault {
  const known: readonly CvssMetric[] = [...baseMetrics[version], ...optionalMetrics[version]];
  const choices: Record<string, string> = {};
  for (const part of parts) {
    const [, name, value] = /^([A-Z]+):([A-Z]+)$/i.exec(part) ?? [];
    if (name === undefined || value === undefined) return { fault: 'malformed_part', part: cut(part) };
    const metric = known.find((one) => sameText(one.name, name));
    if (metric === undefined) return { fault: 'unknown_metric', version, metric: cut(name) };
    const found = metric.values.find((one) => sameText(one, value));
    if (found === undefined)
      return { fault: 'unknown_value', version, metric: metric.name, value: cut(value), expected: metric.values };
    if (Object.hasOwn(choices, metric.name)) return { fault: 'metric_twice', metric: metric.name };
    choices[metric.name] = found;
  }
  return { choices };
}

/** Version 2 had no prefix; its Au (authentication) is in no later version. */
function withoutVersion(tidy: string): SeverityFault {
  if (!/(^|[/(])[A-Z]{1,3}:[A-Z]+/i.test(tidy)) return { fault: 'not_a_vector' };
  return /[/(]Au:/i.test(tidy) ? { fault: 'other_version', version: '2.0' } : { fault: 'no_version' };
}

const sameText = (a: string, b: string) => a.toUpperCase() === b.toUpperCase();
const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
