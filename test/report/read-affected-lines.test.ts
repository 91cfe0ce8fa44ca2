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
    // Without a space between two versions.
    ...[
      ['3.4', '3.5'],
      ['v3.4', 'v3.5'],
      ['10.20', '10.30'],
      ['3.4.1', '3.5'],
      ['3.4', '3.5.1'],
      ['10.0.0-rc.1', '10.0.0-rc.5'],
      ['12345ab', '54321cd'],
      ['abcdefab', 'bcdefabc'],
      ['2024-01-15', '2024-02-15'],
    ].map(([first = '', last = '']): [string, string, string] => [`${first}-${last}`, first, last]),
    // One name, though a part of it looks like two versions.
    ...[
      'x3.4-3.5',
      'x1.0.0-rc.1-1.0.0-rc.5',
      'x9d2ee97-1ab2cd3',
      '9d2ee97-1ab2cd3x',
      '20231218-9d2ee975ef9f',
      'x2024-01-2024-05',
      '2024-01-2024-05x',
      '1r1200-r1234',
      'v1200-v1234',
    ].map((tag): [string, string, string] => [tag, tag, tag]),
  ])('%s is from %s up to %s', (typed, from, upTo) => {
    expect(rangeOf(typed)).toEqual({ from, upTo });
  });

  test.each(
    [
      ['all versions', 'all version', 'every', 'every version', 'any', '*', '全部版本', '所有', 'all.'],
      [
        '3.4.1',
        'version 3.4.1',
        'versions 3.4.1',
        'version3.4.1',
        'ver 3.4.1',
        'ver3.4.1',
        'ver.3.4.1',
        'release 3.4.1',
      ],
      [
        '3.4.1',
        '版本3.4.1',
        '版本 3.4.1',
        'just 3.4.1',
        'only3.4.1',
        '== 3.4.1',
        '仅3.4.1',
        '只有3.4.1',
        '3.4.1 。',
        '3.4.1..',
      ],
      ['v3.4.1', 'onlyv3.4.1', 'only v3.4.1', '=v3.4.1'],
      ['3.4.0 - 3.4.1', '3.4.0  -  3.4.1', '3.4.0 until 3.4.1', '3.4.0 up to 3.4.1', 'between 3.4.0 to 3.4.1'],
      [
        '3.4.0 - 3.4.1',
        '从 3.4.0 - 3.4.1',
        '自3.4.0 to 3.4.1',
        'between  3.4.0  and  3.4.1',
        '3.4.0 — 3.4.1',
        '3.4.0−3.4.1',
      ],
      [
        '3.4.0 - 3.4.1',
        'from3.4.0–3.4.1',
        'between 3.4.0 – 3.4.1',
        '自3.4.0至3.4.1止',
        '从3.4.0到3.4.1为止',
        '3.4.0到3.4.1 为止',
      ],
      [
        '3.4.0 - 3.4.1',
        '3.4.0 ~ 3.4.1',
        '3.4.0 ~3.4.1',
        '3.4.0~ 3.4.1',
        '3.4.0--3.4.1',
        '3.4.0 -- 3.4.1',
        '从3.4.0~3.4.1止',
      ],
      [
        '3.4.0 - 3.4.1',
        'from 3.4.0 ~ 3.4.1',
        'from3.4.0 ~ 3.4.1',
        'from3.4.0~3.4.1',
        '3.4.0 ~ 3.4.1为止',
        '从 3.4.0~ 3.4.1 止',
      ],
      [
        '3.4.0 - 3.4.1',
        '>= 3.4.0, <= 3.4.1',
        '>=3.4.0<=3.4.1',
        '≥3.4.0,≤3.4.1',
        '=>3.4.0 =<3.4.1',
        '>= 3.4.0 up to 3.4.1',
      ],
      [
        '3.4.0 - 3.4.1',
        'from 3.4.0, up to 3.4.1',
        'since 3.4.0 and <= 3.4.1',
        'since3.4.0, up to3.4.1',
        '>= 3.4.0, and <= 3.4.1',
      ],
      [
        '3.4.0 - 3.4.1',
        '从3.4.0起，不高于3.4.1',
        '自 3.4.0 起 且 不高于 3.4.1',
        '从3.4.0起到3.4.1',
        '>= 3.4.0但<=3.4.1',
      ],
      ['v3.4.0 - v3.4.1', 'fromv3.4.0–v3.4.1', 'fromv3.4.0 ~ v3.4.1', 'sincev3.4.0, up tov3.4.1', 'fromv3.4.0~v3.4.1'],
      [
        'up to 3.4.1',
        'until 3.4.1',
        'till 3.4.1',
        'through 3.4.1',
        'to 3.4.1',
        'up to3.4.1',
        '=<3.4.1',
        '不高于3.4.1',
        '最高 3.4.1',
      ],
      [
        'up to 3.4.1',
        '至3.4.1',
        '截至3.4.1',
        '截止 3.4.1',
        '3.4.1 & earlier',
        '3.4.1 &earlier',
        '3.4.1 and older',
        '3.4.1 and below',
      ],
      [
        'up to 3.4.1',
        '3.4.1 or before',
        '3.4.1 and lower',
        '3.4.1 and earlier version',
        '3.4.1以下',
        '3.4.1及以下的版本',
      ],
      [
        'up to 3.4.1',
        '3.4.1及之前版本',
        '3.4.1及其之前',
        '3.4.1 及以前',
        '3.4.1及更低版本',
        '3.4.1为止',
        '3.4.1以下 versions',
      ],
      [
        'from 3.4.0',
        'from3.4.0',
        'starting from 3.4.0',
        'starting with 3.4.0',
        '不低于3.4.0',
        '=>3.4.0',
        '自3.4.0起',
        '从3.4.0开始',
      ],
      [
        'from 3.4.0',
        'from 3.4.0 on',
        'from 3.4.0 onward',
        'from 3.4.0 onwards',
        '从 3.4.0 开始',
        '3.4.0 or later',
        '3.4.0 and newer',
      ],
      [
        'from 3.4.0',
        '3.4.0 and above',
        '3.4.0 and after',
        '3.4.0 & higher',
        '3.4.0 &higher',
        '3.4.0 and up',
        '3.4.0 onward',
        '3.4.0 onwards',
      ],
      [
        'from 3.4.0',
        '3.4.0以上',
        '3.4.0及以上',
        '3.4.0及之后',
        '3.4.0及其之后',
        '3.4.0及以后版本',
        '3.4.0及更新的版本',
        '3.4.0及更高',
      ],
      [
        'from 3.4.0',
        '3.4.0开始',
        '3.4.0起',
        '3.4.0 +',
        '3.4.0 and later version',
        '3.4.0 and later versions',
        '3.4.0以上 versions',
      ],
      [
        'before 3.4.2',
        'before3.4.2',
        '< 3.4.2',
        'below 3.4.2',
        'earlier than 3.4.2',
        'older than 3.4.2',
        'lower than 3.4.2',
        '小于3.4.2',
      ],
      [
        'before 3.4.2',
        'up to but not including 3.4.2',
        '早于 3.4.2',
        '低于3.4.2',
        '3.4.2之前',
        '3.4.2以前',
        '3.4.2之前版本',
        '3.4.2 以前的版本',
      ],
      [
        '>= 2.0.0, < 2.1.3',
        '>=2.0.0<2.1.3',
        '≥2.0.0且<2.1.3',
        'since 2.0.0 and below 2.1.3',
        'from2.0.0, before2.1.3',
        '=>2.0.0,<2.1.3',
      ],
      [
        '>= 2.0.0, < 2.1.3',
        '>= 2.0.0, and < 2.1.3',
        '>= 2.0.0, but < 2.1.3',
        '>=2.0.0,且<2.1.3',
        '>=2.0.0，但 低于2.1.3',
      ],
      [
        '>= 2.0.0, < 2.1.3',
        'from 2.0.0 up to but not including 2.1.3',
        '从2.0.0起低于2.1.3',
        '自2.0.0 起，早于 2.1.3',
        'since2.0.0, below2.1.3',
      ],
      ['>= 2.0.0, < 2.1.3', '2.0.0到2.1.3之前', '2.0.0 到 2.1.3 之前', '从2.0.0至2.1.3以前', '自 2.0.0 至 2.1.3 之前'],
      ['>= v2.0.0, < v2.1.3', 'fromv2.0.0, beforev2.1.3', 'sincev2.0.0, belowv2.1.3'],
    ].flatMap(([plain = '', ...others]) => others.map((typed): [string, string] => [typed, plain])),
  )('%s is the same as %s', (typed, plain) => {
    const [one, other] = [typed, plain].map((text) => readAffectedLines(`Ks: ${text}`));
    expect(one).toEqual(other);
    expect(one?.faults).toEqual([]);
  });

  test.each([
    ...[
      'after 3.4.2',
      'later than 3.4.2',
      'newer than 3.4.2',
      '大于3.4.2',
      '晚于 3.4.2',
      '>3.4.2',
      'after3.4.2',
      'afterv3.4.2',
    ].map((typed) => [typed, 'start_left_out']),
    ['after', 'no_number'],
    ['about all', 'no_number'],
    ['> next', 'no_number'],
    ...[
      ['about 3.4-3.5', 'about < 3.4.2', 'about >= 3.4.0, <= 3.4.2', 'about >= 2.0.0, < 2.1.3', 'about <= 3.4.1'],
      ['about from 3.4.0', 'about > 3.4.2', '约 从2.0.0到2.1.3之前', '约 3.4.2之前', '3.4.0 > 3.4.2'],
      [
        '3.4-3.5 x',
        '< 3.4.2 x',
        '>= 3.4.0, <= 3.4.2 x',
        '>= 2.0.0, < 2.1.3 x',
        '2.0.0到2.1.3之前 x',
        '3.4.2之前 x',
        'all x 3',
      ],
      [
        '3.4.1 and earlier x',
        '3.4.0 and later x',
        '9d2ee97-1ab2cd3 x',
        'r1200-r1234 x',
        '1.0.0-rc.1-1.0.0-rc.5 x',
        'all3',
      ],
    ]
      .flat()
      .map((typed) => [typed, 'unreadable_versions']),
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

  test.each<VersionRange>([
    {},
    { from: '3.4.0' },
    { upTo: '3.4.1' },
    { before: '3.4.2' },
    { from: '3.4.0', upTo: '3.4.1' },
    { from: '3.4.0', before: '3.4.2' },
    { from: '3.4.0', upTo: '3.4.0' },
  ])('what is written out is read back: %j', (range) => {
    const lines = ['Ks', 'Console'].flatMap((line) =>
      [range, { from: '9.0', upTo: '9.1' }].map((one) => ({ line, ...one })),
    );
    for (const { accept } of [localeOf('en'), localeOf('zh')]) {
      const written = writeAffectedLines(lines, accept.range);
      expect(written.split('\n')).toHaveLength(2);
      expect(readAffectedLines(written)).toEqual({ lines, faults: [] });
    }
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
    ['>= 2.0.0, 3.0.0 到 3.1.0', [{ from: '2.0.0' }, { from: '3.0.0', upTo: '3.1.0' }]],
    ['4.1.2, 。', [{ from: '4.1.2', upTo: '4.1.2' }]],
    ['4.1.2,', [{ from: '4.1.2', upTo: '4.1.2' }]],
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
      '  ',
      'KubeSphere v3.3',
      ': all',
      `${'x'.repeat(101)}: all`,
      ' v4: soon ',
      '：all',
      `${'x'.repeat(34)}: soon`,
      `Kube  Sphere ${'x'.repeat(88)} : all`,
    ];
    const { lines, faults } = readAffectedLines(typed.join('\r\n'));
    expect(lines).toEqual([{ line: 'KubeSphere v3.4', upTo: '3.4.1' }, { line: `Kube Sphere ${'x'.repeat(88)}` }]);
    expect(faults.map(({ row, fault }) => [row, fault])).toEqual([
      [3, 'no_colon'],
      [4, 'no_name'],
      [5, 'name_too_long'],
      [6, 'no_number'],
      [7, 'no_name'],
      [8, 'no_number'],
    ]);
    expect(faults[2]?.text).toBe(`${'x'.repeat(39)}…`);
    expect([faults[3]?.text, faults[5]?.text]).toEqual(['v4: soon', `${'x'.repeat(34)}: soon`]);
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
