import { compareTyped, isNewer, readVersion } from '../../src/report/version-order.js';

describe('a version as people type it', () => {
  test.each([
    ['3.4.1', '3.4.1'],
    ['v3.4.1', '3.4.1'],
    [' V3.4 ', '3.4'],
    ['Version 4', '4'],
    ['版本 4.1.3', '4.1.3'],
    ['ｖ４．１．３', '4.1.3'],
    ['3.4.X', '3.4.x'],
    ['3.*', '3.x'],
    ['4.1.3-rc.1', '4.1.3-rc.1'],
    ['4.1-rc10', '4.1.0-rc.10'],
    ['4.1.0beta2', '4.1.0-beta.2'],
    ['4.1.3+build.7', '4.1.3'],
    ['1.2.3.4', '1.2.3.4'],
  ])('%s is compared as %s', (typed, version) => {
    expect(readVersion(typed)).toEqual({ typed, version });
  });

  test.each(['', 'master', 'latest', '>= 3.4', '3.4.1 and earlier', '3..4', '1.2.3.4.5', 'commit 04a29b5', '4.1.3-'])(
    '%s cannot be compared',
    (typed) => {
      expect(readVersion(typed)).toBeUndefined();
      expect(compareTyped(typed, '3.4.1')).toBe('cannot_say');
      expect(isNewer('3.4.1', typed)).toBeUndefined();
    },
  );
});

describe('the order of versions', () => {
  test('is that of releases', () => {
    const order = ['v3.0.0', '3.1', '3.4.1', '3.5-alpha2', '3.5-rc9', '3.5-rc10', 'v3.5', '3.5.0.1', '4.1.3', '4.1.10'];
    for (const [i, older] of order.entries()) {
      for (const newer of order.slice(i + 1)) {
        expect([newer, older, isNewer(newer, older)]).toEqual([newer, older, true]);
        expect([older, newer, isNewer(older, newer)]).toEqual([older, newer, false]);
      }
    }
  });

  test('counts missing numbers as zero', () => {
    expect(compareTyped('v3.4', '3.4.0')).toBe('same');
  });

  test('has 3.4.x beside every 3.4, after 3.3 and before 3.5', () => {
    expect([compareTyped('3.4.9', '3.4.x'), compareTyped('3.5.0', '3.4.x'), compareTyped('3.3.9', '3.4.x')]).toEqual([
      'same',
      'newer',
      'older',
    ]);
  });
});
