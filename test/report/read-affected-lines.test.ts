import fc from 'fast-check';
import { localeOf } from '../../src/locales/locale-of.js';
import type { AffectedLine, VersionRange } from '../../src/report/affected-line.js';
import { lineNameLimit, readAffectedLines, writeAffectedLines } from '../../src/report/read-affected-lines.js';
import { compareTyped } from '../../src/report/version-order.js';
import { seeded } from '../support/seeded.js';

const rangeOf = (typed: string) => {
  const { lines, faults } = readAffectedLines(`KubeSphere v3.4: ${typed}`);
  return faults[0]?.fault ?? { from: lines[0]?.from, upTo: lines[0]?.upTo };
};

describe('affected versions as people type them', () => {
  test.each([
    ['3.4.0 - 3.4.1', '3.4.0', '3.4.1'],
    ['3.4.0-3.4.1', '3.4.0', '3.4.1'],
    ['v3.4.0 – v3.4.1', 'v3.4.0', 'v3.4.1'],
    ['3.4.0 to 3.4.1.', '3.4.0', '3.4.1'],
    ['from 3.4.0 through 3.4.1', '3.4.0', '3.4.1'],
    ['between 3.4.0 and 3.4.1', '3.4.0', '3.4.1'],
    ['3.4.0～3.4.1', '3.4.0', '3.4.1'],
    ['从 3.4.0 到 3.4.1', '3.4.0', '3.4.1'],
    ['1.0.0-rc.1-1.0.0-rc.5', '1.0.0-rc.1', '1.0.0-rc.5'],
    ['v1.24.17+k3s1-v1.24.20+k3s2', 'v1.24.17+k3s1', 'v1.24.20+k3s2'],
    ['9d2ee97-1ab2cd3', '9d2ee97', '1ab2cd3'],
    [
      'v1.2.3-0.20231218163308-9d2ee975ef9f',
      'v1.2.3-0.20231218163308-9d2ee975ef9f',
      'v1.2.3-0.20231218163308-9d2ee975ef9f',
    ],
    ['20231218-1234567', '20231218-1234567', '20231218-1234567'],
    ['1.0~rc1-1 - 1.0-2', '1.0~rc1-1', '1.0-2'],
    ['up to 1!2.0~rc1', undefined, '1!2.0~rc1'],
    ['3.4.0至3.4.1', '3.4.0', '3.4.1'],
    ['4.1.0-rc.1 - 4.1.3-rc.2', '4.1.0-rc.1', '4.1.3-rc.2'],
    ['up to 3.4.1', undefined, '3.4.1'],
    ['Up to and including version 3.4.1', undefined, '3.4.1'],
    ['<= 3.4.1', undefined, '3.4.1'],
    ['≤3.4.1', undefined, '3.4.1'],
    ['3.4.1 and earlier', undefined, '3.4.1'],
    ['3.4.1 or earlier versions', undefined, '3.4.1'],
    ['到 3.4.1', undefined, '3.4.1'],
    ['3.4.1 及以下', undefined, '3.4.1'],
    ['3.4.1及更早版本', undefined, '3.4.1'],
    ['from 3.4.0', '3.4.0', undefined],
    ['since 3.4.0', '3.4.0', undefined],
    ['>=3.4.0', '3.4.0', undefined],
    ['3.4.0+', '3.4.0', undefined],
    ['3.4.0 and later', '3.4.0', undefined],
    ['从 3.4.0 起', '3.4.0', undefined],
    ['3.4.0 及以上版本', '3.4.0', undefined],
    ['all', undefined, undefined],
    ['ALL versions', undefined, undefined],
    ['全部', undefined, undefined],
    ['所有版本。', undefined, undefined],
    ['3.4.1', '3.4.1', '3.4.1'],
    ['only 3.4.1', '3.4.1', '3.4.1'],
    ['仅 ３．４．１', '3.4.1', '3.4.1'],
    ['= 3.4.1', '3.4.1', '3.4.1'],
    ['3.4.x', '3.4.x', '3.4.x'],
    ['r1200 - r1234', 'r1200', 'r1234'],
    ['r1200-r1234', 'r1200', 'r1234'],
    ['r1200～r1234', 'r1200', 'r1234'],
    ['r1200至r1234', 'r1200', 'r1234'],
    ['jenkins-2.426-jenkins-2.430', 'jenkins-2.426', 'jenkins-2.430'],
    ['release-2024-01 to release-2024-05', 'release-2024-01', 'release-2024-05'],
    ['2024-01-2024-05', '2024-01', '2024-05'],
    ['up to jenkins-2.426', undefined, 'jenkins-2.426'],
    ['from release r1200', 'r1200', undefined],
    ['从 r1200 起', 'r1200', undefined],
    ['r1234 and earlier', undefined, 'r1234'],
    // Names that begin or end like the words of a range.
    ...[
      'tomcat-9.0.5',
      'torch-1.2',
      'onlyoffice-7.1',
      'justice-1',
      'verdaccio-5.1',
      'fromage-1.0',
      'sincerity-2',
      'android-14',
    ].map((tag): [string, string, string] => [tag, tag, tag]),
    ...['release-2024-01', 'version-3.4', 'r1-hudson', 'OpenSSL_1_1_1k', '12.2(55)SE'].map(
      (tag): [string, string, string] => [tag, tag, tag],
    ),
    ['from r1-hudson', 'r1-hudson', undefined],
    ['up to tomcat-9.0', undefined, 'tomcat-9.0'],
    ['tomcat-9.0 - tomcat-9.1', 'tomcat-9.0', 'tomcat-9.1'],
  ])('%s is from %s up to %s', (typed, from, upTo) => {
    expect(rangeOf(typed)).toEqual({ from, upTo });
  });

  test.each([
    ['', 'unreadable_versions'],
    ['the newest', 'no_number'],
    ['up to master', 'no_number'],
    ['3.4.0 - main', 'no_number'],
    ['>= 3.4.0, < trunk', 'no_number'],
    ['12 SP5', 'unreadable_versions'],
    ['jenkins-2.x', 'unreadable_versions'],
    ['pre-3.0', 'unreadable_versions'],
    ['r12/r15', 'unreadable_versions'],
    ['> r1200', 'start_left_out'],
    ['3.4.1 - 3.4.0', 'backwards'],
    ['从 3.4.1 到 3.4.0', 'backwards'],
    ['> 3.4.2', 'start_left_out'],
    ['高于 3.4.2', 'start_left_out'],
    ['>= 3.4.2, < 3.4.2', 'backwards'],
  ])('%s is told as %s', (typed, fault) => {
    expect(rangeOf(typed)).toBe(fault);
  });

  test.each([
    ['< 3.4.2', undefined, '3.4.2'],
    ['<3.4.2', undefined, '3.4.2'],
    ['before v3.4.2', undefined, 'v3.4.2'],
    ['低于 3.4.2', undefined, '3.4.2'],
    ['3.4.2 之前', undefined, '3.4.2'],
    ['>= 2.0.0, < 2.1.3', '2.0.0', '2.1.3'],
    ['>=2.0.0 <2.1.3', '2.0.0', '2.1.3'],
    ['from 2.0.0, before 2.1.3', '2.0.0', '2.1.3'],
    ['从 2.0.0 到 2.1.3 之前', '2.0.0', '2.1.3'],
    ['从 2.0.0 起，低于 2.1.3', '2.0.0', '2.1.3'],
  ])('%s is from %s and ends before %s', (typed, from, before) => {
    expect(readAffectedLines(`KubeSphere v3.4: ${typed}`).lines).toEqual([
      { line: 'KubeSphere v3.4', ...(from && { from }), before },
    ]);
  });

  test.each([
    ['zlib1g: up to 1:1.2.13', 'zlib1g', { upTo: '1:1.2.13' }],
    ['zlib1g: 1:1.2.11 - 1:1.2.13', 'zlib1g', { from: '1:1.2.11', upTo: '1:1.2.13' }],
    [
      `Image: sha256:${'0a'.repeat(32)}`,
      'Image',
      { from: `sha256:${'0a'.repeat(32)}`, upTo: `sha256:${'0a'.repeat(32)}` },
    ],
    ['KubeSphere v3.4:3.4.0', 'KubeSphere v3.4', { from: '3.4.0', upTo: '3.4.0' }],
    ['KubeSphere 4:up to 4.1.2', 'KubeSphere 4', { upTo: '4.1.2' }],
  ])('the colon of an epoch is part of the version: %s', (row, line, range) => {
    expect(readAffectedLines(row).lines).toEqual([{ line, ...range }]);
  });

  test.each([
    [
      '3.4.0 - 3.4.2, 4.1.0 - 4.1.1',
      [
        { from: '3.4.0', upTo: '3.4.2' },
        { from: '4.1.0', upTo: '4.1.1' },
      ],
    ],
    [
      '>= 2.0.0, < 2.1.3, >= 3.0.0, <= 3.0.5',
      [
        { from: '2.0.0', before: '2.1.3' },
        { from: '3.0.0', upTo: '3.0.5' },
      ],
    ],
    ...['4.1.2 and 4.1.5', 'only 4.1.2 & 4.1.5', '4.1.2 和 4.1.5', '４.1.2与4.1.5'].map(
      (typed): [string, VersionRange[]] => [
        typed,
        [
          { from: '4.1.2', upTo: '4.1.2' },
          { from: '4.1.5', upTo: '4.1.5' },
        ],
      ],
    ),
    ['up to 1.4.6; 1.5.0', [{ upTo: '1.4.6' }, { from: '1.5.0', upTo: '1.5.0' }]],
    [
      '3.4.x、4.1.x',
      [
        { from: '3.4.x', upTo: '3.4.x' },
        { from: '4.1.x', upTo: '4.1.x' },
      ],
    ],
    ['从 2.0.0 起，低于 2.1.3；3.0.0 及以上', [{ from: '2.0.0', before: '2.1.3' }, { from: '3.0.0' }]],
    ['from 2.0.0, before 2.1.3, before 1.0', [{ from: '2.0.0', before: '2.1.3' }, { before: '1.0' }]],
  ])('several ranges of a product, with commas: %s', (typed, ranges) => {
    expect(readAffectedLines(`Ks: ${typed}`)).toEqual({
      lines: ranges.map((one) => ({ line: 'Ks', ...one })),
      faults: [],
    });
  });

  test('a product in several rows and spellings is one, named as the policy names it', () => {
    const { lines } = readAffectedLines('kubesphere: 3.4.1\nOther: all\nＫubeSphere: 4.1.2', ['KubeSphere']);
    expect(lines.map(({ line, upTo }) => [line, upTo])).toEqual([
      ['KubeSphere', '3.4.1'],
      ['KubeSphere', '4.1.2'],
      ['Other', undefined],
    ]);
  });

  test('a range that can’t be read is told, whatever stands beside it', () => {
    expect(readAffectedLines('Ks: 3.4.1, soon').faults).toMatchObject([{ row: 1, fault: 'no_number' }]);
    expect(readAffectedLines('Ks: 3.4.1, 2.1 - 2.0').faults).toMatchObject([{ row: 1, fault: 'backwards' }]);
  });

  test('every fault is found, with the row it stands in', () => {
    const typed = [
      'KubeSphere v3.4：up to 3.4.1',
      '',
      'KubeSphere v3.3',
      ': all',
      `${'x'.repeat(101)}: all`,
      'v4: soon',
    ];
    const { lines, faults } = readAffectedLines(typed.join('\r\n'));
    expect(lines).toEqual([{ line: 'KubeSphere v3.4', upTo: '3.4.1' }]);
    expect(faults.map(({ row, fault }) => [row, fault])).toEqual([
      [3, 'no_colon'],
      [4, 'no_name'],
      [5, 'name_too_long'],
      [6, 'no_number'],
    ]);
    expect(faults[2]?.text).toHaveLength(40);
  });

  test('what is written out is read back the same, whatever the product line is called', () => {
    const { seed } = seeded('TEST_SEED');
    const number = fc.nat({ max: 40 }).map(String);
    const pre = fc.option(
      fc.constantFrom('-rc.1', '-alpha', '-3.4.1', 'beta2', '~rc2-1', '-x-7', '+build.5', 'p1', '-h1'),
      {
        nil: '',
      },
    );
    const word = fc.constantFrom('r', 'release-', 'jenkins-', 'tomcat-', 'only_', 'OpenSSL_', 'pkg/v', 'from.age');
    const version = fc
      .tuple(fc.oneof(fc.constantFrom('', 'v'), word), fc.array(number, { minLength: 1, maxLength: 4 }), pre)
      .map(([v, numbers, end]) => `${v}${numbers.join('.')}${end}`)
      .filter((typed) => !(/^[a-uw-z]/i.test(typed) && typed.includes('~')));
    const name = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.constantFrom(
          'KubeSphere v3.0 & earlier',
          '控制台：旧版',
          'a: b',
          'from 1.0',
          'KubeSphere v3.4: 3.4.0 - 3.4.1',
        ),
      )
      .map((text) => text.replace(/[\s\u2028\u2029]+/g, ' ').trim())
      .filter((text) => text !== '' && text.length <= lineNameLimit);
    const optional = fc.option(version, { nil: undefined });
    const range: fc.Arbitrary<VersionRange> = fc
      .tuple(optional, optional, fc.boolean())
      .filter(([from, end]) => !from || !end || ['older', 'cannot_say'].includes(compareTyped(from, end)))
      .map(([from, end, open]) => ({ ...(from && { from }), ...(end && (open ? { before: end } : { upTo: end })) }));
    const product: fc.Arbitrary<AffectedLine[]> = fc
      .tuple(name, fc.array(range, { minLength: 1, maxLength: 4 }))
      .map(([line, ranges]) => ranges.map((one) => ({ line, ...one })));
    const products = fc
      .uniqueArray(product, {
        minLength: 1,
        maxLength: 5,
        selector: ([first]) => first?.line.normalize('NFKC').toLowerCase(),
      })
      .map((all) => all.flat());
    let tried = 0;
    fc.assert(
      fc.property(products, (lines) => {
        tried += lines.length;
        for (const { accept } of [localeOf('en'), localeOf('zh')])
          expect(readAffectedLines(writeAffectedLines(lines, accept.range))).toEqual({ lines, faults: [] });
      }),
      { seed, numRuns: 1000 },
    );
    console.log(`affected lines: ${tried} written and read back (seed ${seed})`);
    expect(tried).toBeGreaterThan(3000);
  });

  test('nothing that is typed breaks it', () => {
    const { seed } = seeded('TEST_SEED');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const { lines, faults } = readAffectedLines(typed);
        for (const { line } of lines) expect(line.trim()).not.toBe('');
        for (const { row } of faults) expect(row).toBeGreaterThan(0);
      }),
      { seed, numRuns: 1000 },
    );
  });
});
