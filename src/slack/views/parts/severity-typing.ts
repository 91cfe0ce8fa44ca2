import { createHash } from 'node:crypto';
import { baseMetrics, type CvssVersion, cvssVersions, vectorOf } from '../../../report/cvss-metrics.js';
import type { Report } from '../../../report/report.js';
import { readSeverity, type Severity, type SeverityFault } from '../../../report/severity.js';
import { readInputs } from '../kit/input-values.js';
import { metricInput, sharedInputs } from '../shared-inputs.js';

/** A severity while it is being entered: a vector as typed, or values chosen so far, by metric. */
export type SeverityTyping = Readonly<
  { by: 'typed'; vector: string } | { by: CvssVersion; choices: Readonly<Record<string, string>> }
>;

/** What was typed or chosen in `view.state.values` of the form. */
export function readTyping(values: unknown): SeverityTyping {
  const read = readInputs(values);
  const by = cvssVersions.find((version) =>
    baseMetrics[version].some(({ name }) => read.has(metricInput(version, name))),
  );
  if (by === undefined) return { by: 'typed', vector: read.text(sharedInputs.vector) };
  const chosen = baseMetrics[by].flatMap(({ name }) => {
    const value = read.choice(metricInput(by, name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return { by, choices: Object.fromEntries(chosen) };
}

export function severityTyped(typing: SeverityTyping): Severity | SeverityFault {
  return readSeverity(vectorTyped(typing));
}

/** What a form carries of the severity whose score it shows. The submission's secret id keeps it from being guessed. */
export function scoreMark({ submission }: Pick<Report, 'submission'>, severity: Severity | SeverityFault) {
  if ('fault' in severity) return undefined;
  return createHash('sha256').update(`${submission}/${severity.vector}`).digest('hex').slice(0, 16);
}

export function vectorTyped(typing: SeverityTyping): string {
  return typing.by === 'typed' ? typing.vector : vectorOf(typing.by, typing.choices);
}

/** Entering it in another way, with what is known already. */
export function enteredBy(by: SeverityTyping['by'], before: SeverityTyping): SeverityTyping {
  if (by === 'typed')
    return before.by === 'typed' || !hasChoices(before) ? typed(before) : { by, vector: vectorTyped(before) };
  const known = before.by === 'typed' ? metricsIn(before.vector) : before;
  return { by, choices: known === undefined ? {} : carriedOver(known.choices, known.by, by) };
}

const typed = (before: SeverityTyping): SeverityTyping => ({
  by: 'typed',
  vector: before.by === 'typed' ? before.vector : '',
});
const hasChoices = (typing: SeverityTyping) => typing.by !== 'typed' && Object.keys(typing.choices).length > 0;

type Built = Exclude<SeverityTyping, { by: 'typed' }>;

/** The base metrics that can be made out in a vector, whole or not. */
function metricsIn(vector: string): Built | undefined {
  const [head = '', ...parts] = vector.normalize('NFKC').toUpperCase().replace(/\s+/g, '').split('/');
  const by = cvssVersions.find((version) => head === `CVSS:${version}`);
  if (by === undefined) return undefined;
  const pairs = new Map(parts.map((part) => part.split(':') as [string, string | undefined]));
  const found = baseMetrics[by].flatMap(({ name, values }) => {
    const value = (values as readonly string[]).find((one) => one === pairs.get(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return { by, choices: Object.fromEntries(found) };
}

/** What is called otherwise in v4.0 and means the same as far as v3.1 tells it. */
const renamed = [
  ['C', 'VC'],
  ['I', 'VI'],
  ['A', 'VA'],
] as const;

/** The choices that mean the same in the other version; the others are left to be chosen. */
function carriedOver(choices: Readonly<Record<string, string>>, from: CvssVersion, to: CvssVersion) {
  if (from === to) return choices;
  const named = Object.entries(choices).map(([name, value]) => {
    const pair = renamed.find((one) => one.includes(name as never));
    return [pair === undefined ? name : to === '4.0' ? pair[1] : pair[0], value] as const;
  });
  const taken = named.filter(([name, value]) =>
    baseMetrics[to].some((metric) => metric.name === name && (metric.values as readonly string[]).includes(value)),
  );
  return Object.fromEntries(taken);
}
