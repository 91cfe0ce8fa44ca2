import fc from 'fast-check';
import {
  baseMetrics,
  cvssVersions,
  metricsToChoose,
  optionalMetrics,
  vectorOf,
} from '../../src/report/cvss-metrics.js';
import { cvssVersionOf, readSeverity, Severity, severityParts } from '../../src/report/severity.js';

const idor = 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N';
const worst = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H';

describe('a severity', () => {
  test.each([
    [idor, 6.5, 'medium'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10, 'critical'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0, 'none'],
    ['CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N', 1.8, 'low'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5, 'high'],
    [worst, 10, 'critical'],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N', 7.1, 'high'],
  ])('%s is %d, %s', (vector, score, rating) => {
    expect(readSeverity(vector)).toEqual({ vector, score, rating });
    expect(Severity.parse({ vector, score, rating })).toEqual({ vector, score, rating });
  });

  test('is read as people type it', () => {
    const typed = [
      '  cvss:3.1/av:n/ac:l/pr:l/ui:n/s:u/c:h/i:n/a:n ',
      'CVSS：3.1／AV：N／AC：L／PR：L／UI：N／S：U／C：H／I：N／A：N',
      `${idor}/`,
    ];
    typed.push(
      'CVSS:3.1/A:N/I:N/C:H/S:U/UI:N/PR:L/AC:L/AV:N',
      'CVSS:3.1 / AV:N / AC:L / PR:L / UI:N / S:U / C:H / I:N / A:N\n',
      `${idor}/E:X`,
    );
    for (const text of typed) expect(readSeverity(text)).toEqual({ vector: idor, score: 6.5, rating: 'medium' });
  });

  test('counts threat and environmental metrics, and also gives the score without them', () => {
    const tempered = readSeverity(`${idor}/E:U/RL:O/RC:C`);
    expect(tempered).toEqual({ vector: `${idor}/E:U/RL:O/RC:C`, score: 5.7, rating: 'medium' });
    expect(readSeverity(`${worst}/E:U/U:clear`)).toEqual({
      vector: `${worst}/E:U/U:Clear`,
      score: 9.1,
      rating: 'critical',
    });
  });

  test.each([
    [idor, [6.5, undefined, undefined]],
    [`${idor}/E:U/RL:O/RC:C`, [6.5, 5.7, undefined]],
    [`${idor}/RC:U`, [6.5, 6, undefined]],
    [`${idor}/CR:L`, [6.5, undefined, 4.7]],
    [`${idor}/E:U/RL:O/RC:C/CR:L`, [6.5, 5.7, 4.1]],
    [`${worst}/E:U/AU:Y/R:I/U:Red`, [10, 9.1, undefined]],
    [`${worst}/AU:Y/U:Red`, [10, undefined, undefined]],
    [`${worst}/MAV:P`, [10, undefined, 8.6]],
  ])('the scores of %s are told apart: base, with the threat, with the environment', (vector, scores) => {
    const { base, threat, environmental } = severityParts(Severity.parse(readSeverity(vector)));
    expect([base.score, threat?.score, environmental?.score]).toEqual(scores);
    expect(base.vector).not.toMatch(/E:|CR:|AU:|MAV:/);
  });

  test('knows its version', () => {
    expect([idor, worst].map((vector) => cvssVersionOf(Severity.parse(readSeverity(vector))))).toEqual(cvssVersions);
  });
});

describe('an invalid severity', () => {
  const v3 = { version: '3.1' } as const;
  test.each([
    ['', { fault: 'not_a_vector' }],
    ['high', { fault: 'not_a_vector' }],
    ['9.8', { fault: 'not_a_vector' }],
    ['x'.repeat(5000), { fault: 'not_a_vector' }],
    [idor.padEnd(401, '/AV:N'), { fault: 'not_a_vector' }],
    [idor.padEnd(400, '/AV:N').slice(0, 400), { fault: 'metric_twice', metric: 'AV' }],
    ['AV:N', { fault: 'no_version' }],
    [`X${idor}`, { fault: 'no_version' }],
    [`${idor}/1AV:N`, { fault: 'malformed_part', part: '1AV:N' }],
    [`${idor}/AV:N1`, { fault: 'malformed_part', part: 'AV:N1' }],
    [`${idor}/${'-'.repeat(40)}`, { fault: 'malformed_part', part: '-'.repeat(40) }],
    [`${idor}/${'-'.repeat(41)}`, { fault: 'malformed_part', part: `${'-'.repeat(39)}…` }],
    ['AV:N/AC:L/Au:N/C:P/I:P/A:P', { fault: 'other_version', version: '2.0' }],
    ['(AV:N/AC:L/Au:N/C:P/I:P/A:P)', { fault: 'other_version', version: '2.0' }],
    [idor.replace('3.1', '3.0'), { fault: 'other_version', version: '3.0' }],
    [idor.replace('3.1', '5'), { fault: 'other_version', version: '5' }],
    ['CVSS:/AV:N', { fault: 'other_version', version: '' }],
    [idor.slice(9), { fault: 'no_version' }],
    [`${idor}/`.replace('/PR:L', '//PR:L'), { fault: 'malformed_part', part: '' }],
    [idor.replace('PR:L', 'PR-L'), { fault: 'malformed_part', part: 'PR-L' }],
    [idor.replace('PR:L', 'PR:'), { fault: 'malformed_part', part: 'PR:' }],
    [idor.replace('PR:L', 'AT:N'), { fault: 'unknown_metric', ...v3, metric: 'AT' }],
    [idor.replace('PR:L', 'constructor:N'), { fault: 'unknown_metric', ...v3, metric: 'constructor' }],
    [
      idor.replace('PR:L', 'PR:X'),
      { fault: 'unknown_value', ...v3, metric: 'PR', value: 'X', expected: ['N', 'L', 'H'] },
    ],
    [`${idor}/AV:N`, { fault: 'metric_twice', metric: 'AV' }],
    [idor.replace('/PR:L', ''), { fault: 'missing_metrics', ...v3, metrics: ['PR'] }],
    ['CVSS:3.1', { fault: 'missing_metrics', ...v3, metrics: ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'] }],
    [worst.replace('/SA:H', '/E:A'), { fault: 'missing_metrics', version: '4.0', metrics: ['SA'] }],
  ])('%s', (typed, fault) => {
    expect(readSeverity(typed)).toEqual(fault);
  });

  test('is reported, never thrown, whatever was typed', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('AV:N', 'av:n', 'CVSS:3.1', 'CVSS:4.0', 'VC:H', 'U:Red', 'S:P'));
    const typed = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 20 }).map((parts) => parts.join('/')),
      fc.constantFrom('__proto__:N'),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom('', 'CVSS:3.1/', 'CVSS:4.0/'), (rest, head) => {
        const read = readSeverity(head + rest);
        expect('fault' in read || Severity.safeParse(read).success).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a vector built from choices', () => {
  test.each(cvssVersions)('is a severity, whichever values are chosen: %s', (version) => {
    const metrics = [...baseMetrics[version], ...optionalMetrics[version]];
    const choices = fc.record(
      Object.fromEntries(metrics.map(({ name, values }) => [name, fc.constantFrom(...values)])),
    );
    fc.assert(
      fc.property(choices, (chosen) => {
        const vector = vectorOf(version, chosen);
        expect(readSeverity(vector)).toMatchObject({ vector });
      }),
      { numRuns: 500 },
    );
  });

  test('leaves out what is not chosen yet, and says what that is', () => {
    const chosen = { AV: 'N', AC: 'L', PR: '' };
    expect(vectorOf('3.1', chosen)).toBe('CVSS:3.1/AV:N/AC:L');
    expect(metricsToChoose('3.1', chosen)).toEqual(['PR', 'UI', 'S', 'C', 'I', 'A']);
  });
});
