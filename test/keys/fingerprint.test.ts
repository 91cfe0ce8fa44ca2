import { keyFingerprint, ringFingerprint } from '../../src/keys/fingerprint.js';
import type { Keyring } from '../../src/keys/keyring.js';

const key = (byte: number) => Buffer.alloc(32, byte);
const ring: Keyring = {
  active: 'k1',
  index: 'k1',
  keys: new Map([
    ['k1', key(1)],
    ['k2', key(2)],
  ]),
};

test('the fingerprint of a ring tells another key, name or index apart, and not which key is active or comes first', () => {
  const others: readonly Keyring[] = [
    { ...ring, keys: new Map([...ring.keys, ['k2', key(3)]]) },
    { ...ring, keys: new Map([...ring.keys, ['k3', key(3)]]) },
    { ...ring, keys: new Map([['k1', key(1)]]) },
    {
      ...ring,
      keys: new Map([
        ['k1', key(2)],
        ['k2', key(1)],
      ]),
    },
    { ...ring, index: 'k2' },
  ];
  expect(new Set([ring, ...others].map(ringFingerprint)).size).toBe(others.length + 1);
  const same = { ...ring, active: 'k2', keys: new Map([...ring.keys].reverse()) };
  expect(ringFingerprint(same)).toBe(ringFingerprint(ring));
});

test('the fingerprint of a key is of its name and bytes', () => {
  const named = (name: string, byte: number) => keyFingerprint({ ...ring, keys: new Map([[name, key(byte)]]) }, name);
  expect(new Set([named('k1', 1), named('k1', 2), named('k2', 1)]).size).toBe(3);
  expect(named('k1', 1)).toBe(keyFingerprint(ring, 'k1'));
  expect(named('k1', 1)).toMatch(/^(?:[\da-f]{4}-){3}[\da-f]{4}$/);
  expect(keyFingerprint(ring, 'k9')).toBe('');
});

test('fingerprints stay as they are: people compare them with a copy on paper', () => {
  expect(keyFingerprint(ring, 'k1')).toBe('9010-ba63-14bd-e810');
  expect(ringFingerprint(ring)).toBe('8984-f409-1e0f-fdd7');
});
