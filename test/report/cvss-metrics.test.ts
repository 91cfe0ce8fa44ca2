import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  baseMetrics,
  type CvssMetric,
  type CvssVersion,
  metricsToChoose,
  optionalMetrics,
  vectorOf,
} from '../../src/report/cvss-metrics.js';
import { root } from '../support/project.js';

/** FIRST's own pattern of a vector, as the schemas of a CSAF validator have it. */
function officialPattern(file: string): RegExp {
  const text = readFileSync(join(root, 'node_modules/@secvisogram/csaf-validator-lib', file), 'utf8');
  const [, pattern] = /vectorString: \{\s+type: 'string',\s+pattern:\s+'(.*)',\n/.exec(text) ?? [];
  if (pattern === undefined) throw new Error(`${file} has no pattern of a vector`);
  return new RegExp(pattern);
}
const official: Readonly<Record<CvssVersion, RegExp>> = {
  '3.1': officialPattern('schemas/cvss-v3.1.js'),
  '4.0': officialPattern('csaf_2_1/csafAjv/cvss-v4.0.js'),
};
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const anyValue = [...letters, 'Amber', 'Clear', 'Green', 'Red'];
const pairs = letters.flatMap((one) => letters.map((other) => one + other));
const anyName = [...letters, ...pairs, ...pairs.map((pair) => `M${pair}`)];

describe.each(['3.1', '4.0'] as const)('CVSS v%s', (version) => {
  const base: readonly CvssMetric[] = baseMetrics[version];
  const [optional, pattern] = [optionalMetrics[version], official[version]];
  const chosen = Object.fromEntries(base.map(({ name, values: [worst] }) => [name, String(worst)]));
  const shortest = vectorOf(version, chosen);
  const valuesOf = (vectorWith: (value: string) => string) =>
    anyValue.filter((value) => pattern.test(vectorWith(value)));

  test('has the values of the standard for each metric that is required', () => {
    for (const { name, values } of base) {
      const found = valuesOf((value) => shortest.replace(new RegExp(`/${name}:\\w`), `/${name}:${value}`));
      expect([name, found]).toEqual([name, values.toSorted()]);
    }
  });

  test('has the optional metrics of the standard and no others, each with its values', () => {
    const found = anyName
      .filter((name) => !(name in chosen))
      .map((name) => ({ name, values: valuesOf((value) => `${shortest}/${name}:${value}`) }))
      .filter(({ values }) => values.length > 0);
    const inOrder = (metrics: typeof optional) =>
      metrics.map(({ name, values }) => `${name}: ${values.toSorted().join(' ')}`).toSorted();
    expect(inOrder(found)).toEqual(inOrder(optional));
  });

  test('names the metrics in the order of the standard, which v4.0 asks for', () => {
    const all = Object.fromEntries(optional.map(({ name, values }) => [name, values[1] ?? '']));
    const longest = vectorOf(version, { ...all, ...chosen });
    expect(longest.split('/')).toHaveLength(1 + base.length + optional.length);
    expect(longest).toMatch(pattern);
  });

  test('leaves out of a vector what is missing or not defined, and says what is still to be chosen', () => {
    expect(metricsToChoose(version, {})).toEqual(base.map(({ name }) => name));
    expect(metricsToChoose(version, { ...chosen, AV: '' })).toEqual(['AV']);
    expect(vectorOf(version, {})).toBe(`CVSS:${version}`);
    expect(vectorOf(version, { AC: 'L', AV: 'N', PR: '', E: 'X', CR: 'H' })).toBe(`CVSS:${version}/AV:N/AC:L/CR:H`);
  });
});
