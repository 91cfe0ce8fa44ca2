import { cvssChoices, severityFaultSentence } from '../../src/locales/cvss-choices.js';
import { localeOf } from '../../src/locales/locale-of.js';
import { baseMetrics, cvssVersions, vectorOf } from '../../src/report/cvss-metrics.js';
import { readSeverity } from '../../src/report/severity.js';

const languages = [localeOf('en'), localeOf('zh')];

describe('what a severity is built of', () => {
  test.each(cvssVersions)(
    'has a name of its own in each language, metric by metric and value by value: %s',
    (version) => {
      for (const said of languages) {
        const choices = cvssChoices(version, said);
        expect(choices.map(({ metric, values }) => [metric, values.map(({ value }) => value)])).toEqual(
          baseMetrics[version].map(({ name, values }) => [name, values]),
        );
        expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
        for (const { metric, name, values } of choices) {
          expect(name.length).toBeGreaterThan(metric.length);
          expect(new Set(values.map((value) => value.name)).size).toBe(values.length);
        }
      }
    },
  );

  test.each(cvssVersions)('has the worst value first: %s', (version) => {
    const first = Object.fromEntries(
      cvssChoices(version, languages[0] ?? localeOf('en')).map(({ metric, values }) => [
        metric,
        values[0]?.value ?? '',
      ]),
    );
    expect(readSeverity(vectorOf(version, first))).toMatchObject({ score: 10 });
  });
});

test.each([
  ['high', ['CVSS:3.1/'], ['CVSS:3.1/']],
  ['AV:N/AC:L', ['CVSS:4.0/'], ['CVSS:4.0/']],
  ['CVSS:3.0/AV:N', ['3.0', 'again'], ['3.0', '评分']],
  ['CVSS:3.1/AVN', ['“AVN”', 'AV:N'], ['“AVN”', 'AV:N']],
  ['CVSS:3.1/AT:N', ['v3.1 has no metric AT'], ['v3.1 没有指标 AT']],
  ['CVSS:3.1/AV:Q', ['AV has no value Q', 'N · A · L · P'], ['没有取值 Q', 'N · A · L · P']],
  ['CVSS:3.1/AV:N/AV:A', ['AV is there twice'], ['AV 出现了两次']],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H', ['VI · VA · SC · SI · SA'], ['VI · VA · SC · SI · SA']],
])('%s is no severity, and is told why', (typed, ...parts) => {
  const read = readSeverity(typed);
  if (!('fault' in read)) throw new Error('expected a fault');
  for (const [i, said] of languages.entries()) {
    for (const part of parts[i] ?? []) expect(severityFaultSentence(read, said)).toContain(part);
  }
});
