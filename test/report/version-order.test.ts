import {
  compareTyped,
  hasOrder,
  isCommit,
  isTag,
  isVersion,
  publishedVersion,
} from '../../src/report/version-order.js';

describe('a version', () => {
  test.each([
    ['v3.4.1', '3.4.1'],
    [' V3.4 ', '3.4'],
    ['Version 4', '4'],
    ['版本 4.1.3', '4.1.3'],
    ['release 4.1.3', '4.1.3'],
    ['version: 4.1.3', '4.1.3'],
    ['version  4.1.3', '4.1.3'],
    ['version4.1.3', '4.1.3'],
    ['ver 4.1.3', '4.1.3'],
    ['ver.4.1.3', '4.1.3'],
    ['ver4.1.3', '4.1.3'],
    ['release : 4.1.3', '4.1.3'],
    ['版本4.1.3', '4.1.3'],
    ['版本：4.1.3', '4.1.3'],
    ['版本 : 4.1.3', '4.1.3'],
    ['v 4.1.3', '4.1.3'],
    ['10:1.2', '10:1.2'],
    ['ｖ４．１．３', '4.1.3'],
    ['3.4.X', '3.4.X'],
    ['v3.4.1-rc2', '3.4.1-rc2'],
    ['v1.24.17+k3s1', '1.24.17+k3s1'],
    ['v0.0.0-20231218163308-9d2ee975ef9f', '0.0.0-20231218163308-9d2ee975ef9f'],
    ['1:1.2.13-2', '1:1.2.13-2'],
    ['1!2.0rc1', '1!2.0rc1'],
    ['8.5p1', '8.5p1'],
    ['9d2ee975ef9f1c0b7a1f6d0f7a5b7c2e3d4f5a6b', '9d2ee975ef9f1c0b7a1f6d0f7a5b7c2e3d4f5a6b'],
  ])('%s is published as typed but for what stands before it: %s', (typed, published) => {
    expect([isVersion(typed), publishedVersion(typed)]).toEqual([true, published]);
  });

  test.each([
    ...['', 'master', 'latest', '>= 3.4', '3.4.1 and earlier', '3..4', 'commit 04a29b5', '4.1.3-', '1 : 2'],
    ...[
      '12 SP5',
      'pre-3.0',
      'before3',
      'jenkins-2.x',
      'r12.x.3',
      'r12.x.10',
      '12.2(55)SE 4',
      '^3.4.0',
      '~3.4',
      'r12/r15',
      'v4.1.2/v4.1.3',
      'r12:r15',
    ],
  ])('is not what %s is', (typed) => {
    expect([isVersion(typed), compareTyped(typed, '3.4.1')]).toEqual([false, 'cannot_say']);
  });

  test.each([
    ...['r1234', 'release-2024-01', 'jenkins-2.426', 'RELEASE.2023-03-20T20-16-18Z', 'OpenSSL_1_1_1k', 'REL_14_2'],
    ...[
      'curl-7_84_0',
      'go1.20.3',
      'jdk-17.0.5+8',
      'R15B03-1',
      'n4.4.1',
      'verdaccio-5.1',
      'version-3.4',
      'helm-chart-4.5.2',
    ],
    ...['@scope/pkg@1.2.3', 'pkg/v1.2.3', 'facade1.2.3', `sha256:${'0a'.repeat(32)}`],
    ...['12.2(55)SE', '12.10(5)SE', '15(3)T2'],
  ])('%s is a tag: published as typed, and its place in the order is not said', (tag) => {
    expect([isTag(tag), isVersion(tag), hasOrder(tag), publishedVersion(tag)]).toEqual([true, true, false, tag]);
    expect([compareTyped(tag, '3.4.1'), compareTyped(tag, 'r1'), compareTyped(tag, tag)]).toEqual([
      'cannot_say',
      'cannot_say',
      'same',
    ]);
  });
});

describe('the order of versions', () => {
  test('is that of releases, with alpha, beta and rc before them', () => {
    const order = [
      'v0.0.0-20231218163308-9d2ee975ef9f',
      '0.17.0',
      'v3.0.0',
      '3.1',
      '3.4.1',
      '3.5-alpha2',
      '3.5-beta1',
      '3.5-rc',
      '3.5.0-rc.9',
      '3.5.0-rc.9.1',
      '3.5rc10',
      'v3.5',
      '3.5.0.1',
      '4.1.3',
      '4.1.10',
      '8.5p1',
      '9.7p1',
      '2024.04.1',
      '2024.10.0',
    ];
    for (const [i, older] of order.entries())
      for (const newer of order.slice(i + 1))
        expect([newer, older, compareTyped(newer, older), compareTyped(older, newer)]).toEqual([
          newer,
          older,
          'newer',
          'older',
        ]);
  });

  test.each([
    ['11.1.6-h1', '11.1.6'],
    ['2.4.5-p1', '2.4.5'],
    ['v1.24.17+k3s2', 'v1.24.17+k3s1'],
    ['1:1.2.13-2', '1:1.2.13'],
    ['1:1.0', '2.0'],
    ['3.5-dev2', '3.5-rc1'],
    ['3.5-hotfix.rc1', '3.5'],
    ['3.5-rc1-hotfix', '3.5'],
    ['04a29b5', '3.4.1'],
  ])('does not say whether %s is newer than %s', (one, other) => {
    expect([compareTyped(one, other), compareTyped(other, one)]).toEqual(['cannot_say', 'cannot_say']);
  });

  test('counts missing numbers as zero, and has 3.4.x beside every 3.4', () => {
    expect([
      compareTyped('v3.4', '3.4.0'),
      compareTyped('3.5-rc1', '3.5.0-rc.1'),
      compareTyped('3.4.x', '3.4.9'),
      compareTyped('3.4.9', '3.4.x'),
      compareTyped('3.5.0', '3.4.x'),
      compareTyped('3.3.9', '3.4.x'),
      compareTyped('1:2.0', '1:1.9'),
      compareTyped('1!2.0', '1!1.9'),
    ]).toEqual(['same', 'same', 'same', 'same', 'newer', 'older', 'newer', 'newer']);
  });

  test('a commit has none', () => {
    expect([hasOrder('04a29b5'), hasOrder('3.4.1'), hasOrder('20240101')]).toEqual([false, true, true]);
    expect(['abcdef1', 'abcdefab'].map((one) => [isCommit(one), isTag(one)])).toEqual([
      [true, false],
      [true, false],
    ]);
  });
});
