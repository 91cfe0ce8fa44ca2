import { compareTyped, hasOrder, isVersion, publishedVersion } from '../../src/report/version-order.js';

describe('a version', () => {
  test.each([
    ['v3.4.1', '3.4.1'],
    [' V3.4 ', '3.4'],
    ['Version 4', '4'],
    ['版本 4.1.3', '4.1.3'],
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

  test.each(['', 'master', 'latest', '>= 3.4', '3.4.1 and earlier', '3..4', 'commit 04a29b5', '4.1.3-', '1 : 2'])(
    'is not what %s is',
    (typed) => {
      expect([isVersion(typed), compareTyped(typed, '3.4.1')]).toEqual([false, 'cannot_say']);
    },
  );
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
      '3.5.0-rc.9',
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
    ['04a29b5', '3.4.1'],
  ])('does not say whether %s is newer than %s', (one, other) => {
    expect([compareTyped(one, other), compareTyped(other, one)]).toEqual(['cannot_say', 'cannot_say']);
  });

  test('counts missing numbers as zero, and has 3.4.x beside every 3.4', () => {
    expect([
      compareTyped('v3.4', '3.4.0'),
      compareTyped('3.4.9', '3.4.x'),
      compareTyped('3.5.0', '3.4.x'),
      compareTyped('3.3.9', '3.4.x'),
      compareTyped('1:2.0', '1:1.9'),
      compareTyped('1!2.0', '1!1.9'),
    ]).toEqual(['same', 'same', 'newer', 'older', 'newer', 'newer']);
  });

  test('a commit has none', () => {
    expect([hasOrder('04a29b5'), hasOrder('3.4.1')]).toEqual([false, true]);
  });
});
